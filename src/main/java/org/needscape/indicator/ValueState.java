package org.needscape.indicator;

/** What is known of a value, with the mark that exports write and the words that pages show. */
public enum ValueState {
    KNOWN("", "known", "known"),
    SUPPRESSED("[c]", "suppressed", "hidden to protect children"),
    NOT_AVAILABLE("[x]", "not-available", "not available"),
    NOT_APPLICABLE("[z]", "not-applicable", "does not apply"),
    LOW("[low]", "low", "rounds to zero");

    private final String mark;
    private final String code;
    private final String words;

    ValueState(String mark, String code, String words) {
        this.mark = mark;
        this.code = code;
        this.words = words;
    }

    /** The mark written in exports where a number would stand; empty for a known value. */
    public String mark() {
        return mark;
    }

    /** The word of the API, such as {@code not-available}. */
    public String code() {
        return code;
    }

    /** The words of a page. */
    public String words() {
        return words;
    }
}
