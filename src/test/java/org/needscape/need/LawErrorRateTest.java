package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Value;

/** How often the law is found where it is not, and where it is, on drawn counts of two places with different mixes of deciles. */
class LawErrorRateTest {

    private static final int DRAWS = 1_000;
    private static final int FEW = 200;
    private static final double[] AFFLUENT = {9200, 9800, 10100, 10500, 11200, 11800, 12300, 12900, 13500, 13700};
    private static final double[] DEPRIVED = {31000, 27500, 22000, 18000, 14500, 11000, 8200, 6100, 4800, 3900};

    @Test
    void sameRatesAtEqualDeprivationAreRarelyTakenForTheLaw() {
        Map<LawFinding, Integer> findings = findings(DRAWS, 1, 0);

        // Two figures at 2.5 % each: at most 5 % together; 1,000 draws leave 0.7 % to chance (one standard error).
        int found = findings.getOrDefault(LawFinding.PRESENT, 0) + findings.getOrDefault(LawFinding.OPPOSITE, 0);
        assertTrue(found <= 0.065 * DRAWS, findings.toString());
        assertTrue(found >= 0.02 * DRAWS, findings.toString());
        assertEquals(null, findings.get(LawFinding.NOT_COMPUTED));
    }

    @Test
    void aLawThatIsThereIsFound() {
        // Two fifths more in the most deprived tenth, and a steeper fall.
        Map<LawFinding, Integer> findings = findings(FEW, 1.4, -0.06);

        assertTrue(findings.getOrDefault(LawFinding.PRESENT, 0) > 0.9 * FEW, findings.toString());
        assertEquals(null, findings.get(LawFinding.OPPOSITE));
    }

    @Test
    void theOppositeIsFoundAsSuch() {
        Map<LawFinding, Integer> findings = findings(FEW, 0.75, 0);

        assertTrue(findings.getOrDefault(LawFinding.OPPOSITE, 0) > 0.9 * FEW, findings.toString());
        assertEquals(null, findings.get(LawFinding.PRESENT));
    }

    /** @param ratio of the affluent to the deprived place in decile 1, and how its logarithm changes per decile */
    private static Map<LawFinding, Integer> findings(int draws, double ratio, double steeper) {
        Random random = new Random(3);
        Map<LawFinding, Integer> findings = new EnumMap<>(LawFinding.class);
        for (int draw = 0; draw < draws; draw++) {
            List<PlaceDeciles> places = List.of(
                    new PlaceDeciles("A", "A", drawn(AFFLUENT, ratio, steeper, random)),
                    new PlaceDeciles("B", "B", drawn(DEPRIVED, 1, 0, random)));
            findings.merge(PlaceComparison.of(places, "B").pairs().get(0).finding(), 1, Integer::sum);
        }
        return findings;
    }

    private static List<GradientGroup> drawn(double[] populations, double ratio, double steeper, Random random) {
        List<GradientGroup> groups = new ArrayList<>();
        for (int q = 0; q < 10; q++) {
            double mean = populations[q] * 0.0136 * ratio * Math.exp((-0.17 + steeper) * q);
            groups.add(GradientGroup.of(q + 1, q + 1, populations[q], Value.known(poisson(mean, random))));
        }
        return groups;
    }

    /** Gaps between events are exponential. */
    private static long poisson(double mean, Random random) {
        long count = -1;
        for (double time = 0; time < mean; count++) {
            time -= Math.log(1 - random.nextDouble());
        }
        return count;
    }
}
