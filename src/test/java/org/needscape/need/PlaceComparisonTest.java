package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Value;
import org.needscape.stats.Computed;
import org.needscape.stats.Estimate;

/**
 * Two invented authorities: B looks busier as a whole, A intervenes more at equal deprivation and has the steeper gradient. Estimates by
 * base R (glm, poisson, d = decile - 5.5, B the reference), limits by numpy 2.4 from the covariance of the same model.
 */
class PlaceComparisonTest {

    private final PlaceComparison comparison =
            PlaceComparison.of(List.of(TwoAuthorities.affluent(), TwoAuthorities.deprived()));

    @Test
    void theReferenceHasTheHighestCrudeRate() {
        assertEquals("B", comparison.reference());
        assertEquals(
                "A",
                PlaceComparison.of(List.of(TwoAuthorities.affluent(), TwoAuthorities.deprived()), "A")
                        .reference());
    }

    @Test
    void ratesOfThePlaces() {
        PlaceRates a = comparison.places().get(0);
        PlaceRates b = comparison.places().get(1);

        assertEstimate(65.478261, 60.884318, 70.326963, a.crude(), 5e-7);
        assertEstimate(90.340136, 85.546046, 95.332935, b.crude(), 5e-7);
        assertEstimate(184.782609, 158.0475, 214.7439, a.decile1(), 5e-5);
        assertEquals(135.483871, estimate(b.decile1()).estimate(), 5e-7);
        assertEstimate(86.561593, 80.128450, 93.351489, a.standardised(), 5e-7);
        assertEstimate(79.405581, 74.975738, 84.019035, b.standardised(), 5e-7);
        assertEstimate(1.043502, 0.970290, 1.120774, a.indirectRatio(), 5e-7);
        assertEstimate(0.976908, 0.925066, 1.030898, b.indirectRatio(), 5e-7);
        assertEstimate(0.771055, 0.749964, 0.792738, a.ratioPerDecile(), 5e-7);
        assertEquals(Math.exp(-0.172742906), estimate(b.ratioPerDecile()).estimate(), 5e-10);
        // E 721.608 and 1359.392 at the pooled rates.
        assertEquals(721.608, 753 / estimate(a.indirectRatio()).estimate(), 5e-4);
        assertEquals(1359.392, 1328 / estimate(b.indirectRatio()).estimate(), 5e-4);
        assertEquals(List.of(), comparison.notes());
        assertEquals(
                "Standardised to the population of both places together in all ten deciles.", comparison.standard());
    }

    @Test
    void slopesDiffer() {
        SlopeTest.Wald test = (SlopeTest.Wald) comparison.slopes().test();

        assertEquals(-0.087252865, test.estimate(), 5e-9);
        assertEquals(0.019631641, test.standardError(), 5e-9);
        assertEquals(8.8e-6, test.p().orElseThrow(), 5e-8);
        // numpy: one slope and two heights.
        assertEstimate(0.805143, 0.789671, 0.820918, comparison.slopes().commonRatioPerDecile(), 5e-7);
        assertEquals(1, comparison.slopes().dispersion());
        assertEquals(
                "The rate does not fall alike: it falls by 23 % per decile less deprived in Aldermoor, it falls by 16 % per decile"
                        + " less deprived in Brackendale (p below 0.001).",
                comparison.slopes().sentence());
    }

    @Test
    void theLawIsFoundInThePair() {
        PlacePair pair = comparison.pairs().get(0);

        assertEquals("A", pair.subject());
        assertEquals("B", pair.against());
        assertEstimate(1.324221, 1.163246, 1.507472, pair.ratioAtDecile1(), 5e-7);
        assertEstimate(0.603837, 0.460812, 0.791253, pair.ratioAtDecile10(), 5e-7);
        assertEstimate(1.090120, 0.991869, 1.198103, pair.standardisedRatio(), 5e-7);
        assertEquals(LawFinding.PRESENT, pair.finding());
        assertEquals(
                "At equal deprivation Aldermoor, the less deprived of the two, has the higher rate: 1.32 times (95 % limits 1.16 to"
                        + " 1.51) that of Brackendale in the most deprived tenth and 1.09 times (95 % limits 0.99 to 1.20) where both"
                        + " are given the same mix of deciles.",
                pair.sentence());
    }

    @Test
    void theOtherWayRoundTheFindingIsTheSame() {
        PlacePair pair = comparison.pair("B", "A");

        assertEquals(1 / 1.324221, estimate(pair.ratioAtDecile1()).estimate(), 5e-7);
        assertEquals(LawFinding.PRESENT, pair.finding());
        assertEquals(comparison.pair("A", "B").sentence(), pair.sentence());
    }

    @Test
    void theSameRatesInBothAreNoEvidence() {
        long[] sameRates = {504, 359, 227, 142, 92, 56, 31, 18, 11, 6};
        double[] populations = {27275, 27485, 22045, 17964, 14513, 11013, 8113, 6110, 4950, 3736};
        PlacePair pair = PlaceComparison.of(List.of(
                        TwoAuthorities.affluent(),
                        new PlaceDeciles("B", "Brackendale", TwoAuthorities.groups(populations, sameRates))))
                .pairs()
                .get(0);

        assertEquals(LawFinding.NO_EVIDENCE, pair.finding());
        assertTrue(
                pair.sentence()
                        .startsWith(
                                "There is no evidence that Aldermoor, the less deprived of the two, has a higher or a"
                                        + " lower rate at equal deprivation: it is "),
                pair.sentence());
    }

