package org.needscape.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.needscape.store.ObservationStoreContractTest;
import org.needscape.store.Store;

class H2ObservationStoreTest extends ObservationStoreContractTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    protected Store open() {
        return H2StoreOpener.inMemory("contract-Observation-" + COUNT.incrementAndGet());
    }
}
