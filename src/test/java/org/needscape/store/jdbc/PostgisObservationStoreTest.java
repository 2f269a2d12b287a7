package org.needscape.store.jdbc;

import org.needscape.postgis.PostgisCluster;
import org.needscape.store.ObservationStoreContractTest;
import org.needscape.store.Store;

class PostgisObservationStoreTest extends ObservationStoreContractTest {

    @Override
    protected Store open() {
        PostgisCluster cluster = PostgisCluster.shared();
        return PostgisStoreOpener.open(cluster.newDatabase(), cluster.credentials());
    }
}
