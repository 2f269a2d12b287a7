package org.needscape.geoio.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;
import org.needscape.report.UnreadableFileException;

/**
 * Reads indicators by area with the codebook that describes them. Wide: a row for each area, a column for each indicator, named
 * by its id. Long: a row for each area and indicator with the columns {@code indicator_id} and {@code value}, and {@code period}
 * where the codebook's does not hold. A wide row is taken whole or refused whole. A number that the codebook's unit does not
 * allow, such as 130 percent, is a refused row.
 *
 * <p>What a value was divided from is kept where it is stated ({@link RatioColumns}) and the value is no more than that ({@link
 * PlainRatios}).
 */
public final class IndicatorFile {

    private static final int MAX_PERIOD_CHARACTERS = 60;

    /** A column of a wide table. */
    private record Column(CodebookEntry entry, NumberColumn cells, SeriesKey series, RatioColumns parts) {}

    /** What no two rows of a long table may share. */
    private record Key(AreaCode area, SeriesKey series) {}

    private final TableRequest request;
    private final Codebook codebook;
    private final Geography geography;
    private final Consumer<Indicator> indicators;
    private final ObservationConsumer observations;
    private final List<Indicator> announced = new ArrayList<>();

    private IndicatorFile(
            TableRequest request,
            Codebook codebook,
            Geography geography,
            Consumer<Indicator> indicators,
            ObservationConsumer observations) {
        this.request = request;
        this.codebook = codebook;
        this.geography = geography;
        this.indicators = indicators;
        this.observations = observations;
    }

    /**
     * Reads the table and its codebook.
     *
     * @param codebookName what people call the codebook's file
     * @param geography level and boundary year of the areas; must agree with the header and the codes
     * @param indicators receives each indicator once, before its first observation
     * @param observations receives one value per area and indicator
     * @throws UnreadableFileException when a file as a whole cannot or must not be taken; what was handed over until then is to
     *     be forgotten
     */
    public static TableSummary read(
            TableRequest request,
            Path codebook,
            String codebookName,
            Geography geography,
            Consumer<Indicator> indicators,
            ObservationConsumer observations) {
        try (TableFile table = TableFile.open(request)) {
            PersonalColumns.refuse(table.header(), request.fileName());
            CodeColumn code = CodeColumn.choose(table.header(), geography, request.fileName());
            Codebook described = Codebook.read(codebook, codebookName, geography, request.log()::note);
            IndicatorFile file = new IndicatorFile(request, described, geography, indicators, observations);
            Optional<Integer> id = table.header().find("indicator_id", "indicator");
            Optional<Integer> value = table.header().find("value");
            if (id.isPresent() && value.isPresent()) {
                file.readLong(table, code, id.get(), value.get());
            } else {
                file.readWide(table, code);
            }
            return new TableSummary(
                    geography,
                    "Indicators for " + geography,
                    file.listDistinct(Indicator::source),
                    file.listDistinct(Indicator::licence));
        }
    }

    private void readWide(TableFile table, CodeColumn code) {
        List<Column> columns = findColumns(table.header());
        PlainRatios plain = lookAtRatios(columns);
        AreaRows rows = new AreaRows(table, code, geography, request);
        Set<AreaCode> taken = new HashSet<>();
        rows.forEach((area, row) -> {
            List<Observation> read = new ArrayList<>(columns.size());
            for (Column column : columns) {
                CellReading reading = column.cells().read(row);
                RatioColumns.Ratio ratio = column.parts().read(column.entry(), row, reading.value());
                read.add(observation(
                        column.series(), area, reading, column.entry(), kept(ratio, column.entry(), plain)));
            }
            if (taken.contains(area)) {
                throw new RowRefusedException(
                        code.header(), "The area stands in an earlier row too.", "Keep one row for each area.");
            }
            if (taken.isEmpty()) {
                columns.forEach(column -> announce(column.entry(), rows));
            }
            taken.add(area);
            read.forEach(observations::accept);
        });
    }

    private PlainRatios lookAtRatios(List<Column> columns) {
        List<Column> divided = columns.stream()
                .filter(column -> column.parts().indices().count() == 2)
                .toList();
        if (divided.isEmpty()) {
            return PlainRatios.none();
        }
        PlainRatios plain = PlainRatios.of(request, (row, seen) -> {
            for (Column column : divided) {
                Value value = column.cells().read(row).value();
                seen.see(
                        column.entry(),
                        row,
                        column.cells().index(),
                        value,
                        column.parts().read(column.entry(), row, value));
            }
        });
        plain.note(request.log()::note);
        return plain;
    }

