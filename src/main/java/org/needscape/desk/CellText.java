package org.needscape.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.needscape.indicator.Value;

/**
 * What stands in a cell of a table whose publisher is not known: a number, or a mark that says why there is none. A lone
 * {@code x} is read as suppressed, the more careful of its two meanings.
 */
final class CellText {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d{1,3}(,\\d{3})+|\\d+)?(\\.\\d*)?([eE][-+]?\\d{1,3})?");

    private CellText() {}

    /** The value of a cell; empty for a text that is neither number nor known mark. */
    static Optional<Value> parse(String text) {
        String cell = text.strip();
        switch (cell.toLowerCase(Locale.ROOT)) {
            case "", "[x]", ":", "..", "-", "na", "n/a", "nan", "null", "u", "[u]" -> {
                return Optional.of(Value.notAvailable());
            }
            case "c", "[c]", "*", "x" -> {
                return Optional.of(Value.suppressed());
            }
            case "z", "[z]" -> {
                return Optional.of(Value.notApplicable());
            }
            case "low", "[low]", "k" -> {
                return Optional.of(Value.low());
            }
            default -> {
                return parseNumber(cell);
            }
        }
    }

    private static Optional<Value> parseNumber(String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(cell.replace(",", ""));
            return Double.isFinite(number) ? Optional.of(Value.known(number)) : Optional.empty();
        } catch (NumberFormatException noDigits) {
            return Optional.empty();
        }
    }

    /** How a value is written: the number as short as it reads back the same, whole numbers without decimals, or its mark. */
    static String format(Value value) {
        return value.isKnown()
                ? format(value.number().orElseThrow())
                : value.state().mark();
    }

    static String format(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }
}
