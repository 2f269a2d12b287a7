package org.needscape;

import java.nio.file.Path;
import org.needscape.store.Store;
import org.needscape.store.StoreException;
import org.needscape.store.jdbc.H2StoreOpener;

/** Opens stores by what people call them. */
final class Stores {

    /** Opens a store, made new where there is none. */
    Store open(String location) {
        return H2StoreOpener.open(folder(location));
    }

    /** Opens a store that is there: a misspelt name must not leave an empty store behind. */
    Store openExisting(String location) {
        Path folder = folder(location);
        if (!H2StoreOpener.exists(folder)) {
            throw new StoreException("There is no store in " + folder
                    + ": name the folder of one, or import boundaries into a new one first.");
        }
        return H2StoreOpener.open(folder);
    }

    private static Path folder(String location) {
        if (location.startsWith("jdbc:")) {
            throw new StoreException(
                    "This version keeps its store in a folder, not in a database server: give a folder with --store.");
        }
        if (location.isBlank()) {
            throw new StoreException("The store has no name: give a folder with --store.");
        }
        return Path.of(location);
    }
}
