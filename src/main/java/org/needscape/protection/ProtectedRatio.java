package org.needscape.protection;

import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.Value;

/**
 * A value with what it was divided from, all three as they may be shown. The numerator is never a number where the value is none, so
 * that nothing computed from the three tells more than the value does.
 *
 * @param value the share or rate, or why there is none
 * @param numerator how many were counted; suppressed where that would give a hidden value away
 * @param denominator among how many
 */
public record ProtectedRatio(Value value, Value numerator, Value denominator) {

    /** A value of which nothing more is known. */
    static ProtectedRatio of(Value value) {
        return new ProtectedRatio(value, Value.notAvailable(), Value.notAvailable());
    }

    /**
     * An observation as it may be shown. Beside a value that is shown, numerator and denominator of a restricted indicator are shown as
     * the rule shows any count of people, those of an open one as they are. Beside a value that is not shown the numerator is hidden,
     * whatever it is, and a denominator of a restricted indicator with it.
     *
     * @param rule by which restricted figures are hidden
     */
    public static ProtectedRatio of(Observation observation, Indicator indicator, DisclosurePolicy rule) {
        Value shown = rule.shown(observation, indicator);
        boolean open = indicator.sensitivity() == Sensitivity.OPEN;
        Value counted = observation.numerator();
        Value whole = observation.denominator();
        if (!shown.isKnown()) {
            return new ProtectedRatio(shown, hidden(counted), open ? whole : hidden(whole));
        }
        return open
                ? new ProtectedRatio(shown, counted, whole)
                : new ProtectedRatio(shown, rule.shownCount(counted), rule.shownCount(whole));
    }

    private static Value hidden(Value count) {
        return count.isKnown() ? Value.suppressed() : count;
    }
}
