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
 * @param threshold the largest hidden count, 1 to 100
 * @param zeroIsDisclosive whether a count of zero is hidden too
 * @param roundingBase 0 to hide small counts; 2 to 100 to show every count rounded to a multiple of this instead
 * @param minimumDenominator shares and rates of fewer people than this are hidden, 0 to 10,000
 * @param protectionWidth how far apart the least and the greatest count that anybody can work out for a hidden one must lie, 1 to
 *     100; for a small count never more than the threshold allows
 */
public record DisclosurePolicy(
        int threshold, boolean zeroIsDisclosive, int roundingBase, int minimumDenominator, int protectionWidth) {

    /** Counts of 1 to 5 are hidden. */
    public static final DisclosurePolicy DEFAULT = new DisclosurePolicy(5);

    private static final int MOST = 100;
    private static final int MOST_PEOPLE = 10_000;
    private static final int USUAL_DENOMINATOR = 30;
    private static final int USUAL_WIDTH = 3;

    public DisclosurePolicy {
        require("largest hidden count", threshold, 1, MOST);
        require("rounding base", roundingBase == 0 ? 2 : roundingBase, 2, MOST);
        require("smallest denominator", minimumDenominator, 0, MOST_PEOPLE);
        require("protection width", protectionWidth, 1, MOST);
    }

    /** Counts of 1 to the threshold are hidden, zero is not, as are shares of fewer than 30; a hidden count is 3 wide. */
    public DisclosurePolicy(int threshold) {
        this(threshold, false, 0, USUAL_DENOMINATOR, USUAL_WIDTH);
    }

    /** Whether a count must be hidden: above 0, or 0 where that is disclosive, and up to the threshold. */
    public boolean hides(double count) {
        return count <= threshold && (count > 0 || zeroIsDisclosive);
    }

    /** The policy that is no weaker than either in anything; rounding gives way to hiding, and a larger base to a smaller one. */
    public DisclosurePolicy strictest(DisclosurePolicy other) {
        return new DisclosurePolicy(
                Math.max(threshold, other.threshold),
                zeroIsDisclosive || other.zeroIsDisclosive,
                roundingBase == 0 || other.roundingBase == 0 ? 0 : Math.max(roundingBase, other.roundingBase),
                Math.max(minimumDenominator, other.minimumDenominator),
                Math.max(protectionWidth, other.protectionWidth));
    }

    /** A count as it is shown where nothing ties it to other counts: hidden when it is small, rounded where the policy rounds. */
    public Value shownCount(Value count) {
        if (count.number().isEmpty()) {
            return count;
        }
        double number = count.number().getAsDouble();
        if (roundingBase > 0) {
            return Value.known(rounded(number));
        }
        return hides(number) ? Value.suppressed() : count;
    }

    /**
     * The value of an observation as it may be shown. Open figures stay as they are. Of a restricted indicator, a count is shown as
     * {@link #shownCount}. A share or rate is hidden when its count is small, when so few people are left over (its denominator
     * less its count), when it is of too few people, and when its count is not stated, since nobody can then tell; where the policy
     * rounds it is made from the rounded count.
     */
    public Value shown(Observation observation, Indicator indicator) {
        Value value = observation.value();
        if (indicator.sensitivity() == Sensitivity.OPEN || value.number().isEmpty()) {
            return value;
        }
        if (isCount(indicator)) {
            return shownCount(value);
        }
        Value count = observation.numerator();
        if (count.number().isEmpty()) {
            return Value.suppressed();
        }
        double people = count.number().getAsDouble();
        Value of = observation.denominator();
        if (of.isKnown()) {
            double all = of.number().getAsDouble();
            if (all < minimumDenominator || (isShare(indicator) && hidesRest(all - people))) {
                return Value.suppressed();
            }
        }
        if (roundingBase > 0) {
            return people == 0 ? value : value.map(number -> number * rounded(people) / people);
        }
        return hides(people) ? Value.suppressed() : value;
    }

    /** Whether an indicator's unit says that it counts people, families or households. */
    public static boolean isCount(Indicator indicator) {
        return switch (indicator.unit().toLowerCase(Locale.ROOT)) {
            case "persons", "people", "children", "households", "families", "count", "number", "referrals" -> true;
            default -> false;
        };
    }

    /** Whether an indicator's unit says that it is a part of a whole, so that the rest of the whole can be worked out. */
    private static boolean isShare(Indicator indicator) {
        String unit = indicator.unit().toLowerCase(Locale.ROOT);
        return unit.equals("percent") || unit.equals("%") || unit.startsWith("proportion");
    }

    private boolean hidesRest(double people) {
        return roundingBase == 0 && hides(people);
    }

    private double rounded(double count) {
        return Math.floor((count + Math.floorDiv(roundingBase, 2)) / roundingBase) * roundingBase;
    }

    private static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("The " + what + " is " + least + " to " + most + ", not " + value + ".");
        }
    }
}
