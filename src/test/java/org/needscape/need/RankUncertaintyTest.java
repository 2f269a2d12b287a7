package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Value;
import org.needscape.need.RankUncertainty.Settings;
import org.needscape.stats.SeededDraws;

class RankUncertaintyTest {

    private static final Settings CERTAIN =
            Settings.of(50, 1).withWeightVariation(0).withMost(2);

    @Test
    void withoutAnyUncertaintyEveryRankIsCertain() {
        County county = new County(List.of(9.0, 7.0, 5.0, 3.0, 1.0, 8.0, 6.0, 4.0, 2.0, 0.0));

        RankOutlook outlook = county.outlook(CERTAIN, Map.of());

        for (int area = 0; area < 10; area++) {
            Value rank = county.matrix.rows().get(area).rank();
            RankOutlook.Row row = outlook.rows().get(area);
            assertEquals(rank, row.median());
            assertEquals(rank, row.low());
            assertEquals(rank, row.high());
            // One of ten areas is the highest-need tenth, and two were asked for.
            assertEquals(Value.known(rank.equals(Value.known(1)) ? 1 : 0), row.highestNeedTenth());
            assertEquals(Value.known(rank.number().orElseThrow() <= 2 ? 1 : 0), row.amongTheMost());
        }
    }

    @Test
    void sameSeedGivesTheSameForAnyNumberOfThreads() {
        County county = County.random(new Random(5), 60);

        RankOutlook one = county.outlook(Settings.of(200, 9).withThreads(1), county.counted);

        for (int threads : new int[] {2, 3, 7}) {
            assertEquals(one, county.outlook(Settings.of(200, 9).withThreads(threads), county.counted));
        }
        assertTrue(!one.rows()
                .equals(county.outlook(Settings.of(200, 10), county.counted).rows()));
    }

