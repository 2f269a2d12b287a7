package org.needscape.disclosure;

import java.time.Instant;

/**
 * That somebody approved a data set for release, withdrew it or made it a draft again.
 *
 * @param dataset the number of the data set in the store
 * @param state what it became
 * @param by who decided; one line of at most 200 characters
 * @param at when, to the microsecond
 * @param note why, or under what conditions; at most 1,000 characters, may be empty
 */
public record ReleaseDecision(long dataset, ReleaseState state, String by, Instant at, String note) {

    private static final int MAX_NAME = 200;
    private static final int MAX_NOTE = 1000;

    public ReleaseDecision {
        Wording.requireLine("The name of who decided", by, MAX_NAME);
        Wording.requireText("The note", note, MAX_NOTE);
    }
}
