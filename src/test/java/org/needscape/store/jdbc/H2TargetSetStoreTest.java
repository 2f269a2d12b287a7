package org.needscape.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.needscape.store.Store;
import org.needscape.store.TargetSetStoreContractTest;

class H2TargetSetStoreTest extends TargetSetStoreContractTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    protected Store open() {
        return H2StoreOpener.inMemory("contract-TargetSet-" + COUNT.incrementAndGet());
    }
}
