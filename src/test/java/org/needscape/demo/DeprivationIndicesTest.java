package org.needscape.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeprivationIndicesTest {

    private final DeprivationIndices indices = Aldermoor.COUNTY.indices();

    @Test
    void aDecileIsTheRankTimesTenOverEnglandsAreasRoundedUp() {
        for (DeprivationMeasure measure : DeprivationMeasure.values()) {
            for (int at = 0; at < 540; at++) {
                double exact = 10.0 * indices.rank(measure, at) / 33_755;
                assertEquals((int) Math.ceil(exact), indices.decile(measure, at));
            }
        }
    }

    @Test
    void theCountyIsSomewhatLessDeprivedThanEnglandButHasAllTenDeciles() {
        int[] areas = new int[11];
        for (int at = 0; at < 540; at++) {
            areas[indices.decile(DeprivationMeasure.IMD, at)]++;
        }

        assertTrue(IntStream.rangeClosed(1, 10).allMatch(decile -> areas[decile] >= 20));
        // Staffordshire 2025: 52 of 534 areas in deciles 1 and 2.
        assertEquals(60, areas[1] + areas[2], 15);
        assertTrue(areas[1] + areas[2] + areas[3] < areas[8] + areas[9] + areas[10]);
    }

    @Test
    void theIndexIsTheWeightedSumOfTheTransformedDomainRanks() {
        // The published method, with the weights in the order of the domains.
        double[] weights = {.225, .225, .135, .135, .093, .093, .093};
        List<DeprivationMeasure> domains = List.of(
                DeprivationMeasure.INCOME,
                DeprivationMeasure.EMPLOYMENT,
                DeprivationMeasure.EDUCATION,
                DeprivationMeasure.HEALTH,
                DeprivationMeasure.CRIME,
                DeprivationMeasure.BARRIERS,
                DeprivationMeasure.LIVING);
        for (int at = 0; at < 540; at++) {
            double sum = 0;
            for (int domain = 0; domain < 7; domain++) {
                double r = (33_755 - indices.rank(domains.get(domain), at) + 1) / 33_755.0;
                sum += weights[domain] * -23 * Math.log(1 - r * (1 - Math.exp(-100.0 / 23)));
            }
            assertEquals(sum, indices.score(DeprivationMeasure.IMD, at), 1e-9);
        }
    }

    @Test
    void aHigherScoreNeverHasALessDeprivedRank() {
        for (DeprivationMeasure measure : DeprivationMeasure.values()) {
            List<Integer> byRank = IntStream.range(0, 540)
                    .boxed()
                    .sorted(Comparator.comparingInt(at -> indices.rank(measure, at)))
                    .toList();
            for (int place = 1; place < 540; place++) {
                assertTrue(indices.score(measure, byRank.get(place - 1)) >= indices.score(measure, byRank.get(place)));
            }
        }
    }

    @Test
    void noTwoAreasShareARankOfTheIndex() {
        Set<Integer> ranks = new HashSet<>();
        for (int at = 0; at < 540; at++) {
            int rank = indices.rank(DeprivationMeasure.IMD, at);
            assertTrue(rank >= 1 && rank <= 33_755);
            ranks.add(rank);
        }

        assertEquals(540, ranks.size());
    }

    @Test
    void theCurveOfTheIndexComesNearThePublishedDistributionOf2025() {
        // Quantiles of the 33,755 published scores of the Indices of Deprivation 2025.
        ScoreCurve curve = DeprivationMeasure.IMD.curve();
        assertEquals(5.462, curve.score(0.1), 0.3);
        assertEquals(17.450, curve.score(0.5), 0.3);
        assertEquals(33.514, curve.score(0.8), 0.7);
        assertEquals(44.912, curve.score(0.9), 0.3);
        assertEquals(0.9, curve.position(curve.score(0.9)), 1e-9);
    }
}
