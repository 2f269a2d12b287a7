package org.needscape.targeting;

import java.util.Optional;

/** What came of a question: a set of areas, what makes every set impossible, or that neither was found in time. */
public sealed interface SuggestionOutcome permits Suggestion, Conflict, Undecided {

    /** The set; empty when there is none. */
    Optional<Suggestion> suggestion();

    /** What makes every set impossible; empty unless that is known. */
    Optional<Conflict> conflict();
}
