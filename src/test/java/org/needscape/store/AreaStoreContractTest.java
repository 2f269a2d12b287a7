package org.needscape.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.store.TinyCounty.COUNTY;
import static org.needscape.store.TinyCounty.LSOA;
import static org.needscape.store.TinyCounty.boundary;
import static org.needscape.store.TinyCounty.code;
import static org.needscape.store.TinyCounty.id;
import static org.needscape.store.TinyCounty.load;
import static org.needscape.store.TinyCounty.square;
import static org.needscape.store.TinyCounty.squares;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.area.SmallArea;

/** What every store promises about areas. */
public abstract class AreaStoreContractTest {

    private static final Geography LAD_2019 = Geography.parse("lad-2019");
    private static final Geography LAD_2024 = Geography.parse("lad-2024");
    private static final ExtentName SOUTH = new ExtentName("south");

    protected Store store;

    /** An empty store. */
    protected abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void boundaryWithHolesAndPartsComesBackExactly() {
        MultiPolygon given =
                boundary("MULTIPOLYGON (((400000.01 300000.99, 401000.37 300000, 401000 301000.5, 400000.01 300000.99),"
                        + " (400900.1 300300, 400950.07 300300, 400950 300350, 400900.1 300300),"
                        + " (400500 300600.25, 400600 300600, 400600 300500, 400500 300600.25)),"
                        + " ((410000 310000, 411000 310000, 411000 311000, 410000 310000)))");
        load(store, 2, 2);
        save(new SmallArea(id(1), "With holes", given));

        SmallArea found = listAreas().get(0);
        assertTrue(given.equalsExact(found.boundary()), () -> "came back as " + found.boundary());
        assertEquals(27700, found.boundary().getSRID());
        assertEquals(27700, found.boundary().getFactory().getSRID());
        assertEquals(100, found.boundary().getPrecisionModel().getScale(), "fixed at 1 cm");
    }

    @Test
    void boundaryIsKeptToTheCentimetre() {
        load(store, 2, 2);
        save(
                new SmallArea(
                        id(1),
                        "Fine",
                        boundary(
                                "MULTIPOLYGON (((400000.004 300000.006, 401000 300000, 401000 301000, 400000.004 300000.006)))")));
        MultiPolygon expected =
                boundary("MULTIPOLYGON (((400000 300000.01, 401000 300000, 401000 301000, 400000 300000.01)))");
        assertTrue(expected.equalsExact(listAreas().get(0).boundary()));
    }

    @Test
    void namesKeepTheirWelshLetters() {
        String name = "Ŵyŷ a'r Môr – Pontarddulais “Y Dŵr”";
        load(store, 2, 2);
        save(square(1, name));
        assertEquals(name, listAreas().get(0).name());
        assertEquals(
                name,
                store.read(session -> session.areas().listNames(COUNTY.name(), LSOA))
                        .get(code(1)));
    }

    @Test
    void areasComeInCodeOrderWhateverOrderTheyCameIn() {
        load(store, 700, 1300);
        save(square(2), square(1400), square(1));
        List<AreaCode> expected = new ArrayList<>(List.of(code(1), code(2)));
        for (int number = 700; number <= 1300; number++) {
            expected.add(code(number));
        }
        expected.add(code(1400));

        assertEquals(
                expected, listAreas().stream().map(area -> area.id().code()).toList());
        List<AreaCode> streamed = new ArrayList<>();
        store.read(session -> {
            session.areas()
                    .forEachArea(
                            COUNTY.name(), LSOA, area -> streamed.add(area.id().code()));
            return true;
        });
        assertEquals(expected, streamed);
        assertEquals(
                expected,
                List.copyOf(store.read(session -> session.areas().listNames(COUNTY.name(), LSOA))
                        .keySet()));
        assertEquals(expected, List.copyOf(store.read(session -> session.areas().listCodes(LSOA))));
    }

