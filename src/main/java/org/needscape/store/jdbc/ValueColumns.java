package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;
import org.needscape.indicator.ValueState;

/**
 * Values and flags as columns: a letter for the state, the number beside it only when it is known. A suppressed value has its own
 * letter and no number, so that it can be read neither as zero nor as simply missing.
 */
final class ValueColumns {

    private ValueColumns() {}

    /** Two columns: state, number. */
    static void bind(Row row, Value value) throws SQLException {
        row.add(letter(value.state())).add(value.number());
    }

    /** Reads a state and, in the column after it, the number. */
    static Value read(ResultSet row, int stateColumn) throws SQLException {
        ValueState state = state(row.getString(stateColumn));
        if (state != ValueState.KNOWN) {
            return Value.unknown(state);
        }
        double number = row.getDouble(stateColumn + 1);
        if (row.wasNull()) {
            throw new IllegalStateException("The store holds a known value without its number.");
        }
        return Value.known(number);
    }

    static String letters(Set<ValueFlag> flags) {
        StringBuilder letters = new StringBuilder();
        for (ValueFlag flag : ValueFlag.values()) {
            if (flags.contains(flag)) {
                letters.append(letter(flag));
            }
        }
        return letters.toString();
    }

    static Set<ValueFlag> flags(String letters) {
        if (letters.isEmpty()) {
            return Set.of();
        }
        Set<ValueFlag> flags = EnumSet.noneOf(ValueFlag.class);
        for (ValueFlag flag : ValueFlag.values()) {
            if (letters.indexOf(letter(flag)) >= 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    static String letter(ValueState state) {
        return switch (state) {
            case KNOWN -> "k";
            case SUPPRESSED -> "c";
            case NOT_AVAILABLE -> "x";
            case NOT_APPLICABLE -> "z";
            case LOW -> "l";
        };
    }

    private static ValueState state(String letter) {
        return switch (letter) {
            case "k" -> ValueState.KNOWN;
            case "c" -> ValueState.SUPPRESSED;
            case "x" -> ValueState.NOT_AVAILABLE;
            case "z" -> ValueState.NOT_APPLICABLE;
            case "l" -> ValueState.LOW;
            default -> throw new IllegalStateException("The store holds an unknown value state '" + letter + "'.");
        };
    }

    private static char letter(ValueFlag flag) {
        return switch (flag) {
            case ESTIMATED -> 'e';
            case REVISED -> 'r';
            case LOW_CONFIDENCE -> 'u';
            case BREAK_IN_SERIES -> 'b';
        };
    }
}
