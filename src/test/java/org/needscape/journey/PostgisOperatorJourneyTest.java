package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;
import org.needscape.JourneyStores;
import org.needscape.RealData;
import org.needscape.area.Geography;
import org.needscape.postgis.PostgisCluster;
import org.needscape.service.ImportKind;
import org.needscape.service.ImportRequest;
import org.needscape.store.Store;
import org.needscape.store.jdbc.PostgisAddress;
import org.needscape.store.jdbc.PostgisStoreOpener;

/** What an operator meets with a store on a server: several processes at once, accounts, lost servers, and other programs. */
@Tag("postgis")
class PostgisOperatorJourneyTest {

    private static final Path COUNTY = Path.of("geodata", "fictional-county");
    private static final Path DISTRICTS = COUNTY.resolve("LAD_2024_fictional_BGC.zip");
    private static final Path AREAS = COUNTY.resolve("LSOA_2021_fictional_BGC.zip");

    @TempDir
    private Path folder;

    private Path store;

    @BeforeEach
    void makeStoreWithDistricts() {
        store = folder.resolve("store");
        CommandLineRun.on(store, "import", "boundaries", DISTRICTS, "--geography", "lad-2024")
                .done();
    }

    @Test
    void importWhileTheServiceRunsIsOnThePageAtOnce() throws Exception {
        try (JourneyService service = JourneyService.over(store)) {
            assertEquals(0, service.json("/api/v1/layers").required("layers").size());
            CommandLineRun.on(store, "import", "boundaries", AREAS, "--geography", "lsoa-2021")
                    .done();
            CommandLineRun.on(
                            store,
                            "import",
                            "deprivation",
                            COUNTY.resolve("File_7_IoD2025_fictional.csv"),
                            "--release",
                            "2025")
                    .done();
            assertTrue(service.json("/api/v1/layers").required("layers").size() > 0);
            assertEquals(
                    540,
                    service.json("/api/v1/layers/imd-decile-2025.geojson")
                            .required("features")
                            .size());
        }
    }

    @Test
    void secondServiceOnADatabaseIsRefusedUntilTheFirstEndsHoweverItEnds() throws Exception {
        String refusal = "The store " + JourneyStores.location(store)
                + " is served by another Needscape service already: use that one, or stop it first.";
        try (ProgramProcess service = ProgramProcess.start(folder, store, "serve", "--port", 0)) {
            service.awaitAddress();
            assertEquals(refusal, CommandLineRun.on(store, "serve", "--port", 0).refusal());
            service.kill();
        }
        try (ProgramProcess next = ProgramProcess.start(folder, store, "serve", "--port", 0)) {
            next.awaitAddress();
        }
    }

    @Test
    void uploadsLieWhereOnlyTheServicesOwnUserCanReadThem() throws Exception {
        try (JourneyService service = JourneyService.over(store)) {
            Path own = service.uploads().getParent();
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
            assertTrue(own.startsWith(store), "XDG_STATE_HOME");
        }
    }

