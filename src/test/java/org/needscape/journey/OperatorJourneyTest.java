package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;
import org.needscape.JourneyStores;
import org.needscape.RealData;

/** What an operator meets whatever the store is kept in: services that run, stop or are killed, and stores of other versions. */
class OperatorJourneyTest {

    private static final Path DISTRICTS = Path.of("geodata", "fictional-county", "LAD_2024_fictional_BGC.zip");

    @TempDir
    private Path folder;

    private Path store;
    private StoreContents before;

    @BeforeEach
    void makeStoreWithDistricts() throws IOException {
        store = folder.resolve("store");
        CommandLineRun.on(store, "import", "boundaries", DISTRICTS, "--geography", "lad-2024")
                .done();
        before = StoreContents.of(store);
    }

    @Test
    void serviceThatIsToldToEndLeavesItsStoreInOrder() throws Exception {
        try (ProgramProcess service = ProgramProcess.start(folder, store, "serve", "--port", 0)) {
            URI address = service.awaitAddress();
            assertEquals(200, get(address.resolve("/health")));

            service.terminate();

            assertEquals(143, service.await(15));
        }
        assertEquals(before, StoreContents.of(store));
    }

    @Test
    void killedServiceLeavesNoUploadsBehindForLong() throws Exception {
        Path uploads;
        try (JourneyService sameStore = JourneyService.over(store)) {
            uploads = sameStore.uploads();
        }
        try (ProgramProcess service = ProgramProcess.start(folder, store, "serve", "--port", 0)) {
            service.awaitAddress();
            Path upload = Files.createDirectories(uploads.resolve("upload1"));
            Files.writeString(upload.resolve("file"), "LSOA21CD,count\n");
            service.kill();
        }
        assertEquals("", CommandLineRun.on(store, "layers").done(), "districts alone make no layer");
        try (ProgramProcess service = ProgramProcess.start(folder, store, "serve", "--port", 0)) {
            service.awaitAddress();
            service.terminate();
            service.await(15);
        }
        assertEquals(before, StoreContents.of(store));
    }

    @Test
    void importOfEnglandThatIsKilledLeavesTheStoreAsItWas() throws Exception {
        Path england = RealData.require("boundaries/england_lsoa11_bgc.shp.zip");
        try (ProgramProcess child = ProgramProcess.start(
                folder, store, "import", "boundaries", england, "--geography", "lsoa-2011", "--extent", "england")) {
            child.awaitGrowth(store, 4 << 20);
            child.kill();
        }
        assertEquals(before, StoreContents.of(store));
    }

    @Test
    void exportThatRunsOutOfDiskLeavesNothing() throws Exception {
        CommandLineRun.on(
                        store,
                        "import",
                        "boundaries",
                        DISTRICTS.resolveSibling("LSOA_2021_fictional_BGC.zip"),
                        "--geography",
                        "lsoa-2021")
                .done();
        CommandLineRun.on(
                        store,
                        "import",
                        "population",
                        DISTRICTS.resolveSibling("population_mid2024_fictional.csv"),
                        "--geography",
                        "lsoa-2021",
                        "--period",
                        "2024")
                .done();
        Path output = Files.createDirectory(folder.resolve("out")).resolve("layer.geojson");
        Files.writeString(output, "as it was");
        // The layer is about 1 MB. A folder's own file meets the limit before the layer does, a database's is on its
        // server.
        try (ProgramProcess child = ProgramProcess.startWithFileLimit(
                512,
                folder,
                store,
                "export",
                "indicator-population-all-2024-lsoa-2021",
                "--format",
                "geojson",
                "--output",
                output)) {
            int exit = child.await(60);
            assertEquals(
                    JourneyStores.onServer()
                            ? output
                                    + " cannot be written: check that the folder may be written to and the disk is not full.\n"
                            : "The store " + store
                                    + " cannot be written because the disk is full: free some space and try"
                                    + " again. Nothing was changed.\n",
                    child.err());
            assertEquals(1, exit);
        }
        assertEquals("as it was", Files.readString(output));
        try (var files = Files.list(output.getParent())) {
            assertEquals(1, files.count(), "no .part file");
        }
    }

    @Test
    void storeOfANewerVersionIsRefusedByEveryVerb() throws Exception {
        JourneyStores.execute(
                store,
                """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'needscape', 1, true)
                """);
        String start = "The store " + JourneyStores.location(store)
                + " was made by a newer version of Needscape: its tables are version 99,";
        for (CommandLineRun run : new CommandLineRun[] {
            CommandLineRun.on(store, "layers"),
            CommandLineRun.on(store, "serve", "--port", 0),
            CommandLineRun.on(store, "import", "boundaries", DISTRICTS, "--geography", "lad-2024"),
            CommandLineRun.on(store, "export", "x", "--format", "csv", "--output", folder.resolve("x.csv"))
        }) {
            assertTrue(run.refusal().startsWith(start), run.err());
        }
    }

    @Test
    void serviceThatCannotListenSaysWhyAndLetsTheStoreGo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertEquals(
                    "Port " + taken.getLocalPort()
                            + " on 127.0.0.1 is in use by another program: stop that program or choose another port with"
                            + " --port.",
                    CommandLineRun.on(store, "serve", "--port", taken.getLocalPort())
                            .refusal());
        }
        assertEquals(
                "--host: Sign-in is not configured, so only this machine may reach the service: use 127.0.0.1, not 0.0.0.0.",
                CommandLineRun.on(store, "serve", "--host", "0.0.0.0").refusal());
        assertEquals(
                "--port must be a port from 0 to 65535, not 70000.",
                CommandLineRun.on(store, "serve", "--port", "70000").wrongUsage());
        assertEquals(before, StoreContents.of(store));
    }

    private static int get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
