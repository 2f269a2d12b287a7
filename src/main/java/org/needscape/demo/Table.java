package org.needscape.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A CSV file in the making: UTF-8, commas, lines ended by a line feed, quotes only where they are needed. */
final class Table {

    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;

    Table(List<String> header) {
        try {
            this.printer = new CSVPrinter(
                    text, CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        add(header);
    }

    /** Adds a row. */
    void add(List<String> cells) {
        try {
            printer.printRecord(cells);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file's content. */
    String text() {
        return text.toString();
    }

    /** A number with a fixed count of decimals, rounded half up. */
    static String fixed(double value, int decimals) {
        String written =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        return new BigDecimal(written).signum() == 0 ? written.replace("-", "") : written;
    }
}
