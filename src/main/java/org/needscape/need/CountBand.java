package org.needscape.need;

import java.util.Locale;
import org.needscape.indicator.Value;

/** How many circumstances are worse than their benchmark, in the bands that Staffordshire used in 2021. */
public enum CountBand {
    /** 0 to 2. */
    LOW,
    /** 3 or 4. */
    MEDIUM,
    /** 5 or more. */
    HIGH;

    private static final int LEAST_MEDIUM = 3;
    private static final int LEAST_HIGH = 5;

    /** The band of a count in files; the state's mark where there is no count. */
    public static String of(Value count) {
        return count.number().isPresent()
                ? ofCount((int) count.number().getAsDouble()).code()
                : count.state().mark();
    }

    static CountBand ofCount(int count) {
        if (count < LEAST_MEDIUM) {
            return LOW;
        }
        return count < LEAST_HIGH ? MEDIUM : HIGH;
    }

    /** The word in files, such as {@code medium}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
