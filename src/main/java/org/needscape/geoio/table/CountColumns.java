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
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.SeriesKey;
import org.needscape.report.UnreadableFileException;

/** The columns of a table of counts: the count, and where they are there the period and the category. */
final class CountColumns {

    private static final int MAX_PERIOD_CHARACTERS = 60;
    private static final int MAX_CATEGORY_CHARACTERS = 60;

    private final TableHeader header;
    private final NumberColumn count;
    private final Optional<Integer> period;
    private final Optional<Integer> category;
    private final Optional<Period> stated;
    private final Consumer<String> notes;
    private final Map<String, Period> periods = new HashMap<>();

    private CountColumns(
            TableHeader header,
            NumberColumn count,
            Optional<Integer> period,
            Optional<Integer> category,
            Optional<Period> stated,
            Consumer<String> notes) {
        this.header = header;
        this.count = count;
        this.period = period;
        this.category = category;
        this.stated = stated;
        this.notes = notes;
    }

    /**
     * What a row counts.
     *
     * @param category {@link SeriesKey#ALL} for a total
     */
    record Counted(Period period, String category, CellReading count) {}

    /**
     * Finds them.
     *
     * @param stated when, for a table without a column of periods; where both are there they must agree
     * @throws UnreadableFileException when the table does not say what it counts or when
     */
    static CountColumns find(TableHeader header, Measure measure, Optional<Period> stated, TableRequest request) {
        NumberColumn count = findCount(header, measure, request.fileName());
        Optional<Integer> period = header.find("period", "time_period", "year");
        Optional<Integer> category = header.find("category");
        if (period.isEmpty() && stated.isEmpty()) {
            throw new UnreadableFileException(request.fileName()
                    + " has no column 'period': say which period its counts are about, or add the column.");
        }
        noteUnused(header, count, List.of(period, category), request);
        return new CountColumns(header, count, period, category, stated, request.log()::note);
    }

    /** Whether rows may be parts of a total. */
    boolean haveCategories() {
        return category.isPresent();
    }

    /** The name of the column of counts as in the file. */
    String countHeader() {
        return count.header();
    }

    /** Reads a row. @throws RowRefusedException when a cell of it cannot be understood */
    Counted read(TableRow row) {
        CellReading reading = count.read(row);
        Period when =
                period.isEmpty() ? stated.orElseThrow() : readPeriod(row.get(period.get()), header.name(period.get()));
        return new Counted(when, category.map(row::get).map(this::readCategory).orElse(SeriesKey.ALL), reading);
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

    private String readCategory(String cell) {
        if (cell.length() > MAX_CATEGORY_CHARACTERS) {
            throw new RowRefusedException(
                    "category", "The category has more than 60 characters.", "Give it a shorter name.");
        }
        return switch (TableText.key(cell)) {
            case "", SeriesKey.ALL -> SeriesKey.ALL;
            case "total" -> {
                notes.accept("Rows of the category total are taken as those without a category: as totals.");
                yield SeriesKey.ALL;
            }
            default -> cell;
        };
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
}
