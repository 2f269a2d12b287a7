package org.needscape.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.needscape.store.AreaStoreContractTest;
import org.needscape.store.Store;

class H2AreaStoreTest extends AreaStoreContractTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    protected Store open() {
        return H2StoreOpener.inMemory("contract-Area-" + COUNT.incrementAndGet());
    }
}
