package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyStores;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.ReleaseDecision;
import org.needscape.disclosure.ReleaseState;
import org.needscape.layer.Release;
import org.needscape.store.Dataset;
import org.needscape.store.Store;

class RestrictedInputsTest {

    private static final String FILE = "ab".repeat(32);

    @TempDir
    private Path folder;

    private Store store;
    private long first;
    private long second;
    private long open;

    @BeforeEach
    void addDatasets() {
        store = JourneyStores.open(folder.resolve("store"));
        first = store.write(session -> session.datasets().add(dataset("first.csv")));
        second = store.write(session -> session.datasets().add(dataset("second.csv")));
        open = store.write(session -> session.datasets().add(dataset("open.csv")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void openDataHasNoReleaseAndPlainHashes() {
        RestrictedInputs inputs = of(open);

        assertEquals(Optional.empty(), inputs.release());
        assertEquals(FILE, inputs.fileHash(find(open)));
        assertEquals(Hashes.ofTexts(List.of("a", "b")), inputs.resultHash(List.of("a", "b")));
    }

    @Test
    void weakestStateCountsWithItsMarkingsAndTheEarliestEnd() {
        policy(first, "Official: A", "2027-06-30");
        policy(second, "Official: B", "2027-01-31");
        assertEquals(
                Optional.of(new Release("Official: A; Official: B", "draft", "", "", "2027-01-31")),
                of(second, first, open).release());

        decide(first, ReleaseState.APPROVED, "A. Lead", "2026-11-01T23:30:00Z");
        assertEquals(
                Optional.of(new Release("Official: B", "draft", "", "", "2027-01-31")),
                of(first, second).release());

        decide(second, ReleaseState.APPROVED, "B. Lead", "2026-10-01T10:00:00Z");
        assertEquals(
                Optional.of(new Release("Official: A; Official: B", "approved", "A. Lead", "2026-11-01", "2027-01-31")),
                of(first, second).release());

        decide(second, ReleaseState.WITHDRAWN, "B. Lead", "2026-12-01T10:00:00Z");
        assertEquals(
                Optional.of(new Release("Official: B", "withdrawn", "", "", "2027-01-31")),
                of(first, second).release());
    }

    @Test
    void approvalIsTheLastOneOfADataSet() {
        policy(first, "Official", "");
        decide(first, ReleaseState.APPROVED, "A. Lead", "2026-10-01T10:00:00Z");
        decide(first, ReleaseState.DRAFT, "A. Lead", "2026-10-02T10:00:00Z");
        assertEquals(
                Optional.of(new Release("Official", "draft", "", "", "")),
                of(first).release());

        decide(first, ReleaseState.APPROVED, "B. Lead", "2026-10-03T10:00:00Z");
        assertEquals(
                Optional.of(new Release("Official", "approved", "B. Lead", "2026-10-03", "")),
                of(first).release());
    }

    @Test
    void everyDecisionChangesTheResultHash() {
        String before = of(first).resultHash(List.of("a"));
        policy(first, "Official", "");
        String draft = of(first).resultHash(List.of("a"));
        decide(first, ReleaseState.APPROVED, "A. Lead", "2026-10-01T10:00:00Z");
        String approved = of(first).resultHash(List.of("a"));

        assertNotEquals(before, draft);
        assertNotEquals(draft, approved);
        assertEquals(approved, of(first).resultHash(List.of("a")));
        assertTrue(approved.matches("hmac-sha256:[0-9a-f]{64}"), approved);
    }

    @Test
    void sameFileImportedAgainHasAnotherKeyedHash() {
        policy(first, "Official", "");
        policy(second, "Official", "");
        RestrictedInputs inputs = of(first, second);

        String hash = inputs.fileHash(find(first));
        assertTrue(hash.matches("hmac-sha256:[0-9a-f]{64}"), hash);
        assertFalse(hash.contains(FILE));
        assertEquals(hash, of(first).fileHash(find(first)));
        assertNotEquals(hash, inputs.fileHash(find(second)));
    }

    private RestrictedInputs of(long... ids) {
        return store.read(session -> {
            RestrictedInputs inputs = new RestrictedInputs();
            for (long id : ids) {
                inputs.add(session, session.datasets().find(id).orElseThrow());
            }
            return inputs;
        });
    }

    private Dataset find(long id) {
        return store.read(session -> session.datasets().find(id).orElseThrow());
    }

    private void policy(long dataset, String marking, String keepUntil) {
        store.write(session -> {
            session.protection()
                    .savePolicy(new DatasetPolicy(
                            dataset,
                            DisclosurePolicy.DEFAULT,
                            "nobody",
                            keepUntil.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(keepUntil)),
                            marking,
                            ReleaseState.DRAFT));
            return dataset;
        });
    }

    private void decide(long dataset, ReleaseState state, String by, String at) {
        store.write(session -> {
            session.protection().addDecision(new ReleaseDecision(dataset, state, by, Instant.parse(at), ""));
            return dataset;
        });
    }

    private static Dataset dataset(String fileName) {
        return new Dataset(
                0,
                "population",
                fileName,
                "A county",
                "Open",
                fileName,
                FILE,
                1,
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
