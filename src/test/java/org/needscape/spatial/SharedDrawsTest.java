package org.needscape.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Draws that areas share are, for each area, draws without replacement from all others. */
class SharedDrawsTest {

    /** Standard errors that a count with a fixed seed may lie off; some thousand counts are looked at. */
    private static final double FAR = 4.5;

    @Property(tries = 60, seed = "21")
    void countsAreThoseOfDrawingForEachAreaByItself(@ForAll int seed, @ForAll @IntRange(min = 3, max = 25) int size) {
        Random random = new Random(seed);
        // Few different whole numbers: most draws tie with what was observed, and whole sums tell ties exactly.
        int[] x = random.ints(size, 0, 4).toArray();
        int[][] weights = randomWeights(random, size);
        ConditionalCounts counts = count(x, neighbours(weights), 300);
        for (int area = 0; area < size; area++) {
            long[] expected = drawnAlone(area, x, weights[area], 300);
            assertEquals(expected[0], counts.above(area, false), "at or above, area " + area);
            assertEquals(expected[1], counts.below(area, false), "at or below, area " + area);
            assertEquals(expected[1], counts.above(area, true));
        }
    }

    @Test
    void blocksOfDrawsDoNotMatter() {
        // Two blocks and a part: 4,096 draws each.
        Random random = new Random(9);
        int[] x = random.ints(12, 0, 5).toArray();
        int[][] weights = randomWeights(random, 12);
        ConditionalCounts counts = count(x, neighbours(weights), 9_999);
        for (int area = 0; area < 12; area++) {
            assertEquals(drawnAlone(area, x, weights[area], 9_999)[0], counts.above(area, false));
        }
    }

    @Test
    void everySelectionOfOthersIsEquallyLikely() {
        // Six areas, two neighbours each: ten selections. Powers of two tell them apart, so the counts at or above each
        // of the
        // ten observed sums tell how often each came.
        int draws = 99_999;
        int[] x = {1, 2, 4, 8, 16, 32};
        double[][] above = new double[6][10];
        for (int selection = 0; selection < 10; selection++) {
            int[][] weights = new int[6][6];
            for (int area = 0; area < 6; area++) {
                for (int other : selections(area)[selection]) {
                    weights[area][other] = 1;
                }
            }
            ConditionalCounts counts = count(x, neighbours(weights), draws);
            for (int area = 0; area < 6; area++) {
                above[area][selection] = counts.above(area, false);
            }
        }
        for (int area = 0; area < 6; area++) {
            Arrays.sort(above[area]);
            for (int rank = 0; rank < 10; rank++) {
                double count = above[area][rank] - (rank == 0 ? 0 : above[area][rank - 1]);
                assertEquals(draws / 10.0, count, FAR * Math.sqrt(draws * 0.1 * 0.9), "area " + area);
            }
            assertEquals(draws, above[area][9]);
        }
    }

    @Test
    void everyOtherAreaIsEquallyLikelyTheFirstAndTheLastToo() {
        int size = 20;
        int draws = 9_999;
        double[][] hits = new double[size][size];
        for (int other = 0; other < size; other++) {
            int[] x = new int[size];
            x[other] = 1;
            int[][] weights = new int[size][size];
            for (int area = 0; area < size; area++) {
                weights[area][area == other ? (other + 1) % size : other] = 1;
            }
            ConditionalCounts counts = count(x, neighbours(weights), draws);
            for (int area = 0; area < size; area++) {
                hits[area][other] = area == other ? 0 : counts.above(area, false);
            }
        }
        double expected = draws / 19.0;
        for (int area = 0; area < size; area++) {
            double chiSquare = 0;
            for (int other = 0; other < size; other++) {
                if (other != area) {
                    chiSquare += (hits[area][other] - expected) * (hits[area][other] - expected) / expected;
                }
            }
            assertEquals(draws, Arrays.stream(hits[area]).sum(), 1e-9);
            // 18 degrees of freedom: qchisq(0.9995, 18) in R.
            assertTrue(chiSquare < 44.43, "area " + area + ": " + chiSquare);
        }
        // Over all 19 areas that may draw it, once per draw each.
        double error = FAR * Math.sqrt(19 * expected * (1 - 1 / 19.0));
        assertEquals(
                draws, IntStream.range(0, size).mapToDouble(a -> hits[a][0]).sum(), error * 19);
        assertEquals(hits[1][0], hits[1][size - 1], FAR * Math.sqrt(2 * expected));
        assertEquals(hits[size - 2][0], hits[size - 2][size - 1], FAR * Math.sqrt(2 * expected));
    }

    private static ConditionalCounts count(int[] x, Neighbours neighbours, int draws) {
        AreaValues values = AreaValues.of(Arrays.stream(x).mapToDouble(v -> v).toArray());
        int[] areas = IntStream.range(0, x.length).toArray();
        ConditionalCounts counts = new ConditionalCounts(
                ObservedSums.of(areas, values.deviations(), neighbours, area -> neighbours.degree(area) > 0));
        counts.run(5, draws, area -> false, Work.UNWATCHED);
        return counts;
    }

    /** At or above, and at or below, in whole numbers, of draws from a deck that never held the area. */
    private static long[] drawnAlone(int area, int[] x, int[] weights, int draws) {
        int[] own = Arrays.stream(weights).filter(weight -> weight != 0).toArray();
        if (own.length == 0) {
            return new long[2];
        }
        int observed = IntStream.range(0, x.length).map(j -> weights[j] * x[j]).sum();
        long[] counts = new long[2];
        for (int draw = 0; draw < draws; draw++) {
            int[] order = IntStream.range(0, x.length).toArray();
            RandomStream random = new RandomStream(5, draw);
            for (int slot = 0; slot < x.length - 1; slot++) {
                int other = slot + random.below(x.length - slot);
                int kept = order[slot];
                order[slot] = order[other];
                order[other] = kept;
            }
            int[] deck = Arrays.stream(order).filter(item -> item != area).toArray();
            int sum = 0;
            for (int k = 0; k < own.length; k++) {
                sum += own[k] * x[deck[k]];
            }
            counts[0] += sum >= observed ? 1 : 0;
            counts[1] += sum <= observed ? 1 : 0;
        }
        return counts;
    }

    /** Of any number of neighbours, none and all included; half of the areas with weights 1 to 3, the others with 2. */
    private static int[][] randomWeights(Random random, int size) {
        int[][] weights = new int[size][size];
        for (int area = 0; area < size; area++) {
            double share = random.nextDouble() * 1.2 - 0.1;
            boolean equal = random.nextBoolean();
            for (int other = 0; other < size; other++) {
                if (other != area && random.nextDouble() < share) {
                    weights[area][other] = equal ? 2 : 1 + random.nextInt(3);
                }
            }
        }
        return weights;
    }

    private static Neighbours neighbours(int[][] weights) {
        int size = weights.length;
        int[] links = IntStream.range(0, size * size)
                .filter(link -> weights[link / size][link % size] != 0)
                .toArray();
        return Neighbours.ofLinks(
                size,
                Arrays.stream(links).map(link -> link / size).toArray(),
                Arrays.stream(links).map(link -> link % size).toArray(),
                Arrays.stream(links)
                        .mapToDouble(link -> weights[link / size][link % size])
                        .toArray());
    }

    private static int[][] selections(int area) {
        return IntStream.range(0, 36)
                .filter(pair -> pair / 6 < pair % 6 && pair / 6 != area && pair % 6 != area)
                .mapToObj(pair -> new int[] {pair / 6, pair % 6})
                .toArray(int[][]::new);
    }
}
