package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.report.UnreadableFileException;

/**
 * The column names of a table: without surrounding blanks, runs of blanks made one, the byte order mark gone. Columns count
 * from 0. Names are found whatever their case.
 */
final class TableHeader {

    private final List<String> names;
    private final Map<String, Integer> columnsByKey = new HashMap<>();

    /**
     * @param cells the header row as it is written
     * @throws UnreadableFileException when two columns have the same name
     */
    TableHeader(List<String> cells, String fileName) {
        List<String> cleaned = new ArrayList<>();
        for (String cell : cells) {
            cleaned.add(TableText.collapse(cell));
        }
        // A spreadsheet saves the empty columns right of a table too.
        while (!cleaned.isEmpty() && cleaned.get(cleaned.size() - 1).isEmpty()) {
            cleaned.remove(cleaned.size() - 1);
        }
        names = List.copyOf(cleaned);
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column);
            if (!name.isEmpty() && columnsByKey.put(TableText.key(name), column) != null) {
                throw new UnreadableFileException(fileName + " has two columns named '" + TableFile.shorten(name)
                        + "': remove or rename one of them.");
            }
        }
    }

    /** A row that may be a header: of columns with the same name the first counts, so that a row of notes is no fault. */
    static TableHeader ofDistinct(List<String> cells) {
        Set<String> before = new HashSet<>();
        return new TableHeader(
                cells.stream()
                        .map(cell -> before.add(TableText.key(cell)) ? cell : "")
                        .toList(),
                "");
    }

    List<String> names() {
        return names;
    }

    int size() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    /** The column of the first of these names that there is. */
    Optional<Integer> find(String... wanted) {
        for (String name : wanted) {
            Integer column = columnsByKey.get(TableText.key(name));
            if (column != null) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
