package org.needscape.store;

import java.time.Instant;
import org.needscape.disclosure.Wording;

/**
 * That somebody was given exact values.
 *
 * @param at when, to the microsecond
 * @param who was given them; one line of at most 200 characters
 * @param what they were, without a value; one line of at most 1,000 characters
 * @param reason why, in that person's words; at most 1,000 characters, may be empty
 */
public record ExactUse(Instant at, String who, String what, String reason) {

    private static final int MAX_NAME = 200;
    private static final int MAX_TEXT = 1000;

    public ExactUse {
        Wording.requireLine("The name of who uses exact values", who, MAX_NAME);
        Wording.requireLine("What the exact values are", what, MAX_TEXT);
        Wording.requireText("The reason for using exact values", reason, MAX_TEXT);
    }
}
