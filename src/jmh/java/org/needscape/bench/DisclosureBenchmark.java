package org.needscape.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.tables.AuditReport;
import org.needscape.disclosure.tables.CellSuppression;
import org.needscape.disclosure.tables.LinkedTables;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Protecting and auditing counts: a county of 530 areas in 8 districts, 6 measures, 10 years with all totals (target 10 seconds), and
 * 32,844 areas in 309 districts, 3 measures of one year (target 60 seconds). From a cold start, as after an import.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 3, jvmArgs = "-Xmx2g")
public class DisclosureBenchmark {

    private static final double[] COUNTY_MEANS = {0.3, 0.8, 1, 3, 5, 15};
    private static final double[] ENGLAND_MEANS = {0.7, 2, 8};

    private List<LinkedTables> county = List.of();
    private List<LinkedTables> england = List.of();

    @Setup
    public void make() {
        county = tables(COUNTY_MEANS, 530, 8, 10);
        england = tables(ENGLAND_MEANS, 32_844, 309, 1);
    }

    @Benchmark
    public long county() {
        return protect(county);
    }

    @Benchmark
    public long england() {
        return protect(england);
    }

    private static long protect(List<LinkedTables> all) {
        return all.stream().mapToLong(DisclosureBenchmark::narrowest).sum();
    }

    private static long narrowest(LinkedTables tables) {
        AuditReport report = CellSuppression.protect(tables, DisclosurePolicy.DEFAULT, new BitSet())
                .audit();
        if (!report.passed()) {
            throw new IllegalStateException("A count can be worked out.");
        }
        return report.narrowest();
    }

    private static List<LinkedTables> tables(double[] means, int areas, int districts, int years) {
        List<LinkedTables> all = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            all.add(tables(new Random(i), means[i], areas, districts, years));
        }
        return all;
    }

    /** Areas, then districts, then all, for each year and for all years together. */
    private static LinkedTables tables(Random random, double mean, int areas, int districts, int years) {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        long[][] counts = new long[years + 1][areas];
        for (int area = 0; area < areas; area++) {
            for (int year = 0; year < years; year++) {
                counts[year][area] = random.nextInt(4) == 0 ? 0 : poisson(random, mean);
                counts[years][area] += counts[year][area];
            }
        }
        int columns = years == 1 ? 1 : years + 1;
        int[][] cells = new int[columns][];
        for (int column = 0; column < columns; column++) {
            cells[column] = column(builder, counts[column], districts);
        }
        for (int at = 0; columns > 1 && at < cells[0].length; at++) {
            int[] parts = new int[years];
            for (int year = 0; year < years; year++) {
                parts[year] = cells[year][at];
            }
            builder.addTotal(cells[years][at], parts);
        }
        return builder.build();
    }

    private static int[] column(LinkedTables.Builder builder, long[] counts, int districts) {
        int areas = counts.length;
        int[] cells = new int[areas + districts + 1];
        for (int area = 0; area < areas; area++) {
            cells[area] = builder.addCell(counts[area]);
        }
        for (int district = 0; district < districts; district++) {
            int from = (int) ((long) areas * district / districts);
            int to = (int) ((long) areas * (district + 1) / districts);
            cells[areas + district] = builder.addCell(Arrays.stream(counts, from, to).sum());
            builder.addTotal(cells[areas + district], Arrays.copyOfRange(cells, from, to));
        }
        cells[areas + districts] = builder.addCell(Arrays.stream(counts).sum());
        builder.addTotal(cells[areas + districts], Arrays.copyOfRange(cells, areas, areas + districts));
        return cells;
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            count++;
            product *= random.nextDouble();
        }
        return count;
    }
}
