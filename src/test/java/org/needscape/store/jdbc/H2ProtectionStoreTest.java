package org.needscape.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.needscape.store.ProtectionStoreContractTest;
import org.needscape.store.Store;

class H2ProtectionStoreTest extends ProtectionStoreContractTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    protected Store open() {
        return H2StoreOpener.inMemory("contract-Protection-" + COUNT.incrementAndGet());
    }
}
