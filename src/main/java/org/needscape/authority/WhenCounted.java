package org.needscape.authority;

import java.util.Locale;

/** When something is counted that is known by the year ending on 31 March. */
public enum WhenCounted {
    /** Who is there on the day. */
    STOCK("at 31 March %s"),
    /** Who comes in the year, or what happens in it. */
    STARTS("in the year ending 31 March %s"),
    /** Who leaves in the year. */
    ENDS("ending in the year ending 31 March %s"),
    /** Who is there on at least one day of the year. */
    ANY_POINT("at any point in the year ending 31 March %s");

    private final String words;

    WhenCounted(String words) {
        this.words = words;
    }

    /** The word of the API, such as {@code any-point}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The words of a page, such as "at 31 March 2024".
     *
     * @param year that the period is known by
     */
    public String words(String year) {
        return words.formatted(year);
    }
}
