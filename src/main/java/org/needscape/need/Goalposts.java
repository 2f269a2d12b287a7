package org.needscape.need;

/**
 * The values between which a factor is measured.
 *
 * @param from one end, in the factor's unit
 * @param to the other end, larger
 */
public record Goalposts(double from, double to) {

    public Goalposts {
        if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
            throw new IllegalArgumentException(
                    "Goalposts are two numbers of which the second is larger, not " + from + " and " + to + ".");
        }
    }

    double low(boolean negated) {
        return negated ? -to : from;
    }

    double high(boolean negated) {
        return negated ? -from : to;
    }
}
