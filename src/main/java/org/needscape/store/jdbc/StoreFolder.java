package org.needscape.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.needscape.store.StoreException;

/**
 * The folder of an embedded store and the files in it.
 *
 * @param path as the person who runs the program named it
 */
record StoreFolder(Path path) {

    private static final String DATABASE = "needscape";
    private static final String SUFFIX = ".mv.db";

    /** The database file. */
    Path file() {
        return path.resolve(DATABASE + SUFFIX);
    }

    /** The database file as H2 wants it in its address: absolute, without the suffix. */
    String databasePath() {
        return path.toAbsolutePath().normalize().resolve(DATABASE).toString();
    }

    /** Makes the folder if it is not there. */
    void make() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StoreException("The store " + path + " is a file: name a folder instead.");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
        if (!Files.isWritable(path)) {
            throw unwritable(null);
        }
    }

    /**
     * Copies the closed database to a name that is not taken yet, {@code needscape-before-v3.mv.db}.
     *
     * @param version that the store is about to be brought to
     */
    Path keepCopy(String version) {
        Path copy = path.resolve(DATABASE + "-before-v" + version + SUFFIX);
        for (int number = 2; Files.exists(copy); number++) {
            copy = path.resolve(DATABASE + "-before-v" + version + "-" + number + SUFFIX);
        }
        // A copy that was interrupted must not look like one.
        Path part = path.resolve(copy.getFileName() + ".part");
        try {
            Files.copy(file(), part, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(part, copy);
        } catch (IOException failure) {
            delete(part, failure);
            throw new StoreException(
                    "The store " + path + " is of an older version and cannot be copied before it is changed:"
                            + " make sure that the disk has room for a second one. Nothing was changed.",
                    failure);
        }
    }

    /** Puts a copy back in the place of the database. */
    void restore(Path copy) throws IOException {
        Files.move(copy, file(), StandardCopyOption.REPLACE_EXISTING);
    }

    private StoreException unwritable(@Nullable IOException cause) {
        String sentence = "The folder " + path + " for the store cannot be made or written to:"
                + " give yourself the right to write there, or name another folder.";
        return cause == null ? new StoreException(sentence) : new StoreException(sentence, cause);
    }

    private static void delete(Path part, IOException reason) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException leftBehind) {
            reason.addSuppressed(leftBehind);
        }
    }
}
