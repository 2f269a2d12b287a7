package org.needscape.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.needscape.store.AreaPlaceContractTest;
import org.needscape.store.Store;

class H2AreaPlaceTest extends AreaPlaceContractTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    protected Store open() {
        return H2StoreOpener.inMemory("contract-place-" + COUNT.incrementAndGet());
    }
}
