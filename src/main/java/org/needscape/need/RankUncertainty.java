package org.needscape.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.needscape.indicator.Value;
import org.needscape.stats.SeededDraws;

/**
 * How sure ranks are, from two sources: that small counts scatter, and that weights could have been chosen otherwise. Each draw takes
 * rates from what is believed of them ({@link RedrawnFactor}) and weights from a Dirichlet distribution around the chosen ones, and ranks
 * all areas anew; the standardisation stays as it was fitted, to the rates that are scored. Only areas with a score take part, and only factors that are known in an
 * area. The same seed gives the same answer for any number of threads.
 *
 * <p>Areas that share a rank share its probability of being among the k with most need, so that these add up to k over all areas.
 */
public final class RankUncertainty {

    /** How many areas of a hundred the limits leave out at each end. */
    private static final double TAIL = 0.05;

    /** How much a weight of average size scatters: a quarter of itself, one standard deviation. */
    public static final double DEFAULT_WEIGHT_VARIATION = 0.25;

    /**
     * How to draw.
     *
     * @param draws how often, 1 to 100,000
     * @param seed any number
     * @param weightVariation standard deviation of a weight of average size as a share of it, 0 (weights stay) to 1
     * @param most how many areas with most need are asked for, at least 1
     * @param threads how many at once, at least 1
     */
    public record Settings(int draws, long seed, double weightVariation, int most, int threads) {

        private static final int MOST_DRAWS = 100_000;

        public Settings {
            if (draws < 1 || draws > MOST_DRAWS) {
                throw new IllegalArgumentException(
                        "The number of draws is 1 to " + MOST_DRAWS + ", not " + draws + ".");
            }
            if (!(weightVariation >= 0 && weightVariation <= 1)) {
                throw new IllegalArgumentException(
                        "The variation of weights is a share from 0 to 1, not " + weightVariation + ".");
            }
            if (most < 1 || threads < 1) {
                throw new IllegalArgumentException("Areas asked for and threads are at least 1.");
            }
        }

        /** All processors, the usual variation of weights, and the ten areas with most need. */
        public static Settings of(int draws, long seed) {
            return new Settings(
                    draws,
                    seed,
                    DEFAULT_WEIGHT_VARIATION,
                    10,
                    Runtime.getRuntime().availableProcessors());
        }

        public Settings withThreads(int value) {
            return new Settings(draws, seed, weightVariation, most, value);
        }

        public Settings withMost(int value) {
            return new Settings(draws, seed, weightVariation, value, threads);
        }

        public Settings withWeightVariation(double value) {
            return new Settings(draws, seed, value, most, threads);
        }
    }

    private final NeedMatrix matrix;
    private final Settings settings;
    private final int[] rated;
    private final int factors;
    private final double[] weights;
    private final double fullWeight;
    private final double concentration;

    /** By rated area: the factors that are known there. */
    private final int[][] available;

    /** By rated area and factor: the score as it stands. */
    private final double[] standing;

    private final List<Redraw> redraws = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    /** A factor that is drawn anew, how it was standardised, and in which rated areas. */
    private record Redraw(int factor, RedrawnFactor drawn, Standardisation.Fitted fitted, List<Integer> rated) {}

    private RankUncertainty(
            NeedMatrix matrix,
            Map<String, List<Value>> columns,
            Map<String, CountedFactor> counted,
            Settings settings) {
        this.matrix = matrix;
        this.settings = settings;
        this.factors = matrix.factors().size();
        this.weights = matrix.factors().stream().mapToDouble(NeedFactor::weight).toArray();
        this.fullWeight = Arrays.stream(weights).sum();
        double variation = settings.weightVariation();
        // A share of 1/K has the variance (1/K) (1 - 1/K) / (c + 1), and so varies by √((K - 1) / (c + 1)) of itself.
        this.concentration = variation == 0 ? 0 : Math.max(1e-3, (factors - 1) / (variation * variation) - 1);
        this.rated = IntStream.range(0, matrix.rows().size())
                .filter(area -> matrix.rows().get(area).score().isKnown())
                .toArray();
        this.available = new int[rated.length][];
        this.standing = new double[rated.length * factors];
        for (int at = 0; at < rated.length; at++) {
            List<Value> scores = matrix.rows().get(rated[at]).standardised();
            available[at] = IntStream.range(0, factors)
                    .filter(factor -> scores.get(factor).isKnown())
                    .toArray();
            for (int factor : available[at]) {
                standing[at * factors + factor] = scores.get(factor).number().orElseThrow();
            }
        }
        for (int factor = 0; factor < factors; factor++) {
            NeedFactor each = matrix.factors().get(factor);
            if (counted.containsKey(each.column())) {
                addRedraw(factor, each, columns.getOrDefault(each.column(), List.of()), counted.get(each.column()));
            }
        }
    }

