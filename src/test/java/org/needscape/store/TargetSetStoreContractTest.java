package org.needscape.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.needscape.store.TinyCounty.COUNTY;
import static org.needscape.store.TinyCounty.NOON;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.store.TargetSetStore.SavedRevision;

/** What every store promises about decision records of target areas. */
public abstract class TargetSetStoreContractTest {

    private static final Extent OTHER_COUNTY = new Extent(new ExtentName("other"), "Other county", false);
    private static final SavedRevision FIRST =
            revision(COUNTY, "ardaloedd-y-de", 1, "{\"title\":\"Ardaloedd y de: 'tŷ' & aelwyd\"}");
    private static final SavedRevision SECOND = revision(COUNTY, "ardaloedd-y-de", 2, "{}");
    private static final SavedRevision ANOTHER = revision(COUNTY, "a", 1, "{}");
    private static final SavedRevision ELSEWHERE = revision(OTHER_COUNTY, "ardaloedd-y-de", 1, "{\"else\":1}");

    private Store store;

    /** An empty store. */
    protected abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
        store.write(session -> {
            session.areas().saveExtent(COUNTY);
            session.areas().saveExtent(OTHER_COUNTY);
            return true;
        });
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void everyRevisionComesBackAsItWasSaved() {
        List.of(FIRST, ANOTHER, ELSEWHERE, SECOND).forEach(this::add);

        assertEquals(List.of(ANOTHER, FIRST, SECOND), read(sets -> sets.list(COUNTY.name())));
        assertEquals(List.of(ELSEWHERE), read(sets -> sets.list(OTHER_COUNTY.name())));
        assertEquals(Optional.of(FIRST), read(sets -> sets.find(COUNTY.name(), "ardaloedd-y-de", 1)));
        assertEquals(Optional.of(SECOND), read(sets -> sets.findLatest(COUNTY.name(), "ardaloedd-y-de")));
        assertEquals(Optional.of(ELSEWHERE), read(sets -> sets.findLatest(OTHER_COUNTY.name(), "ardaloedd-y-de")));
        assertEquals(Optional.empty(), read(sets -> sets.find(COUNTY.name(), "ardaloedd-y-de", 3)));
        assertEquals(Optional.empty(), read(sets -> sets.findLatest(COUNTY.name(), "none")));
    }

    @Test
    void revisionsOfAllExtentsAreCounted() {
        assertEquals(0L, read(TargetSetStore::count));
        List.of(FIRST, ELSEWHERE, SECOND).forEach(this::add);

        assertEquals(3L, read(TargetSetStore::count));
    }

    @Test
    void revisionThatIsThereIsNeverChangedAndNoneIsLeftOut() {
        add(FIRST);

        assertThrows(IllegalArgumentException.class, () -> add(FIRST));
        assertThrows(IllegalArgumentException.class, () -> add(revision(COUNTY, "ardaloedd-y-de", 1, "{\"other\":1}")));
        assertThrows(IllegalArgumentException.class, () -> add(revision(COUNTY, "ardaloedd-y-de", 3, "{}")));
        assertThrows(IllegalArgumentException.class, () -> add(revision(COUNTY, "new", 2, "{}")));
        assertEquals(List.of(FIRST), read(sets -> sets.list(COUNTY.name())));
    }

    @Test
    void setBelongsToAnExtentThatIsThere() {
        Extent none = new Extent(new ExtentName("none"), "None", false);

        assertThrows(IllegalArgumentException.class, () -> add(revision(none, "a", 1, "{}")));
    }

    /** What boards write changes no layer but that of their own areas, so nothing else has to be made again. */
    @Test
    void savingMakesNoNewRevisionOfTheStore() {
        String before = store.read(StoreSession::revision);

        add(FIRST);

        assertEquals(before, store.read(StoreSession::revision));
    }

    private static SavedRevision revision(Extent extent, String id, int revision, String document) {
        return new SavedRevision(extent.name(), id, revision, NOON.plusSeconds(revision), "ab12", document);
    }

    private void add(SavedRevision revision) {
        store.write(session -> {
            session.targetSets().add(revision);
            return revision.id();
        });
    }

    private <T> T read(Function<TargetSetStore, T> question) {
        return store.read(session -> question.apply(session.targetSets()));
    }
}
