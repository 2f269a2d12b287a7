package org.needscape.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A store in a folder: one process at a time has it. */
final class FolderMovePlace extends MovePlace {

    private final Path folder;

    FolderMovePlace(Path folder) {
        this.folder = folder;
    }

    @Override
    String plainText() {
        try {
            return folder.toRealPath().toString();
        } catch (IOException notThere) {
            return folder.toAbsolutePath().normalize().toString();
        }
    }

    @Override
    String name() {
        return folder.toString();
    }

    @Override
    boolean isSame(MovePlace other) {
        if (!(other instanceof FolderMovePlace place)) {
            return false;
        }
        try {
            return Files.isSameFile(folder, place.folder);
        } catch (IOException oneIsNotThere) {
            return plainText().equals(place.plainText());
        }
    }

    @Override
    <T> T use(Function<Database, T> work) {
        return H2StoreOpener.prepare(folder, database -> {
            ServiceAddress.delete(folder);
            return work.apply(database);
        });
    }

    @Override
    void whileNotServed(Runnable work) {
        work.run();
    }
}
