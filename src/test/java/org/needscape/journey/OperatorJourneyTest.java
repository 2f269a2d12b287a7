package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.RealData;

/** What an operator meets: services that run, stop, are killed or run out of disk, and stores of other versions. */
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
    void serviceHoldsItsStoreUntilItIsToldToEndAndLeavesItInOrder() throws Exception {
        try (ProgramProcess service = ProgramProcess.start(folder, "serve", "--port", 0, "--store", store)) {
            URI address = service.awaitAddress(store);
            String inUse = "The store " + store + " is in use by the service at " + address
                    + ": import through its page there, or stop it first.";
            assertEquals(inUse, CommandLineRun.on(store, "layers").refusal());
            assertEquals(
                    inUse,
                    CommandLineRun.on(store, "import", "boundaries", DISTRICTS, "--geography", "lad-2024")
                            .refusal());
            assertEquals(200, get(address.resolve("/health")));
            assertTrue(service.err().contains("Needscape is at " + address), service.err());

            service.terminate();

            assertEquals(143, service.await(15));
            assertFalse(Files.exists(store.resolve("service.address")));
        }
        assertEquals(before, StoreContents.of(store));
    }

    @Test
    void killedServiceLeavesNoUploadsBehindForLong() throws Exception {
        try (ProgramProcess service = ProgramProcess.start(folder, "serve", "--port", 0, "--store", store)) {
            service.awaitAddress(store);
            Path upload = Files.createDirectories(store.resolve("uploads").resolve("upload1"));
            Files.writeString(upload.resolve("file"), "LSOA21CD,count\n");
            service.kill();
        }
        assertTrue(Files.exists(store.resolve("service.address")), "it was killed");
        assertEquals("", CommandLineRun.on(store, "layers").done(), "districts alone make no layer");
        assertFalse(Files.exists(store.resolve("service.address")));
        try (ProgramProcess service = ProgramProcess.start(folder, "serve", "--port", 0, "--store", store)) {
            service.awaitAddress(store);
            service.terminate();
            service.await(15);
        }
        assertEquals(before, StoreContents.of(store));
    }

    @Test
    void importOfEnglandThatIsKilledOrOutOfDiskLeavesTheStoreAsItWas() throws Exception {
        Path england = RealData.require("boundaries/england_lsoa11_bgc.shp.zip");
        Object[] imports = {
            "import", "boundaries", england, "--geography", "lsoa-2011", "--extent", "england", "--store", store
        };
        try (ProgramProcess child = ProgramProcess.start(folder, imports)) {
            child.awaitSize(store.resolve("needscape.mv.db"), 4 << 20);
            child.kill();
        }
        assertEquals(before, StoreContents.of(store), "killed");

        try (ProgramProcess child = ProgramProcess.startWithFileLimit(4, folder, imports)) {
            assertEquals(1, child.await(120));
            assertEquals(
                    "The store " + store + " cannot be written because the disk is full: free some space and try again."
                            + " Nothing was changed.\n",
                    child.err());
        }
        assertEquals(before, StoreContents.of(store), "out of disk");
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
        // The layer is about 2 MB; the store is not written by an export.
        try (ProgramProcess child = ProgramProcess.startWithFileLimit(
                1,
                folder,
                "export",
                "indicator-population-all-2024-lsoa-2021",
                "--format",
                "geojson",
                "--output",
                output,
                "--store",
                store)) {
            int exit = child.await(60);
            assertTrue(child.err().contains("cannot be written"), child.err());
            assertEquals(1, child.err().lines().count(), child.err());
            assertEquals(1, exit);
        }
        assertEquals("as it was", Files.readString(output));
        try (var files = Files.list(output.getParent())) {
            assertEquals(1, files.count(), "no .part file");
        }
    }

    @Test
    void storeOfANewerVersionIsRefusedByEveryVerb() throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + store.resolve("needscape")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;SCHEMA=needscape",
                        "needscape",
                        "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into flyway_schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    values (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'needscape', 1, true)
                    """);
        }
        String start = "The store " + store + " was made by a newer version of Needscape: its tables are version 99,";
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
