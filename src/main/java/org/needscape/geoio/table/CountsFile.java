package org.needscape.geoio.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.indicator.Category;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.UnreadableFileException;

/**
 * Reads a county's own counts of children helped or protected: one row per area, or per area, period and category, or a column
 * for each period. A case file, with one row per child, is refused before its first row. An area without a row is not taken as
 * zero.
 *
 * <p>A column {@code families_squared} says how the children of a row come in families ({@link FamilyColumn}). What totals say of it is
 * kept as a restricted indicator of its own; of an area whose cell is empty it is kept that nobody says, which takes the place of what an
 * earlier file said. What rows of categories say is checked and not kept.
 *
 * <p>A row without a category, or of the category {@code all} or {@code total}, is the total of its area and period. A column
 * {@code breakdown} says what the category of a row tells apart, such as {@code sex}; each breakdown shares out the total by
 * itself. Where its categories add up to more, the row of the total is refused and they are taken; where they add up to less, a note
 * says so. A table with categories is read twice, because a total may stand before its parts.
 */
public final class CountsFile {

    private static final String SOURCE = "The county's own records";
    private static final String LICENCE = "Local records, not published";
    private static final String EDITION = "local records";

    /** No breakdown has more; a column that has is free text, which must not be kept. */
    private static final int MOST_CATEGORIES = 40;

    /** No file has more breakdowns, for the same reason. */
    private static final int MOST_BREAKDOWNS = 12;

    /** What no two rows may share. */
    private record Key(AreaCode area, Period period, Category category) {}

    /** Takes the counts of a row that repeats no other, or throws {@link RowRefusedException}. */
    @FunctionalInterface
    private interface Taker {
        void take(AreaCode area, List<CountColumns.Counted> counts, AreaRows rows);
    }

    private final TableRequest request;
    private final Measure measure;
    private final Geography geography;
    private final Optional<Period> period;

    private CountsFile(TableRequest request, Measure measure, Geography geography, Optional<Period> period) {
        this.request = request;
        this.measure = measure;
        this.geography = geography;
        this.period = period;
    }

    /**
     * Reads the table.
     *
     * @param measure what is counted
     * @param geography level and boundary year of the areas; must agree with the header and the codes
     * @param period when, for a table without a column {@code period}; where both are there they must agree
     * @param indicators receives the measure's indicator before the first observation
     * @param observations receives one count per row, whole and 0 or more, or why there is none
     * @throws UnreadableFileException when the file as a whole cannot or must not be taken; what was handed over until then is
     *     to be forgotten
     */
    public static TableSummary read(
            TableRequest request,
            Measure measure,
            Geography geography,
            Optional<Period> period,
            Consumer<Indicator> indicators,
            ObservationConsumer observations) {
        Optional<CountTotals> totals = new CountsFile(
                        part(request, new ImportLog(request.fileName()), 0, 0.5), measure, geography, period)
                .addUp();
        TableRequest whole = totals.isPresent() ? part(request, request.log(), 0.5, 1) : request;
        return new CountsFile(whole, measure, geography, period).take(totals, indicators, observations);
    }

    private static TableRequest part(TableRequest request, ImportLog log, double from, double to) {
        Progress progress = request.progress().part(from, to);
        return new TableRequest(request.file(), request.fileName(), request.loadedCodes(), log, progress);
    }

    /** The totals and what their parts add up to; empty for a table without categories, which is not read for it. */
    private Optional<CountTotals> addUp() {
        try (TableFile table = TableFile.open(request)) {
            CountColumns columns = findColumns(table);
            if (!columns.haveCategories()) {
                return Optional.empty();
            }
            CountTotals totals = new CountTotals();
            forEachRow(
                    table,
                    columns,
                    (area, counts, rows) -> counts.forEach(one -> totals.add(
                            area, one.period(), one.category(), one.count().value())));
            refuseFreeText(totals.categoryCounts());
            return Optional.of(totals);
        }
    }

    private void refuseFreeText(Map<String, Integer> categories) {
        if (categories.size() > MOST_BREAKDOWNS) {
            throw new UnreadableFileException(request.fileName() + " has " + categories.size()
                    + " different breakdowns, and at most " + MOST_BREAKDOWNS
                    + " are taken: give them in several files, or check what the column holds. Nothing was changed.");
        }
        categories.forEach((breakdown, count) -> {
            if (count > MOST_CATEGORIES) {
                throw new UnreadableFileException(request.fileName() + " has " + count + " different categories"
                        + of(breakdown) + ", and at most " + MOST_CATEGORIES
                        + " are taken: a column with more holds something else, such as words about children. Leave it out or"
                        + " group it. Nothing was changed.");
            }
        });
    }

    private static String of(String breakdown) {
        return breakdown.isEmpty() ? "" : " of the breakdown " + breakdown;
    }

