package org.needscape.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.needscape.area.SmallArea;
import org.needscape.spatial.CircularScan;
import org.needscape.spatial.ScanArea;
import org.needscape.spatial.ScanOptions;
import org.needscape.spatial.ScanOutcome;
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

/** What scanning a county of 529 areas for clusters costs, with about 2,000 events and 9,999 replicates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ScanBenchmark {

    @Param({"0.5", "0.25"})
    private double maxPopulationShare;

    private List<ScanArea> areas = List.of();

    @Setup
    public void events() {
        List<SmallArea> county = GridCounty.areas();
        double[] need = GridCounty.values();
        Random random = new Random(1);
        areas = IntStream.range(0, county.size())
                .mapToObj(k -> ScanArea.ofPopulation(
                        county.get(k).id().code(),
                        county.get(k).boundary().getCentroid().getX(),
                        county.get(k).boundary().getCentroid().getY(),
                        2 + random.nextInt(3) + (int) Math.max(0, need[k] / 10),
                        250 + random.nextInt(200)))
                .toList();
    }

    @Benchmark
    public ScanOutcome scan() {
        return CircularScan.scan(
                areas,
                ScanOptions.defaults().withReplicates(9_999).withMaxPopulationShare(maxPopulationShare));
    }
}
