package org.needscape.disclosure;

import java.util.Locale;

/** How far a data set is on its way from import to release. */
public enum ReleaseState {
    DRAFT("draft, not approved for release"),
    APPROVED("approved for release"),
    WITHDRAWN("withdrawn from release");

    private final String words;

    ReleaseState(String words) {
        this.words = words;
    }

    /** The state in addresses, files and tables, such as {@code draft}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state for people, such as "approved for release". */
    public String words() {
        return words;
    }

    /** @throws IllegalArgumentException when no state has this code */
    public static ReleaseState parse(String code) {
        for (ReleaseState state : values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        throw new IllegalArgumentException(
                "There is no such state of release: write draft, approved or withdrawn. Nothing was changed.");
    }
}
