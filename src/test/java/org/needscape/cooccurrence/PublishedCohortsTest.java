package org.needscape.cooccurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.stats.Estimate;
import org.needscape.stats.TwoByTwo;

/**
 * Printed figures from their printed components. Sources: Staffordshire County Council, 2015, briefing on the children's system (the
 * Local Support Team's cases of 2014; the tiers "some" and "few" and their footnotes); Warwickshire County Council, 2016, Children
 * Looked After Needs Assessment, section 3.1.4. Where print contradicts itself, both are here.
 */
class PublishedCohortsTest {

    /** "Over 10,800 cases": the counts below are the printed percentages of it. */
    private static final long CASES = 10_800;

    // Printed in whole percent: the ratio is as exact as that. The times are worked out by hand from the two
    // percentages.
    @ParameterizedTest
    @CsvSource({
        "lone-parent household, 40, 6, 6.67",
        "social housing, 37, 16, 2.31",
        "at least one parent unemployed, 37, 4, 9.25",
        "lives in the 20 % most deprived areas, 23, 9, 2.56"
    })
    void cohortAgainstTheCounty(String factor, long cohortPercent, double countyPercent, double times) {
        CasePrevalence cohort = new CasePrevalence(factor, CASES * cohortPercent / 100, CASES, 0);
        Estimate ratio = cohort.timesPopulation(countyPercent / 100).orElseThrow();

        assertEquals(times, ratio.estimate(), 0.005);
        // The briefing says "considerably higher", of social housing "more than double".
        assertTrue(ratio.lower() > 2);
    }

    @Test
    void loneParentsAreUnemployedMoreOftenThanByChance() {
        // Printed: 40 % lone parent, 37 % unemployed, 26 % both. By hand: 0.26 / (0.40 * 0.37) = 1.757; odds ratio of
        // 26, 14, 11
        // and 49 in a hundred: 26 * 49 / (14 * 11) = 8.27; 26 / 40 = 65 %.
        List<String> factors = List.of("lone-parent household", "at least one parent unemployed");
        CaseCoOccurrence both = new CaseCoOccurrence(factors, 2_808, List.of(4_320L, 3_996L), CASES, 0);
        CasePair pair = new CasePair(factors.get(0), factors.get(1), new TwoByTwo(2_808, 1_512, 1_188, 5_292), 0);

        assertEquals(0.148, both.expectedFraction().orElseThrow(), 1e-12);
        assertEquals(1.757, both.lift().orElseThrow(), 0.0005);
        assertEquals(8.27, pair.oddsRatio().orElseThrow().estimate(), 0.005);
        assertEquals(0.65, pair.secondGivenFirstFraction().orElseThrow().estimate(), 1e-12);
    }

    @Test
    void levelsOfInterventionLeaveFourPercentUnsaid() {
        // Printed: 48, 22, 22 and 4 %, in all 96; 26 % lone parent and unemployed, 31 % at the specialist level. The
        // rest is then
        // (2,600 - 682) / 7,800 = 24.6 %. As many cases as make every printed percentage a whole number.
        String specialist = "specialist support";
        CaseCounter counter = new CaseCounter(
                List.of("lone", "unemployed"),
                List.of("advice", "targeted prevention", "targeted support", specialist));
        add(counter, 682, "++", specialist);
        add(counter, 2_200 - 682, "--", specialist);
        add(counter, 1_918, "++", "targeted support");
        add(counter, 4_800 - 1_918, "--", "targeted support");
        add(counter, 2_200, "--", "targeted prevention");
        add(counter, 400, "--", "advice");
        for (int n = 0; n < 400; n++) {
            counter.add(EightCases.flags("--"));
        }
        CaseCombinations cases = counter.combinations();

        assertEquals(10_000, cases.cases());
        assertEquals(400, cases.withoutLevel().cases());
        assertEquals(0.26, together(cases));
        assertEquals(0.31, together(cases.atLevel(specialist)));
    }

