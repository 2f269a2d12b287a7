package org.needscape.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.protection.HandMadeCounty.COUNTY;
import static org.needscape.protection.HandMadeCounty.YEAR;
import static org.needscape.protection.HandMadeCounty.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Value;
import org.needscape.stats.CountModel;
import org.needscape.stats.FittedCountModel;

/** What models over hidden counts tell, and that it is none of them. */
class ModelledCountsTest {

    private static final DisclosurePolicy POLICY = DisclosurePolicy.DEFAULT;
    private static final int PER_DISTRICT = 12;

    @Test
    void countsThatAreAllShownGiveExactModels() {
        County county = new County(1, 36, area -> 6 + area % 7);

        AreaModels models = county.models();

        assertEquals(AreaModels.Basis.SHOWN_COUNTS, models.basis());
        assertEquals(36, models.areasUsed());
        assertEquals(0, models.areasLeftOut());
        assertEquals("", models.reason());
    }

    @Test
    void fewHiddenCountsAreLeftOutSoThatNothingDependsOnThem() {
        // Three areas of one district and one decile, which hide one another.
        County county = new County(1, 60, area -> area % 4 == 1 && area <= 9 ? 3 : 6 + area % 7);
        List<Double> told = told(county.models());

        county.hidden().forEach(code -> county.exact.put(code, Value.known(5)));

        assertEquals(3, county.hidden().size());
        assertEquals(57, county.models().areasUsed());
        assertEquals(3, county.models().areasLeftOut());
        assertEquals(told, told(county.models()));
    }

    @Test
    void nothingIsToldOfTooFewHiddenCounts() {
        AreaModels models = new County(1, 60, area -> area <= 29 ? 1 + area % 5 : 8).models();

        assertEquals(AreaModels.Basis.NONE, models.basis());
        assertEquals(
                "The counts of 29 of 60 areas are hidden to protect children: too many for a model without them, too few"
                        + " for one that does not tell them.",
                models.reason());
        assertEquals(models.reason(), models.poisson().reason());
        assertEquals(60, models.areasLeftOut());
    }

    @Test
    void thirtyHiddenCountsAreEnough() {
        AreaModels models = new County(1, 60, area -> area <= 30 ? 1 + area % 5 : 8).models();

        assertEquals(AreaModels.Basis.ALL_COUNTS, models.basis());
        assertEquals(60, models.areasUsed());
    }

    @Test
    void modelNeedsThirtyAreas() {
        assertEquals(
                "A model over small areas needs 30 of them with counts and children; here are 29.",
                new County(1, 29, area -> 9).models().reason());
    }

    @Test
    void smallCountsThatTheSourceLeavesOutAreMissedInAModel() {
        County county = new County(1, 60, area -> 9);
        for (int area = 1; area <= 4; area++) {
            county.exact.put(code(area), Value.suppressed());
            county.shown.put(code(area), Value.suppressed());
        }

        assertEquals(
                "The source of the counts leaves them out in 4 of 60 areas, and what is small there would be missing from a"
                        + " model.",
                county.models().reason());
    }

    @Test
    void areaWithoutChildrenIsLeftOut() {
        County county = new County(1, 40, area -> 9);
        county.covariates.put(code(7), new AreaCovariates(0, List.of(1.0, 1.0)));

        assertEquals(39, county.models().areasUsed());
        assertEquals(1, county.models().areasLeftOut());
    }

    /** What the class promises of a step, by brute force: each value that a hidden count can have, with a fit of its own. */
    @Property(tries = 25)
    void hiddenCountMovesNoFigureByMoreThanOneStep(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
        Random random = new Random(seed);
        County county = new County(seed, 48, area -> area <= 34 ? 1 + random.nextInt(5) : 6 + random.nextInt(12));
        int area = 1 + random.nextInt(34);

        List<List<Double>> figures = new ArrayList<>();
        for (int count = 1; count <= 5; count++) {
            county.exact.put(code(area), Value.known(count));
            figures.add(told(county.models()));
        }

        for (int figure = 0; figure < figures.get(0).size(); figure++) {
            int at = figure;
            double[] values = figures.stream()
                    .mapToDouble(told -> told.get(at))
                    .distinct()
                    .sorted()
                    .toArray();
            // Within one step there are two neighbouring values at most.
            assertTrue(values.length <= 2, "Figure " + at + " takes " + Arrays.toString(values));
        }
    }

