package org.needscape.store.jdbc;

import org.needscape.postgis.PostgisCluster;
import org.needscape.store.AuthorityStoreContractTest;
import org.needscape.store.Store;

class PostgisAuthorityStoreTest extends AuthorityStoreContractTest {

    @Override
    protected Store open() {
        PostgisCluster cluster = PostgisCluster.shared();
        return PostgisStoreOpener.open(cluster.newDatabase(), cluster.credentials());
    }
}
