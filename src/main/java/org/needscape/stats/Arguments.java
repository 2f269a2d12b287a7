package org.needscape.stats;

/** Preconditions, with messages that show the value. */
final class Arguments {

    private Arguments() {}

    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, not " + value + ".");
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be 0 or more, not " + value + ".");
        }
        return value;
    }

    static long notNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more, not " + value + ".");
        }
        return value;
    }

    static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be above 0, not " + value + ".");
        }
        return value;
    }

    static void confidence(double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("A confidence is between 0 and 1, not " + fraction + ".");
        }
    }

    static void sameLength(int first, int second) {
        if (first != second) {
            throw new IllegalArgumentException("Arrays of different length: " + first + " and " + second + ".");
        }
    }
}
