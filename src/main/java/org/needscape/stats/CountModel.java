package org.needscape.stats;

import java.util.Optional;

/** The outcome of a count regression: a fitted model, or one sentence that says why there is none. */
public sealed interface CountModel {

    /** The fitted model, if there is one. */
    Optional<FittedCountModel> fitted();

    /** Why there is no fitted model; empty when there is one. */
    String reason();

    /** A model that fits. */
    record Fitted(FittedCountModel model) implements CountModel {
        @Override
        public Optional<FittedCountModel> fitted() {
            return Optional.of(model);
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /** No model, and why. */
    record NotFitted(String reason) implements CountModel {
        @Override
        public Optional<FittedCountModel> fitted() {
            return Optional.empty();
        }
    }
}