    @Test
    void threeFactorsAtHomeReadInBothWays() {
        // Printed: 35 % one or more, 10 % two, 2 % three; not said whether "two" holds the three. Nor is printed how
        // many have each
        // factor, so that the lift of all three cannot be reproduced. But whichever way they are divided it is at least
        // what equal
        // shares give, because a product of shares with a given sum is largest when they are equal.
        ThreeFactorsAtHome exactly = evenly(69, 30, 6);
        ThreeFactorsAtHome orMore = evenly(75, 24, 6);

        assertEquals(0.10, exactly.exactlyTwoFraction().orElseThrow().estimate(), 1e-12);
        assertEquals(0.10, orMore.twoOrMoreFraction().orElseThrow().estimate(), 1e-12);
        for (ThreeFactorsAtHome reading : List.of(exactly, orMore)) {
            assertEquals(0.35, reading.oneOrMoreFraction().orElseThrow().estimate(), 1e-12);
            assertEquals(0.02, reading.allThreeFraction().orElseThrow().estimate(), 1e-12);
        }
        // By hand: 0.02 / (0.49/3)^3 and 0.02 / (0.47/3)^3.
        assertEquals(4.590, exactly.liftOfAllThree().orElseThrow(), 0.0005);
        assertEquals(5.201, orMore.liftOfAllThree().orElseThrow(), 0.0005);
    }

    // Printed for lone parents in social housing and unemployed: 56, 18 and 4 % against 35, 10 and 2 % of all.
    @ParameterizedTest
    @CsvSource({"one or more, 56, 35, 1.6", "two, 18, 10, 1.8", "all three, 4, 2, 2.0"})
    void subgroupAgainstAllCases(String number, long subgroupPercent, double allPercent, double times) {
        CasePrevalence subgroup = new CasePrevalence(number, subgroupPercent, 100, 0);

        assertEquals(
                times, subgroup.timesPopulation(allPercent / 100).orElseThrow().estimate(), 1e-12);
    }

    @Test
    void someAreReproducedWithTheChildrenInNeedThatTheTotalImplies() {
        CohortUnion some = CohortUnion.of(some(3_500), List.of()).inPopulation(192_000);
        SystemsEstimate estimate = some.bySystemsPerChild(2, 3);

        // Printed total 39,449, printed range 13,150 to 19,725.
        assertEquals(39_449, some.bounds().high());
        assertEquals("between 13,150 and 19,725 children", estimate.byRule().words());
        // But 19,000 children with special educational needs are in one of these cohorts alone: the printed lower end
        // cannot be.
        assertFalse(estimate.isPossible());
        assertEquals(Optional.of(new ChildrenRange(19_000, 19_724.5)), estimate.possiblePart());
        assertEquals(2.076, some.highestSystemsPerChild().orElseThrow(), 0.0005);
    }

    @Test
    void someAreNotReproducedWithTheChildrenInNeedAsPrinted() {
        // Printed "CIN (93,500)", which does not fit the printed total of 39,449. By hand: 129,449 / 3 and / 2.
        CohortUnion some = CohortUnion.of(some(93_500), List.of()).inPopulation(192_000);
        SystemsEstimate estimate = some.bySystemsPerChild(2, 3);

        assertEquals(129_449, some.bounds().high());
        assertEquals("between 43,150 and 64,725 children", estimate.byRule().words());
        assertTrue(estimate.possiblePart().isEmpty());
    }

