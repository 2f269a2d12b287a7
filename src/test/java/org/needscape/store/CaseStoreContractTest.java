package org.needscape.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.needscape.store.TinyCounty.COUNTY;
import static org.needscape.store.TinyCounty.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Period;

/** What every store promises about summaries of cases. */
public abstract class CaseStoreContractTest {

    private static final ExtentName TINY = COUNTY.name();
    private static final Period EARLIER = new Period("2023/24");
    private static final Period LATER = new Period("2024/25");

    protected Store store;
    private long first;
    private long second;

    /** An empty store. */
    protected abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
        first = load(store, 1, 3);
        second = load(store, 1, 3);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void summariesComeBackAsTheyWereKeptLatestPeriodFirst() {
        save(heading(EARLIER, first), Map.of(CaseStore.WHOLE, "{\"ŵ\":1}", "E07000002", "two", "E07000001", "one"));
        save(heading(LATER, second), Map.of(CaseStore.WHOLE, "x".repeat(100_000)));

        assertEquals(List.of(heading(LATER, second), heading(EARLIER, first)), read(cases -> cases.list(TINY)));
        assertEquals(List.of("", "E07000001", "E07000002"), read(cases -> cases.listPlaces(TINY, EARLIER)));
        assertEquals(Optional.of("{\"ŵ\":1}"), find(EARLIER, CaseStore.WHOLE));
        assertEquals(Optional.of("two"), find(EARLIER, "E07000002"));
        assertEquals(Optional.of("x".repeat(100_000)), find(LATER, CaseStore.WHOLE));
        assertEquals(Optional.empty(), find(LATER, "E07000002"));
        assertEquals(List.of(), read(cases -> cases.list(new ExtentName("unknown"))));
    }

    @Test
    void laterSummariesOfAPeriodTakeThePlaceOfAllEarlierOnes() {
        save(heading(LATER, first), Map.of(CaseStore.WHOLE, "old", "E07000001", "old"));
        save(heading(LATER, second), Map.of(CaseStore.WHOLE, "new"));

        assertEquals(List.of(heading(LATER, second)), read(cases -> cases.list(TINY)));
        assertEquals(List.of(""), read(cases -> cases.listPlaces(TINY, LATER)));
        assertEquals(Optional.of("new"), find(LATER, CaseStore.WHOLE));
    }

    @Test
    void whatADataSetHadIsForgottenAndOthersStay() {
        save(heading(EARLIER, first), Map.of(CaseStore.WHOLE, "a", "E07000001", "b"));
        save(heading(LATER, second), Map.of(CaseStore.WHOLE, "c"));

        assertEquals(2, store.<Integer>write(session -> session.cases().forget(first)));
        assertEquals(0, store.<Integer>write(session -> session.cases().forget(first)));
        assertEquals(List.of(heading(LATER, second)), read(cases -> cases.list(TINY)));
    }

    @Test
    void everyChangeMakesANewRevision() {
        String before = store.read(StoreSession::revision);
        save(heading(LATER, first), Map.of(CaseStore.WHOLE, "a"));

        assertNotEquals(before, store.read(StoreSession::revision));
    }

    @Test
    void extentAndDataSetMustBeThere() {
        CaseStore.Heading elsewhere = new CaseStore.Heading(new ExtentName("unknown"), LATER, first);

        assertThrows(IllegalArgumentException.class, () -> save(elsewhere, Map.of(CaseStore.WHOLE, "a")));
        assertThrows(IllegalArgumentException.class, () -> save(heading(LATER, 999), Map.of(CaseStore.WHOLE, "a")));
        assertEquals(List.of(), read(cases -> cases.list(TINY)));
    }

    private static CaseStore.Heading heading(Period period, long dataset) {
        return new CaseStore.Heading(TINY, period, dataset);
    }

    private void save(CaseStore.Heading heading, Map<String, String> summaries) {
        store.write(session -> {
            session.cases().save(heading, summaries);
            return true;
        });
    }

    private Optional<String> find(Period period, String place) {
        return read(cases -> cases.find(TINY, period, place));
    }

    private <T> T read(Function<CaseStore, T> work) {
        return store.read(session -> work.apply(session.cases()));
    }
}
