package org.needscape.cooccurrence;

import java.util.Locale;
import java.util.Optional;

/**
 * A number of children of which only limits are known. Not a confidence interval: no number between the limits is likelier than
 * another.
 *
 * @param low 0 or more; from a division it need not be whole
 * @param high finite, at least {@code low}
 */
public record ChildrenRange(double low, double high) {

    public ChildrenRange {
        if (!(low >= 0 && low <= high) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("Not a range of children: " + low + " to " + high + ".");
        }
    }

    /** What both ranges allow; empty when they have no number in common. */
    public Optional<ChildrenRange> within(ChildrenRange other) {
        double from = Math.max(low, other.low);
        double to = Math.min(high, other.high);
        return from <= to ? Optional.of(new ChildrenRange(from, to)) : Optional.empty();
    }

    /** Whether every number of this range is in the other. */
    public boolean isWithin(ChildrenRange other) {
        return other.low <= low && high <= other.high;
    }

    /** "between 13,150 and 19,725 children", rounded to the nearest child, halves up; one number where both limits round to it. */
    public String words() {
        long from = Math.round(low);
        long to = Math.round(high);
        if (from < to) {
            return String.format(Locale.UK, "between %,d and %,d children", from, to);
        }
        return String.format(Locale.UK, to == 1 ? "%,d child" : "%,d children", to);
    }
}
