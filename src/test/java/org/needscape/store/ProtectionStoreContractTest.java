package org.needscape.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.needscape.store.TinyCounty.COUNTY;
import static org.needscape.store.TinyCounty.NOON;
import static org.needscape.store.TinyCounty.code;
import static org.needscape.store.TinyCounty.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.ReleaseDecision;
import org.needscape.disclosure.ReleaseState;

/** What every store promises about policies, releases, uses of exact values, audits and its key. */
public abstract class ProtectionStoreContractTest {

    private static final ExtentName SOUTH = new ExtentName("south");
    private static final ExtentName UNKNOWN = new ExtentName("unknown");
    private static final String SUBJECT = "cla 2020";

    protected Store store;
    private long dataset;

    /** An empty store. */
    protected abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
        dataset = load(store, 1, 3);
        write(session -> session.areas().saveExtent(new Extent(SOUTH, "South", false)));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void policyComesBackAsItWasSavedAndIsReplacedWhole() {
        DatasetPolicy draft = DatasetPolicy.draft(dataset);
        DatasetPolicy other = new DatasetPolicy(
                dataset,
                new DisclosurePolicy(10, true, 5, 100, 7),
                "y tîm data – Ŵyn & 'Co'",
                Optional.of(LocalDate.of(2027, 1, 31)),
                "Swyddogol: sensitif",
                ReleaseState.APPROVED);
        assertEquals(Optional.empty(), findPolicy());
        for (DatasetPolicy policy : List.of(draft, other, draft)) {
            protect(protection -> protection.savePolicy(policy));
            assertEquals(Optional.of(policy), findPolicy());
        }
    }

    @Test
    void longestTextsOfAPolicyAreKept() {
        DatasetPolicy longest = new DatasetPolicy(
                dataset,
                new DisclosurePolicy(100, true, 100, 10_000, 100),
                "ŷ".repeat(200),
                Optional.of(LocalDate.of(9999, 12, 31)),
                "ŵ".repeat(200),
                ReleaseState.WITHDRAWN);
        protect(protection -> protection.savePolicy(longest));
        assertEquals(Optional.of(longest), findPolicy());
    }

    @Test
    void policiesAreListedByDataSet() {
        long second = addDataset("second.csv");
        long third = addDataset("third.csv");
        protect(protection -> {
            for (long number : List.of(third, dataset, second)) {
                protection.savePolicy(DatasetPolicy.draft(number));
            }
        });
        assertEquals(List.of(dataset, second, third), look(protection -> protection.listPolicies().stream()
                .map(DatasetPolicy::dataset)
                .toList()));
    }

