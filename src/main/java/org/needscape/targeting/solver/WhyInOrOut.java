package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.targeting.AreaReason;
import org.needscape.targeting.AreaReason.Reason;
import org.needscape.targeting.Resource;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/**
 * Says of every area why it is in a set or out of it, from the set as it is: no better set is looked for, only what would have to go for
 * an area to come in.
 */
public final class WhyInOrOut {

    private static final double SAME = 1e-9;

    private final TargetConstraints constraints;
    private final Instance instance;
    private final BitSet set;
    private final Displacement displacement;

    private WhyInOrOut(TargetQuestion question, Instance instance, BitSet set) {
        this.constraints = question.constraints();
        this.instance = instance;
        this.set = set;
        this.displacement = new Displacement(instance, set);
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
        if (without.isEmpty() || instance.piecesHold(without)) {
            return reason(area, Reason.BRINGS_NEED, "In because of the need that it reaches for what it takes.");
        }
        if (instance.pieces(without).size() > instance.pieces(set).size()) {
            return reason(area, Reason.JOINS_OTHERS, "In because it joins other areas that are in.");
        }
        return reason(
                area,
                Reason.FILLS_PIECE,
                "In because the areas it hangs together with would be fewer than " + constraints.pieceAreasLeast()
                        + " without it.");
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
        BitSet with = (BitSet) set.clone();
        with.set(area);
        if (instance.isFeasible(with)) {
            return reason(
                    area, Reason.FITS_BESIDE_THE_OTHERS, "Out, though it could come in beside the others that are in.");
        }
        Optional<BitSet> displaced = displacement.forArea(area);
        if (displaced.isPresent()) {
            return inPlaceOf(displaced.get(), area);
        }
        return tooMuch(area, with)
                .map(sentence -> reason(area, Reason.NOT_WITHIN_LIMITS, sentence))
                .orElseGet(() -> reason(
                        area,
                        Reason.NOT_BESIDE_THE_OTHERS,
                        "Out because the number of areas, how they lie or what districts must get does not let it in"
                                + " beside the others."));
    }

    private AreaReason inPlaceOf(BitSet displaced, int area) {
        List<AreaCode> codes = displaced.stream().mapToObj(instance::code).toList();
        double lost = instance.need(displaced) - instance.need(area);
        boolean isBetter = lost < -SAME * Math.max(1, instance.need(area));
        boolean isSame = !isBetter && lost <= SAME * Math.max(1, instance.need(area));
        String place = "it would take the place of " + inWords(codes) + ", and the need reached would "
                + (isSame ? "be the same." : (isBetter ? "rise" : "fall") + " by " + inWords(Math.abs(lost)) + ".");
        return new AreaReason(
                instance.code(area),
                false,
                isBetter ? Reason.BETTER_THAN_OTHERS : Reason.DISPLACES_OTHERS,
                codes,
                isSame ? 0 : lost,
                (isBetter ? "Out, though " : "Out because ") + place);
    }

    private static String inWords(List<AreaCode> codes) {
        int last = codes.size() - 1;
        return last == 0
                ? "area " + codes.get(0)
                : "areas "
                        + codes.subList(0, last).stream().map(AreaCode::value).collect(Collectors.joining(", "))
                        + " and " + codes.get(last);
    }

    /** At most one decimal, none from 10 on; never 0 for what is more than that. */
    private static String inWords(double need) {
        if (need < 0.05) {
            return "less than 0.1";
        }
        boolean whole = need >= 10 || need == Math.rint(need);
        return String.format(Locale.UK, whole ? "%,.0f" : "%,.1f", need);
    }

    /** The first limit of which too little is left. */
    private Optional<String> tooMuch(int area, BitSet with) {
        for (Map.Entry<Resource, Double> limit : new TreeMap<>(constraints.limits()).entrySet()) {
            Resource resource = limit.getKey();
            double cost = instance.candidate(area).cost(resource).orElse(0);
            double most = limit.getValue();
            double sum = with.stream()
                    .mapToDouble(each -> instance.candidate(each).cost(resource).orElse(0))
                    .sum();
            if (sum > most + SAME * Math.max(1, most)) {
                boolean alone = cost > most + SAME * Math.max(1, most);
                String left = alone
                        ? "the whole " + resource.limitNoun() + " (" + resource.inWords(most) + ")."
                        : "what is left of the " + resource.limitNoun() + " ("
                                + resource.inWords(Math.max(0, most - (sum - cost))) + ").";
                return Optional.of("Out because its " + resource.noun() + " (" + resource.inWords(cost)
                        + ") is more than " + left);
            }
        }
        return Optional.empty();
    }

    private AreaReason reason(int area, Reason reason, String sentence) {
        return new AreaReason(instance.code(area), set.get(area), reason, List.of(), 0, sentence);
    }
}