    private List<Column> findColumns(TableHeader header) {
        List<Column> columns = new ArrayList<>();
        Set<Integer> understood = new HashSet<>();
        for (int index = 0; index < header.size(); index++) {
            String name = header.name(index);
            Optional<CodebookEntry> entry = codebook.find(name);
            if (entry.isPresent()) {
                RatioColumns parts = RatioColumns.ofWide(header, name, codebook);
                columns.add(new Column(
                        entry.get(),
                        entry.get().column(index, name),
                        entry.get().series(geography, entry.get().period()),
                        parts));
                understood.add(index);
                parts.indices().forEach(understood::add);
            }
        }
        for (int index = 0; index < header.size(); index++) {
            String name = header.name(index);
            if (!understood.contains(index) && !CodeColumn.isCodeOrName(name)) {
                request.log().note("Column " + TableFile.shorten(name) + " is not in the codebook; it was left out.");
            }
        }
        if (columns.isEmpty()) {
            throw new UnreadableFileException(request.fileName() + " has no column that the codebook describes for "
                    + geography + ": check the indicator ids.");
        }
        return columns;
    }

    private void readLong(TableFile table, CodeColumn code, int idColumn, int valueColumn) {
        TableHeader header = table.header();
        Optional<Integer> periodColumn = header.find("period");
        RatioColumns parts = RatioColumns.ofLong(header);
        PlainRatios plain = lookAtRatios(header, parts, idColumn, valueColumn);
        AreaRows rows = new AreaRows(table, code, geography, request);
        Map<CodebookEntry, NumberColumn> cells = new HashMap<>();
        Map<String, Period> periods = new HashMap<>();
        Set<Key> taken = new HashSet<>();
        Set<CodebookEntry> met = new HashSet<>();
        rows.forEach((area, row) -> {
            CodebookEntry entry = codebook.find(row.get(idColumn))
                    .orElseThrow(() -> new RowRefusedException(
                            header.name(idColumn),
                            "The indicator is not in the codebook for " + geography + ".",
                            "Describe it in the codebook."));
            CellReading reading = cells.computeIfAbsent(
                            entry, known -> known.column(valueColumn, header.name(valueColumn)))
                    .read(row);
            RatioColumns.Ratio ratio = parts.read(entry, row, reading.value());
            Period when = periodColumn
                    .map(column -> readPeriod(row.get(column), header.name(column), entry, periods))
                    .orElse(entry.period());
            SeriesKey series = entry.series(geography, when);
            if (!taken.add(new Key(area, series))) {
                throw new RowRefusedException(
                        code.header(),
                        "The area has an earlier row for the same indicator and period.",
                        "Keep one row for each area, indicator and period.");
            }
            if (met.add(entry)) {
                announce(entry, rows);
            }
            observations.accept(observation(series, area, reading, entry, kept(ratio, entry, plain)));
        });
    }

    private PlainRatios lookAtRatios(TableHeader header, RatioColumns parts, int idColumn, int valueColumn) {
        if (parts.indices().count() < 2) {
            return PlainRatios.none();
        }
        PlainRatios plain = PlainRatios.of(
                request, (row, seen) -> codebook.find(row.get(idColumn)).ifPresent(entry -> {
                    Value value = entry.column(valueColumn, header.name(valueColumn))
                            .read(row)
                            .value();
                    seen.see(entry, row, valueColumn, value, parts.read(entry, row, value));
                }));
        plain.note(request.log()::note);
        return plain;
    }

    private static RatioColumns.Ratio kept(RatioColumns.Ratio ratio, CodebookEntry entry, PlainRatios plain) {
        return plain.keeps(entry) ? ratio : RatioColumns.Ratio.NONE;
    }

    private static Period readPeriod(String cell, String field, CodebookEntry entry, Map<String, Period> periods) {
        if (cell.isEmpty()) {
            return entry.period();
        }
        if (cell.length() > MAX_PERIOD_CHARACTERS) {
            throw new RowRefusedException(field, "The period has more than 60 characters.", "Shorten it.");
        }
        return periods.computeIfAbsent(cell, Period::new);
    }

    /** Fictional areas keep the codebook's definition, but no publisher stands as their source. */
    private void announce(CodebookEntry entry, AreaRows rows) {
        Indicator described = entry.indicator();
        Indicator indicator = new Indicator(
                described.id(),
                described.label(),
                described.unit(),
                described.polarity(),
                described.theme(),
                described.numerator(),
                described.denominator(),
                FictionalData.source(rows.areFictional(), described.source()),
                described.licence(),
                described.sensitivity());
        announced.add(indicator);
        indicators.accept(indicator);
    }

    /** The distinct answers of the file's indicators, "not stated" left out; at most three, then how many more. */
    private String listDistinct(Function<Indicator, String> part) {
        List<String> distinct = announced.stream()
                .map(part)
                .filter(text -> !text.equals(Indicator.NOT_STATED))
                .distinct()
                .toList();
        if (distinct.isEmpty()) {
            return Indicator.NOT_STATED;
        }
        String listed = distinct.stream().limit(3).collect(Collectors.joining("; "));
        return distinct.size() > 3 ? listed + "; and " + (distinct.size() - 3) + " more" : listed;
    }

    private static Observation observation(
            SeriesKey series, AreaCode area, CellReading reading, CodebookEntry entry, RatioColumns.Ratio ratio) {
        Set<ValueFlag> flags = EnumSet.noneOf(ValueFlag.class);
        if (reading.value().isKnown()) {
            flags.addAll(entry.flags());
        }
        flags.addAll(reading.flags());
        return new Observation(series, area, reading.value(), flags, ratio.numerator(), ratio.denominator());
    }
}
