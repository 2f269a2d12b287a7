package org.needscape.targeting.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a decision on target areas has come. */
public enum DecisionState {
    /** Worked at. */
    DRAFT,
    /** Put before the board. */
    PROPOSED,
    /** What the board stands by. */
    AGREED,
    /** Another decision has taken its place. */
    SUPERSEDED;

    /** The word of addresses and documents. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word; none for a word that is no state. */
    public static Optional<DecisionState> find(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    /**
     * Whether a next revision may be in another state: a draft is worked at or proposed; a proposal is changed, sent back, or agreed; what
     * is agreed is changed only by being superseded, and what is superseded stays so.
     */
    public boolean mayBecome(DecisionState next) {
        return switch (this) {
            case DRAFT -> next == DRAFT || next == PROPOSED;
            case PROPOSED -> next == DRAFT || next == PROPOSED || next == AGREED;
            case AGREED -> next == SUPERSEDED;
            case SUPERSEDED -> false;
        };
    }
}