    @Test
    void policyOfAnUnknownDataSetIsRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> protect(protection -> protection.savePolicy(DatasetPolicy.draft(99))));
        assertEquals("There is no data set 99, so it gets no policy. Nothing was changed.", refused.getMessage());
    }

    @Test
    void decisionSetsTheStateAndNothingElseOfThePolicy() {
        DatasetPolicy policy = DatasetPolicy.draft(dataset);
        ReleaseDecision approved = decision(ReleaseState.APPROVED, 2, "Cytunwyd\nar ôl y cyfarfod");
        ReleaseDecision withdrawn = decision(ReleaseState.WITHDRAWN, 1, "");
        protect(protection -> protection.savePolicy(policy));
        protect(protection -> protection.addDecision(approved));
        assertEquals(ReleaseState.APPROVED, findPolicy().orElseThrow().state());
        protect(protection -> protection.addDecision(withdrawn));

        assertEquals(
                Optional.of(new DatasetPolicy(
                        dataset,
                        policy.rule(),
                        policy.exactAudience(),
                        policy.keepUntil(),
                        policy.marking(),
                        ReleaseState.WITHDRAWN)),
                findPolicy());
        assertEquals(
                List.of(approved, withdrawn),
                look(protection -> protection.listDecisions(dataset)),
                "as they were added, whatever the clock said");
        assertEquals(List.of(), look(protection -> protection.listDecisions(dataset + 1)));
    }

    @Test
    void decisionWithoutAPolicyIsRefusedAndNotKept() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> protect(protection -> protection.addDecision(decision(ReleaseState.APPROVED, 1, ""))));
        assertEquals(
                "The data set " + dataset
                        + " has no policy that could be decided about: set one first. Nothing was changed.",
                refused.getMessage());
        assertEquals(List.of(), look(protection -> protection.listDecisions(dataset)));
    }

    @Test
    void releasedFiguresAreKeptByExtentAndSubject() {
        String content = "{\"ŵ\":\"" + "x".repeat(2_000_000) + "\"}";
        protect(protection -> {
            protection.saveReleased(COUNTY.name(), SUBJECT, "first");
            protection.saveReleased(SOUTH, SUBJECT, "south");
            protection.saveReleased(COUNTY.name(), SUBJECT, content);
        });
        assertEquals(Optional.of(content), look(protection -> protection.findReleased(COUNTY.name(), SUBJECT)));
        assertEquals(Optional.of("south"), look(protection -> protection.findReleased(SOUTH, SUBJECT)));
        assertEquals(Optional.empty(), look(protection -> protection.findReleased(COUNTY.name(), "cla 2021")));
        assertEquals(Optional.empty(), look(protection -> protection.findReleased(UNKNOWN, SUBJECT)));
    }

    @Test
    void subjectThatCannotBeKeptIsRefused() {
        IllegalArgumentException tooLong = assertThrows(
                IllegalArgumentException.class,
                () -> protect(protection -> protection.saveReleased(COUNTY.name(), "x".repeat(201), "")));
        assertEquals(
                "The subject of what is released has 201 characters: write at most 200. Nothing was changed.",
                tooLong.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> protect(protection -> protection.addSelection(COUNTY.name(), " ", selection(1, 1))));
        protect(protection -> protection.saveReleased(COUNTY.name(), "ŷ".repeat(200), "kept"));
        assertEquals(Optional.of("kept"), look(protection -> protection.findReleased(COUNTY.name(), "ŷ".repeat(200))));
    }

    @Test
    void whatIsReleasedOfAnUnknownExtentIsRefused() {
        for (Consumer<ProtectionStore> work : List.<Consumer<ProtectionStore>>of(
                protection -> protection.saveReleased(UNKNOWN, SUBJECT, ""),
                protection -> protection.addSelection(UNKNOWN, SUBJECT, selection(1, 1)),
                protection -> protection.saveAudit(new AuditRun(UNKNOWN, NOON, true, "")))) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> protect(work));
            assertEquals("There is no extent unknown.", refused.getMessage());
        }
    }

    @Test
    void selectionThatIsRepeatedChangesNothing() {
        ReleasedSelection large = selection(1, 40_000);
        ReleasedSelection small = new ReleasedSelection(List.of(code(7)), NOON.minusSeconds(60));
        protect(protection -> {
            protection.addSelection(COUNTY.name(), SUBJECT, large);
            protection.addSelection(COUNTY.name(), SUBJECT, small);
            protection.addSelection(SOUTH, SUBJECT, small);
        });
        String before = revision();
        protect(protection -> protection.addSelection(
                COUNTY.name(), SUBJECT, new ReleasedSelection(List.of(code(7), code(7)), NOON.plusSeconds(9))));

        assertEquals(List.of(large, small), look(protection -> protection.listSelections(COUNTY.name(), SUBJECT)));
        assertEquals(List.of(small), look(protection -> protection.listSelections(SOUTH, SUBJECT)));
        assertEquals(List.of(), look(protection -> protection.listSelections(SOUTH, "another")));
        assertEquals(before, revision());
    }

    @Test
    void selectionThatTwoReleaseAtOnceIsThereOnce() throws InterruptedException {
        CountDownLatch added = new CountDownLatch(1);
        atOnce(
                protection -> {
                    protection.addSelection(COUNTY.name(), SUBJECT, selection(1, 2));
                    added.countDown();
                    sleep(300);
                },
                added,
                protection -> protection.addSelection(COUNTY.name(), SUBJECT, selection(1, 2)));
        assertEquals(List.of(selection(1, 2)), look(protection -> protection.listSelections(COUNTY.name(), SUBJECT)));
    }

    @Test
    void firstPolicyFiguresAndAuditThatTwoSaveAtOnceAreTheLatersOwn() throws InterruptedException {
        CountDownLatch saved = new CountDownLatch(1);
        DatasetPolicy later = new DatasetPolicy(
                dataset, DisclosurePolicy.DEFAULT, "later", Optional.empty(), "later", ReleaseState.DRAFT);
        AuditRun laterAudit = new AuditRun(COUNTY.name(), NOON, true, "later");
        atOnce(
                protection -> {
                    protection.savePolicy(DatasetPolicy.draft(dataset));
                    protection.saveReleased(COUNTY.name(), SUBJECT, "earlier");
                    protection.saveAudit(new AuditRun(COUNTY.name(), NOON, false, "earlier"));
                    saved.countDown();
                    sleep(300);
                },
                saved,
                protection -> {
                    protection.savePolicy(later);
                    protection.saveReleased(COUNTY.name(), SUBJECT, "later");
                    protection.saveAudit(laterAudit);
                });
        assertEquals(Optional.of(later), findPolicy());
        assertEquals(Optional.of("later"), look(protection -> protection.findReleased(COUNTY.name(), SUBJECT)));
        assertEquals(Optional.of(laterAudit), look(protection -> protection.findAudit(COUNTY.name())));
    }

    @Test
    void whoeverLocksSeesWhatTheOneBeforeReleased() throws InterruptedException {
        CountDownLatch locked = new CountDownLatch(1);
        List<List<ReleasedSelection>> seen = Collections.synchronizedList(new ArrayList<>());
        atOnce(
                protection -> {
                    protection.lock();
                    locked.countDown();
                    sleep(300);
                    seen.add(protection.listSelections(COUNTY.name(), SUBJECT));
                    protection.addSelection(COUNTY.name(), SUBJECT, selection(1, 2));
                },
                locked,
                protection -> {
                    protection.lock();
                    seen.add(protection.listSelections(COUNTY.name(), SUBJECT));
                });
        assertEquals(List.of(List.of(), List.of(selection(1, 2))), seen);
    }

    @Test
    void exactUsesAreListedAsTheyWereAdded() {
        ExactUse first = new ExactUse(NOON, "A. Ŵyn", "cla in tiny", "ŵ".repeat(1000));
        ExactUse second = new ExactUse(NOON.minusSeconds(1), "x".repeat(200), "y".repeat(1000), "");
        protect(protection -> protection.addExactUse(first));
        protect(protection -> protection.addExactUse(second));
        assertEquals(List.of(first, second), look(protection -> protection.listExactUses()));
    }

    @Test
    void lastAuditOfEachExtentIsKept() {
        AuditRun first = new AuditRun(COUNTY.name(), NOON, false, "Wrecsam");
        AuditRun south = new AuditRun(SOUTH, NOON, true, "");
        AuditRun last = new AuditRun(COUNTY.name(), NOON.plusSeconds(1), true, "{\"x\":\"" + "ŷ".repeat(100_000));
        List.of(first, south, last).forEach(run -> protect(protection -> protection.saveAudit(run)));
        assertEquals(Optional.of(last), look(protection -> protection.findAudit(COUNTY.name())));
        assertEquals(Optional.of(south), look(protection -> protection.findAudit(SOUTH)));
        assertEquals(Optional.empty(), look(protection -> protection.findAudit(UNKNOWN)));
    }

    @Test
    void revisionChangesWithWhatIsAgreedAndReleasedAndNotWithUsesAndAudits() {
        for (Consumer<ProtectionStore> work : List.<Consumer<ProtectionStore>>of(
                protection -> protection.savePolicy(DatasetPolicy.draft(dataset)),
                protection -> protection.addDecision(decision(ReleaseState.APPROVED, 1, "")),
                protection -> protection.saveReleased(COUNTY.name(), SUBJECT, ""),
                protection -> protection.addSelection(COUNTY.name(), SUBJECT, selection(1, 2)))) {
            String before = revision();
            protect(work);
            assertNotEquals(before, revision());
        }
        String before = revision();
        protect(protection -> {
            protection.lock();
            protection.addExactUse(new ExactUse(NOON, "who", "what", "why"));
            protection.saveAudit(new AuditRun(COUNTY.name(), NOON, true, ""));
            protection.saveAudit(new AuditRun(COUNTY.name(), NOON, false, ""));
        });
        assertEquals(before, revision());
    }

    @Test
    void useOfExactValuesIsKeptWhileAnotherWriteIsUnderWay() {
        ExactUse use = new ExactUse(NOON, "who", "what", "why");
        protect(outer -> {
            outer.lock();
            outer.saveReleased(COUNTY.name(), SUBJECT, "");
            protect(inner -> {
                inner.addExactUse(use);
                inner.saveAudit(new AuditRun(COUNTY.name(), NOON, true, ""));
            });
        });
        assertEquals(List.of(use), look(protection -> protection.listExactUses()));
    }

    @Test
    void keyIsTheStoresOwnAndNeverChanges() {
        byte[] key = look(protection -> protection.key());
        assertEquals(ProtectionStore.KEY_BYTES, key.length);
        byte[] overwritten = look(protection -> protection.key());
        Arrays.fill(overwritten, (byte) 0);
        protect(protection -> assertArrayEquals(key, protection.key()));
        try (Store other = open()) {
            assertFalse(Arrays.equals(
                    key, other.read(session -> session.protection().key())));
        }
    }

    /** Begins the second transaction when the first says so, and waits for both. */
    private void atOnce(Consumer<ProtectionStore> first, CountDownLatch begun, Consumer<ProtectionStore> second)
            throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = List.of(new Thread(() -> protect(first)), new Thread(() -> {
            await(begun);
            protect(second);
        }));
        for (Thread thread : threads) {
            thread.setUncaughtExceptionHandler((dead, thrown) -> {
                failure.set(thrown);
                begun.countDown();
            });
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(null, failure.get());
    }

    private void protect(Consumer<ProtectionStore> work) {
        write(session -> work.accept(session.protection()));
    }

    private void write(Consumer<StoreSession> work) {
        store.write(session -> {
            work.accept(session);
            return true;
        });
    }

    private <T> T look(Function<ProtectionStore, T> work) {
        return store.read(session -> work.apply(session.protection()));
    }

    private Optional<DatasetPolicy> findPolicy() {
        return look(protection -> protection.findPolicy(dataset));
    }

    private String revision() {
        return store.read(StoreSession::revision);
    }

    private long addDataset(String fileName) {
        return store.write(session -> session.datasets().add(TinyCounty.dataset(fileName)));
    }

    private ReleaseDecision decision(ReleaseState state, int hours, String note) {
        return new ReleaseDecision(dataset, state, "A. Ŵyn", NOON.plusSeconds(3600L * hours), note);
    }

    private static ReleasedSelection selection(int first, int last) {
        return new ReleasedSelection(
                IntStream.rangeClosed(first, last).mapToObj(TinyCounty::code).toList(), NOON);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
