package org.needscape.layer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.area.AreaCode;

/**
 * A table of areas that is written with their shapes: what an analyst's own files were made into. Unlike a {@link Layer} it knows nothing
 * of publishers, names or boundary years.
 *
 * @param name of the table, lower-case letters, digits and underscores
 * @param title for people
 * @param columns behind the area's code
 * @param rows one per area, in the order of the file they come from
 * @param parameters how it was made, the seed among them where chance is used
 */
public record AreaTable(
        String name, String title, List<LayerColumn> columns, List<Row> rows, Map<String, String> parameters) {

    public AreaTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("Area " + row.code() + ": "
                        + row.cells().size() + " cells for " + columns.size() + " columns.");
            }
        }
    }

    /**
     * One area.
     *
     * @param cells in the order of the columns
     */
    public record Row(AreaCode code, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Whether an area of it is invented, which every record of a file must then say. */
    public boolean isFictional() {
        return rows.stream().anyMatch(row -> row.code().isFictional());
    }
}
