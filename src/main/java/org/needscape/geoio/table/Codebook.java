package org.needscape.geoio.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Population;
import org.needscape.indicator.Sensitivity;
import org.needscape.progress.Progress;
import org.needscape.report.UnreadableFileException;

/**
 * The codebook beside a file of indicators: {@code indicator_id, label} and, where known, {@code geography, unit, period,
 * higher_means, status, source, theme, numerator, denominator, licence, sensitivity, edition}. A row for another geography is
 * passed over; a row that cannot be used is named in the notes and its indicator left out.
 */
final class Codebook {

    /** Ids that other files own; a codebook must not redefine them, least of all as open. */
    private static final Set<String> RESERVED = reserved();

    private final Map<IndicatorId, CodebookEntry> entries;

    private Codebook(Map<IndicatorId, CodebookEntry> entries) {
        this.entries = entries;
    }

    /**
     * Reads it.
     *
     * @param geography the geography whose rows are wanted
     * @param notes hears which rows cannot be used and why
     * @throws UnreadableFileException when it is no codebook or has nothing for the geography
     */
    static Codebook read(Path file, String fileName, Geography geography, Consumer<String> notes) {
        Map<IndicatorId, CodebookEntry> entries = new LinkedHashMap<>();
        Set<Geography> others = new LinkedHashSet<>();
        try (TableFile table =
                TableFile.open(file, fileName, cells -> hasColumn(cells, "indicator_id"), notes, Progress.SILENT)) {
            TableHeader header = table.header();
            if (header.find("indicator_id").isEmpty() || header.find("label").isEmpty()) {
                throw new UnreadableFileException(
                        fileName + " is not a codebook: it needs at least the columns indicator_id and label.");
            }
            table.forEachRow(row -> {
                try {
                    Optional<Geography> about = geographyOf(header, row);
                    if (about.isPresent() && !about.get().equals(geography)) {
                        others.add(about.get());
                        return;
                    }
                    CodebookEntry entry = entryOf(header, row, fileName);
                    if (entries.put(entry.indicator().id(), entry) != null) {
                        throw new UnreadableFileException(fileName + " describes "
                                + entry.indicator().id() + " twice for " + geography + ": keep one row.");
                    }
                } catch (RowRefusedException e) {
                    notes.accept("Line " + row.line() + " of " + fileName + " was left out. " + e.reason() + " "
                            + e.whatToDo());
                }
            });
        }
        if (entries.isEmpty()) {
            throw new UnreadableFileException(fileName + " describes nothing for " + geography
                    + (others.isEmpty()
                            ? ": check its rows."
                            : ", only for "
                                    + others.stream().map(Geography::code).collect(Collectors.joining(", ")) + "."));
        }
        return new Codebook(entries);
    }

    Optional<CodebookEntry> find(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        return IndicatorId.isValid(lower) ? Optional.ofNullable(entries.get(new IndicatorId(lower))) : Optional.empty();
    }

    private static boolean hasColumn(List<String> cells, String name) {
        return cells.stream().anyMatch(cell -> TableText.key(cell).equals(name));
    }

    private static Optional<Geography> geographyOf(TableHeader header, TableRow row) {
        String text = cell(header, row, "geography");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Geography> geography = CodebookWords.geography(text);
        if (geography.isEmpty()) {
            throw new RowRefusedException(
                    "geography", "Its geography is not known.", "Write it like LSOA 2021 or lad-2024.");
        }
        return geography;
    }

    private static CodebookEntry entryOf(TableHeader header, TableRow row, String fileName) {
        String id = cell(header, row, "indicator_id").toLowerCase(Locale.ROOT);
        if (!IndicatorId.isValid(id)) {
            throw new RowRefusedException(
                    "indicator_id",
                    "Its id is missing or not possible.",
                    "Use lower-case letters, digits, underscores and hyphens.");
        }
        if (RESERVED.contains(id)) {
            throw new UnreadableFileException(fileName + " describes " + id
                    + ", an id that belongs to another kind of import: give the indicator another id.");
        }
        String label = cell(header, row, "label");
        if (label.isEmpty()) {
            throw new RowRefusedException("label", "It has no label.", "Add one.");
        }
        String unit = cell(header, row, "unit");
        String status = cell(header, row, "status");
        String source = cell(header, row, "source");
        Period period = periodOf(cell(header, row, "period"));
        String edition = cell(header, row, "edition");
        Sensitivity sensitivity = CodebookWords.sensitivity(
                        cell(header, row, "sensitivity"), status, CodebookWords.countsPeople(unit))
                .orElseThrow(() -> new UnreadableFileException(fileName + " has a sensitivity on line " + row.line()
                        + " that is not known: use open or restricted."));
        Indicator indicator = new Indicator(
                new IndicatorId(id),
                label,
                unit,
                CodebookWords.polarity(cell(header, row, "higher_means")),
                cell(header, row, "theme"),
                cell(header, row, "numerator"),
                cell(header, row, "denominator"),
                source,
                cell(header, row, "licence"),
                sensitivity);
        return new CodebookEntry(
                indicator,
                period,
                edition.isEmpty() ? CodebookWords.edition(source, status) : edition,
                CodebookWords.flags(status),
                CodebookWords.symbols(source, unit, id, period),
                CodebookWords.rule(unit),
                CodebookWords.multiplier(unit));
    }

    private static Period periodOf(String text) {
        if (text.length() > 60) {
            throw new RowRefusedException("period", "Its period has more than 60 characters.", "Shorten it.");
        }
        return new Period(text.isEmpty() ? Indicator.NOT_STATED : text);
    }

    private static String cell(TableHeader header, TableRow row, String name) {
        return header.find(name)
                .filter(column -> column < row.size())
                .map(row::get)
                .orElse("");
    }

    private static Set<String> reserved() {
        Set<String> ids = new HashSet<>(Set.of(Population.CHILDREN_0_TO_17.value(), Population.ALL_AGES.value()));
        Arrays.stream(Measure.values())
                .map(measure -> measure.indicatorId().value())
                .forEach(ids::add);
        Arrays.stream(Measure.values())
                .map(measure -> measure.familiesSquaredId().value())
                .forEach(ids::add);
        DeprivationFile.indicatorIds().forEach(id -> ids.add(id.value()));
        return Set.copyOf(ids);
    }
}
