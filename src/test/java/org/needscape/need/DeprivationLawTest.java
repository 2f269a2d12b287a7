package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.needscape.stats.Estimate;

/** Three invented authorities; coefficients and limits by numpy 2.4 (Newton's method on the Poisson likelihood). */
class DeprivationLawTest {

    private final PlaceComparison comparison =
            PlaceComparison.of(List.of(TwoAuthorities.affluent(), TwoAuthorities.deprived(), TwoAuthorities.between()));

    @Test
    void perStandardDeviationLessDeprived() {
        DeprivationLaw law = comparison.law();

        assertEstimate(
                1.146012, 1.077227, 1.219190, law.ratioAtDecile1().estimate().orElseThrow());
        assertEstimate(
                0.942383, 0.886157, 1.002176, law.ratioAtMiddle().estimate().orElseThrow());
        assertEstimate(
                0.774936, 0.676117, 0.888198, law.ratioAtDecile10().estimate().orElseThrow());
        SlopeTest.Wald interaction = (SlopeTest.Wald) law.interaction();
        // Above 0 with a falling rate: the fall is less steep where the place is more deprived.
        assertEquals(0.04347375, interaction.estimate(), 5e-8);
        assertEquals(0.0097769, interaction.standardError(), 5e-7);
        assertEquals(LawFinding.PRESENT, law.finding());
        assertTrue(
                law.sentence()
                        .startsWith(
                                "At equal deprivation, though not at every level of it, the less deprived of these places have"
                                        + " higher rates: one standard deviation less deprived goes with 1.15 times"),
                law.sentence());
    }

    @Test
    void aScoreOfThePlacesMayTakeTheRoleOfTheirMeanDecile() {
        DeprivationLaw byScore = comparison.law(Map.of("A", 12.0, "B", 31.0, "C", 21.0));

        // Nearly the same order and spacing as the mean deciles.
        assertEquals(1.146, byScore.ratioAtDecile1().estimate().orElseThrow().estimate(), 0.02);
    }

    @Test
    void fewerThanThreePlacesOrEquallyDeprivedOnesAreNotComputed() {
        assertEquals(
                LawFinding.NOT_COMPUTED,
                PlaceComparison.of(List.of(TwoAuthorities.affluent(), TwoAuthorities.deprived()))
                        .law()
                        .finding());
        DeprivationLaw equal = comparison.law(Map.of("A", 20.0, "B", 20.0, "C", 20.0));
        assertEquals(LawFinding.NOT_COMPUTED, equal.finding());
        assertTrue(equal.sentence().endsWith("the places are equally deprived."));
    }

    private static void assertEstimate(double estimate, double lower, double upper, Estimate actual) {
        assertEquals(estimate, actual.estimate(), 5e-7);
        assertEquals(lower, actual.lower(), 5e-7);
        assertEquals(upper, actual.upper(), 5e-7);
    }
}
