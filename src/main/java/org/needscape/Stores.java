package org.needscape;

import java.nio.file.Path;
import org.needscape.store.Store;
import org.needscape.store.StoreException;
import org.needscape.store.jdbc.H2StoreOpener;

/** Opens stores by what people call them. */
final class Stores {

    Store open(String location) {
        if (location.startsWith("jdbc:")) {
            throw new StoreException(
                    "This version keeps its store in a folder, not in a database server: give a folder with --store.");
        }
        return H2StoreOpener.open(Path.of(location));
    }
}
