package org.needscape.geoio.table;

/**
 * One row of a table, good until the next one is read.
 *
 * @param line the line of the file that it begins on; the first line is 1
 * @param size how many cells it has, blank ones behind the header's last column not counted
 */
record TableRow(long line, int size, Cells cells) {

    /** The raw cells of a row. */
    @FunctionalInterface
    interface Cells {
        String get(int column);
    }

    /** The text of a cell without surrounding blanks; columns count from 0. */
    String get(int column) {
        return TableText.trim(cells.get(column));
    }
}
