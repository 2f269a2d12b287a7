package org.needscape.geoio.table;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.needscape.indicator.Period;

/**
 * The column {@code time_period} of the Department for Education: {@code 2024} for a reporting year, {@code 202324} or {@code 2023/24}
 * for a financial year; both end in 2024.
 */
final class ReportingYear {

    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)");
    private static final Pattern FINANCIAL = Pattern.compile("(20\\d\\d)[/-]?(\\d\\d)");

    private ReportingYear() {}

    /** The calendar year that the period ends in, or nothing for any other text. */
    static OptionalInt parse(String text) {
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        Matcher financial = FINANCIAL.matcher(text);
        if (financial.matches()) {
            int end = Integer.parseInt(financial.group(1)) + 1;
            return end % 100 == Integer.parseInt(financial.group(2)) ? OptionalInt.of(end) : OptionalInt.empty();
        }
        return OptionalInt.empty();
    }

    /** The period of a row. @throws RowRefusedException when it is none */
    static Period read(TableRow row, int column, String header) {
        OptionalInt year = parse(row.get(column));
        if (year.isEmpty()) {
            throw new RowRefusedException(
                    header, "The period is no reporting year.", "Write the year that it ends in, such as 2024.");
        }
        return new Period(Integer.toString(year.getAsInt()));
    }
}
