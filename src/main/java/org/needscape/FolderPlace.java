package org.needscape;

import java.net.URI;
import java.nio.file.Path;
import org.needscape.store.jdbc.ServiceAddress;

/**
 * The folder of an embedded store, which is held by the store itself.
 *
 * @param folder of the store
 */
record FolderPlace(Path folder) implements ServicePlace {

    @Override
    public Path uploads() {
        return folder.resolve("uploads");
    }

    @Override
    public void announce(URI address) {
        ServiceAddress.write(folder, address);
    }

    @Override
    public void withdraw() {
        ServiceAddress.delete(folder);
    }

    @Override
    public void close() {
        // Whoever closes the store lets go of it.
    }
}
