package org.needscape.need;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Toward what the rates of a factor are drawn before they are scored, the more, the fewer people are behind them. */
public enum Shrinkage {
    /** They are scored as they are. */
    NONE("none"),
    /** The rate of all areas together: empirical Bayes after Marshall (1991, Applied Statistics 40:283-294). */
    GLOBAL("global"),
    /** The rate of an area and its neighbours together, in the same way. */
    LOCAL("local"),
    /** The rate of the area's district, on the logit scale, as the Indices of Deprivation do; for shares only. */
    DISTRICT("district");

    private final String code;

    Shrinkage(String code) {
        this.code = code;
    }

    /** The word in recipes and addresses. */
    public String code() {
        return code;
    }

    /**
     * The kind that a word names.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Shrinkage parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown shrinkage '" + word + "': use "
                        + Arrays.stream(values()).map(Shrinkage::code).collect(Collectors.joining(", ")) + "."));
    }
}
