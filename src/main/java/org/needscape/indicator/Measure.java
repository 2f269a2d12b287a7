package org.needscape.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** An intervention measure: help and protection that children receive, counted per area of their home. */
public enum Measure {
    EARLY_HELP("early-help", "Early help", "children receiving early help"),
    REFERRALS("referrals", "Referrals", "referrals to children's social care"),
    CIN("cin", "Children in need", "children in need"),
    CPP("cpp", "Child protection plans", "children on a child protection plan"),
    CLA("cla", "Children looked after", "children looked after");

    private final String code;
    private final String label;
    private final String counted;

    Measure(String code, String label, String counted) {
        this.code = code;
        this.label = label;
        this.counted = counted;
    }

    /** The word of the command line and of layer ids. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** What is counted, in lower case and the plural. */
    public String counted() {
        return counted;
    }

    /** The indicator that keeps its counts. */
    public IndicatorId indicatorId() {
        return new IndicatorId(code + "-count");
    }

    /** @throws IllegalArgumentException for an unknown word, with the list of what is possible */
    public static Measure parse(String code) {
        for (Measure measure : values()) {
            if (measure.code.equals(code.strip().toLowerCase(Locale.ROOT))) {
                return measure;
            }
        }
        throw new IllegalArgumentException("Unknown measure '" + code + "': use one of "
                + Arrays.stream(values()).map(Measure::code).collect(Collectors.joining(", ")) + ".");
    }
}
