package org.needscape.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.GridOf25;
import org.needscape.area.AreaCode;

/**
 * Golden numbers: the scan of the grid of 25 invented areas, centres at (column, row), circles of up to half the population, worked out
 * with numpy.
 */
class CircularScanTest {

    private static final ScanOptions OPTIONS = ScanOptions.defaults();

    @Test
    void mostLikelyClusterOfTheGridIsTheReferenceOne() {
        ScanOutcome.Scanned scan = scanned(grid(1, 0), OPTIONS.withReplicates(9_999));
        ScanCluster cluster = scan.clusters().get(0);

        assertEquals(List.of("1", "2", "3", "6", "7", "8", "11", "12", "13"), codes(cluster));
        assertEquals(167, cluster.observed());
        assertEquals(104.05939, cluster.expected(), 5e-6);
        assertEquals(33.450662, cluster.logLikelihoodRatio(), 5e-7);
        assertEquals(1.604853, cluster.observedToExpected(), 5e-7);
        assertEquals(2.969858, cluster.relativeRisk().orElseThrow(), 5e-7);
        assertEquals(0.0001, cluster.p(), 1e-12);
        assertEquals(4_035, cluster.population(), 1e-9);
        assertEquals(Math.sqrt(2), cluster.radiusMetres(), 1e-12);
        assertEquals("7", cluster.centre().value());
        assertEquals(113, scan.circleCount());
        assertEquals(241, scan.total());
    }

    /** One at a time by code there would be 272 circles, and the second best would be 33.162487. */
    @Test
    void areasAtTheSameDistanceEnterTogether() {
        List<Double> best = distinctRatios(grid(1, 0));

        assertEquals(33.450662, best.get(0), 5e-7);
        assertEquals(28.214152, best.get(1), 5e-7);
    }

    @Test
    void sameDistancesStayTheSameWhereRoundingDiffers() {
        // Tenths of metres cannot be written exactly: neighbours' distances differ in the last digits.
        ScanOutcome.Scanned scan = scanned(grid(1_000.1, 380_000.3), OPTIONS);

        assertEquals(113, scan.circleCount());
        assertEquals(33.450662, scan.clusters().get(0).logLikelihoodRatio(), 5e-7);
        assertEquals(Math.sqrt(2) * 1_000.1, scan.clusters().get(0).radiusMetres(), 1e-6);
    }

    @Test
    void clustersHaveNoAreaInCommonAndComeByFallingRatio() {
        List<ScanCluster> clusters = scanned(grid(1, 0), OPTIONS).clusters();
        List<AreaCode> all =
                clusters.stream().flatMap(cluster -> cluster.codes().stream()).toList();

        assertTrue(clusters.size() > 1);
        assertEquals(all.size(), all.stream().distinct().count());
        for (int k = 1; k < clusters.size(); k++) {
            assertTrue(
                    clusters.get(k).logLikelihoodRatio() <= clusters.get(k - 1).logLikelihoodRatio());
            assertTrue(clusters.get(k).p() >= clusters.get(k - 1).p());
        }
    }

    @Test
    void lowRatesAreFoundWhenAskedFor() {
        ScanCluster low =
                scanned(grid(1, 0), OPTIONS.withRates(ScanRates.LOW)).clusters().get(0);

        assertTrue(low.observed() < low.expected());
        assertTrue(low.relativeRisk().orElseThrow() < 1);
        assertEquals(0.001, low.p(), 1e-12);
        assertFalse(codes(low).contains("7"));
    }

    @Test
    void capsAreKept() {
        for (ScanCluster cluster :
                scanned(grid(1, 0), OPTIONS.withMaxPopulationShare(0.1)).clusters()) {
            assertTrue(cluster.population() <= 934.5);
        }
        for (ScanCluster cluster :
                scanned(grid(1_000, 0), OPTIONS.withMaxRadiusMetres(1_000)).clusters()) {
            assertTrue(cluster.radiusMetres() <= 1_000);
        }
    }

