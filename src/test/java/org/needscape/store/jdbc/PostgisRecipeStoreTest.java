package org.needscape.store.jdbc;

import org.needscape.postgis.PostgisCluster;
import org.needscape.store.RecipeStoreContractTest;
import org.needscape.store.Store;

class PostgisRecipeStoreTest extends RecipeStoreContractTest {

    @Override
    protected Store open() {
        PostgisCluster cluster = PostgisCluster.shared();
        return PostgisStoreOpener.open(cluster.newDatabase(), cluster.credentials());
    }
}
