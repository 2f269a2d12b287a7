package org.needscape.indicator;

/** Which end of an indicator means more need. An indicator whose polarity is not stated enters no need matrix. */
public enum Polarity {
    HIGHER_IS_MORE_NEED("higher means more need"),
    LOWER_IS_MORE_NEED("lower means more need"),
    NOT_STATED("not stated which end means more need");

    private final String words;

    Polarity(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
