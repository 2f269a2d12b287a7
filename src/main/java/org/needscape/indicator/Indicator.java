package org.needscape.indicator;

/**
 * What is measured: definition, unit and source. "not stated" stands where the publisher says nothing.
 *
 * @param id as in file columns and addresses
 * @param label for people, not blank
 * @param unit such as {@code percent}, {@code per 10,000} or {@code children}
 * @param polarity which end means more need
 * @param theme the group it is listed under
 * @param numerator what is counted, or {@link #NOT_STATED}
 * @param denominator what it is divided by, or {@link #NOT_STATED}
 * @param source publisher and title
 * @param licence the licence's name
 * @param sensitivity whether small numbers are hidden
 */
public record Indicator(
        IndicatorId id,
        String label,
        String unit,
        Polarity polarity,
        String theme,
        String numerator,
        String denominator,
        String source,
        String licence,
        Sensitivity sensitivity) {

    public static final String NOT_STATED = "not stated";

    public Indicator {
        if (label.isBlank()) {
            throw new IllegalArgumentException("Indicator " + id + " has no label.");
        }
        unit = orNotStated(unit);
        theme = orNotStated(theme);
        numerator = orNotStated(numerator);
        denominator = orNotStated(denominator);
        source = orNotStated(source);
        licence = orNotStated(licence);
    }

    private static String orNotStated(String text) {
        return text.isBlank() ? NOT_STATED : text;
    }
}
