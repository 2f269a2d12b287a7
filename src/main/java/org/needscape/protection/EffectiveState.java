package org.needscape.protection;

import java.time.LocalDate;
import java.util.Locale;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.ReleaseState;

/** How far a data set is on its way to release, as it stands on a day: what was decided, or that its time is over. */
public enum EffectiveState {
    DRAFT(ReleaseState.DRAFT.words()),
    APPROVED(ReleaseState.APPROVED.words()),
    WITHDRAWN(ReleaseState.WITHDRAWN.words()),
    EXPIRED("past the last day on which it may be kept");

    private final String words;

    EffectiveState(String words) {
        this.words = words;
    }

    /** The state on a day. What was withdrawn stays so; anything else expires on the day after the last one. */
    public static EffectiveState of(DatasetPolicy policy, LocalDate today) {
        boolean over = policy.keepUntil().map(last -> last.isBefore(today)).orElse(false);
        return switch (policy.state()) {
            case WITHDRAWN -> WITHDRAWN;
            case APPROVED -> over ? EXPIRED : APPROVED;
            case DRAFT -> over ? EXPIRED : DRAFT;
        };
    }

    /** Whether figures of such a data set may be used for anything that leaves. */
    public boolean isServed() {
        return this == DRAFT || this == APPROVED;
    }

    /** The state in documents, such as {@code expired}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state for people, such as "approved for release". */
    public String words() {
        return words;
    }
}
