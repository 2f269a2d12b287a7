package org.needscape.geoio.table;

import java.io.Closeable;
import org.needscape.report.UnreadableFileException;

/** The records of a table as they lie in its file, header and title lines included, one after the other. */
interface TableRecords extends Closeable {

    /**
     * Goes on to the next record.
     *
     * @return false behind the last one
     * @throws UnreadableFileException when the file cannot be read on
     */
    boolean advance();

    /** The line of the file, or row of the sheet, that the record begins on; the first is 1. */
    long line();

    /** How many cells the record has. */
    int size();

    /** The raw text of a cell; columns count from 0. */
    String get(int column);

    /** The share of the file that was read, 0 to 1. */
    double fractionRead();

    @Override
    void close();
}
