package org.needscape.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.needscape.store.CaseStoreContractTest;
import org.needscape.store.Store;

class H2CaseStoreTest extends CaseStoreContractTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    protected Store open() {
        return H2StoreOpener.inMemory("contract-Case-" + COUNT.incrementAndGet());
    }
}
