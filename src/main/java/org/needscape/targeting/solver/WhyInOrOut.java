package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.targeting.AreaReason;
import org.needscape.targeting.AreaReason.Reason;
import org.needscape.targeting.Resource;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/** Says of every area why it is in a set or out of it, from the set as it is: nothing is searched again. */
public final class WhyInOrOut {

    private final TargetConstraints constraints;
    private final Instance instance;
    private final BitSet set;

    private WhyInOrOut(TargetQuestion question, Instance instance, BitSet set) {
        this.constraints = question.constraints();
        this.instance = instance;
        this.set = set;
    }

    /**
     * One reason for each area.
     *
     * @param chosen a set that keeps to the constraints; codes that are not candidates are passed over
     * @return by code
     */
    public static List<AreaReason> reasons(TargetQuestion question, Collection<AreaCode> chosen) {
        Instance instance = new Instance(question);
        BitSet set = new BitSet();
        for (int area = 0; area < instance.size(); area++) {
            set.set(area, chosen.contains(instance.code(area)));
        }
        WhyInOrOut why = new WhyInOrOut(question, instance, set);
        List<AreaReason> reasons = new ArrayList<>();
        for (int area = 0; area < instance.size(); area++) {
            reasons.add(set.get(area) ? why.in(area) : why.out(area));
        }
        return reasons;
    }

    private AreaReason in(int area) {
        if (constraints.mustHave().contains(instance.code(area))) {
            return reason(area, Reason.MUST_HAVE, "In because it must be in.");
        }
        BitSet without = (BitSet) set.clone();
        without.clear(area);
        if (!without.isEmpty() && !instance.piecesHold(without)) {
            return reason(area, Reason.JOINS_OTHERS, "In because it joins other areas that are in.");
        }
        return reason(area, Reason.BRINGS_NEED, "In because of the need that it reaches for what it takes.");
    }

    private AreaReason out(int area) {
        if (constraints.mustNot().contains(instance.code(area))) {
            return reason(area, Reason.MUST_NOT, "Out because it must be out.");
        }
        if (instance.out().get(area)) {
            String what = instance.candidate(area).need().isEmpty() ? "need" : "cost of something limited";
            return reason(area, Reason.NOT_KNOWN, "Out because its " + what + " is not known.");
        }
        if (instance.need(area) == 0) {
            return reason(area, Reason.BRINGS_NOTHING, "Out because it would reach no need.");
        }
        return missing(area)
                .map(sentence -> reason(area, Reason.NOT_WITHIN_LIMITS, sentence))
                .orElseGet(() -> reason(
                        area,
                        Reason.NOT_BESIDE_THE_OTHERS,
                        "Out because the number of areas or how they lie does not let it in beside the others."));
    }

    /** By how much the first limit would have to rise. */
    private Optional<String> missing(int area) {
        BitSet with = (BitSet) set.clone();
        with.set(area);
        for (Map.Entry<Resource, Double> limit : new TreeMap<>(constraints.limits()).entrySet()) {
            Resource resource = limit.getKey();
            double sum = with.stream()
                    .mapToDouble(each -> instance.candidate(each).cost(resource).orElse(0))
                    .sum();
            if (sum > limit.getValue() + 1e-9 * Math.max(1, limit.getValue())) {
                return Optional.of("Out because beside the others it would need a " + resource.limitNoun()
                        + " higher by " + resource.inWords(sum - limit.getValue()) + ".");
            }
        }
        return Optional.empty();
    }

    private AreaReason reason(int area, Reason reason, String sentence) {
        return new AreaReason(instance.code(area), set.get(area), reason, sentence);
    }
}
