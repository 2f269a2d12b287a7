package org.needscape.disclosure;

import java.util.Locale;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.Value;

/**
 * Which numbers are too small to show.
 *
 * <p>The default follows the Department for Education's rule for children's services figures: counts of 1 to 5 are hidden, zero
 * is shown (Department for Education, "Children in need" data guidance, 2021).
 *
 * @param threshold the largest hidden count, at least 1
 */
public record DisclosurePolicy(int threshold) {

    /** Counts of 1 to 5 are hidden. */
    public static final DisclosurePolicy DEFAULT = new DisclosurePolicy(5);

    public DisclosurePolicy {
        if (threshold < 1) {
            throw new IllegalArgumentException("The largest hidden count is at least 1, not " + threshold + ".");
        }
    }

    /** Whether a count must be hidden: above 0 and up to the threshold. */
    public boolean hides(double count) {
        return count > 0 && count <= threshold;
    }

    /**
     * The value of an observation as it may be shown. Open figures stay as they are. Of a restricted indicator, a count of 1 to
     * the threshold is suppressed; so is a share or rate whose count is that small, or whose count is not stated, since nobody can
     * then tell whether it is.
     */
    public Value shown(Observation observation, Indicator indicator) {
        Value value = observation.value();
        if (indicator.sensitivity() == Sensitivity.OPEN || value.number().isEmpty()) {
            return value;
        }
        Value count = isCount(indicator) ? value : observation.numerator();
        if (count.number().isEmpty()) {
            return Value.suppressed();
        }
        return hides(count.number().getAsDouble()) ? Value.suppressed() : value;
    }

    /** Whether an indicator's unit says that it counts people, families or households. */
    public static boolean isCount(Indicator indicator) {
        return switch (indicator.unit().toLowerCase(Locale.ROOT)) {
            case "persons", "people", "children", "households", "families", "count", "number", "referrals" -> true;
            default -> false;
        };
    }
}
