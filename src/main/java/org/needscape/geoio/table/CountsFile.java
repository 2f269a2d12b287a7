package org.needscape.geoio.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.report.UnreadableFileException;

/**
 * Reads a county's own counts of children helped or protected: one row per area, or per area, period and category. A case file,
 * with one row per child, is refused before its first row. An area without a row is not taken as zero.
 */
public final class CountsFile {

    private static final String SOURCE = "The county's own records";
    private static final String LICENCE = "Local records, not published";
    private static final String EDITION = "local records";
    private static final int MAX_CATEGORY_CHARACTERS = 60;

    /** What no two rows may share. */
    private record Key(AreaCode area, SeriesKey series) {}

    private CountsFile() {}

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
        try (TableFile table = TableFile.open(request)) {
            TableHeader header = table.header();
            PersonalColumns.refuse(header, request.fileName());
            CodeColumn code = CodeColumn.choose(header, geography, request.fileName());
            NumberColumn count = findCount(header, measure, request.fileName());
            Optional<Integer> periodColumn = header.find("period", "time_period", "year");
            Optional<Integer> categoryColumn = header.find("category");
            if (periodColumn.isEmpty() && period.isEmpty()) {
                throw new UnreadableFileException(request.fileName()
                        + " has no column 'period': say which period its counts are about, or add the column.");
            }
            noteUnused(header, count, List.of(periodColumn, categoryColumn), request);
            AreaRows rows = new AreaRows(table, code, geography, request);
            Set<Key> taken = new HashSet<>();
            Set<AreaCode> areas = new HashSet<>();
            Map<String, Period> periods = new HashMap<>();
            rows.forEach((area, row) -> {
                CellReading reading = count.read(row);
                Period when = periodColumn.isEmpty()
                        ? period.orElseThrow()
                        : readPeriod(row.get(periodColumn.get()), header.name(periodColumn.get()), period, periods);
                String category = categoryColumn
                        .map(row::get)
                        .map(CountsFile::readCategory)
                        .orElse(SeriesKey.ALL);
                SeriesKey series = new SeriesKey(measure.indicatorId(), geography, when, category, EDITION);
                if (!taken.add(new Key(area, series))) {
                    throw new RowRefusedException(
                            code.header(),
                            "The area has an earlier row for the same period and category.",
                            "Keep one row for each area, period and category.");
                }
                if (taken.size() == 1) {
                    indicators.accept(indicator(measure, rows.areFictional()));
                }
                areas.add(area);
                observations.accept(new Observation(
                        series, area, reading.value(), reading.flags(), Value.notAvailable(), Value.notAvailable()));
            });
            if (areas.size() < rows.loadedCount()) {
                request.log()
                        .note(
                                areas.size() + " of the " + rows.loadedCount()
                                        + " loaded areas have a count in the file; an area without a row is not taken as zero.");
            }
            return new TableSummary(
                    geography,
                    measure.label() + ", counts for " + geography,
                    FictionalData.source(rows.areFictional(), SOURCE),
                    rows.areFictional() ? Indicator.NOT_STATED : LICENCE);
        }
    }

    private static NumberColumn findCount(TableHeader header, Measure measure, String fileName) {
        String id = measure.indicatorId().value();
        List<Integer> found = List.of(
                        "count",
                        measure.code(),
                        measure.code().replace('-', '_'),
                        id,
                        id.replace('-', '_'),
                        "children",
                        "number")
                .stream()
                .flatMap(name -> header.find(name).stream())
                .distinct()
                .toList();
        if (found.size() != 1) {
            throw new UnreadableFileException(
                    found.isEmpty()
                            ? fileName + " has no column of counts: name it count."
                            : fileName + " has more than one column that could be the count ("
                                    + found.stream().map(header::name).collect(Collectors.joining(", "))
                                    + "): keep one of them.");
        }
        int index = found.get(0);
        return new NumberColumn(index, header.name(index), SymbolProfile.GENERAL, NumberRule.COUNT);
    }

    private static void noteUnused(
            TableHeader header, NumberColumn count, List<Optional<Integer>> others, TableRequest request) {
        Set<Integer> used = new HashSet<>(Set.of(count.index()));
        others.forEach(column -> column.ifPresent(used::add));
        String unused = IntStream.range(0, header.size())
                .filter(column -> !used.contains(column) && !CodeColumn.isCodeOrName(header.name(column)))
                .mapToObj(column -> TableFile.shorten(header.name(column)))
                .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            request.log().note("Columns that are not used: " + unused + ".");
        }
    }

    private static Period readPeriod(String cell, String field, Optional<Period> stated, Map<String, Period> periods) {
        if (cell.isEmpty() || cell.length() > 60) {
            throw new RowRefusedException(
                    field, "The period is missing or too long.", "Give a period such as 2024/25.");
        }
        Period read = periods.computeIfAbsent(cell, Period::new);
        if (stated.isPresent() && !stated.get().equals(read)) {
            throw new RowRefusedException(
                    field,
                    "The row is about another period than " + stated.get() + ".",
                    "Leave the period out to take every row by its own.");
        }
        return read;
    }

    private static String readCategory(String cell) {
        if (cell.length() > MAX_CATEGORY_CHARACTERS) {
            throw new RowRefusedException(
                    "category", "The category has more than 60 characters.", "Give it a shorter name.");
        }
        return cell.isEmpty() ? SeriesKey.ALL : cell;
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
