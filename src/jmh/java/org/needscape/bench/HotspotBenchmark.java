package org.needscape.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.needscape.area.AreaCode;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.Contiguity;
import org.needscape.spatial.GetisOrd;
import org.needscape.spatial.Link;
import org.needscape.spatial.LocalMoran;
import org.needscape.spatial.LocalTests;
import org.needscape.spatial.Neighbours;
import org.needscape.spatial.Permutations;
import org.needscape.stats.Alternative;
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
 * Hotspots of a whole country on two processors. Targets for England's 32,844 areas: contiguity 400 milliseconds with the geometry in
 * memory, Gi* 10, its 999 permutations 400, its 9,999 permutations 4,000. How cost grows with areas and draws is what
 * {@code scripts/bench/hotspots} measures. Real boundaries with {@code -jvmArgsAppend -Dneedscape.data=FOLDER}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class HotspotBenchmark {

    @State(Scope.Benchmark)
    public static class Country {

        @Param("32844")
        private int areas;

        private List<MultiPolygon> boundaries = List.of();
        private AreaValues values = AreaValues.of();
        private Neighbours queen = Neighbours.ofLists(new int[0][]);
        private Neighbours inverseDistance = queen;

        @Setup
        public void read() throws IOException {
            SmallAreas read = SmallAreas.read(areas);
            boundaries = read.boundaries();
            values = AreaValues.of(read.valueArray());
            queen = Contiguity.QUEEN.neighboursOf(boundaries);
            inverseDistance = weighed();
        }

        /** The same links, each with a weight of its own. */
        private Neighbours weighed() {
            List<AreaCode> codes =
                    IntStream.range(0, areas).mapToObj(area -> new AreaCode("A" + area)).toList();
            List<Point> centres = boundaries.stream().map(MultiPolygon::getCentroid).toList();
            List<Link> links = new ArrayList<>();
            for (int area = 0; area < areas; area++) {
                for (int k = 0; k < queen.degree(area); k++) {
                    int other = queen.neighbour(area, k);
                    double metres = 1 + centres.get(area).distance(centres.get(other));
                    links.add(new Link(codes.get(area), codes.get(other), 1 / metres));
                }
            }
            return Neighbours.ofCodes(codes, links);
        }
    }

    @State(Scope.Benchmark)
    public static class Draws {

        @Param({"999", "9999", "99999"})
        private int draws;
    }

    @Benchmark
    public Neighbours queenContiguity(Country country) {
        return Contiguity.QUEEN.neighboursOf(country.boundaries);
    }

    @Benchmark
    public LocalTests giStar(Country country) {
        return GetisOrd.GI_STAR.test(country.values, country.queen, Alternative.TWO_SIDED);
    }

    @Benchmark
    public LocalTests giStarPermuted(Country country, Draws draws) {
        return new Permutations(draws.draws, 1)
                .getisOrd(giStar(country), country.values, country.queen, Alternative.TWO_SIDED);
    }

    @Benchmark
    public LocalTests localMoranPermuted(Country country, Draws draws) {
        LocalMoran moran = LocalMoran.test(country.values, country.queen, true, Alternative.TWO_SIDED);
        return new Permutations(draws.draws, 1)
                .localMoran(moran, country.values, country.queen, Alternative.TWO_SIDED);
    }

    @Benchmark
    public LocalTests unequalWeightsPermuted(Country country, Draws draws) {
        LocalTests tests = GetisOrd.GI_STAR.test(country.values, country.inverseDistance, Alternative.TWO_SIDED);
        return new Permutations(draws.draws, 1)
                .getisOrd(tests, country.values, country.inverseDistance, Alternative.TWO_SIDED);
    }

    /** As where nobody asks for anything else: 99,999 draws at most. */
    @Benchmark
    public LocalTests giStarWithEarlyStopping(Country country) {
        return Permutations.standard(1)
                .getisOrd(giStar(country), country.values, country.queen, Alternative.TWO_SIDED);
    }
}
