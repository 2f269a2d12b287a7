package org.needscape.indicator;

import java.util.regex.Pattern;

/** Whether a measure counts who is there on one day, who starts during a period, or what happens during a period. */
public enum Basis {
    /** Children at a date; a child who is helped for three years is counted three times. */
    STOCK("stock at a date"),

    /** Children who started during a period, whether or not they are still helped at its end. */
    STARTS("starts in a period"),

    /** Events during a period; one child may bring several. */
    EVENTS("events in a period");

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final String words;

    Basis(String words) {
        this.words = words;
    }

    /** What is counted when, without a period: {@code stock at a date}. */
    public String words() {
        return words;
    }

    /**
     * The time of a count in words: {@code at 31 March 2024}, {@code starting in 2023/24}, {@code in 2023/24}. The stock of a
     * period that is not one calendar year keeps its publisher's words: {@code at 31 March (2023/24)}.
     */
    public String words(Period period) {
        return switch (this) {
            case STOCK ->
                "at 31 March " + (YEAR.matcher(period.text()).matches() ? period.text() : "(" + period.text() + ")");
            case STARTS -> "starting in " + period.text();
            case EVENTS -> "in " + period.text();
        };
    }
}
