package org.needscape.service;

import java.time.Instant;
import org.needscape.disclosure.ReleaseDecision;
import org.needscape.disclosure.ReleaseState;

/**
 * Who decides, and why.
 *
 * @param by the name of who decides; one line of at most 200 characters
 * @param note why, or under what conditions; at most 1,000 characters, may be empty
 */
public record Signature(String by, String note) {

    /** @throws IllegalArgumentException with one sentence when the name or the note cannot be kept */
    public Signature {
        by = by.strip();
        note = note.strip();
        new ReleaseDecision(1, ReleaseState.DRAFT, by, Instant.EPOCH, note);
    }

    /** Signs without a note. */
    public Signature(String by) {
        this(by, "");
    }

    ReleaseDecision decision(long dataset, ReleaseState state, Instant at) {
        return new ReleaseDecision(dataset, state, by, at, note);
    }

    Signature orNote(String other) {
        return note.isEmpty() ? new Signature(by, other) : this;
    }
}