    @Test
    void fewAreReproducedButForTheRoundingOfTheLowerEnd() {
        List<Cohort> divided = cohorts("special needs statement", 3_000, "youth offending", 200, "disabilities", 809);
        List<Cohort> unique = cohorts("looked after", 960, "care leavers", 340, "protection plans", 650);
        CohortUnion few = CohortUnion.of(divided, unique).inPopulation(192_000);
        SystemsEstimate estimate = few.bySystemsPerChild(4, 5);

        // Printed total 5,959, to which "tier 4" mental health adds no number.
        assertEquals(5_959, few.bounds().high());
        // Printed 2,751 to 2,952: 1,950 + 4,009/5 = 2,751.8 was cut off, where 13,149.67 and 19,724.5 of the "some"
        // were rounded.
        assertEquals(2_751.8, estimate.byRule().low(), 1e-9);
        assertEquals(2_952.25, estimate.byRule().high(), 1e-9);
        assertEquals(2_751, (long) estimate.byRule().low());
        assertEquals("between 2,752 and 2,952 children", estimate.byRule().words());
        // Nobody can be in four or five of three cohorts on average: none of the range is possible, and even without
        // regard to the
        // unique cohorts the 3,000 with a statement are more.
        assertEquals(new ChildrenRange(4_950, 5_959), estimate.possible());
        assertTrue(estimate.possiblePart().isEmpty());
        assertTrue(estimate.byRule().high() < 3_000);
    }

    @Test
    void vulnerableChildrenOfWarwickshire() {
        // Printed: 12,760 if every vulnerable child lived in a household claiming out-of-work benefits, the largest
        // group, and 41,496
        // if every child in each group was unique. The other groups are not printed, only that they hold 41,496 -
        // 12,760 = 28,736;
        // the bounds are the same however these are divided among groups none of which is larger than the largest.
        CohortUnion even =
                CohortUnion.of(cohorts("out-of-work benefits", 12_760, "x", 9_579, "y", 9_579, "z", 9_578), List.of());
        CohortUnion uneven = CohortUnion.of(
                cohorts("out-of-work benefits", 12_760, "x", 12_760, "y", 12_760, "z", 3_216), List.of());

        assertEquals("between 12,760 and 41,496 children", even.bounds().words());
        assertEquals(even.bounds(), uneven.bounds());
        // 118,800 children under 18: the population does not narrow it.
        assertEquals(even.bounds(), even.inPopulation(118_800).bounds());
    }

    private static List<Cohort> some(int childrenInNeed) {
        return cohorts(
                "children in need",
                childrenInNeed,
                "Local Support Team",
                4_300,
                "not in education, employment or training",
                2_150,
                "not in school full time",
                3_570,
                "teenage parents",
                440,
                "using drugs, in treatment",
                249,
                "special needs without statement",
                19_000,
                "mental health services, tiers 2 and 3",
                6_240);
    }

    private static List<Cohort> cohorts(Object... namesAndChildren) {
        List<Cohort> cohorts = new ArrayList<>();
        for (int k = 0; k < namesAndChildren.length; k += 2) {
            cohorts.add(new Cohort((String) namesAndChildren[k], (int) namesAndChildren[k + 1]));
        }
        return cohorts;
    }

    private static void add(CaseCounter counter, int times, String signs, String level) {
        for (int n = 0; n < times; n++) {
            counter.add(EightCases.flags(signs), level);
        }
    }

    private static double together(CaseCombinations cases) {
        return CaseCoOccurrence.of(cases, cases.factors())
                .togetherFraction()
                .orElseThrow()
                .estimate();
    }

    /** 300 cases, so many of them with one, two and three factors, each factor as often as the others. */
    private static ThreeFactorsAtHome evenly(int one, int two, int three) {
        CaseCounter counter = new CaseCounter(EightCases.FACTORS, EightCases.LEVELS);
        for (String signs : List.of("+--", "-+-", "--+")) {
            add(counter, one / 3, signs, EightCases.TARGETED);
        }
        for (String signs : List.of("++-", "-++", "+-+")) {
            add(counter, two / 3, signs, EightCases.TARGETED);
        }
        add(counter, three, "+++", EightCases.TARGETED);
        add(counter, 300 - one - two - three, "---", EightCases.TARGETED);
        return ThreeFactorsAtHome.find(counter.combinations()).orElseThrow();
    }
}