    /**
     * In a county that is only just allowed, with totals of districts and of deciles known, and everything told: a walk over counts that
     * agree with all of it comes, for every hidden count, to values as far apart as the policy demands.
     */
    @Test
    void everyHiddenCountOfACountyThatIsOnlyJustAllowedStaysUncertain() {
        Random random = new Random(11);
        County county = new County(11, 36, area -> area % 6 == 0 ? 7 + random.nextInt(9) : 1 + random.nextInt(5));
        assertEquals(30, county.hidden().size());
        assertEquals(AreaModels.Basis.ALL_COUNTS, county.models().basis());
        List<Double> told = told(county.models());
        Map<AreaCode, double[]> ranges = new HashMap<>();
        county.hidden().forEach(code -> ranges.put(code, new double[] {county.count(code), county.count(code)}));

        int agreeing = 0;
        for (int step = 0; step < 4000 && !isWide(ranges); step++) {
            Map<AreaCode, Value> before = new TreeMap<>(county.exact);
            county.moveWithinTotals(random);
            if (told(county.models()).equals(told)) {
                agreeing++;
                ranges.forEach((code, range) -> {
                    range[0] = Math.min(range[0], county.count(code));
                    range[1] = Math.max(range[1], county.count(code));
                });
            } else {
                county.exact.putAll(before);
            }
        }

        assertTrue(isWide(ranges), "Some hidden count is told, " + agreeing + " solutions found.");
    }

    private static boolean isWide(Map<AreaCode, double[]> ranges) {
        return ranges.values().stream().allMatch(range -> range[1] - range[0] >= POLICY.protectionWidth());
    }

    /** Every figure of both models, with -1 for an empty one. */
    private static List<Double> told(AreaModels models) {
        List<Double> figures = new ArrayList<>();
        for (CountModel each : List.of(models.poisson(), models.negativeBinomial())) {
            FittedCountModel model = each.fitted().orElseThrow();
            for (int k = 0; k < 3; k++) {
                figures.add(model.coefficient(k));
            }
            figures.add(model.dispersion().orElse(-1));
            figures.add(model.deviance());
            figures.add(model.theta().orElse(-1));
        }
        return figures;
    }

    /** Districts of twelve areas, three of each decile 1 to 4, with a score, in random order. */
    private static final class County {

        private final Map<AreaCode, Value> exact = new TreeMap<>();
        private final Map<AreaCode, Value> shown = new TreeMap<>();
        private final Map<AreaCode, AreaCovariates> covariates = new TreeMap<>();
        private final int areas;

        County(long seed, int areas, java.util.function.IntUnaryOperator counts) {
            this.areas = areas;
            Random random = new Random(seed);
            HandMadeCounty made = new HandMadeCounty();
            for (int first = 1; first <= areas; first += PER_DISTRICT) {
                made.district(
                        first / PER_DISTRICT + 1,
                        IntStream.range(first, Math.min(areas + 1, first + PER_DISTRICT))
                                .mapToLong(counts::applyAsInt)
                                .toArray());
            }
            for (int area = 1; area <= areas; area++) {
                made.decile(decile(area), area);
                double score = random.nextGaussian() - (decile(area) - 2.5) / 2;
                covariates.put(
                        code(area),
                        new AreaCovariates(200 + random.nextInt(200), List.of((double) decile(area), score)));
            }
            PublishedCounts published = made.published();
            for (int area = 1; area <= areas; area++) {
                exact.put(code(area), published.exact().count(YEAR, code(area)));
                shown.put(code(area), published.area(YEAR, code(area)));
            }
            assertTrue(published.exact().extents().containsKey(COUNTY));
        }

        AreaModels models() {
            return new ModelledCounts(exact, shown, POLICY).fit(covariates);
        }

        double count(AreaCode code) {
            return exact.get(code).number().orElseThrow();
        }

        List<AreaCode> hidden() {
            return shown.keySet().stream()
                    .filter(code -> !shown.get(code).isKnown())
                    .toList();
        }

        /** One more here and one fewer there, in two districts and two deciles, so that no total changes; or within one of each. */
        void moveWithinTotals(Random random) {
            while (true) {
                int a = 1 + random.nextInt(areas);
                int b = 1 + random.nextInt(areas);
                int c = 1 + random.nextInt(areas);
                int d = 1 + random.nextInt(areas);
                boolean isSquare = district(a) == district(b)
                        && district(c) == district(d)
                        && decile(a) == decile(c)
                        && decile(b) == decile(d)
                        && IntStream.of(a, b, c, d).distinct().count() == 4;
                if (isSquare && canBe(a, 1) && canBe(b, -1) && canBe(c, -1) && canBe(d, 1)) {
                    add(a, 1);
                    add(b, -1);
                    add(c, -1);
                    add(d, 1);
                    return;
                }
            }
        }

        private boolean canBe(int area, int more) {
            double count = count(code(area)) + more;
            return !shown.get(code(area)).isKnown() && count >= 1 && count <= POLICY.threshold();
        }

        private void add(int area, int more) {
            exact.put(code(area), Value.known(count(code(area)) + more));
        }

        private static int district(int area) {
            return (area - 1) / PER_DISTRICT;
        }

        private static int decile(int area) {
            return (area - 1) % 4 + 1;
        }
    }
}