    @Test
    void clusterMovesWithTheEvents() {
        for (int middle : new int[] {6, 8, 16, 18}) {
            List<ScanArea> areas = new ArrayList<>();
            for (int area = 0; area < 25; area++) {
                boolean inside = Math.abs(area % 5 - middle % 5) <= 1 && Math.abs(area / 5 - middle / 5) <= 1;
                areas.add(
                        ScanArea.ofPopulation(code(area), area % 5 * 1_000, area / 5 * 1_000, inside ? 20 : 5, 1_000));
            }
            ScanCluster cluster = scanned(areas, OPTIONS).clusters().get(0);
            assertEquals(code(middle), cluster.centre());
            assertEquals(9, cluster.codes().size());
            assertEquals(180, cluster.observed());
        }
    }

    @Test
    void expectationsInAnyScaleGiveTheSameScan() {
        List<ScanArea> scaled = grid(1, 0).stream()
                .map(a -> new ScanArea(
                        a.code(),
                        a.eastingMetres(),
                        a.northingMetres(),
                        a.count(),
                        a.population(),
                        a.baseline() * 0.026))
                .toList();

        ScanCluster expected = scanned(grid(1, 0), OPTIONS).clusters().get(0);
        ScanCluster cluster = scanned(scaled, OPTIONS).clusters().get(0);
        assertEquals(expected.codes(), cluster.codes());
        assertEquals(expected.expected(), cluster.expected(), 1e-9);
        assertEquals(expected.logLikelihoodRatio(), cluster.logLikelihoodRatio(), 1e-9);
    }

    @Test
    void oneThreadOrFourGiveTheSame() throws Exception {
        ScanOutcome one = onThreads(1);

        assertEquals(one, onThreads(2));
        assertEquals(one, onThreads(4));
        assertFalse(one.equals(CircularScan.scan(grid(1, 0), OPTIONS.withSeed(2).withMaxPopulationShare(0.2))));
    }

    @Test
    void whoWatchesIsToldAndMayEndIt() {
        List<Double> shares = new ArrayList<>();
        CircularScan.scan(grid(1, 0), OPTIONS.withReplicates(2_999), shares::add);

        assertTrue(shares.size() >= 3);
        assertEquals(1, shares.get(shares.size() - 1));
        assertEquals(shares.stream().sorted().toList(), shares);
        assertThrows(
                CancellationException.class,
                () -> CircularScan.scan(grid(1, 0), OPTIONS, share -> {
                    throw new CancellationException();
                }));
    }

    @Test
    void clusterWithAllEventsHasNoRelativeRisk() {
        List<ScanArea> areas = IntStream.range(0, 4)
                .mapToObj(k -> ScanArea.ofPopulation(code(k), 1_000 * k * k, 0, k == 2 ? 7 : 0, 100))
                .toList();
        ScanCluster cluster = scanned(areas, OPTIONS).clusters().get(0);

        assertEquals(List.of("3"), codes(cluster));
        assertTrue(cluster.relativeRisk().isEmpty());
        assertEquals(7 * Math.log(4), cluster.logLikelihoodRatio(), 1e-12);
    }

    /** Exact: each of 4 events falls on any of 4 areas far apart; all 4 on one has probability 4 / 256. */
    @Test
    void equalRatiosCountAsReached() {
        List<ScanArea> areas = IntStream.range(0, 4)
                .mapToObj(k -> ScanArea.ofPopulation(code(k), Math.pow(10, k), 0, k == 0 ? 4 : 0, 0.1))
                .toList();
        ScanOptions options = OPTIONS.withReplicates(9_999).withMaxPopulationShare(0.25);

        // Four standard errors of a share of 1/64 among 9,999.
        assertEquals(1 / 64.0, scanned(areas, options).clusters().get(0).p(), 0.005);
    }

