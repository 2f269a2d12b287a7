package org.needscape.cooccurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.cooccurrence.EightCases.ABUSE;
import static org.needscape.cooccurrence.EightCases.FACTORS;
import static org.needscape.cooccurrence.EightCases.HEALTH;
import static org.needscape.cooccurrence.EightCases.PREVENTION;
import static org.needscape.cooccurrence.EightCases.SUBSTANCE;
import static org.needscape.cooccurrence.EightCases.TARGETED;
import static org.needscape.cooccurrence.EightCases.flags;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.needscape.stats.Estimate;
import org.needscape.stats.TwoByTwo;

/** Prevalence, co-occurrence, odds and numbers of factors of the {@link EightCases}, all worked out by hand. */
class CaseCoOccurrenceTest {

    private static final double ROUNDING = 1e-14;

    private final CaseCombinations eight = EightCases.counter().combinations();
    private final CaseCombinations none = new CaseCounter(FACTORS, List.of()).combinations();

    @Test
    void prevalenceHasWilsonsLimits() {
        // scipy 1.17.1: scipy.stats.binomtest(5, 8).proportion_ci(0.95, 'wilson').
        Estimate share = new CasePrevalence(ABUSE, 5, 8, 0).shareFraction().orElseThrow();

        assertEquals(0.625, share.estimate());
        assertEquals(0.3057423946026273, share.lower(), ROUNDING);
        assertEquals(0.8631557141764027, share.upper(), ROUNDING);
    }

    @Test
    void prevalenceAgainstAPopulationScalesTheLimits() {
        CasePrevalence prevalence = new CasePrevalence(ABUSE, 5, 8, 0);
        Estimate times = prevalence.timesPopulation(0.25).orElseThrow();

        assertEquals(2.5, times.estimate());
        assertEquals(4 * 0.3057423946026273, times.lower(), ROUNDING);
        assertEquals(4 * 0.8631557141764027, times.upper(), ROUNDING);
        assertTrue(prevalence.timesPopulation(0).isEmpty());
        assertTrue(CasePrevalence.of(none, ABUSE).timesPopulation(0.25).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> prevalence.timesPopulation(25));
    }

    @Test
    void prevalenceByLevelLeavesOutCasesWithoutLevel() {
        Map<String, CasePrevalence> byLevel = CasePrevalence.byLevel(eight, ABUSE);

        assertEquals(List.of(PREVENTION, TARGETED), List.copyOf(byLevel.keySet()));
        assertEquals(new CasePrevalence(ABUSE, 1, 3, 0), byLevel.get(PREVENTION));
        assertEquals(new CasePrevalence(ABUSE, 3, 4, 0), byLevel.get(TARGETED));
        assertEquals(new CasePrevalence(ABUSE, 4, 8, 0), CasePrevalence.of(eight, ABUSE));
    }

    @Test
    void liftIsJointShareOverTheProductOfShares() {
        // 3/8 have both; 4/8 times 4/8 is 1/4.
        CaseCoOccurrence two = CaseCoOccurrence.of(eight, List.of(ABUSE, HEALTH));

        assertEquals(new CaseCoOccurrence(List.of(ABUSE, HEALTH), 3, List.of(4L, 4L), 8, 0), two);
        assertEquals(0.375, two.togetherFraction().orElseThrow().estimate());
        assertEquals(0.25, two.expectedFraction().orElseThrow());
        assertEquals(1.5, two.lift().orElseThrow());
        assertTrue(two.whyNoLift().isEmpty());
    }

    @Test
    void oddsRatioAndConditionalSharesOfTwoFactors() {
        // Both 3, one alone 1 each, neither 3: odds ratio 9; limits exp(ln 9 ± 1.959964 sqrt(1/3 + 1 + 1 + 1/3)).
        CasePair pair = CasePair.of(eight, ABUSE, HEALTH);
        Estimate odds = pair.oddsRatio().orElseThrow();
        double margin = 1.959963984540054 * Math.sqrt(8.0 / 3);

        assertEquals(new TwoByTwo(3, 1, 1, 3), pair.table());
        assertEquals(9, odds.estimate(), ROUNDING);
        assertEquals(9 * Math.exp(-margin), odds.lower(), 1e-12);
        assertEquals(9 * Math.exp(margin), odds.upper(), 1e-9);
        // Substance misuse is always with abuse (1 of 1), abuse with substance misuse in 1 of 4.
        CasePair substance = CasePair.of(eight, SUBSTANCE, ABUSE);
        assertEquals(0.25, substance.firstGivenSecondFraction().orElseThrow().estimate());
        assertEquals(1, substance.secondGivenFirstFraction().orElseThrow().estimate());
        assertEquals(Optional.of(NoAssociation.EMPTY_CELL), substance.whyNoOddsRatio());
        assertTrue(substance.oddsRatio().isEmpty());
    }

