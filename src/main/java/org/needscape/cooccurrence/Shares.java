package org.needscape.cooccurrence;

import java.util.List;
import java.util.Optional;
import org.needscape.stats.Estimate;
import org.needscape.stats.Interval;
import org.needscape.stats.WilsonInterval;

/** Shares of what was counted, with their 95 % limits, and checks of the counts. */
final class Shares {

    static final double CONFIDENCE = 0.95;

    private Shares() {}

    /** A share with Wilson's limits; empty when there is nothing to have a share of. */
    static Optional<Estimate> of(long having, long of) {
        if (of == 0) {
            return Optional.empty();
        }
        double share = (double) having / of;
        Interval limits = WilsonInterval.of((double) having, (double) of, CONFIDENCE);
        return Optional.of(new Estimate(share, limits.lower(), limits.upper()));
    }

    static void checkNotNegative(String what, long number) {
        if (number < 0) {
            throw new IllegalArgumentException(what + " are 0 or more, not " + number + ".");
        }
    }

    static void checkPart(String what, long part, long whole) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(what + ": " + part + " out of " + whole + ".");
        }
    }

    /** Whether so many can have all factors when each factor is had by so many. */
    static void checkTogether(List<String> factors, long together, List<Long> having, long of) {
        if (factors.size() < 2 || factors.size() != having.size()) {
            throw new IllegalArgumentException(
                    "Co-occurrence is of two factors or more, each with its count, not of " + factors + ".");
        }
        long missing = 0;
        for (int k = 0; k < factors.size(); k++) {
            checkPart("Having " + factors.get(k), having.get(k), of);
            checkPart("Having all of " + factors, together, having.get(k));
            missing += of - having.get(k);
        }
        if (together < of - missing) {
            throw new IllegalArgumentException(
                    "Of " + of + " at least " + (of - missing) + " have all of " + factors + ", not " + together + ".");
        }
    }
}
