package org.needscape.render;

import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;

/**
 * A number of a chart with its limits, or why there is none.
 *
 * @param value the number, or its state
 * @param lower the lower limit; unknown where the number is, or where it has no limits
 * @param upper the upper limit; known exactly when the lower one is, and not below it
 */
public record WithLimits(Value value, Value lower, Value upper) {

    public WithLimits {
        if (lower.isKnown() != upper.isKnown() || (lower.isKnown() && !value.isKnown())) {
            throw new IllegalArgumentException(
                    "Limits come in twos and with a number, not as " + lower + " and " + upper + " of " + value + ".");
        }
        if (lower.isKnown() && lower.number().orElseThrow() > upper.number().orElseThrow()) {
            throw new IllegalArgumentException("The lower limit " + lower + " is above the upper one, " + upper + ".");
        }
    }

    /** A number with limits. @throws IllegalArgumentException when one is not finite or the limits are the wrong way round */
    public static WithLimits of(double value, double lower, double upper) {
        return new WithLimits(Value.known(value), Value.known(lower), Value.known(upper));
    }

    /** A number that has no limits, such as a count or a published figure. */
    public static WithLimits exact(double value) {
        return new WithLimits(Value.known(value), Value.notAvailable(), Value.notAvailable());
    }

    /** No number, and why. @throws IllegalArgumentException for {@link ValueState#KNOWN} */
    public static WithLimits unknown(ValueState state) {
        Value value = Value.unknown(state);
        return new WithLimits(value, value, value);
    }

    boolean isKnown() {
        return value.isKnown();
    }

    boolean isHidden() {
        return value.state() == ValueState.SUPPRESSED;
    }

    boolean hasLimits() {
        return lower.isKnown();
    }

    /** The number. @throws java.util.NoSuchElementException when there is none */
    double number() {
        return value.number().orElseThrow();
    }

    /** The lower limit, or the number where it has none. */
    double low() {
        return hasLimits() ? lower.number().orElseThrow() : number();
    }

    /** The upper limit, or the number where it has none. */
    double high() {
        return hasLimits() ? upper.number().orElseThrow() : number();
    }

    /** The number and its limits in words, such as {@code 184.8 (158.0 to 214.7)}, or why there is none. */
    String inWords() {
        if (!isKnown()) {
            return value.state().words();
        }
        String number = ChartWords.number(number());
        return hasLimits()
                ? number + " (" + ChartWords.number(low()) + " to " + ChartWords.number(high()) + ")"
                : number;
    }
}