    @Test
    void numberOfFactorsAgainstIndependence() {
        // Shares 1/2, 1/2, 1/8: expected 7/32, 15/32, 9/32, 1/32; found 3, 2, 2, 1 of 8.
        CaseFactorNumbers numbers = CaseFactorNumbers.of(eight, FACTORS);

        assertEquals(List.of(3L, 2L, 2L, 1L), numbers.cases());
        assertEquals(List.of(7 / 32.0, 15 / 32.0, 9 / 32.0, 1 / 32.0), numbers.expectedFractions());
        assertEquals(12 / 7.0, numbers.timesExpected(0).orElseThrow(), ROUNDING);
        assertEquals(4, numbers.timesExpected(3).orElseThrow(), ROUNDING);
        assertEquals(0.625, numbers.atLeastFraction(1).orElseThrow().estimate());
        assertEquals(1, numbers.atLeastFraction(0).orElseThrow().estimate());
    }

    @Test
    void threeFactorsAtHomeTogether() {
        // All three 1/8 against 1/2 * 1/2 * 1/8 = 1/32.
        ThreeFactorsAtHome three = ThreeFactorsAtHome.find(eight).orElseThrow();

        assertEquals(0.25, three.exactlyOneFraction().orElseThrow().estimate());
        assertEquals(0.625, three.oneOrMoreFraction().orElseThrow().estimate());
        assertEquals(0.25, three.exactlyTwoFraction().orElseThrow().estimate());
        assertEquals(0.375, three.twoOrMoreFraction().orElseThrow().estimate());
        assertEquals(0.125, three.allThreeFraction().orElseThrow().estimate());
        assertEquals(4, three.liftOfAllThree().orElseThrow(), ROUNDING);
        assertEquals(three, ThreeFactorsAtHome.of(eight, ABUSE, HEALTH, SUBSTANCE));
        CaseCombinations without = new CaseCounter(List.of(ABUSE, HEALTH, "debt"), List.of()).combinations();
        assertTrue(ThreeFactorsAtHome.find(without).isEmpty());
    }

    @Test
    void withoutCasesThereIsAReasonAndNoFigure() {
        CaseCoOccurrence two = CaseCoOccurrence.of(none, List.of(ABUSE, HEALTH));
        CasePair pair = CasePair.of(none, ABUSE, HEALTH);
        CaseFactorNumbers numbers = CaseFactorNumbers.of(none, FACTORS);

        assertTrue(CasePrevalence.of(none, ABUSE).shareFraction().isEmpty());
        assertTrue(two.togetherFraction().isEmpty() && two.expectedFraction().isEmpty());
        assertTrue(two.lift().isEmpty());
        assertEquals(Optional.of(NoAssociation.NOTHING_KNOWN), two.whyNoLift());
        assertEquals(Optional.of(NoAssociation.NOTHING_KNOWN), pair.whyNoOddsRatio());
        assertTrue(pair.firstGivenSecondFraction().isEmpty());
        assertTrue(numbers.exactlyFraction(0).isEmpty()
                && numbers.expectedFractions().isEmpty());
        assertTrue(numbers.timesExpected(0).isEmpty());
        assertTrue(ThreeFactorsAtHome.find(none).orElseThrow().liftOfAllThree().isEmpty());
    }

    @Test
    void factorFoundNowhereOrEverywhereHasNoAssociation() {
        CaseCounter counter = new CaseCounter(FACTORS, List.of());
        counter.add(flags("++-"));
        counter.add(flags("+--"));
        CaseCombinations cases = counter.combinations();

        assertEquals(
                Optional.of(NoAssociation.FACTOR_EVERYWHERE),
                CaseCoOccurrence.of(cases, List.of(ABUSE, HEALTH)).whyNoLift());
        assertEquals(
                Optional.of(NoAssociation.FACTOR_NOWHERE),
                CaseCoOccurrence.of(cases, List.of(HEALTH, SUBSTANCE)).whyNoLift());
        assertEquals(
                Optional.of(NoAssociation.FACTOR_EVERYWHERE),
                CasePair.of(cases, ABUSE, HEALTH).whyNoOddsRatio());
        // Two of three factors are not expected, nor found, in any case with all three.
        assertTrue(CaseFactorNumbers.of(cases, FACTORS).timesExpected(3).isEmpty());
        assertTrue(CaseCoOccurrence.of(cases, FACTORS).lift().isEmpty());
    }

    @Test
    void impossibleCountsAreAMistake() {
        List<String> two = List.of(ABUSE, HEALTH);

        assertThrows(IllegalArgumentException.class, () -> new CaseCoOccurrence(two, 5, List.of(4L, 6L), 8, 0));
        // 6 + 6 of 8 must overlap in 4 at least.
        assertThrows(IllegalArgumentException.class, () -> new CaseCoOccurrence(two, 3, List.of(6L, 6L), 8, 0));
        assertEquals(4, new CaseCoOccurrence(two, 4, List.of(6L, 6L), 8, 0).together());
        assertThrows(IllegalArgumentException.class, () -> new CasePrevalence(ABUSE, 9, 8, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CaseFactorNumbers(two, List.of(1L, 1L), List.of(0L, 1L, 1L), 0));
        assertThrows(IllegalArgumentException.class, () -> CaseCoOccurrence.of(eight, List.of(ABUSE)));
    }
}