    @Test
    void areaThatIsSavedAgainHasTheNewNameAndBoundaryInEveryExtent() {
        long dataset = load(store, 1, 2);
        Extent south = new Extent(SOUTH, "South", false);
        store.write(session -> {
            session.areas().saveExtent(south);
            session.areas().saveAreas(SOUTH, dataset, List.of(square(2), square(3)));
            return true;
        });
        SmallArea moved = new SmallArea(id(2), "New name", square(20).boundary());
        save(moved);

        for (ExtentName extent : List.of(COUNTY.name(), SOUTH)) {
            SmallArea found = store.read(session -> session.areas().listAreas(extent, LSOA)).stream()
                    .filter(area -> area.id().equals(id(2)))
                    .findFirst()
                    .orElseThrow();
            assertEquals("New name", found.name());
            assertTrue(moved.boundary().equalsExact(found.boundary()));
        }
        assertEquals(List.of(SOUTH, COUNTY.name()), listExtentsOf(2));
        assertEquals(List.of(COUNTY.name()), listExtentsOf(1));
        assertEquals(List.of(SOUTH), listExtentsOf(3));
        assertEquals(Set.of(code(1), code(2), code(3)), store.read(session -> session.areas()
                .listCodes(LSOA)));
    }

    @Test
    void oneCodeInTwoVintagesIsTwoAreas() {
        Geography later = Geography.parse("lsoa-2021");
        long dataset = load(store, 1, 1);
        SmallArea other =
                new SmallArea(new AreaId(later, code(1)), "Later", square(9).boundary());
        store.write(session -> {
            session.areas().saveAreas(COUNTY.name(), dataset, List.of(other));
            return true;
        });
        assertEquals(List.of(LSOA, later), store.read(session -> session.areas().listGeographies(COUNTY.name())));
        assertEquals("Square 1", listAreas().get(0).name());
        assertEquals(
                "Later",
                store.read(session -> session.areas().listAreas(COUNTY.name(), later))
                        .get(0)
                        .name());
    }

    @Test
    void areaThatIsTwiceInOneCallCountsOnceAndTheLaterOneWins() {
        load(store, 2, 2);
        save(square(1, "First"), square(1, "Second"));
        assertEquals(Map.of(code(1), "Second", code(2), "Square 2"), store.read(session -> session.areas()
                .listNames(COUNTY.name(), LSOA)));
    }