    @Test
    void twoImportsOfTheSameFileAtOnceDoNotMix() throws Exception {
        List<ProgramProcess> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(ProgramProcess.start(folder, store, "import", "boundaries", AREAS, "--geography", "lsoa-2021"));
        }
        int done = 0;
        for (ProgramProcess one : both) {
            int exit = one.await(120);
            if (exit == 0) {
                done++;
            } else {
                assertEquals(
                        "The store " + JourneyStores.location(store)
                                + " is being changed by another import at the same time: try again when that has ended."
                                + " Nothing was changed.\n",
                        one.err());
            }
        }
        assertTrue(done >= 1);
        Path alone = folder.resolve("alone");
        CommandLineRun.on(alone, "import", "boundaries", AREAS, "--geography", "lsoa-2021")
                .done();
        assertEquals(hash(alone), hash(store), "as if one had been alone");
        int imports = done;
        try (Store opened = JourneyStores.open(store)) {
            assertEquals(
                    imports + 1,
                    opened.read(session -> session.datasets().list()).size(),
                    "one entry for each import that was done, one for the districts");
        }
    }

    @Test
    void serverKilledInMidImportLeavesTheStoreAsItWas() throws Exception {
        Path england = RealData.require("boundaries/england_lsoa11_bgc.shp.zip");
        try (PostgisCluster cluster = PostgisCluster.start()) {
            PostgisAddress address = cluster.newDatabase("doomed");
            CommandLineRun.of(
                            cluster.environment(),
                            "import",
                            "boundaries",
                            DISTRICTS,
                            "--geography",
                            "lad-2024",
                            "--store",
                            address.text())
                    .done();
            List<String> before = dump(cluster, address);
            long size = size(cluster);
            Thread killer = new Thread(() -> {
                awaitGrowth(cluster, size + (4 << 20));
                cluster.kill();
            });
            killer.start();
            CommandLineRun failed = CommandLineRun.of(
                    cluster.environment(),
                    "import",
                    "boundaries",
                    england,
                    "--geography",
                    "lsoa-2011",
                    "--store",
                    address.text());
            killer.join();
            assertTrue(failed.refusal().startsWith("The "), failed.err());
            assertTrue(failed.err().contains(address.text()), failed.err());

            cluster.startAgain();
            assertEquals(before, dump(cluster, address));
            CommandLineRun.of(cluster.environment(), "layers", "--store", address.text())
                    .done();
        }
    }

    @Test
    void serviceOutlivesItsServerAndSaysWhatBecameOfItsWork() throws Exception {
        Path england = RealData.require("boundaries/england_lsoa11_bgc.shp.zip");
        try (PostgisCluster cluster = PostgisCluster.start()) {
            PostgisAddress address = cluster.newDatabase("doomed");
            Map<String, String> environment = new TreeMap<>(cluster.environment());
            environment.put("XDG_STATE_HOME", folder.toString());
            try (JourneyService service = JourneyService.over(address.text(), environment)) {
                service.load(new ImportRequest(
                        ImportKind.BOUNDARIES,
                        DISTRICTS,
                        "districts.zip",
                        ImportRequest.Options.none().withGeography(Geography.parse("lad-2024"))));
                long size = size(cluster);
                HttpResponse<byte[]> accepted = service.upload(
                        Map.of("kind", "boundaries", "geography", "lsoa-2011", "extent", "england", "file", england),
                        "X-Needscape",
                        "1");
                awaitGrowth(cluster, size + (4 << 20));
                cluster.kill();
                HttpResponse<byte[]> down = service.get("/api/v1/extents");
                String said = new String(down.body(), StandardCharsets.UTF_8);
                assertEquals(503, down.statusCode(), said);
                assertFalse(said.contains("Exception"), said);
                assertEquals(503, service.get("/health").statusCode());

                cluster.startAgain();
                JsonNode job = service.awaitJob(accepted);
                assertEquals("failed", job.required("state").textValue(), job.toString());
                assertTrue(job.required("message").textValue().contains("Nothing was changed."), job.toString());
                assertEquals(200, service.get("/health").statusCode());
                assertEquals(
                        1, service.json("/api/v1/extents").required("extents").size(), "no England");
            }
        }
    }

    @Test
    void credentialsComeFromASettingsFileAndNeverFromTheCommandLine() throws Exception {
        PostgisCluster cluster = PostgisCluster.shared();
        String address = JourneyStores.location(store);
        Map<String, String> account = cluster.environment();
        Path file = Files.writeString(
                folder.resolve("needscape.properties"),
                "store.user = " + account.get("NEEDSCAPE_STORE_USER") + "\nstore.password = "
                        + account.get("NEEDSCAPE_STORE_PASSWORD") + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        CommandLineRun.of(Map.of("NEEDSCAPE_SETTINGS", file.toString()), "layers", "--store", address)
                .done();

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals(
                "The settings file " + file
                        + " holds a password and is open to others on this machine: keep it to yourself with 'chmod 600'.",
                CommandLineRun.of(Map.of("NEEDSCAPE_SETTINGS", file.toString()), "layers", "--store", address)
                        .refusal());
        String withPassword = address + "?user=needscape&password=hunter2";
        CommandLineRun refused = CommandLineRun.of(Map.of(), "layers", "--store", withPassword);
        assertTrue(refused.refusal().startsWith("The address of the store holds a user or password"), refused.err());
        assertFalse(refused.err().contains("hunter2"), refused.err());
    }

    @Test
    void databaseThatIsNoPostgisIsRefusedByEveryVerb() {
        PostgisCluster cluster = PostgisCluster.shared();
        String name = "plain_" + ProcessHandle.current().pid();
        cluster.execute("postgres", "create database " + name);
        String address = cluster.address(name).text();
        String sentence = "The store " + address + " cannot be kept there: the database has no PostGIS. Have its"
                + " administrator run 'create extension postgis' in it.";
        Map<String, String> environment = new TreeMap<>(cluster.environment());
        environment.put("XDG_STATE_HOME", folder.toString());
        assertEquals(
                sentence,
                CommandLineRun.of(
                                environment,
                                "import",
                                "boundaries",
                                DISTRICTS,
                                "--geography",
                                "lad-2024",
                                "--store",
                                address)
                        .refusal());
        assertEquals(
                sentence,
                CommandLineRun.of(environment, "serve", "--port", 0, "--store", address)
                        .refusal());
        assertEquals(
                "There is no store in " + address
                        + ": name one that is there, or import boundaries into a new one first.",
                CommandLineRun.of(environment, "layers", "--store", address).refusal());
    }

    /** What a desktop GIS asks of a database, asked with GDAL. */
    @Test
    void gdalFindsLayersTypesCoordinateSystemAndReadableNames() throws Exception {
        CommandLineRun.on(store, "import", "boundaries", AREAS, "--geography", "lsoa-2021")
                .done();
        Map<String, String> account = PostgisCluster.shared().environment();
        URI server = URI.create(JourneyStores.location(store).substring("jdbc:".length()));
        String source = "PG:host=" + server.getHost() + " port=" + server.getPort() + " dbname="
                + server.getPath().substring(1) + " user=" + account.get("NEEDSCAPE_STORE_USER") + " schemas=needscape";

        String list = ogrinfo(account, "-ro", source);
        String area = ogrinfo(account, "-ro", "-so", source, "area");
        String asked = ogrinfo(account, "-ro", "-so", source, "area", "-where", "geography = 'lsoa-2021'");
        String dataset = ogrinfo(account, "-ro", "-so", "--config", "PG_LIST_ALL_TABLES", "YES", source, "dataset");

        assertTrue(list.contains("1: area (Multi Polygon)"), list);
        assertTrue(area.contains("Feature Count: 548"), area);
        assertTrue(asked.contains("Feature Count: 540"), asked);
        assertTrue(area.contains("Geometry: Multi Polygon"), area);
        assertTrue(area.contains("ID[\"EPSG\",27700]]"), area);
        assertTrue(area.contains("FID Column = id"), area);
        assertTrue(area.contains("Geometry Column NOT NULL = boundary"), area);
        assertTrue(
                area.contains(
                        "DESCRIPTION=Areas with their boundaries. Code and geography together identify an area; a code alone"
                                + " does not."),
                area);
        for (String column : List.of("geography: String", "code: String", "name: String", "area_square_metres: Real")) {
            assertTrue(area.contains("\n" + column), area);
        }
        assertTrue(dataset.contains("\nfile_name: String"), dataset);
    }

    private static String ogrinfo(Map<String, String> account, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("ogrinfo"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", account.get("NEEDSCAPE_STORE_PASSWORD"));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }

    private static String hash(Path of) {
        try (Store opened = JourneyStores.open(of)) {
            return opened.read(session -> session.areas()
                    .contentHash(session.areas().listExtents().get(0).name(), Geography.parse("lsoa-2021")));
        }
    }

    private static List<String> dump(PostgisCluster cluster, PostgisAddress address) {
        try (Store opened = PostgisStoreOpener.open(address, cluster.credentials())) {
            return opened.read(session -> List.of(
                    session.areas().listExtents().toString(),
                    session.datasets().list().toString(),
                    session.revision(),
                    session.areas().listCodes(Geography.parse("lsoa-2011")).toString()));
        }
    }

    private static long size(PostgisCluster cluster) {
        return Long.parseLong(
                cluster.query("postgres", "select pg_database_size('doomed')").get(0));
    }

    private static void awaitGrowth(PostgisCluster cluster, long bytes) {
        while (size(cluster) < bytes) {
            Thread.onSpinWait();
        }
    }
}
