package org.needscape.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.needscape.indicator.Value;
import org.needscape.need.GradientGroup;
import org.needscape.need.ModelChoice;
import org.needscape.need.PlaceComparison;
import org.needscape.need.PlaceDeciles;
import org.needscape.need.PlacePair;
import org.needscape.stats.CountData;
import org.needscape.stats.CountModel;
import org.needscape.stats.NegativeBinomialRegression;
import org.needscape.stats.PoissonRegression;
import org.needscape.stats.SimulatedGradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Regressions over England's 33,755 areas (target 300 milliseconds each), the choice of a model with its profile limits, the comparison
 * of eight places in ten deciles, and the simulation that checks an index.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class GradientBenchmark {

    private static final int AREAS = 33_755;
    private static final int PLACES = 8;
    private static final long[] COUNTS = {170, 128, 104, 83, 71, 60, 47, 38, 30, 22};
    private static final double[] POPULATIONS = {9200, 9800, 10100, 10500, 11200, 11800, 12300, 12900, 13500, 13700};

    private final CountData england = england();
    private final List<PlaceDeciles> places = places();

    @Benchmark
    public CountModel poisson() {
        return PoissonRegression.fit(england);
    }

    @Benchmark
    public CountModel negativeBinomial() {
        return NegativeBinomialRegression.fit(england);
    }

    @Benchmark
    public ModelChoice choiceOfModelWithProfileLimits() {
        return ModelChoice.of(england);
    }

    @Benchmark
    public List<PlacePair> comparisonOfPlaces() {
        return PlaceComparison.of(places).pairs();
    }

    @Benchmark
    public SimulatedGradient tenThousandDraws() {
        return SimulatedGradient.of(POPULATIONS, COUNTS, 0.95, 10_000, 1).orElseThrow();
    }

    /** Over-dispersed counts of areas that fall with deprivation: small numbers, many of them 0. */
    private static CountData england() {
        Random random = new Random(1);
        double[] counts = new double[AREAS];
        double[] populations = new double[AREAS];
        double[] midpoints = new double[AREAS];
        for (int i = 0; i < AREAS; i++) {
            midpoints[i] = (i + 0.5) / AREAS;
            populations[i] = 200 + 400 * random.nextDouble();
            double mean = populations[i] * Math.exp(-4 - 2.6 * midpoints[i]);
            // A normal factor on the log scale spreads the counts; its square root noise stands for chance.
            double spread = mean * Math.exp(0.5 * random.nextGaussian());
            counts[i] = Math.max(0, Math.rint(spread + Math.sqrt(spread) * random.nextGaussian()));
        }
        return CountData.of(counts, populations, midpoints);
    }

    private static List<PlaceDeciles> places() {
        List<PlaceDeciles> places = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
            List<GradientGroup> groups = new ArrayList<>();
            for (int q = 0; q < COUNTS.length; q++) {
                double population = POPULATIONS[q] * (1 + 0.1 * place * (4.5 - q) / 4.5);
                long count = Math.round(COUNTS[q] * (1 + 0.1 * place * (4.5 - q) / 4.5) * (1 - 0.02 * place));
                groups.add(GradientGroup.of(q + 1, q + 1, population, Value.known(count)));
            }
            places.add(new PlaceDeciles("P" + place, "Place " + place, groups));
        }
        return places;
    }
}
