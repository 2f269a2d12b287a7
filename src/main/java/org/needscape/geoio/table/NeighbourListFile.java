package org.needscape.geoio.table;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.needscape.area.AreaCode;
import org.needscape.report.UnreadableFileException;

/**
 * A list of neighbours: a CSV with columns {@code id, neighbour} and optionally {@code weight}, other columns aside. A link has a direction;
 * one that has none back is no error.
 *
 * @param links in the order of the file, none twice, none from an area to itself
 */
public record NeighbourListFile(List<ListedLink> links) {

    /** As many as the small areas of England have, and some more. */
    public static final int MOST_LINKS = 250_000;

    private static final double LEAST_WEIGHT = 1e-6;
    private static final double MOST_WEIGHT = 1e6;
    private static final String AREA = "id";
    private static final String NEIGHBOUR = "neighbour";
    private static final String WEIGHT = "weight";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{0,15})?([eE][-+]?\\d{1,2})?|\\.\\d{1,15}");

    public NeighbourListFile {
        links = List.copyOf(links);
    }

    /**
     * A link.
     *
     * @param row of the file, the header being 1
     * @param area from which
     * @param neighbour to which
     * @param weight 0.000001 to 1,000,000, so that products of some stay finite; 1 where the file gives none
     */
    public record ListedLink(int row, AreaCode area, AreaCode neighbour, double weight) {}

    /**
     * Reads a list.
     *
     * @throws UnreadableFileException naming the first row and column that cannot be used, and what to do
     */
    public static NeighbourListFile parse(String text) {
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
            Map<String, Integer> columns = Map.of();
            List<ListedLink> links = new ArrayList<>();
            Set<List<AreaCode>> seen = new HashSet<>();
            for (CSVRecord record : parser) {
                if (record.getRecordNumber() == 1) {
                    columns = columns(record);
                    continue;
                }
                if (links.size() == MOST_LINKS) {
                    throw new UnreadableFileException(
                            String.format(java.util.Locale.UK, "A list has at most %,d links.", MOST_LINKS));
                }
                ListedLink link = link(record, columns);
                if (!seen.add(List.of(link.area(), link.neighbour()))) {
                    throw new UnreadableFileException("Row " + link.row() + ": that " + link.neighbour()
                            + " is a neighbour of " + link.area() + " stood in an earlier row already: keep one.");
                }
                links.add(link);
            }
            if (links.isEmpty()) {
                throw new UnreadableFileException(
                        "The list is empty: it needs a header line with id and neighbour, and a row for each link.");
            }
            return new NeighbourListFile(links);
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            throw new UnreadableFileException(
                    "The list cannot be read as CSV: check that it is a comma-separated text file.", unreadable);
        }
    }

    private static Map<String, Integer> columns(CSVRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int k = 0; k < header.size(); k++) {
            if (columns.put(header.get(k).strip(), k) != null) {
                throw new UnreadableFileException("The list has two columns " + shown(header.get(k)) + ": keep one.");
            }
        }
        for (String name : List.of(AREA, NEIGHBOUR)) {
            if (!columns.containsKey(name)) {
                throw new UnreadableFileException("The list has no column " + name
                        + ": its first line must name the columns id and neighbour, and may name weight.");
            }
        }
        return columns;
    }

    private static ListedLink link(CSVRecord record, Map<String, Integer> columns) {
        int row = (int) record.getRecordNumber();
        if (record.size() != columns.size()) {
            throw new UnreadableFileException(
                    "Row " + row + ": " + record.size() + " cells under " + columns.size() + " column names.");
        }
        AreaCode area = code(record, columns, AREA);
        AreaCode neighbour = code(record, columns, NEIGHBOUR);
        if (area.equals(neighbour)) {
            throw new UnreadableFileException(
                    "Row " + row + ": " + area + " is no neighbour of itself: remove the row.");
        }
        return new ListedLink(row, area, neighbour, weight(record, columns));
    }

    private static AreaCode code(CSVRecord record, Map<String, Integer> columns, String column) {
        String text = cell(record, columns, column).orElse("");
        if (!AreaCode.isValid(text)) {
            throw new UnreadableFileException("Row " + record.getRecordNumber() + ", column " + column + ": "
                    + shown(text) + " is no area code; a code has 1 to 32 letters or digits.");
        }
        return new AreaCode(text);
    }

    private static double weight(CSVRecord record, Map<String, Integer> columns) {
        Optional<String> text = cell(record, columns, WEIGHT);
        if (text.isEmpty()) {
            return 1;
        }
        double weight = NUMBER.matcher(text.get()).matches() ? Double.parseDouble(text.get()) : 0;
        if (!(weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT)) {
            throw new UnreadableFileException("Row " + record.getRecordNumber() + ", column weight: "
                    + shown(text.get()) + " is no weight; give a number from 0.000001 to 1000000, such as 1 or 0.5.");
        }
        return weight;
    }

    private static Optional<String> cell(CSVRecord record, Map<String, Integer> columns, String column) {
        return Optional.ofNullable(columns.get(column))
                .map(index -> record.get(index).strip());
    }

    /** What stands in a cell, in quotation marks and no longer than a sentence bears. */
    private static String shown(String text) {
        String plain = text.strip().replaceAll("\\p{Cntrl}", " ");
        return "\u201c" + (plain.length() > 40 ? plain.substring(0, 40) + "\u2026" : plain) + "\u201d";
    }
}