    @Test
    void extentGetsANewTitleButNeverBecomesFictional() {
        load(store, 1, 1);
        store.write(session -> {
            session.areas().saveExtent(new Extent(COUNTY.name(), "Renamed", false));
            return true;
        });
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> store.write(session -> {
                    session.areas().saveExtent(new Extent(COUNTY.name(), "Renamed", true));
                    return true;
                }));
        assertEquals("Extent tiny is real and cannot become fictional.", refused.getMessage());
        assertEquals(
                new Extent(COUNTY.name(), "Renamed", false),
                store.read(session -> session.areas().findExtent(COUNTY.name())).orElseThrow());
    }

    @Test
    void fictionalAndRealAreasAreNeverInOneExtent() {
        long dataset = load(store, 1, 1);
        SmallArea fictional = new SmallArea(
                new AreaId(LSOA, new AreaCode("E01999001")),
                "Invented",
                square(5).boundary());
        Extent invented = new Extent(ExtentName.FICTIONAL, "Invented county", true);
        assertThrows(IllegalArgumentException.class, () -> save(square(2), fictional));
        assertEquals(Set.of(code(1)), store.read(session -> session.areas().listCodes(LSOA)));

        store.write(session -> {
            session.areas().saveExtent(invented);
            session.areas().saveAreas(invented.name(), dataset, List.of(fictional));
            return true;
        });
        assertThrows(
                IllegalArgumentException.class,
                () -> store.write(session -> {
                    session.areas().saveAreas(invented.name(), dataset, List.of(square(1)));
                    return true;
                }));
        assertEquals(
                List.of(invented, COUNTY), store.read(session -> session.areas().listExtents()));
    }

    @Test
    void areasOfAnUnknownExtentAreRefused() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> save(square(1)));
        assertEquals("There is no extent tiny.", refused.getMessage());
    }

    @Test
    void parentIsThatOfTheLatestVintageAmongTheLevelAskedFor() {
        load(store, 1, 3);
        saveParents(
                parent(1, LAD_2024, "E07000192", "Cannock Chase"),
                parent(1, LAD_2019, "E07000190", "Older"),
                parent(2, LAD_2019, "E07000193", "East Staffordshire"),
                parent(2, Geography.parse("ctyua-2023"), "E10000028", "Staffordshire"),
                parent(99, LAD_2019, "E07000193", "Of an area that is not loaded"));
        assertEquals(
                Map.of(
                        code(1), parent(1, LAD_2024, "E07000192", "Cannock Chase"),
                        code(2), parent(2, LAD_2019, "E07000193", "East Staffordshire")),
                listParents(Level.LAD));
        assertEquals(
                Map.of(code(2), parent(2, Geography.parse("ctyua-2023"), "E10000028", "Staffordshire")),
                listParents(Level.CTYUA));
        assertEquals(Map.of(), listParents(Level.MSOA));
    }

    @Test
    void laterLookupLineReplacesTheEarlierOne() {
        load(store, 1, 1);
        saveParents(parent(1, LAD_2019, "E07000190", "Before"));
        saveParents(parent(1, LAD_2019, "E07000191", "Twice"), parent(1, LAD_2019, "E07000192", "After"));
        assertEquals(Map.of(code(1), parent(1, LAD_2019, "E07000192", "After")), listParents(Level.LAD));
    }

    @Test
    void contentHashIsThatOfTheContent() {
        load(store, 1, 3);
        String first = contentHash();
        save(square(2), square(1));
        assertEquals(first, contentHash(), "the same areas again, in another order");
        try (Store other = open()) {
            long dataset = load(other, 3, 3);
            other.write(session -> {
                session.areas().saveAreas(COUNTY.name(), dataset, squares(1, 2));
                return true;
            });
            assertEquals(
                    first,
                    other.read(session -> session.areas().contentHash(COUNTY.name(), LSOA)),
                    "the same areas in another store");
        }
        save(square(2, "Other name"));
        String renamed = contentHash();
        assertNotEquals(first, renamed);
        save(new SmallArea(id(2), "Square 2", square(4).boundary()));
        assertNotEquals(first, contentHash());
        save(square(2));
        assertEquals(first, contentHash(), "back to what it was");
        save(square(4));
        assertNotEquals(first, contentHash());
    }

    @Test
    void contentHashOfAnotherExtentChangesWithASharedArea() {
        long dataset = load(store, 1, 2);
        store.write(session -> {
            session.areas().saveExtent(new Extent(SOUTH, "South", false));
            session.areas().saveAreas(SOUTH, dataset, squares(2, 3));
            return true;
        });
        String before = store.read(session -> session.areas().contentHash(SOUTH, LSOA));
        save(square(2, "Renamed through the other extent"));
        String after = store.read(session -> session.areas().contentHash(SOUTH, LSOA));
        assertNotEquals(before, after);
        save(square(1, "Not in the south"));
        assertEquals(after, store.read(session -> session.areas().contentHash(SOUTH, LSOA)));
    }

    @Test
    void contentHashWithinAWriteIsOfWhatWasWritten() {
        long dataset = load(store, 1, 1);
        String before = contentHash();
        store.write(session -> {
            session.areas().saveAreas(COUNTY.name(), dataset, List.of(square(2)));
            assertNotEquals(before, session.areas().contentHash(COUNTY.name(), LSOA));
            return true;
        });
    }

    private void save(SmallArea... areas) {
        store.write(session -> {
            long dataset = session.datasets().add(TinyCounty.dataset("again.zip"));
            session.areas().saveAreas(COUNTY.name(), dataset, List.of(areas));
            return true;
        });
    }

    private void saveParents(AreaParent... parents) {
        store.write(session -> {
            long dataset = session.datasets().add(TinyCounty.dataset("lookup.csv"));
            session.areas().saveParents(dataset, List.of(parents));
            return true;
        });
    }

    private List<SmallArea> listAreas() {
        return store.read(session -> session.areas().listAreas(COUNTY.name(), LSOA));
    }

    private List<ExtentName> listExtentsOf(int number) {
        return store.read(session -> session.areas().listExtentsOf(id(number)));
    }

    private Map<AreaCode, AreaParent> listParents(Level level) {
        return store.read(session -> session.areas().listParents(COUNTY.name(), LSOA, level));
    }

    private String contentHash() {
        return store.read(session -> session.areas().contentHash(COUNTY.name(), LSOA));
    }

    private static AreaParent parent(int child, Geography geography, String code, String name) {
        return new AreaParent(id(child), new AreaId(geography, new AreaCode(code)), name);
    }
}
