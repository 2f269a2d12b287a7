package org.needscape.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.need.HotspotClass;
import org.needscape.progress.Progress;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.Neighbours;
import org.needscape.spatial.NotComputed;
import org.needscape.spatial.ScanArea;
import org.needscape.stats.Alternative;
import org.needscape.stats.FalseDiscoveryRate;

/** Maps of 20 by 20 areas, 1 km apart, on which it is known what is there. */
class HotspotAnalysisTest {

    private static final int SIDE = 20;
    private static final int AREAS = SIDE * SIDE;
    private static final int CENTRE = 5 * SIDE + 5;
    private static final int SPIKE = 14 * SIDE + 14;

    /** A block of 3 by 3 areas, far from the edge. */
    private static final List<Integer> BLOCK = IntStream.of(4, 5, 6)
            .boxed()
            .flatMap(row -> IntStream.of(4, 5, 6).mapToObj(column -> row * SIDE + column))
            .toList();

    private static final Map<NeighbourKind, Neighbours> GRAPHS =
            Map.of(NeighbourKinds.QUEEN, grid(true), NeighbourKinds.parse("rook"), grid(false));

    private static final HotspotSettings SETTINGS = new HotspotSettings(
            List.of(HotspotMethod.GI_STAR, HotspotMethod.LOCAL_MORAN),
            List.of(NeighbourKinds.QUEEN, NeighbourKinds.parse("rook")),
            19_999,
            1,
            Alternative.TWO_SIDED,
            FalseDiscoveryRate.BENJAMINI_HOCHBERG,
            0.05,
            0.25);

    @Test
    void plantedClusterIsFoundByAllSettingsAndTheLoneSpikeIsNoHotspot() {
        double[] values = noise(7);
        BLOCK.forEach(area -> values[area] += 4);
        values[SPIKE] += 8;

        HotspotFindings findings = run(values, SETTINGS);

        assertEquals(
                new AreaFinding(HotspotClass.HOT, 4, 0, 0, 4), findings.areas().get(CENTRE));
        List<Integer> missed = BLOCK.stream()
                .filter(area -> findings.areas().get(area).hotspotClass() != HotspotClass.HOT)
                .toList();
        assertTrue(
                missed.size() <= 4,
                "Only the corners, with five of eight neighbours outside, may be missed: " + missed);
        assertEquals(HotspotClass.NOT_SIGNIFICANT, findings.areas().get(SPIKE).hotspotClass());
        assertTrue(HotspotClusters.of(findings, grid(true)).get(0).contains(CENTRE));
    }

    @Test
    void lowAreaAmongHighOnesIsUnlikeItsNeighboursAndNoHotspot() {
        double[] values = noise(7);
        BLOCK.forEach(area -> values[area] += 6);
        values[CENTRE] = -3;

        HotspotFindings findings = run(values, SETTINGS);

        assertEquals(HotspotClass.OUTLIER, findings.areas().get(CENTRE).hotspotClass());
    }

    @Test
    void highAreasThatLieTogetherAreFoundByJoinCountsAndALoneOneIsNot() {
        double[] flags = new double[AREAS];
        BLOCK.forEach(area -> flags[area] = 1);
        flags[SPIKE] = 1;

        HotspotFindings findings = run(flags, joinCount(List.of(HotspotMethod.JOIN_COUNT), 9_999));

        // Its eight (queen) and four (rook) neighbours are all flagged, where 9 of 399 others are: beyond chance by any
        // count.
        assertEquals(
                new AreaFinding(HotspotClass.HOT, 2, 0, 0, 2), findings.areas().get(CENTRE));
        assertEquals(
                new AreaFinding(HotspotClass.NOT_SIGNIFICANT, 0, 0, 0, 2),
                findings.areas().get(SPIKE));
        assertEquals(Optional.of(NotComputed.NOT_FLAGGED), findings.reason(0));
        // A block of 3 by 3 has 12 borders within and 8 corners more.
        assertEquals(20, findings.joins().get(0).orElseThrow().count().statistic());
        assertEquals(12, findings.joins().get(1).orElseThrow().count().statistic());
        assertEquals(0.001, findings.joins().get(0).orElseThrow().permutedP());
    }

    @Test
    void joinCountStandsAloneAndNeedsPermutations() {
        assertThrows(IllegalArgumentException.class, () -> joinCount(List.of(HotspotMethod.JOIN_COUNT), 98));
        assertThrows(
                IllegalArgumentException.class,
                () -> joinCount(List.of(HotspotMethod.JOIN_COUNT, HotspotMethod.GI_STAR), 999));
        assertTrue(joinCount(List.of(HotspotMethod.JOIN_COUNT), 99).areJoins());
    }

    private static HotspotSettings joinCount(List<HotspotMethod> methods, int permutations) {
        return new HotspotSettings(
                methods,
                List.of(NeighbourKinds.QUEEN, NeighbourKinds.parse("rook")),
                permutations,
                1,
                Alternative.GREATER,
                FalseDiscoveryRate.BENJAMINI_HOCHBERG,
                0.05,
                0.25);
    }

    @Test
    void fewMapsOfChanceAloneHaveAnyFinding() {
        // A setting at 5 % false discovery has a finding in 5 % of such maps, 10 of 200; four standard errors more are
        // 22.
        // Most settings must agree, so there are fewer.
        int maps = 0;
        for (int seed = 0; seed < 200; seed++) {
            HotspotFindings findings = run(noise(1000 + seed), SETTINGS.analytic());
            maps += findings.count(HotspotClass.HOT) + findings.count(HotspotClass.COLD) > 0 ? 1 : 0;
        }

        assertTrue(maps <= 22, maps + " of 200 maps have a finding.");
    }

