package org.needscape.stats;

import java.util.Optional;

/** An estimate with its limits, or one sentence that says why it was not computed. Never NaN, never a number that stands for nothing. */
public sealed interface Computed {

    /** The estimate, if there is one. */
    Optional<Estimate> estimate();

    /** Why there is none; empty when there is one. */
    String reason();

    static Computed of(Estimate estimate) {
        return new Known(estimate);
    }

    static Computed not(String reason) {
        return new Not(reason);
    }

    /** It was computed. */
    record Known(Estimate value) implements Computed {
        @Override
        public Optional<Estimate> estimate() {
            return Optional.of(value);
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /** It was not, and why. */
    record Not(String reason) implements Computed {
        @Override
        public Optional<Estimate> estimate() {
            return Optional.empty();
        }
    }
}
