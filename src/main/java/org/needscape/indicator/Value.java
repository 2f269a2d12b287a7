package org.needscape.indicator;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A measured or derived value that may be unknown for a reason. Never NaN, never infinite, and never a bare number that could be
 * any of the states: {@link #number()} is empty for everything that is not known.
 */
public sealed interface Value {

    /** The state, {@link ValueState#KNOWN} exactly when {@link #number()} is present. */
    ValueState state();

    /** The number of a known value; empty otherwise, also for a suppressed and for a low one. */
    OptionalDouble number();

    /**
     * Applies a function to a known number; every other state stays as it is, so that what derives from a suppressed value is
     * suppressed. A result that is not finite becomes not available.
     */
    default Value map(DoubleUnaryOperator function) {
        OptionalDouble number = number();
        return number.isPresent() ? ofFinite(function.applyAsDouble(number.getAsDouble())) : this;
    }

    default boolean isKnown() {
        return state() == ValueState.KNOWN;
    }

    /** A known number. @throws IllegalArgumentException when it is NaN or infinite */
    static Value known(double number) {
        return new Known(number);
    }

    /** A known number, or not available when the number is NaN or infinite. */
    static Value ofFinite(double number) {
        return Double.isFinite(number) ? new Known(number) : Unknown.NOT_AVAILABLE;
    }

    /** Hidden to protect people; primary and secondary suppression are the same to everybody. */
    static Value suppressed() {
        return Unknown.SUPPRESSED;
    }

    static Value notAvailable() {
        return Unknown.NOT_AVAILABLE;
    }

    static Value notApplicable() {
        return Unknown.NOT_APPLICABLE;
    }

    /** Above zero but rounded to zero by its publisher. */
    static Value low() {
        return Unknown.LOW;
    }

    /** The value without a number that has this state. @throws IllegalArgumentException for {@link ValueState#KNOWN} */
    static Value unknown(ValueState state) {
        return switch (state) {
            case SUPPRESSED -> Unknown.SUPPRESSED;
            case NOT_AVAILABLE -> Unknown.NOT_AVAILABLE;
            case NOT_APPLICABLE -> Unknown.NOT_APPLICABLE;
            case LOW -> Unknown.LOW;
            case KNOWN -> throw new IllegalArgumentException("A known value needs its number.");
        };
    }

    /**
     * A known number.
     *
     * @param value finite
     */
    record Known(double value) implements Value {
        public Known {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A known value is finite, not " + value + ".");
            }
        }

        @Override
        public ValueState state() {
            return ValueState.KNOWN;
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(value);
        }
    }

    /** A value without a number, and why. */
    enum Unknown implements Value {
        SUPPRESSED(ValueState.SUPPRESSED),
        NOT_AVAILABLE(ValueState.NOT_AVAILABLE),
        NOT_APPLICABLE(ValueState.NOT_APPLICABLE),
        LOW(ValueState.LOW);

        private final ValueState state;

        Unknown(ValueState state) {
            this.state = state;
        }

        @Override
        public ValueState state() {
            return state;
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.empty();
        }
    }
}
