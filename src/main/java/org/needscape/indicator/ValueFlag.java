package org.needscape.indicator;

/** What its publisher says about a number. Several may hold. */
public enum ValueFlag {
    ESTIMATED("estimated"),
    REVISED("revised"),
    LOW_CONFIDENCE("low confidence"),
    BREAK_IN_SERIES("break in series");

    private final String words;

    ValueFlag(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
