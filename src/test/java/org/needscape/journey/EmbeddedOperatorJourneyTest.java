package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.RealData;

/** What an operator meets with a store in a folder: one process at a time, and this machine's disk. */
@Tag("embedded")
class EmbeddedOperatorJourneyTest {

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
    void serviceHoldsItsStoreUntilItIsToldToEnd() throws Exception {
        try (ProgramProcess service = ProgramProcess.start(folder, store, "serve", "--port", 0)) {
            URI address = service.awaitAddress();
            String inUse = "The store " + store + " is in use by the service at " + address
                    + ": import through its page there, or stop it first.";
            assertEquals(inUse, CommandLineRun.on(store, "layers").refusal());
            assertEquals(
                    inUse,
                    CommandLineRun.on(store, "import", "boundaries", DISTRICTS, "--geography", "lad-2024")
                            .refusal());

            service.terminate();

            assertEquals(143, service.await(15));
            assertFalse(Files.exists(store.resolve("service.address")));
        }
        assertEquals(before, StoreContents.of(store));
    }

    @Test
    void addressOfAKilledServiceIsForgotten() throws Exception {
        try (ProgramProcess service = ProgramProcess.start(folder, store, "serve", "--port", 0)) {
            service.awaitAddress();
            service.kill();
        }
        assertTrue(Files.exists(store.resolve("service.address")), "it was killed");
        CommandLineRun.on(store, "layers").done();
        assertFalse(Files.exists(store.resolve("service.address")));
    }

    @Test
    void importOfEnglandThatRunsOutOfDiskLeavesTheStoreAsItWas() throws Exception {
        Path england = RealData.require("boundaries/england_lsoa11_bgc.shp.zip");
        try (ProgramProcess child = ProgramProcess.startWithFileLimit(
                4, folder, store, "import", "boundaries", england, "--geography", "lsoa-2011", "--extent", "england")) {
            assertEquals(1, child.await(120));
            assertEquals(
                    "The store " + store + " cannot be written because the disk is full: free some space and try again."
                            + " Nothing was changed.\n",
                    child.err());
        }
        assertEquals(before, StoreContents.of(store));
    }
}