    @Test
    void moreInTheMoreDeprivedPlaceIsTheOppositeOfTheLaw() {
        double[] populations = {31000, 27500, 22000, 18000, 14500, 11000, 8200, 6100, 4800, 3900};
        long[] counts = {858, 538, 336, 213, 138, 84, 47, 27, 16, 9};
        PlacePair pair = PlaceComparison.of(List.of(
                        TwoAuthorities.affluent(),
                        new PlaceDeciles("B", "Brackendale", TwoAuthorities.groups(populations, counts))))
                .pairs()
                .get(0);

        assertEquals(LawFinding.OPPOSITE, pair.finding());
        assertTrue(pair.sentence().contains("Aldermoor, the less deprived of the two, has the lower rate"));
    }

    @Test
    void equallyDeprivedPlacesSayNothingAboutTheLaw() {
        PlaceDeciles twin =
                new PlaceDeciles("T", "Twinham", TwoAuthorities.affluent().groups());
        PlacePair pair = PlaceComparison.of(List.of(TwoAuthorities.affluent(), twin), "A")
                .pairs()
                .get(0);

        assertEquals(LawFinding.NO_EVIDENCE, pair.finding());
        assertTrue(pair.sentence().contains("about equally deprived"), pair.sentence());
    }

    @Test
    void decilesTakenTogetherInOnePlaceAreTakenTogetherInAll() {
        PlaceDeciles merged =
                TwoAuthorities.with(TwoAuthorities.deprived(), 9, 10, GradientGroup.of(9, 10, 8700, Value.known(28)));
        PlaceComparison over = PlaceComparison.of(List.of(TwoAuthorities.affluent(), merged));

        assertEquals(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9-10"), over.commonDeciles());
        GradientGroup last = over.places().get(0).groups().get(8);
        assertEquals(27_200, last.population());
        assertEquals(Value.known(52), last.count());
        // Methods 2.2: 13,500 live in decile 9 and 13,700 in decile 10.
        assertEquals((9 * 13_500 + 10 * 13_700) / 27_200.0, last.meanDecile(), 1e-12);
        assertEquals(
                List.of(
                        "Deciles 9 to 10 are taken together in every place, because one place has them together; rates are"
                                + " compared at the same mean decile."),
                over.notes());
        // Most of the information is elsewhere: the slope moves by far less than its standard error of 0.0196.
        assertEquals(-0.0873, ((SlopeTest.Wald) over.slopes().test()).estimate(), 0.004);
    }

    @Test
    void decilesThatOnePlaceDoesNotHaveAreLeftOutAndSaid() {
        PlaceDeciles without = TwoAuthorities.with(TwoAuthorities.deprived(), 10, 10);
        PlaceComparison over = PlaceComparison.of(List.of(TwoAuthorities.affluent(), without));

        assertEquals(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"), over.commonDeciles());
        assertEquals(
                "Decile 10 is left out of the comparison: not every place has population there.",
                over.notes().get(0));
        // The crude rate is that of the whole place all the same.
        assertEquals(65.478261, estimate(over.places().get(0).crude()).estimate(), 5e-7);
        PlacePair pair = over.pairs().get(0);
        assertEquals(
                "Not computed: decile 10 is not among the deciles that all places have.",
                pair.ratioAtDecile10().reason());
        assertTrue(pair.ratioAtDecile1().estimate().isPresent());
    }

    @Test
    void aPlaceWithAHiddenCountTakesNoPartAndSaysWhy() {
        PlaceDeciles hidden = TwoAuthorities.with(
                TwoAuthorities.between(), 10, 10, GradientGroup.of(10, 10, 9000, Value.suppressed()));
        PlaceComparison over =
                PlaceComparison.of(List.of(TwoAuthorities.affluent(), hidden, TwoAuthorities.deprived()));

        PlaceRates rates = over.places().get(1);
        assertEquals("Hidden to protect children.", rates.crude().reason());
        assertEquals(160, estimate(rates.decile1()).estimate(), 1e-9);
        assertEquals(
                "Cleverton is not compared: one of its counts is hidden to protect children.",
                rates.standardised().reason());
        assertEquals(LawFinding.NOT_COMPUTED, over.pair("C", "B").finding());
        // The others are as if it were not there.
        assertEquals(
                comparison.places().get(0).standardised(), over.places().get(0).standardised());
    }

    @Test
    void placesWithoutACommonDecileAreNotCompared() {
        PlaceComparison over = PlaceComparison.of(List.of(
                TwoAuthorities.with(TwoAuthorities.affluent(), 1, 5),
                TwoAuthorities.with(TwoAuthorities.deprived(), 6, 10)));

        assertEquals(List.of(), over.commonDeciles());
        assertEquals("Nothing is standardised: the places have no decile in common.", over.standard());
        assertEquals(LawFinding.NOT_COMPUTED, over.pairs().get(0).finding());
        assertTrue(over.slopes().test().p().isEmpty());
        assertTrue(over.places().get(0).crude().estimate().isPresent());
        assertEquals(
                "Not computed: nobody lives in decile 1.",
                over.places().get(0).decile1().reason());
    }

    @Test
    void aPlaceWithoutEventsHasNoLineButTheOthersHave() {
        PlaceDeciles none = new PlaceDeciles(
                "N",
                "Nonesuch",
                TwoAuthorities.groups(new double[] {10, 10, 10, 10, 10, 10, 10, 10, 10, 10}, new long[10]));
        PlaceComparison over = PlaceComparison.of(List.of(TwoAuthorities.affluent(), none, TwoAuthorities.deprived()));

        PlaceRates rates = over.places().get(1);
        // No events among 100 people: at most 3.688879 of them, exactly.
        assertEstimate(0, 0, 368.8879, rates.crude(), 5e-5);
        assertTrue(rates.ratioPerDecile().reason().startsWith("Nonesuch has no line of its own: there are no events"));
        assertTrue(rates.standardised().estimate().isEmpty());
        assertEquals(LawFinding.NOT_COMPUTED, over.pair("N", "B").finding());
        assertEquals(-0.087252865, ((SlopeTest.Wald) over.slopes().test()).estimate(), 5e-9);
    }

    @Test
    void spreadBeyondChanceWidensWhatTheModelSays() {
        double[] populations = {9200, 9800, 10100, 10500, 11200, 11800, 12300, 12900, 13500, 13700};
        long[] scattered = {220, 90, 140, 50, 100, 35, 70, 20, 45, 10};
        PlaceComparison over = PlaceComparison.of(List.of(
                new PlaceDeciles("A", "Aldermoor", TwoAuthorities.groups(populations, scattered)),
                TwoAuthorities.deprived()));

        double dispersion = over.slopes().dispersion();
        assertTrue(dispersion > 1, "dispersion " + dispersion);
        SlopeTest.Wald plain = (SlopeTest.Wald) over.slopes().poissonTest();
        SlopeTest.Wald wide = (SlopeTest.Wald) over.slopes().test();
        assertEquals(plain.standardError() * Math.sqrt(dispersion), wide.standardError(), 1e-12);
        assertTrue(wide.p().orElseThrow() > plain.p().orElseThrow());
        assertTrue(over.notes().get(0).startsWith("Rates lie about the lines more widely than chance gives"));
    }

    @Test
    void threePlacesAreTestedByTheLikelihoodRatio() {
        // numpy 2.4: deviance of one slope and three heights minus that of three lines; p by scipy chi2.sf.
        PlaceComparison three = PlaceComparison.of(
                List.of(TwoAuthorities.affluent(), TwoAuthorities.deprived(), TwoAuthorities.between()));
        SlopeTest.LikelihoodRatio test =
                (SlopeTest.LikelihoodRatio) three.slopes().test();

        assertEquals(20.208168937, test.chiSquare(), 5e-7);
        assertEquals(2, test.degreesOfFreedom());
        assertEquals(4.0912109e-5, test.p().orElseThrow(), 5e-11);
        assertEquals(
                0.801673693, estimate(three.slopes().commonRatioPerDecile()).estimate(), 5e-9);
        assertEquals(2, three.pairs().size());
    }

    @Test
    void onePlaceHasRatesAndNothingToCompare() {
        PlaceComparison one = PlaceComparison.of(List.of(TwoAuthorities.affluent()));

        assertEquals(65.478261, estimate(one.places().get(0).standardised()).estimate(), 5e-7);
        assertEquals(List.of(), one.pairs());
        assertTrue(one.slopes().test().p().isEmpty());
    }

    @Test
    void mistakesOfTheCaller() {
        List<PlaceDeciles> twice = List.of(TwoAuthorities.affluent(), TwoAuthorities.affluent());
        assertThrows(IllegalArgumentException.class, () -> PlaceComparison.of(twice));
        assertThrows(IllegalArgumentException.class, () -> PlaceComparison.of(List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> PlaceComparison.of(List.of(TwoAuthorities.affluent()), "nowhere"));
        assertThrows(IllegalArgumentException.class, () -> comparison.pair("A", "nowhere"));
        List<GradientGroup> overlapping =
                List.of(GradientGroup.of(1, 3, 10, Value.known(1)), GradientGroup.of(3, 4, 10, Value.known(1)));
        assertThrows(IllegalArgumentException.class, () -> new PlaceDeciles("A", "A", overlapping));
    }

    private static void assertEstimate(
            double estimate, double lower, double upper, Computed computed, double tolerance) {
        assertEquals(estimate, estimate(computed).estimate(), tolerance);
        // Limits are given to six figures after the point at most.
        assertEquals(lower, estimate(computed).lower(), 10 * tolerance);
        assertEquals(upper, estimate(computed).upper(), 10 * tolerance);
    }

    private static Estimate estimate(Computed computed) {
        return computed.estimate().orElseThrow(() -> new AssertionError(computed.reason()));
    }
}
