package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.store.Dataset;
import org.needscape.store.Store;
import org.needscape.store.jdbc.H2StoreOpener;

class ParentChangesTest {

    private static final Geography LSOA = Geography.parse("lsoa-2021");
    private static final String LAD_2019 = "lad-2019";
    private static final String LAD_2024 = "lad-2024";
    private static final ExtentName EAST = new ExtentName("east");
    private static final ExtentName WEST = new ExtentName("west");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void loadThreeAreasOfWhichOneLiesInTwoExtents() {
        store = H2StoreOpener.open(folder.resolve("store"));
        store.write(session -> {
            session.areas().saveExtent(new Extent(EAST, "East", false));
            session.areas().saveExtent(new Extent(WEST, "West", false));
            session.areas().saveAreas(EAST, dataset(session.datasets()::add), List.of(area(1), area(2)));
            session.areas().saveAreas(WEST, dataset(session.datasets()::add), List.of(area(2), area(3)));
            return "";
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void firstLookupMovesNothing() {
        assertEquals(Optional.empty(), describe(List.of(parent(1, LAD_2024, 1), parent(2, LAD_2024, 1))));
    }

    @Test
    void eachAreaThatIsMovedCountsOnceInHoweverManyExtentsAndLevels() {
        save(
                parent(1, LAD_2024, 1),
                parent(2, LAD_2024, 1),
                parent(3, LAD_2024, 1),
                parent(2, "ward-2024", 1),
                parent(3, "ward-2024", 1));
        assertEquals(
                Optional.of("2 areas have another parent now than before."),
                describe(List.of(
                        parent(1, LAD_2024, 1),
                        parent(2, LAD_2024, 2),
                        parent(2, "ward-2024", 2),
                        parent(3, "ward-2024", 2))));
        assertEquals(
                Optional.of("1 area has another parent now than before."), describe(List.of(parent(2, LAD_2024, 2))));
    }

    @Test
    void anotherNameAndAnotherBoundaryYearAreNoMove() {
        save(parent(1, LAD_2019, 1));
        AreaParent before = parent(1, LAD_2019, 1);
        assertEquals(
                Optional.empty(),
                describe(List.of(new AreaParent(before.child(), before.parent(), "New name"), parent(1, LAD_2024, 2))));
    }

    @Test
    void yearBehindTheLatestIsNotCompared() {
        save(parent(1, LAD_2019, 1), parent(1, LAD_2024, 1));
        assertEquals(Optional.empty(), describe(List.of(parent(1, LAD_2019, 2))));
    }

    private Optional<String> describe(Collection<AreaParent> lookup) {
        return store.read(session -> ParentChanges.describe(session.areas(), Set.of(EAST, WEST), lookup));
    }

    private void save(AreaParent... parents) {
        store.write(session -> {
            session.areas().saveParents(dataset(session.datasets()::add), List.of(parents));
            return "";
        });
    }

    private static long dataset(ToLongFunction<Dataset> add) {
        return add.applyAsLong(
                new Dataset(0, "lookup", "Lookup", "Nobody", "None", "lookup.csv", "0".repeat(64), 0, Instant.EPOCH));
    }

    private static AreaId id(int number) {
        return new AreaId(LSOA, new AreaCode("E0100000" + number));
    }

    private static AreaParent parent(int child, String geography, int number) {
        Geography larger = Geography.parse(geography);
        return new AreaParent(id(child), new AreaId(larger, new AreaCode("E0700000" + number)), "Area " + number);
    }

    private static SmallArea area(int number) {
        GeometryFactory factory = new GeometryFactory();
        Polygon square = (Polygon)
                factory.toGeometry(new Envelope(400_000 + 1000 * number, 401_000 + 1000 * number, 300_000, 301_000));
        MultiPolygon boundary = factory.createMultiPolygon(new Polygon[] {square});
        return new SmallArea(id(number), "Area " + number, boundary);
    }
}
