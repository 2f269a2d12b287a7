package org.needscape;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.needscape.store.StoreException;
import org.needscape.store.jdbc.PostgisAddress;
import org.needscape.store.jdbc.ServiceLock;

/**
 * A folder of this user on this machine for what must not lie in a database, and the lock that keeps a second service away from
 * the same database.
 *
 * @param uploads the folder that uploads lie in
 * @param lock on the database
 */
record DatabasePlace(Path uploads, ServiceLock lock) implements ServicePlace {

    @Override
    public void announce(URI address) {
        // Commands may use the database while a service does; nobody has to be told where that one is.
    }

    @Override
    public void withdraw() {
        // Nothing was announced.
    }

    @Override
    public void close() {
        lock.close();
    }

    /**
     * The folder for uploads, always the same for a database and only for this user: what a killed service left behind may hold a
     * county's own counts, and the next service deletes it.
     */
    static Path uploads(PostgisAddress address, Map<String, String> environment) {
        String name = UUID.nameUUIDFromBytes(address.text().getBytes(StandardCharsets.UTF_8))
                .toString();
        Path folder = state(environment).resolve("needscape").resolve(name);
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                FileAttribute<?> onlyForMe =
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
                Files.createDirectories(folder, onlyForMe);
            } else {
                Files.createDirectories(folder);
            }
            return folder.resolve("uploads");
        } catch (IOException failure) {
            throw new StoreException(
                    "The folder " + folder
                            + " for uploads cannot be made: give yourself the right to write there, or set"
                            + " XDG_STATE_HOME to another folder.",
                    failure);
        }
    }

    /** Where programs of this user keep what is not to be shared, by the XDG Base Directory Specification 0.8. */
    private static Path state(Map<String, String> environment) {
        String named = environment.getOrDefault("XDG_STATE_HOME", "");
        return named.isBlank()
                ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local", "state")
                : Path.of(named);
    }
}