    @Property(tries = 60, seed = "1")
    void probabilitiesOfBeingAmongTheMostAddUp(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 40) int areas,
            @ForAll @IntRange(min = 1, max = 40) int most) {
        County county = County.random(new Random(seed), areas);

        RankOutlook outlook = county.outlook(Settings.of(40, seed).withMost(most), county.counted);

        long rated = county.matrix.rows().stream()
                .filter(row -> row.score().isKnown())
                .count();
        assertEquals(
                Math.min(most, rated),
                outlook.rows().stream()
                        .mapToDouble(row -> row.amongTheMost().number().orElse(0))
                        .sum(),
                1e-9);
        assertEquals(
                rated / 10,
                outlook.rows().stream()
                        .mapToDouble(row -> row.highestNeedTenth().number().orElse(0))
                        .sum(),
                1e-9);
        outlook.rows()
                .forEach(row -> assertTrue(
                        row.low().number().orElse(0) <= row.median().number().orElse(0)
                                && row.median().number().orElse(0)
                                        <= row.high().number().orElse(0)));
    }

    /** Two areas share every rank: each is among the first in half of the cases. */
    @Test
    void areasThatShareARankShareItsPlaces() {
        County county = new County(List.of(5.0, 5.0, 1.0));

        RankOutlook outlook = county.outlook(CERTAIN.withMost(1), Map.of());

        assertEquals(Value.known(0.5), outlook.rows().get(0).amongTheMost());
        assertEquals(Value.known(0.5), outlook.rows().get(1).amongTheMost());
        assertEquals(Value.known(0), outlook.rows().get(2).amongTheMost());
    }

    @Test
    void areaWithoutAScoreKeepsItsReasonAndChangesNothing() {
        County county = County.random(new Random(8), 30);
        County with = county.withHidden(1e9);

        RankOutlook outlook = with.outlook(Settings.of(60, 3), with.counted);

        RankOutlook.Row last = outlook.rows().get(30);
        assertEquals(Value.suppressed(), last.median());
        assertEquals(Value.suppressed(), last.highestNeedTenth());
        assertEquals(
                county.outlook(Settings.of(60, 3), county.counted).rows(),
                outlook.rows().subList(0, 30));
    }

    @Test
    void areasOfManyPeopleAreSurerThanThoseOfFew() {
        List<Value> rates = new ArrayList<>();
        List<Value> counts = new ArrayList<>();
        List<Value> people = new ArrayList<>();
        for (int area = 0; area < 40; area++) {
            double population = area % 2 == 0 ? 100_000 : 100;
            double rate = 0.02 + 0.002 * area;
            rates.add(Value.known(100 * Math.round(rate * population) / population));
            counts.add(Value.known((double) Math.round(rate * population)));
            people.add(Value.known(population));
        }
        County county = new County(Map.of("x", rates));

        RankOutlook outlook =
                county.outlook(Settings.of(400, 2), Map.of("x", new CountedFactor(rates, counts, people)));

        double sure = 0;
        double unsure = 0;
        for (int area = 0; area < 40; area++) {
            RankOutlook.Row row = outlook.rows().get(area);
            double width =
                    row.high().number().orElseThrow() - row.low().number().orElseThrow();
            sure += area % 2 == 0 ? width : 0;
            unsure += area % 2 == 0 ? 0 : width;
        }
        assertTrue(3 * sure < unsure, sure + " " + unsure);
    }

    @Test
    void saysWhereRatesDoNotVaryOrDoNotAgreeWithTheirCounts() {
        // 5 in 100 everywhere: less scatter than chance would give.
        List<Value> five = values(5, 5, 5, 5, 5);
        List<Value> people = values(100, 100, 100, 100, 100);
        County constant = new County(Map.of("x", five, "y", values(1, 2, 3, 4, 5)));
        assertTrue(constant.outlook(CERTAIN, Map.of("x", new CountedFactor(five, five, people)))
                .notices()
                .isEmpty());

        County odd = new County(Map.of("x", values(10, 20, 30, 40, 90)));
        List<String> notices = odd.outlook(
                        CERTAIN,
                        Map.of("x", new CountedFactor(odd.columns.get("x"), values(90, 40, 30, 20, 10), people)))
                .notices();
        assertTrue(
                notices.toString().contains("is not its count over its population times one number"),
                notices.toString());
    }

    /** 16 of 970 and 50 of 970 are 1.649 and 5.155 percent; written with one decimal the first is 3 percent off. */
    @Test
    void roundedRatesAgreeWithTheirCounts() {
        List<Value> people = values(970, 970, 970, 970);
        List<Value> counts = values(16, 50, 80, 110);
        County rounded = new County(Map.of("x", values(1.6, 5.2, 8.2, 11.3)));

        assertEquals(
                List.of(),
                rounded.outlook(CERTAIN, Map.of("x", new CountedFactor(rounded.columns.get("x"), counts, people)))
                        .notices());
    }

    /**
     * True rates are drawn from a gamma distribution and counts from them; of all areas to which a probability was given that many are
     * truly among the highest-need tenth: by tenths of probability, four standard errors wide.
     */
    @Test
    void probabilitiesAreCalibrated() {
        double[] said = new double[10];
        double[] true_ = new double[10];
        int[] areas = new int[10];
        for (int world = 0; world < 30; world++) {
            SeededDraws draws = SeededDraws.of(77, world);
            int size = 300;
            double[] truth = new double[size];
            List<Value> rates = new ArrayList<>();
            List<Value> counts = new ArrayList<>();
            List<Value> people = new ArrayList<>();
            for (int area = 0; area < size; area++) {
                double population = 200 + 800 * draws.uniform();
                truth[area] = draws.gamma(4) / 4 * 0.03;
                long count = poisson(draws, truth[area] * population);
                rates.add(Value.known(count / population));
                counts.add(Value.known((double) count));
                people.add(Value.known(population));
            }
            RankOutlook outlook = new County(Map.of("x", rates))
                    .outlook(
                            Settings.of(200, world).withWeightVariation(0),
                            Map.of("x", new CountedFactor(rates, counts, people)));
            double[] sorted = truth.clone();
            java.util.Arrays.sort(sorted);
            for (int area = 0; area < size; area++) {
                double probability =
                        outlook.rows().get(area).highestNeedTenth().number().orElseThrow();
                int bin = Math.min(9, (int) (10 * probability));
                said[bin] += probability;
                true_[bin] += truth[area] >= sorted[size - size / 10] ? 1 : 0;
                areas[bin]++;
            }
        }
        for (int bin = 0; bin < 10; bin++) {
            double expected = said[bin] / areas[bin];
            double error = Math.sqrt(Math.max(1e-4, expected * (1 - expected)) / areas[bin]);
            assertEquals(expected, true_[bin] / areas[bin], 4 * error, "of " + areas[bin] + " areas in bin " + bin);
        }
    }

    private static long poisson(SeededDraws draws, double mean) {
        double limit = Math.exp(-mean);
        double product = draws.uniform();
        long count = 0;
        while (product > limit) {
            count++;
            product *= draws.uniform();
        }
        return count;
    }

    private static List<Value> values(double... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(Value::known).toList();
    }

    /** Areas with factors of equal weight by z-score, and what is behind the first of them. */
    private static final class County {

        private final Map<String, List<Value>> columns;
        private final NeedMatrix matrix;
        private Map<String, CountedFactor> counted = Map.of();

        County(List<Double> values) {
            this(Map.of("x", values.stream().map(Value::known).toList()));
        }

        County(Map<String, List<Value>> columns) {
            this.columns = new java.util.TreeMap<>(columns);
            List<NeedFactor> factors = this.columns.keySet().stream()
                    .map(column -> NeedFactor.zScore(column, Polarity.HIGHER_IS_MORE_NEED))
                    .toList();
            int size = this.columns.values().iterator().next().size();
            this.matrix = NeedMatrix.of(
                    NeedRecipe.equalWeights("test", factors),
                    IntStream.range(0, size)
                            .mapToObj(area -> new AreaCode("A" + area))
                            .toList(),
                    this.columns);
        }

        static County random(Random random, int areas) {
            List<Value> rates = new ArrayList<>();
            List<Value> counts = new ArrayList<>();
            List<Value> people = new ArrayList<>();
            List<Value> other = new ArrayList<>();
            for (int area = 0; area < areas; area++) {
                int population = 50 + random.nextInt(500);
                int count = random.nextInt(20) + (area == 0 ? 1 : 0);
                counts.add(Value.known(count));
                people.add(Value.known(population));
                rates.add(random.nextInt(9) == 0 ? Value.notAvailable() : Value.known(1000.0 * count / population));
                other.add(Value.known(random.nextInt(5)));
            }
            County county = new County(Map.of("a", rates, "b", other));
            county.counted = Map.of("a", new CountedFactor(rates, counts, people));
            return county;
        }

        /** One area more, of which all is hidden. */
        County withHidden(double hiddenCount) {
            Map<String, List<Value>> more = new java.util.TreeMap<>();
            columns.forEach((name, values) -> more.put(name, with(values, Value.suppressed())));
            County county = new County(more);
            CountedFactor behind = counted.values().iterator().next();
            county.counted = Map.of(
                    "a",
                    new CountedFactor(
                            with(behind.values(), Value.suppressed()),
                            with(behind.counts(), Value.known(hiddenCount)),
                            with(behind.populations(), Value.known(10))));
            return county;
        }

        private static List<Value> with(List<Value> values, Value last) {
            List<Value> all = new ArrayList<>(values);
            all.add(last);
            return all;
        }

        RankOutlook outlook(Settings settings, Map<String, CountedFactor> behind) {
            return RankUncertainty.of(matrix, columns, behind, settings);
        }
    }
}