    @Test
    void equallyLikelyCirclesAreDecidedByRadiusThenByCode() {
        int[] counts = {9, 9, 1, 1, 9, 9, 1, 1};
        double[] x = {0, 300, 5_000, 9_000, 20_000, 20_200, 30_000, 40_000};
        List<ScanArea> areas = IntStream.range(0, 8)
                .mapToObj(k -> ScanArea.ofPopulation(code(k), x[k], 0, counts[k], 100))
                .toList();
        List<ScanCluster> clusters =
                scanned(areas, OPTIONS.withMaxPopulationShare(0.25)).clusters();

        assertEquals(List.of("5", "6"), codes(clusters.get(0)));
        assertEquals("5", clusters.get(0).centre().value());
        assertEquals(List.of("1", "2"), codes(clusters.get(1)));
    }

    @Test
    void evenRatesHaveNoCluster() {
        List<ScanArea> areas = IntStream.range(0, 9)
                .mapToObj(k -> ScanArea.ofPopulation(code(k), 100 * k, 100 * (k % 2), 3, 300))
                .toList();

        assertEquals(List.of(), scanned(areas, OPTIONS).clusters());
    }

    @Test
    void areasInWhichNothingIsExpectedAreListed() {
        List<ScanArea> areas = new ArrayList<>(grid(1, 0));
        areas.add(ScanArea.ofPopulation(new AreaCode("empty"), 3, 9, 0, 0));
        ScanOutcome.Scanned scan = scanned(areas, OPTIONS);

        assertEquals(List.of(new AreaCode("empty")), scan.leftOut());
        assertEquals(25, scan.areaCount());
        assertEquals(33.450662, scan.clusters().get(0).logLikelihoodRatio(), 5e-7);
    }

    @Test
    void whatCannotBeScannedSaysWhy() {
        ScanArea a = ScanArea.ofPopulation(new AreaCode("A"), 0, 0, 2, 50);
        ScanArea b = ScanArea.ofPopulation(new AreaCode("B"), 900, 0, 0, 50);

        assertReason(ScanOutcome.Reason.TOO_FEW_AREAS, List.of(), OPTIONS);
        assertReason(ScanOutcome.Reason.TOO_FEW_AREAS, List.of(a), OPTIONS);
        assertReason(
                ScanOutcome.Reason.EVENTS_WITHOUT_POPULATION,
                List.of(a, b, ScanArea.ofPopulation(new AreaCode("C"), 1, 1, 1, 0)),
                OPTIONS);
        assertReason(
                ScanOutcome.Reason.NO_EVENTS,
                List.of(b, ScanArea.ofPopulation(new AreaCode("C"), 1, 1, 0, 5)),
                OPTIONS);
        assertReason(
                ScanOutcome.Reason.ONE_POINT,
                List.of(a, ScanArea.ofPopulation(new AreaCode("C"), 0, 0, 1, 5)),
                OPTIONS);
        assertReason(ScanOutcome.Reason.NO_CIRCLE, List.of(a, b), OPTIONS.withMaxPopulationShare(0.3));
        assertReason(
                ScanOutcome.Reason.TOO_LARGE,
                List.of(a, ScanArea.ofPopulation(new AreaCode("C"), 5, 5, Integer.MAX_VALUE, 5)),
                OPTIONS);
    }

    /** A county has 139 thousand areas in circles, a country without a cap on circles half a billion. */
    @Test
    void circlesOfAWholeCountryAreRefusedBeforeTheyFillTheMemory() {
        List<ScanArea> country = IntStream.range(0, 9_000)
                .mapToObj(k -> ScanArea.ofPopulation(code(k), k % 95 * 700, k / 95 * 700, 1, 1_500))
                .toList();
        assertReason(ScanOutcome.Reason.TOO_LARGE, country, OPTIONS);

        ScanOutcome.Scanned capped =
                scanned(country, OPTIONS.withMaxPopulationShare(0.002).withReplicates(9));
        assertEquals(9_000, capped.areaCount());
    }

