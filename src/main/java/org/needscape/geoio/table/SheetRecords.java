package org.needscape.geoio.table;

import java.util.function.Consumer;
import org.needscape.geoio.workbook.SheetRows;

/** The rows of a workbook's sheet as records of a table. */
final class SheetRecords implements TableRecords {

    private final SheetRows rows;
    private final double fractionBefore;
    private final Consumer<String> notes;
    private boolean isNoted;

    /** @param fractionBefore the share of the workbook's sheets before this one */
    SheetRecords(SheetRows rows, double fractionBefore, Consumer<String> notes) {
        this.rows = rows;
        this.fractionBefore = fractionBefore;
        this.notes = notes;
    }

    @Override
    public boolean advance() {
        boolean isRow = rows.advance();
        if (rows.hasFormulas() && !isNoted) {
            isNoted = true;
            notes.accept("The workbook has formulas: the results that were saved with it were taken.");
        }
        return isRow;
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String get(int column) {
        return rows.get(column);
    }

    @Override
    public double fractionRead() {
        return fractionBefore;
    }

    @Override
    public void close() {
        rows.close();
    }
}
