package org.needscape.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.needscape.store.ServiceStoreContractTest;
import org.needscape.store.Store;

class H2ServiceStoreTest extends ServiceStoreContractTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    protected Store open() {
        return H2StoreOpener.inMemory("contract-Service-" + COUNT.incrementAndGet());
    }
}
