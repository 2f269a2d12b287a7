package org.needscape.store.jdbc;

import org.needscape.postgis.PostgisCluster;
import org.needscape.store.Store;
import org.needscape.store.StoreContractTest;

class PostgisStoreTest extends StoreContractTest {

    @Override
    protected Store open() {
        PostgisCluster cluster = PostgisCluster.shared();
        return PostgisStoreOpener.open(cluster.newDatabase(), cluster.credentials());
    }
}
