package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.indicator.ValueState;

/** The help that is given in a choice of target areas: sums of counts that are shown, and how many are not. */
final class TargetHelpTallies {

    private static final int SHARE_DECIMALS = 4;

    private TargetHelpTallies() {}

    /** Puts every measure of help. */
    static void put(ArrayNode measures, TargetGround ground, AreaId district, List<AreaCode> chosen) {
        for (TargetGround.Help help : ground.help()) {
            List<Value> counts = new ArrayList<>();
            chosen.forEach(code -> counts.add(help.shown(code)));
            long hidden = counts.stream()
                    .filter(count -> count.state() == ValueState.SUPPRESSED)
                    .count();
            long unknown = counts.stream().filter(count -> !count.isKnown()).count() - hidden;
            double shown = counts.stream()
                    .filter(Value::isKnown)
                    .mapToDouble(count -> count.number().getAsDouble())
                    .sum();
            Value all = help.counts().district(help.period(), district);
            boolean whole = hidden + unknown == 0 && !chosen.isEmpty();
            ObjectNode measure = measures.addObject();
            measure.put("measure", help.measure().code());
            measure.put("title", help.measure().label());
            measure.put("period", help.period().text());
            // With nothing shown there is no number: a 0 would say that nobody is helped.
            measure.put("shownSum", counts.size() > hidden + unknown || counts.isEmpty() ? Math.round(shown) : null);
            measure.put("hiddenAreas", hidden);
            measure.put("unknownAreas", unknown);
            measure.set(
                    "shareOfDistrict",
                    ReportNumbers.number(
                            whole ? ValueArithmetic.ratio(Value.known(shown), all, 1) : Value.notAvailable(),
                            SHARE_DECIMALS));
            measure.put("reason", reason(hidden, unknown, counts.size(), all));
        }
    }

    /** Why there is no share, and where nothing is shown no number; empty where there is a share, and where nothing is chosen. */
    private static String reason(long hidden, long unknown, int areas, Value all) {
        if (hidden + unknown == 0) {
            return all.isKnown() || areas == 0
                    ? ""
                    : "No share is given: the district's count is "
                            + all.state().words() + ".";
        }
        if (hidden == areas) {
            return "Neither number nor share is given: the counts of all " + areas
                    + " areas are hidden, because they would give away a small number of children.";
        }
        String what = hidden + unknown == areas ? "Neither number nor share is given: " : "No share is given: ";
        String rest = hidden + unknown == areas ? "." : "; the number is the sum of the others.";
        return hidden > 0
                ? what + "the count of " + hidden + " of " + areas
                        + " areas is hidden, because it would give away a small number of children" + rest
                : what + "the count of " + unknown + " of " + areas + " areas is not available" + rest;
    }
}
