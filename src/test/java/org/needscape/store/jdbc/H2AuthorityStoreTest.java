package org.needscape.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.needscape.store.AuthorityStoreContractTest;
import org.needscape.store.Store;

class H2AuthorityStoreTest extends AuthorityStoreContractTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    protected Store open() {
        return H2StoreOpener.inMemory("contract-Authority-" + COUNT.incrementAndGet());
    }
}
