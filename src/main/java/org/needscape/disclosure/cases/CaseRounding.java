package org.needscape.disclosure.cases;

import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Value;

/** How counts of cases are shown by a policy. */
final class CaseRounding {

    private static final int SMALLEST_BASE = 5;

    private final DisclosurePolicy rule;
    private final int base;

    CaseRounding(DisclosurePolicy rule) {
        this.rule = rule;
        this.base = base(rule);
    }

    /** What counts are rounded to a multiple of: 5, or more where the policy says so. */
    static int base(DisclosurePolicy rule) {
        return Math.max(SMALLEST_BASE, rule.roundingBase());
    }

    /**
     * A count as it is shown: hidden when it is small, else rounded to the nearest multiple of the base that is not itself hidden.
     *
     * @param counted how many are counted
     * @param all how many there are with those left out; only whether there are any is told
     */
    Value shown(long counted, long all) {
        if (all == 0) {
            return rule.zeroIsDisclosive() ? Value.suppressed() : Value.known(0);
        }
        if (isHidden(counted)) {
            return Value.suppressed();
        }
        long rounded = Math.floorDiv(counted + base / 2, base) * (long) base;
        return Value.known((double) Math.max(rounded, leastShown()));
    }

    /** Whether a count of cases is too small to be shown. */
    boolean isHidden(long counted) {
        return counted <= rule.threshold();
    }

    /** A count that was shown by a weaker rule. */
    Value again(Value shown) {
        if (shown.number().isEmpty()) {
            return shown;
        }
        double number = shown.number().getAsDouble();
        boolean hidden = number == 0 ? rule.zeroIsDisclosive() : number - base < rule.threshold();
        return hidden ? Value.suppressed() : shown;
    }

    private long leastShown() {
        return (Math.floorDiv(rule.threshold(), base) + 1) * (long) base;
    }
}