    private TableSummary take(
            Optional<CountTotals> totals, Consumer<Indicator> indicators, ObservationConsumer observations) {
        try (TableFile table = TableFile.open(request)) {
            CountColumns columns = findColumns(table);
            Set<AreaCode> areas = new HashSet<>();
            FamilySizes families = new FamilySizes(measure, request.log());
            AreaRows rows = forEachRow(table, columns, (area, counts, all) -> {
                totals.ifPresent(sums -> counts.forEach(one -> refuseContradicted(sums, area, one)));
                if (areas.isEmpty()) {
                    Indicator counted = indicator(measure, all.areFictional());
                    indicators.accept(counted);
                    if (columns.haveFamilies()) {
                        indicators.accept(FamilySizes.indicator(measure, counted));
                    }
                }
                areas.add(area);
                for (CountColumns.Counted one : counts) {
                    Observation counted = observation(area, one);
                    observations.accept(counted);
                    if (columns.haveFamilies() && one.category().isAll()) {
                        observations.accept(families.take(counted, one.familiesSquared()));
                    }
                }
            });
            families.note();
            note(
                    areas.size(),
                    rows.loadedCount(),
                    totals.map(CountTotals::countsAboveParts).orElse(Map.of()));
            return new TableSummary(
                    geography,
                    measure.label() + ", counts for " + geography,
                    FictionalData.source(rows.areFictional(), SOURCE),
                    rows.areFictional() ? Indicator.NOT_STATED : LICENCE);
        }
    }

    private static void refuseContradicted(CountTotals totals, AreaCode area, CountColumns.Counted one) {
        if (one.category().isAll()) {
            totals.findContradiction(area, one.period()).ifPresent(breakdown -> {
                throw new RowRefusedException(
                        one.field(),
                        "The categories" + of(breakdown) + " of the area and period add up to more than this total.",
                        "Correct the total or its parts, or leave the total out.");
            });
        }
    }

    private Observation observation(AreaCode area, CountColumns.Counted one) {
        return new Observation(
                new SeriesKey(
                        measure.indicatorId(),
                        geography,
                        one.period(),
                        one.category().text(),
                        EDITION),
                area,
                one.count().value(),
                one.count().flags(),
                Value.notAvailable(),
                Value.notAvailable());
    }

    private CountColumns findColumns(TableFile table) {
        PersonalColumns.refuse(table.header(), request.fileName());
        // What is wrong with the code column is said before what is wrong with the others.
        codeColumn(table);
        return CountColumns.find(table.header(), measure, period, request);
    }

    private CodeColumn codeColumn(TableFile table) {
        return CodeColumn.choose(table.header(), geography, request.fileName());
    }

    private AreaRows forEachRow(TableFile table, CountColumns columns, Taker taker) {
        CodeColumn code = codeColumn(table);
        AreaRows rows = new AreaRows(table, code, geography, request);
        Map<Key, CellReading> taken = new HashMap<>();
        rows.forEach((area, row) -> {
            List<CountColumns.Counted> counts = columns.read(row);
            if (repeats(taken, area, counts, code, columns.nameBreakdown(row))) {
                return;
            }
            taker.take(area, counts, rows);
        });
        return rows;
    }

    /**
     * Whether a row says again what an earlier one said, as the total of a second breakdown does.
     *
     * @throws RowRefusedException when it repeats an earlier row in any other way
     */
    private static boolean repeats(
            Map<Key, CellReading> taken,
            AreaCode area,
            List<CountColumns.Counted> counts,
            CodeColumn code,
            boolean namesBreakdown) {
        boolean same = true;
        boolean earlier = false;
        for (CountColumns.Counted one : counts) {
            CellReading before = taken.putIfAbsent(new Key(area, one.period(), one.category()), one.count());
            earlier |= before != null;
            same &= one.count().equals(before) && one.category().isAll() && namesBreakdown;
        }
        if (earlier && !same) {
            throw new RowRefusedException(
                    code.header(),
                    "The area has an earlier row for the same period and category.",
                    "Keep one row for each area, period and category.");
        }
        return earlier;
    }

    private void note(int areas, int loaded, Map<String, Long> aboveParts) {
        if (areas < loaded) {
            request.log()
                    .note(areas + " of the " + loaded
                            + " loaded areas have a count in the file; an area without a row is not taken as zero.");
        }
        aboveParts.forEach((breakdown, places) -> request.log()
                .note("The categories" + of(breakdown) + " add up to less than the total for " + places
                        + (places == 1 ? " area and period" : " pairs of area and period")
                        + "; the others are shown as not stated. Check whether a category is missing."));
    }

    private static Indicator indicator(Measure measure, boolean fictional) {
        return new Indicator(
                measure.indicatorId(),
                measure.label() + ", number",
                measure == Measure.REFERRALS ? "referrals" : "children",
                Polarity.NOT_STATED,
                "Help given",
                measure.counted(),
                Indicator.NOT_STATED,
                FictionalData.source(fictional, SOURCE),
                fictional ? Indicator.NOT_STATED : LICENCE,
                Sensitivity.RESTRICTED);
    }
}
