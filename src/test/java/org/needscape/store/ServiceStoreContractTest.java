package org.needscape.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.needscape.store.TinyCounty.COUNTY;
import static org.needscape.store.TinyCounty.id;
import static org.needscape.store.TinyCounty.load;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needscape.area.ExtentName;
import org.needscape.provision.AgeRange;
import org.needscape.provision.Service;
import org.needscape.provision.Site;
import org.needscape.store.ServiceStore.ServiceList;

/** What every store promises about services. */
public abstract class ServiceStoreContractTest {

    private static final Service FULL = new Service(
            "Canolfan y plant, 'Tŷ' & Co",
            AgeRange.of(0, 5),
            List.of(1, 2, 4),
            OptionalLong.of(Service.MOST_POUNDS),
            OptionalInt.of(0),
            List.of(new Site.AtPoint(443_210.125, 281_450), new Site.InArea(id(2)), new Site.AtPoint(0, 0)));
    private static final Service SPARE =
            new Service("B", AgeRange.from(16), List.of(3), OptionalLong.empty(), OptionalInt.empty(), List.of());
    private static final Service FREE =
            new Service("A", AgeRange.of(7, 7), List.of(1), OptionalLong.of(0), OptionalInt.of(3), List.of());

    private Store store;
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
    void servicesComeBackAsTheyWereKeptInTheirOrder() {
        save(COUNTY.name(), first, FULL, SPARE, FREE);

        assertEquals(Optional.of(new ServiceList(first, List.of(FULL, SPARE, FREE))), find(COUNTY.name()));
        assertEquals(Optional.empty(), find(new ExtentName("unknown")));
    }

    @Test
    void laterListTakesThePlaceOfTheWholeEarlierOne() {
        save(COUNTY.name(), first, FULL, SPARE);
        save(COUNTY.name(), second, FREE);

        assertEquals(Optional.of(new ServiceList(second, List.of(FREE))), find(COUNTY.name()));
    }

    @Test
    void listBelongsToAnExtentAndADataSetThatAreThere() {
        assertThrows(IllegalArgumentException.class, () -> save(new ExtentName("none"), first, FREE));
        assertThrows(IllegalArgumentException.class, () -> save(COUNTY.name(), 99, FREE));
        assertEquals(Optional.empty(), find(COUNTY.name()));
    }

    @Test
    void everyChangeMakesANewRevision() {
        String before = store.read(StoreSession::revision);

        save(COUNTY.name(), first, FREE);

        assertNotEquals(before, store.read(StoreSession::revision));
    }

    private void save(ExtentName extent, long dataset, Service... services) {
        store.write(session -> {
            session.services().save(extent, dataset, List.of(services));
            return true;
        });
    }

    private Optional<ServiceList> find(ExtentName extent) {
        return store.read(session -> session.services().find(extent));
    }
}
