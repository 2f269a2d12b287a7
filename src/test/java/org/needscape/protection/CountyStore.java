package org.needscape.protection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.progress.Progress;
import org.needscape.service.Adjacency;
import org.needscape.service.AuditService;
import org.needscape.service.GradientService;
import org.needscape.service.ImportKind;
import org.needscape.service.ImportRequest;
import org.needscape.service.ImportService;
import org.needscape.service.StandardResults;
import org.needscape.store.Dataset;
import org.needscape.store.Store;
import org.needscape.store.jdbc.H2StoreOpener;

/** A county of squares in districts of five in a real store, whose counts are imported from files. */
final class CountyStore implements AutoCloseable {

    static final ExtentName COUNTY = new ExtentName("county");
    static final Geography LSOA = Geography.parse("lsoa-2021");
    static final Geography DISTRICTS = Geography.parse("lad-2024");
    static final IndicatorId LOOKED_AFTER = Measure.CLA.indicatorId();
    static final Period YEAR = new Period("2024");

    private static final int DISTRICT_SIZE = 5;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00.123456789Z"), ZoneOffset.UTC);

    private final Path folder;
    private final Store store = H2StoreOpener.inMemory("county-" + COUNT.incrementAndGet());
    private ProtectedObservations observations = new ProtectedObservations(CLOCK);

    /** @param folder for the files */
    CountyStore(Path folder, int areas) {
        this.folder = folder;
        store.write(session -> {
            session.areas().saveExtent(new Extent(COUNTY, "County", false));
            long dataset = session.datasets()
                    .add(new Dataset(
                            0, "boundaries", "Squares", "Nobody", "None", "a.zip", "0".repeat(64), 0, Instant.EPOCH));
            List<SmallArea> squares = new ArrayList<>();
            List<AreaParent> parents = new ArrayList<>();
            for (int area = 1; area <= areas; area++) {
                squares.add(square(new AreaId(LSOA, code(area)), area));
                parents.add(new AreaParent(
                        new AreaId(LSOA, code(area)), district((area - 1) / DISTRICT_SIZE + 1), "District"));
            }
            session.areas().saveAreas(COUNTY, dataset, squares);
            session.areas().saveParents(dataset, parents);
            return dataset;
        });
    }

    static AreaCode code(int area) {
        return new AreaCode(String.format(Locale.ROOT, "E01%06d", area));
    }

    static List<AreaCode> codes(int... areas) {
        return java.util.Arrays.stream(areas).mapToObj(CountyStore::code).toList();
    }

    static AreaId district(int number) {
        return new AreaId(DISTRICTS, new AreaCode("E0700000" + number));
    }

    /** Imports counts of the year, for areas numbered from 1. */
    void importCounts(long... counts) {
        StringBuilder text = new StringBuilder("LSOA21CD,period,count\n");
        for (int area = 1; area <= counts.length; area++) {
            line(text, code(area), counts[area - 1]);
        }
        importCounts(LSOA, text.toString());
    }

    /**
     * Imports counts of the year with how children come in families, for areas numbered from 1.
     *
     * @param cells count and squared sizes of families
     */
    void importFamilies(String... cells) {
        StringBuilder text = new StringBuilder("LSOA21CD,period,count,families_squared\n");
        for (int area = 1; area <= cells.length; area++) {
            text.append(code(area))
                    .append(',')
                    .append(YEAR)
                    .append(',')
                    .append(cells[area - 1])
                    .append('\n');
        }
        importCounts(LSOA, text.toString());
    }

    /** What everybody is told of families. */
    OptionalDouble designEffect() {
        return store.read(
                session -> observations.counts(session, LOOKED_AFTER, LSOA).designEffect(YEAR, COUNTY));
    }

    ProtectedObservations observations() {
        return observations;
    }

    /** Adds boundaries of districts and imports counts of the year that somebody else has made for them, numbered from 1. */
    void importDistrictCounts(long... counts) {
        StringBuilder text = new StringBuilder("LAD24CD,period,count\n");
        List<SmallArea> districts = new ArrayList<>();
        for (int number = 1; number <= counts.length; number++) {
            line(text, district(number).code(), counts[number - 1]);
            districts.add(square(district(number), number));
        }
        store.write(session -> {
            long dataset = session.datasets()
                    .add(new Dataset(
                            0, "boundaries", "Districts", "Nobody", "None", "b.zip", "1".repeat(64), 0, Instant.EPOCH));
            session.areas().saveAreas(COUNTY, dataset, districts);
            return dataset;
        });
        importCounts(DISTRICTS, text.toString());
    }

    private static void line(StringBuilder text, AreaCode code, long count) {
        text.append(code).append(',').append(YEAR).append(',').append(count).append('\n');
    }

    private void importCounts(Geography geography, String text) {
        try {
            Path file =
                    Files.write(Files.createTempFile(folder, "counts", ".csv"), text.getBytes(StandardCharsets.UTF_8));
            StandardResults results = new StandardResults(
                    store,
                    observations,
                    new Adjacency(),
                    new GradientService(store, observations),
                    new AuditService(store, new DisclosureAuditor(observations, CLOCK), CLOCK));
            new ImportService(store, results, CLOCK)
                    .run(
                            new ImportRequest(
                                    ImportKind.COUNTS,
                                    file,
                                    "counts.csv",
                                    ImportRequest.Options.none()
                                            .withGeography(geography)
                                            .withMeasure(Measure.CLA)),
                            Progress.SILENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if the service had been stopped and started. */
    void forgetWhatIsRemembered() {
        observations = new ProtectedObservations(CLOCK);
    }

    PublishedCounts published() {
        return published(LSOA);
    }

    PublishedCounts published(Geography geography) {
        return store.read(session -> new CountReader(CLOCK).read(session, LOOKED_AFTER, geography));
    }

    Selected select(int... areas) {
        return store.write(session -> observations.select(session, COUNTY, LOOKED_AFTER, LSOA, YEAR, codes(areas)));
    }

    List<List<AreaCode>> recorded() {
        return store.read(session ->
                session.protection().listSelections(COUNTY, CountInputs.subject(LOOKED_AFTER, LSOA, YEAR)).stream()
                        .map(selection -> selection.codes())
                        .toList());
    }

    Store store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }

    private static SmallArea square(AreaId area, int number) {
        GeometryFactory factory = new GeometryFactory();
        Polygon square = (Polygon)
                factory.toGeometry(new Envelope(400_000 + 1000 * number, 401_000 + 1000 * number, 300_000, 301_000));
        MultiPolygon boundary = factory.createMultiPolygon(new Polygon[] {square});
        return new SmallArea(area, "Square " + number, boundary);
    }
}
