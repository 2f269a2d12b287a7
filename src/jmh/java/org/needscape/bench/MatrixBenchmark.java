package org.needscape.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Value;
import org.needscape.need.CountedFactor;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedMatrix;
import org.needscape.need.NeedRecipe;
import org.needscape.need.RankOutlook;
import org.needscape.need.RankUncertainty;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A need matrix of 26 factors, 8 of them with counts: England's 33,755 areas (target 150 milliseconds, with 1,000 draws 30 seconds) and
 * a county of 600 (with 1,000 draws 0.6 seconds). How cost grows with areas, factors and draws is what {@code scripts/bench/matrix}
 * measures.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class MatrixBenchmark {

    /** One factor in so many is drawn anew. */
    private static final int COUNTED_IN = 3;

    @Param({"600", "33755"})
    private int areas;

    @Param("26")
    private int factors;

    @Param("1000")
    private int draws;

    private List<AreaCode> codes = List.of();
    private final Map<String, List<Value>> columns = new TreeMap<>();
    private final Map<String, CountedFactor> counted = new TreeMap<>();
    private NeedRecipe recipe = NeedRecipe.equalWeights("x", List.of(NeedFactor.zScore("x", Polarity.HIGHER_IS_MORE_NEED)));
    private NeedMatrix matrix = NeedMatrix.of(recipe, List.of(), Map.of("x", List.of()));

    @Setup
    public void make() {
        Random random = new Random(1);
        codes = IntStream.range(0, areas).mapToObj(area -> new AreaCode("E" + area)).toList();
        List<NeedFactor> scored = new ArrayList<>();
        for (int factor = 0; factor < factors; factor++) {
            List<Value> values = new ArrayList<>();
            List<Value> counts = new ArrayList<>();
            List<Value> people = new ArrayList<>();
            for (int area = 0; area < areas; area++) {
                int population = 200 + random.nextInt(400);
                int count = (int) (population * 0.1 * random.nextDouble());
                counts.add(Value.known(count));
                people.add(Value.known(population));
                values.add(random.nextInt(50) == 0 ? Value.suppressed() : Value.known(100.0 * count / population));
            }
            String column = "factor" + factor;
            scored.add(NeedFactor.zScore(column, Polarity.HIGHER_IS_MORE_NEED));
            columns.put(column, values);
            if (factor < factors / COUNTED_IN) {
                counted.put(column, new CountedFactor(values, counts, people));
            }
        }
        recipe = NeedRecipe.equalWeights("benchmark", scored);
        matrix = matrix();
    }

    @Benchmark
    public NeedMatrix matrix() {
        return NeedMatrix.of(recipe, codes, columns);
    }

    @Benchmark
    public RankOutlook draws() {
        return RankUncertainty.of(matrix, columns, counted, RankUncertainty.Settings.of(draws, 1));
    }
}
