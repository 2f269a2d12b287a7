package org.needscape.bench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.store.Dataset;
import org.needscape.store.Store;
import org.needscape.store.jdbc.H2StoreOpener;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to ask an embedded store, which has no spatial index, which of a county's areas are here. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlaceBenchmark {

    private static final Extent COUNTY = new Extent(new ExtentName("grid"), "Grid", false);
    private static final Geography LSOA = Geography.parse("lsoa-2011");
    private static final double HALF_BOX_METRES = 2500;

    private final Store store = H2StoreOpener.inMemory("bench");
    private final Envelope land = new Envelope();
    private final Random random = new Random(1);

    public PlaceBenchmark() {
        List<SmallArea> areas = GridCounty.areas();
        areas.forEach(area -> land.expandToInclude(area.boundary().getEnvelopeInternal()));
        store.write(session -> {
            session.areas().saveExtent(COUNTY);
            long dataset = session.datasets()
                    .add(new Dataset(0, "boundaries", "Grid", "Grid", "Open", "grid", "0".repeat(64), 0, Instant.EPOCH));
            session.areas().saveAreas(COUNTY.name(), dataset, areas);
            return true;
        });
    }

    @TearDown
    public void close() {
        store.close();
    }

    @Benchmark
    public Optional<SmallArea> areaAtAPoint() {
        Coordinate point = point();
        return store.read(session -> session.areas().findAreaAt(COUNTY.name(), LSOA, point));
    }

    @Benchmark
    public List<SmallArea> areasInABoxOfFiveKilometres() {
        Envelope box = new Envelope(point());
        box.expandBy(HALF_BOX_METRES);
        return store.read(session -> session.areas().listAreasIn(COUNTY.name(), LSOA, box));
    }

    @Benchmark
    public List<SmallArea> allAreas() {
        return store.read(session -> session.areas().listAreas(COUNTY.name(), LSOA));
    }

    private Coordinate point() {
        return new Coordinate(
                land.getMinX() + random.nextDouble() * land.getWidth(),
                land.getMinY() + random.nextDouble() * land.getHeight());
    }
}
