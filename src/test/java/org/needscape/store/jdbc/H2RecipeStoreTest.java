package org.needscape.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.needscape.store.RecipeStoreContractTest;
import org.needscape.store.Store;

class H2RecipeStoreTest extends RecipeStoreContractTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    protected Store open() {
        return H2StoreOpener.inMemory("contract-Recipe-" + COUNT.incrementAndGet());
    }
}
