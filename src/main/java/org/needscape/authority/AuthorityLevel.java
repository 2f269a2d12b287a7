package org.needscape.authority;

import java.util.Locale;

/** How much of the country an {@link Authority} is. */
public enum AuthorityLevel {
    COUNTRY("National"),
    REGION("Regional"),
    AUTHORITY("Local authority"),
    /** A district within a county, without duties for children of its own. */
    DISTRICT("Local authority district");

    private final String published;

    AuthorityLevel(String published) {
        this.published = published;
    }

    /** The word of the API, such as {@code region}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word of the Department for Education's files in their column {@code geographic_level}. */
    public String published() {
        return published;
    }
}
