package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.needscape.indicator.Category;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.report.UnreadableFileException;

/**
 * The columns of a table of counts. A long table has a count, and where they are there the period, the category with its breakdown,
 * flags, and how children come in families; a wide one has a column for each period instead of period and count.
 */
final class CountColumns {

    private static final int MAX_PERIOD_CHARACTERS = 60;

    private final TableHeader header;
    private final List<PeriodColumns.PeriodColumn> wide;
    private final List<NumberColumn> count;
    private final Optional<Integer> period;
    private final CategoryColumns category;
    private final Optional<FlagColumn> flags;
    private final Optional<FamilyColumn> families;
    private final Optional<Period> stated;
    private final Map<String, Period> periods = new HashMap<>();

    private CountColumns(TableHeader header, Measure measure, Optional<Period> stated, TableRequest request) {
        this.header = header;
        this.wide = PeriodColumns.find(header, measure);
        this.period = header.find("period", "time_period", "year");
        this.category = CategoryColumns.find(header, request.log()::note);
        this.flags = FlagColumn.find(header);
        this.families = FamilyColumn.find(header);
        this.stated = stated;
        this.count = findCounts(header, measure);
    }

    /**
     * What a row counts.
     *
     * @param category {@link Category#ALL} for a total
     * @param count the number, or why there is none
     * @param field the column that it stands in, as in the file
     * @param familiesSquared how the children come in families, see {@link FamilyColumn}; not available where nobody says
     */
    record Counted(Period period, Category category, CellReading count, String field, Value familiesSquared) {}

    /**
     * Finds them.
     *
     * @param stated when, for a table that does not say; where both say it they must agree
     * @throws UnreadableFileException when the table does not say what it counts or when, or says it twice
     */
    static CountColumns find(TableHeader header, Measure measure, Optional<Period> stated, TableRequest request) {
        CountColumns columns = new CountColumns(header, measure, stated, request);
        if (columns.wide.isEmpty()) {
            columns.refuseUnclearLong(request.fileName());
        } else {
            columns.refuseUnclearWide(request.fileName());
        }
        columns.noteUnused(request);
        return columns;
    }

    /** Whether rows may be parts of a total. */
    boolean haveCategories() {
        return category.isThere();
    }

    /** Whether rows may say how their children come in families. */
    boolean haveFamilies() {
        return families.isPresent();
    }

    /** Whether a row says which breakdown it is of, also where it is its total. */
    boolean nameBreakdown(TableRow row) {
        return category.namesBreakdown(row);
    }

    /** Reads a row: one count, or one for each period. @throws RowRefusedException when a cell of it cannot be understood */
    List<Counted> read(TableRow row) {
        Category of = category.read(row);
        if (wide.isEmpty()) {
            NumberColumn column = count.get(0);
            CellReading read = column.read(row);
            CellReading flagged = flags.map(flag -> flag.read(row, read)).orElse(read);
            Value squared = families.map(found -> found.read(row, read.value())).orElse(Value.notAvailable());
            return List.of(new Counted(when(row), of, flagged, column.header(), squared));
        }
        List<Counted> counted = new ArrayList<>();
        for (PeriodColumns.PeriodColumn column : wide) {
            counted.add(new Counted(
                    column.period(),
                    of,
                    column.count().read(row),
                    column.count().header(),
                    Value.notAvailable()));
        }
        return counted;
    }

    private Period when(TableRow row) {
        return period.map(column -> readPeriod(row.get(column), header.name(column)))
                .orElseGet(stated::orElseThrow);
    }

    private Period readPeriod(String cell, String field) {
        if (cell.isEmpty() || cell.length() > MAX_PERIOD_CHARACTERS) {
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

    private static List<NumberColumn> findCounts(TableHeader header, Measure measure) {
        String id = measure.indicatorId().value();
        return Stream.of(
                        "count",
                        measure.code(),
                        measure.code().replace('-', '_'),
                        id,
                        id.replace('-', '_'),
                        "children",
                        "number")
                .flatMap(name -> header.find(name).stream())
                .distinct()
                .map(index -> new NumberColumn(index, header.name(index), SymbolProfile.GENERAL, NumberRule.COUNT))
                .toList();
    }

    private void refuseUnclearLong(String fileName) {
        if (count.size() != 1) {
            throw new UnreadableFileException(
                    count.isEmpty()
                            ? fileName + " has no column of counts: name it count."
                            : fileName + " has more than one column that could be the count ("
                                    + count.stream().map(NumberColumn::header).collect(Collectors.joining(", "))
                                    + "): keep one of them.");
        }
        if (period.isEmpty() && stated.isEmpty()) {
            throw new UnreadableFileException(
                    fileName + " has no column 'period': say which period its counts are about, or add the column.");
        }
    }

    private void refuseUnclearWide(String fileName) {
        List<String> others = new ArrayList<>();
        period.map(header::name).ifPresent(others::add);
        count.forEach(column -> others.add(column.header()));
        flags.ifPresent(column -> others.add(column.header()));
        families.ifPresent(column -> others.add(column.header()));
        String columns = wide.stream().map(column -> column.count().header()).collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            throw new UnreadableFileException(fileName + " has columns of periods (" + columns + ") beside "
                    + String.join(", ", others)
                    + ": give a row for each area and period, or a column for each period, not both.");
        }
        Set<Period> seen = new HashSet<>();
        for (PeriodColumns.PeriodColumn column : wide) {
            if (!seen.add(column.period())) {
                throw new UnreadableFileException(fileName + " has more than one column of the period "
                        + column.period() + " (" + columns + "): keep one of them.");
            }
        }
        if (stated.isPresent() && !seen.equals(Set.of(stated.get()))) {
            throw new UnreadableFileException(fileName + " was given as the period " + stated.get()
                    + ", but has columns of others (" + columns + "): leave the period out, or the columns.");
        }
    }

    private void noteUnused(TableRequest request) {
        Set<Integer> used = new HashSet<>(category.indices());
        wide.forEach(column -> used.add(column.count().index()));
        count.forEach(column -> used.add(column.index()));
        period.ifPresent(used::add);
        flags.map(FlagColumn::index).ifPresent(used::add);
        families.map(FamilyColumn::index).ifPresent(used::add);
        String unused = IntStream.range(0, header.size())
                .filter(column -> !used.contains(column) && !CodeColumn.isCodeOrName(header.name(column)))
                .mapToObj(column -> TableFile.shorten(header.name(column)))
                .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            request.log().note("Columns that are not used: " + unused + ".");
        }
    }
}