    @Test
    void sameSeedGivesTheSameForAnyNumberOfThreads() throws Exception {
        double[] values = noise(3);
        HotspotFindings expected = run(values, SETTINGS);
        for (int threads : new int[] {1, 3}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                assertEquals(
                        expected.areas(),
                        pool.submit(() -> run(values, SETTINGS)).get().areas());
            } finally {
                pool.shutdown();
            }
        }
    }

    @Test
    void scanVotesForTheAreasOfItsCircleThatAreHighThemselves() {
        List<ScanArea> counted = new ArrayList<>();
        double[] values = new double[AREAS];
        for (int area = 0; area < AREAS; area++) {
            int count = BLOCK.contains(area) ? 12 : 2;
            values[area] = count;
            counted.add(ScanArea.ofPopulation(
                    code(area), 1000.0 * (area % SIDE), 1000.0 * Math.floorDiv(area, SIDE), count, 100));
        }
        HotspotInput input = new HotspotInput(codes(), AreaValues.of(values), counted);

        HotspotFindings findings =
                HotspotAnalysis.run(input, GRAPHS, SETTINGS.with(List.of(HotspotMethod.SCAN)), Progress.SILENT);

        assertEquals(
                BLOCK,
                IntStream.range(0, AREAS)
                        .filter(area -> findings.areas().get(area).hotspotClass() == HotspotClass.HOT)
                        .boxed()
                        .toList());
        assertEquals(Optional.empty(), findings.leading());
    }

    @Test
    void areaWithoutAValueIsNotTestedAndSaysWhy() {
        AreaValues.Builder values = new AreaValues.Builder(AREAS);
        double[] numbers = noise(5);
        for (int area = 0; area < AREAS; area++) {
            values.known(area, numbers[area]);
        }
        values.unknown(0, NotComputed.SUPPRESSED);
        HotspotInput input = new HotspotInput(codes(), values.build(), List.of());

        HotspotFindings findings = HotspotAnalysis.run(input, GRAPHS, SETTINGS.analytic(), Progress.SILENT);

        assertEquals(
                new AreaFinding(HotspotClass.NOT_COMPUTED, 0, 0, 0, 0),
                findings.areas().get(0));
        assertEquals(Optional.of(NotComputed.SUPPRESSED), findings.reason(0));
        assertEquals(AREAS - 1, findings.testedCount());
    }

    @Test
    void constantValuesAreTestedNowhere() {
        HotspotFindings findings = run(new double[AREAS], SETTINGS);

        assertEquals(0, findings.testedCount());
        assertEquals(Optional.of(NotComputed.CONSTANT), findings.reason(3));
    }

    @Test
    void cancelledRunEnds() {
        Progress cancelled = (fraction, message) -> {
            throw new CancellationException("cancelled");
        };
        HotspotInput input = new HotspotInput(codes(), AreaValues.of(noise(1)), List.of());

        assertThrows(CancellationException.class, () -> HotspotAnalysis.run(input, GRAPHS, SETTINGS, cancelled));
    }

    @Test
    void giAndLocalMoranDoNotVoteTogether() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SETTINGS.with(List.of(HotspotMethod.GI, HotspotMethod.LOCAL_MORAN)));
    }

    @Test
    void moreThanHalfOfTheSettingsThatTestedAnAreaMustAgree() {
        assertEquals(
                HotspotClass.NOT_SIGNIFICANT,
                AreaFinding.of(List.of(Vote.HOT, Vote.NONE)).hotspotClass());
        assertEquals(
                HotspotClass.HOT,
                AreaFinding.of(List.of(Vote.HOT, Vote.HOT, Vote.NONE)).hotspotClass());
        assertEquals(new AreaFinding(HotspotClass.HOT, 1, 0, 0, 1), AreaFinding.of(List.of(Vote.HOT, Vote.NOT_TESTED)));
    }

    private static HotspotFindings run(double[] values, HotspotSettings settings) {
        return HotspotAnalysis.run(
                new HotspotInput(codes(), AreaValues.of(values), List.of()), GRAPHS, settings, Progress.SILENT);
    }

    /** Independent values of a normal distribution, near enough: sums of twelve uniform ones. */
    private static double[] noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[AREAS];
        for (int area = 0; area < AREAS; area++) {
            for (int k = 0; k < 12; k++) {
                values[area] += random.nextDouble() - 0.5;
            }
        }
        return values;
    }

    private static List<AreaCode> codes() {
        return IntStream.range(0, AREAS).mapToObj(HotspotAnalysisTest::code).toList();
    }

    private static AreaCode code(int area) {
        return new AreaCode(String.format(java.util.Locale.ROOT, "E%08d", area));
    }

    private static Neighbours grid(boolean corners) {
        int[][] lists = new int[AREAS][];
        for (int area = 0; area < AREAS; area++) {
            int row = Math.floorDiv(area, SIDE);
            int column = area % SIDE;
            lists[area] = IntStream.range(0, AREAS)
                    .filter(other -> {
                        int rows = Math.abs(Math.floorDiv(other, SIDE) - row);
                        int columns = Math.abs(other % SIDE - column);
                        return corners ? Math.max(rows, columns) == 1 : rows + columns == 1;
                    })
                    .toArray();
        }
        return Neighbours.ofLists(lists);
    }
}
