package org.needscape.store.jdbc;

import org.needscape.postgis.PostgisCluster;
import org.needscape.store.Store;
import org.needscape.store.TargetSetStoreContractTest;

class PostgisTargetSetStoreTest extends TargetSetStoreContractTest {

    @Override
    protected Store open() {
        PostgisCluster cluster = PostgisCluster.shared();
        return PostgisStoreOpener.open(cluster.newDatabase(), cluster.credentials());
    }
}
