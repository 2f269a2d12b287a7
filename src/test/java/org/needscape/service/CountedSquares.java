package org.needscape.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.ReleaseState;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.progress.Progress;
import org.needscape.protection.DisclosureAuditor;
import org.needscape.protection.ProtectedObservations;
import org.needscape.report.ImportReport;
import org.needscape.store.Dataset;
import org.needscape.store.ResultStore;
import org.needscape.store.Store;
import org.needscape.store.jdbc.H2StoreOpener;

/** A store with two squares, what imports counts of children into it, and a clock that stands until it is moved. */
final class CountedSquares implements AutoCloseable {

    static final ExtentName COUNTY = new ExtentName("tiny");
    static final Instant NOON = Instant.parse("2026-11-03T12:00:00.123456789Z");
    static final Geography LSOA = Geography.parse("lsoa-2021");

    private static final String STALE = "stale";

    private final Path folder;
    final Store store;
    final ProtectedObservations observations;
    final MovedClock clock = new MovedClock();
    final ImportService imports;
    final DatasetService datasets;

    /** What the last import was answered. */
    ImportReport last = new ImportReport("", 0, 0, 0, 0, 0, List.of(), List.of());

    CountedSquares(String name, Path folder) {
        this.folder = folder;
        store = H2StoreOpener.inMemory(name);
        observations = new ProtectedObservations(clock);
        StandardResults results = new StandardResults(
                store,
                observations,
                new Adjacency(),
                new GradientService(store, observations),
                new AuditService(store, new DisclosureAuditor(observations, clock), clock));
        imports = new ImportService(store, results, clock);
        datasets = new DatasetService(store, results, clock);
        store.write(session -> {
            long boundaries = session.datasets()
                    .add(new Dataset(0, "boundaries", "Squares", "Nobody", "Open", "squares.zip", "", 2, NOON));
            session.areas().saveExtent(new Extent(COUNTY, "Tiny county", false));
            session.areas().saveAreas(COUNTY, boundaries, List.of(square(1), square(2)));
            return boundaries;
        });
    }

    /** Imports counts in the squares and answers the number of the data set. */
    long importCounts(Measure measure, String... countsOfTheSquares) {
        return importCounts(PolicyChange.none(), measure, countsOfTheSquares);
    }

    /** Imports counts about which something was agreed beforehand. */
    long importCounts(PolicyChange agreed, Measure measure, String... countsOfTheSquares) {
        List<String> rows = new ArrayList<>(List.of("LSOA21CD,period,count"));
        for (int i = 0; i < countsOfTheSquares.length; i++) {
            rows.add("E0100000" + (i + 1) + ",2025," + countsOfTheSquares[i]);
        }
        return run(new ImportRequest(
                ImportKind.COUNTS,
                file("counts.csv", rows),
                "counts.csv",
                ImportRequest.Options.none()
                        .withGeography(LSOA)
                        .withMeasure(measure)
                        .withAgreed(agreed)));
    }

    /** Imports circumstances of squares from a file of rows, of which a codebook tells the meaning. */
    void importIndicators(List<String> rows, List<String> codebook) {
        run(new ImportRequest(
                ImportKind.INDICATORS,
                file("indicators.csv", rows),
                "indicators.csv",
                ImportRequest.Options.none()
                        .withGeography(LSOA)
                        .withCodebook(file("codebook.csv", codebook), "codebook.csv")));
    }

    /** Imports how many children live in the squares, all of them ten years old. */
    void importChildren(int... childrenOfTheSquares) {
        List<String> rows = new ArrayList<>();
        StringBuilder heading = new StringBuilder("LSOA 2021 Code,LSOA 2021 Name,Total");
        for (String sex : List.of("F", "M")) {
            for (int age = 0; age <= 90; age++) {
                heading.append(',').append(sex).append(age);
            }
        }
        rows.add(heading.toString());
        for (int i = 0; i < childrenOfTheSquares.length; i++) {
            rows.add("E0100000" + (i + 1) + ",Square " + (i + 1) + "," + childrenOfTheSquares[i] + ",0".repeat(10) + ","
                    + childrenOfTheSquares[i] + ",0".repeat(80 + 91));
        }
        run(new ImportRequest(
                ImportKind.POPULATION,
                file("population.csv", rows),
                "population.csv",
                ImportRequest.Options.none().withGeography(LSOA).withPeriod(new Period("2025"))));
    }

    /** Imports one indicator of the two squares and answers the number of the data set. */
    long importIndicator(String id, String sensitivity) {
        Path codebook = file(
                "codebook.csv",
                List.of("indicator_id,label,unit,period,sensitivity", id + ",A label,children,2025," + sensitivity));
        return run(new ImportRequest(
                ImportKind.INDICATORS,
                file("wide.csv", List.of("LSOA21CD," + id, "E01000001,7", "E01000002,9")),
                "wide.csv",
                ImportRequest.Options.none().withGeography(LSOA).withCodebook(codebook, "codebook.csv")));
    }

    private long run(ImportRequest request) {
        last = imports.run(request, Progress.SILENT);
        return store.read(session -> {
            List<Dataset> all = session.datasets().list();
            return all.get(all.size() - 1).id();
        });
    }

    Optional<DatasetPolicy> policy(long dataset) {
        return store.read(session -> session.protection().findPolicy(dataset));
    }

    /** Keeps a policy as if it had been agreed long ago. */
    void keep(DatasetPolicy policy) {
        store.write(session -> {
            session.protection().savePolicy(policy);
            return policy;
        });
    }

    static DatasetPolicy agreed(long dataset, int threshold, ReleaseState state) {
        return new DatasetPolicy(
                dataset,
                new DisclosurePolicy(threshold, true, 0, 40, 4),
                "the data team",
                Optional.of(java.time.LocalDate.parse("2026-12-31")),
                "Official: county use",
                state);
    }

    /** Puts a result there that a look at what depends on what would find superfluous. */
    void makeResultsStale() {
        store.write(session -> {
            session.results().save(new ResultStore.StoredResult(COUNTY, STALE, 99, "Stale", "none", "{}"));
            return STALE;
        });
    }

    boolean resultsAreStale() {
        return store.read(session -> session.results().find(COUNTY, STALE)).isPresent();
    }

    /** How many series there are. */
    int seriesCount() {
        return store.read(session -> session.observations().listSeries(COUNTY)).size();
    }

    @Override
    public void close() {
        store.close();
    }

    private Path file(String name, List<String> lines) {
        try {
            return Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A square kilometre of a row of them. @param number 1 to 99 */
    static SmallArea square(int number) {
        GeometryFactory factory = new GeometryFactory();
        int west = 400_000 + 1000 * number;
        Polygon polygon = (Polygon) factory.toGeometry(new Envelope(west, west + 1000.0, 300_000, 301_000));
        MultiPolygon boundary = factory.createMultiPolygon(new Polygon[] {polygon});
        return new SmallArea(
                new AreaId(LSOA, new AreaCode(String.format(Locale.ROOT, "E010000%02d", number))),
                "Square " + number,
                boundary);
    }

    /** Stands until it is moved. */
    static final class MovedClock extends Clock {

        private Instant now = NOON;

        void moveTo(String instant) {
            now = Instant.parse(instant);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