    /**
     * Draws and ranks.
     *
     * @param matrix what was made of the columns
     * @param columns the values that the matrix was made of, by column
     * @param counted for factors whose rates are drawn anew what was measured, which the values of the matrix may have been made of, by
     *     column
     */
    public static RankOutlook of(
            NeedMatrix matrix,
            Map<String, List<Value>> columns,
            Map<String, CountedFactor> counted,
            Settings settings) {
        return new RankUncertainty(matrix, columns, counted, settings).run();
    }

    private void addRedraw(int factor, NeedFactor each, List<Value> values, CountedFactor behind) {
        double[] known = values.stream()
                .filter(Value::isKnown)
                .mapToDouble(value -> value.number().orElseThrow())
                .toArray();
        Optional<Standardisation.Fitted> fitted =
                each.fit(known, matrix.recipe().referenceSize());
        Optional<RedrawnFactor> drawn = RedrawnFactor.fit(behind);
        if (fitted.isEmpty() || drawn.isEmpty()) {
            notices.add("Factor " + each.column() + " was not drawn anew: no area has an event with a population.");
            return;
        }
        if (!drawn.get().varies()) {
            notices.add("Factor " + each.column()
                    + " shows no detectable variation between areas: in every draw all areas have the overall rate.");
        }
        if (!drawn.get().agrees()) {
            notices.add("Factor " + each.column()
                    + " is not its count over its population times one number; its draws are.");
        }
        List<Integer> where = IntStream.range(0, rated.length)
                .filter(at -> drawn.get().isRedrawn(rated[at]))
                .boxed()
                .toList();
        redraws.add(new Redraw(factor, drawn.get(), fitted.get(), where));
    }

    private RankOutlook run() {
        int[][] ranks = new int[settings.draws()][];
        ForkJoinPool pool = new ForkJoinPool(settings.threads());
        try {
            pool.submit(() -> IntStream.range(0, settings.draws())
                            .parallel()
                            .forEach(draw -> ranks[draw] = ranksOf(draw)))
                    .join();
        } finally {
            pool.shutdown();
        }
        return new RankOutlook(settings.draws(), settings.seed(), rows(new DrawnRanks(ranks)), notices);
    }

    private int[] ranksOf(int draw) {
        SeededDraws random = SeededDraws.of(settings.seed(), draw);
        double[] drawnWeights = drawWeights(random);
        double[] scores = redraws.isEmpty() ? standing : standing.clone();
        for (Redraw redraw : redraws) {
            for (int at : redraw.rated()) {
                scores[at * factors + redraw.factor()] =
                        redraw.fitted().score(redraw.drawn().draw(rated[at], random));
            }
        }
        double[] totals = new double[rated.length];
        double[] areaScores = new double[factors];
        double[] areaWeights = new double[factors];
        for (int at = 0; at < rated.length; at++) {
            int count = 0;
            for (int factor : available[at]) {
                areaScores[count] = scores[at * factors + factor];
                areaWeights[count++] = drawnWeights[factor];
            }
            totals[at] = matrix.recipe().aggregation().score(areaScores, areaWeights, count, fullWeight);
        }
        return DrawnRanks.of(totals);
    }

    private double[] drawWeights(SeededDraws random) {
        if (concentration == 0 || factors < 2) {
            return weights;
        }
        double[] centre =
                Arrays.stream(weights).map(weight -> weight / fullWeight).toArray();
        double[] shares = random.shares(centre, concentration);
        // A weight of nothing would leave areas in which only that factor is known without a score.
        return Arrays.stream(shares)
                .map(share -> Math.max(1e-9, share) * fullWeight)
                .toArray();
    }

    private List<RankOutlook.Row> rows(DrawnRanks ranks) {
        double[] tenth = ranks.probabilitiesAmong(rated.length / 10);
        double[] most = ranks.probabilitiesAmong(Math.min(settings.most(), rated.length));
        List<RankOutlook.Row> rows = new ArrayList<>();
        matrix.rows().forEach(row -> {
            Value none = row.score().isKnown() ? Value.notAvailable() : row.score();
            rows.add(new RankOutlook.Row(row.area(), none, none, none, none, none));
        });
        for (int at = 0; at < rated.length; at++) {
            int[] ofArea = ranks.ordered(at);
            rows.set(
                    rated[at],
                    new RankOutlook.Row(
                            matrix.rows().get(rated[at]).area(),
                            Value.known((ofArea[(ofArea.length - 1) / 2] + ofArea[ofArea.length / 2]) / 2.0),
                            Value.known(ofArea[position(TAIL, ofArea.length)]),
                            Value.known(ofArea[position(1 - TAIL, ofArea.length)]),
                            Value.known(tenth[at]),
                            Value.known(most[at])));
        }
        return rows;
    }

    /** Where the smallest number stands that at least this share of all does not exceed. */
    private static int position(double share, int size) {
        return Math.max(0, (int) Math.ceil(share * size - 1e-9) - 1);
    }
}
