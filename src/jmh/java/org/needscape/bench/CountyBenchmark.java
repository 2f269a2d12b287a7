package org.needscape.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.SmallArea;
import org.needscape.geoio.layer.GeometryGeoJsonWriter;
import org.needscape.stats.Alternative;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.Contiguity;
import org.needscape.spatial.GetisOrd;
import org.needscape.spatial.LocalTests;
import org.needscape.spatial.Neighbours;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one county costs: finding neighbours, testing every area for a hotspot, writing its boundaries in degrees. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CountyBenchmark {

    private final List<SmallArea> areas = GridCounty.areas();
    private final List<MultiPolygon> boundaries =
            areas.stream().map(SmallArea::boundary).toList();
    private final AreaValues values = AreaValues.of(GridCounty.values());
    private final Neighbours neighbours = Contiguity.QUEEN.neighboursOf(boundaries);

    @Benchmark
    public Neighbours queenContiguity() {
        return Contiguity.QUEEN.neighboursOf(boundaries);
    }

    @Benchmark
    public LocalTests giStar() {
        return GetisOrd.GI_STAR.test(values, neighbours, Alternative.TWO_SIDED);
    }

    @Benchmark
    public int geoJson() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        GeometryGeoJsonWriter.write(areas, out);
        return out.size();
    }
}