    /** Null maps: p is uniform, so 200 of them have a mean of 1/2 and a 95th share of 1/20. */
    @Test
    void chanceAloneGivesUniformP() {
        MultinomialDraws chance = new MultinomialDraws(GridOf25.column("pop"));
        int[] counts = new int[25];
        double[] p = new double[200];
        for (int map = 0; map < p.length; map++) {
            chance.deal(241, new RandomStream(4_711, map), 1, counts);
            List<ScanArea> areas = new ArrayList<>();
            for (int area = 0; area < 25; area++) {
                areas.add(ScanArea.ofPopulation(
                        code(area), area % 5, area / 5, counts[area], GridOf25.column("pop")[area]));
            }
            p[map] = scanned(areas, OPTIONS.withReplicates(99).withSeed(map))
                    .clusters()
                    .get(0)
                    .p();
        }
        Arrays.sort(p);
        double distance = 0;
        for (int k = 0; k < p.length; k++) {
            distance = Math.max(distance, Math.abs((k + 0.5) / p.length - p[k]));
        }
        // Kolmogorov and Smirnov's bound at 1 %, 1.63 / √200, and a step of p.
        assertTrue(distance < 0.125, "distance from uniform: " + distance);
    }

    private static List<Double> distinctRatios(List<ScanArea> areas) {
        ScanLikelihood likelihood = new ScanLikelihood(241, ScanRates.HIGH);
        double people = areas.stream().mapToDouble(ScanArea::population).sum();
        ScanCircles circles = ScanCircles.find(
                        areas.stream().mapToDouble(ScanArea::eastingMetres).toArray(),
                        areas.stream().mapToDouble(ScanArea::northingMetres).toArray(),
                        areas.stream()
                                .mapToDouble(a -> 241 * a.population() / people)
                                .toArray(),
                        areas.stream().mapToDouble(ScanArea::population).toArray(),
                        likelihood,
                        OPTIONS,
                        1_000_000)
                .orElseThrow();
        List<Double> ratios = new ArrayList<>();
        for (int centre = 0; centre < 25; centre++) {
            int count = 0;
            for (int k = 0; k < circles.size(centre); k++) {
                count += areas.get(circles.member(centre, k)).count();
                if (circles.expected(centre, k) > 0) {
                    ratios.add(Math.rint(1e9 * likelihood.ratio(count, circles.expected(centre, k))) / 1e9);
                }
            }
        }
        return ratios.stream().distinct().sorted((a, b) -> Double.compare(b, a)).toList();
    }

    private static ScanOutcome onThreads(int threads) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> CircularScan.scan(grid(1, 0), OPTIONS)).get();
        } finally {
            pool.shutdown();
        }
    }

    private static void assertReason(ScanOutcome.Reason expected, List<ScanArea> areas, ScanOptions options) {
        ScanOutcome outcome = CircularScan.scan(areas, options);
        assertTrue(outcome.scanned().isEmpty());
        ScanOutcome.NotScanned refused = (ScanOutcome.NotScanned) outcome;
        assertEquals(expected, refused.reason());
        assertTrue(refused.sentence().endsWith("."));
    }

    private static ScanOutcome.Scanned scanned(List<ScanArea> areas, ScanOptions options) {
        return CircularScan.scan(areas, options).scanned().orElseThrow();
    }

    private static List<ScanArea> grid(double cell, double shift) {
        double[] population = GridOf25.column("pop");
        double[] cases = GridOf25.column("cases");
        return IntStream.range(0, 25)
                .mapToObj(area -> ScanArea.ofPopulation(
                        code(area),
                        shift + cell * (area % 5 + 1),
                        shift + cell * (area / 5 + 1),
                        (int) cases[area],
                        population[area]))
                .toList();
    }

    private static AreaCode code(int area) {
        return new AreaCode(Integer.toString(area + 1));
    }

    private static List<String> codes(ScanCluster cluster) {
        return cluster.codes().stream().map(AreaCode::value).toList();
    }
}
