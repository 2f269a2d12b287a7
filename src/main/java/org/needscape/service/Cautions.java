package org.needscape.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.needscape.area.Extent;
import org.needscape.disclosure.DisclosurePolicy;

/** The sentences that always stand with figures. */
final class Cautions {

    static final String AREAS_NOT_PEOPLE =
            "These figures describe areas, not people. Not everyone in a deprived area is deprived,"
                    + " and not all deprived people live in deprived areas.";
    static final String SAME_EDITION =
            "Deciles and ranks compare areas within the same edition only; decile 1 is the most deprived tenth.";
    static final String EQUAL_CLASSES =
            "The colour classes hold about equal numbers of areas of this extent; they say nothing about significance.";
    static final String HOTSPOT =
            "A hotspot is a finding about a group of neighbouring areas at a 5 % false discovery rate, not a"
                    + " verdict on one of them; it depends on where boundaries run, and areas at the county's edge have fewer neighbours here.";
    static final String HOTSPOT_AGREED =
            "A hotspot is a finding about a group of neighbouring areas on which most of the settings agree; it says little of one of them alone,"
                    + " and it depends on where boundaries run. What is no hotspot may need help all the same: look at the areas named by district.";
    static final String DIRECTION_NOT_STATED =
            "It is not stated which end of a measure means more need: its high values are looked for, and a hotspot of it need not be a place"
                    + " of more need.";
    static final String PLACES =
            "Circumstances that are high in one place need not be those of the same families there: what holds of places need not hold of"
                    + " anybody in them (the ecological fallacy).";
    static final String LOCAL_TENTHS =
            "By tenths of this county, not national: its small areas are ranked among themselves, and each tenth has a tenth of them. They"
                    + " say how help follows deprivation inside this county alone. Nothing here can be compared with another place, or"
                    + " with figures by national tenth.";
    static final String GRADIENT =
            "The gradient is an association. It does not prove what causes it, and it is no proof of bias or"
                    + " of unmet need.";
    static final String GAP =
            "High or low need says whether more help is expected here than overall, by deprivation and need score. High or low response"
                    + " says whether more or less reaches the area than areas alike in both. Neither says how much help is right: where need"
                    + " is high and response low, hidden need may show, and it is worth asking why.";
    static final String GAP_OF_SHOWN =
            "Where small numbers are hidden, areas with a number are those of none or of many: how many areas each class has says nothing"
                    + " of the areas that are hidden.";
    static final String GAP_CAUSES =
            "The comparison is an association. How services record and where children live when they are counted bear on it, and so"
                    + " does what deprivation and need score do not measure.";
    static final String NEED_SCORE =
            "The need score sets circumstances side by side with equal weight unless its recipe says otherwise;"
                    + " other weights give other ranks.";
    static final String PROVISION_COVER =
            "A service stands for the ages and levels of need that its description names. That there is one does not say that it has a place"
                    + " free, that it is near, or that it is enough; an age to 5 takes in children until they turn six.";
    static final String PROVISION_REACH =
            "Reach counts children aged 0 to 17 of areas whose centre is near a site in a straight line, also where a service is for some of"
                    + " these ages only: children by single year of age are not kept.";
    static final String PROVISION_SPEND =
            "Budgets are of the whole county. What stands beside a place is an estimate of its share by the stated key, not what was spent"
                    + " there: by children, every child has the same by construction. Budgets that are not known are left out, and not taken as 0.";
    static final String FICTIONAL =
            "Fictional data: this county, its places and all its figures are invented for demonstration.";

    /** The end of a sentence about how figures were made. */
    static final String NOTHING_HIDDEN = "nothing is hidden.";

    static final String EXACT =
            "These are exact values, small counts among them, which can point to single children: whoever holds this file keeps"
                    + " it where nobody else reads it, publishes nothing of it and deletes it when it is no longer needed.";

    private Cautions() {}

    /** What is hidden or rounded by a rule. */
    static String hidden(DisclosurePolicy rule) {
        if (rule.roundingBase() > 0) {
            return "Counts of children are rounded to multiples of " + rule.roundingBase()
                    + " to protect them, and rates are made from rounded counts; a rounded 0 need not be none.";
        }
        return "Counts of " + (rule.zeroIsDisclosive() ? "0" : "1") + " to " + rule.threshold()
                + " children, and what would give them away, are hidden to protect children. Hidden is not zero.";
    }

    /** The cautions of a layer, "fictional" first where it is. */
    static List<String> of(Extent extent, String... further) {
        List<String> cautions = new ArrayList<>();
        if (extent.fictional()) {
            cautions.add(FICTIONAL);
        }
        Arrays.stream(further).filter(caution -> !caution.isEmpty()).forEach(cautions::add);
        cautions.add(AREAS_NOT_PEOPLE);
        return cautions;
    }
}
