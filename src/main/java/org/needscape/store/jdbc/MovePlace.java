package org.needscape.store.jdbc;

import java.nio.file.Path;
import java.util.function.Function;

/** Where a store is that is moved from, or that another one is moved to. */
public abstract class MovePlace {

    MovePlace() {}

    /** A store in a folder. */
    public static MovePlace folder(Path folder) {
        return new FolderMovePlace(folder);
    }

    /** A store in a database that is moved from. */
    public static MovePlace source(PostgisAddress address, Credentials credentials) {
        return new DatabaseMovePlace(address, credentials, false);
    }

    /** A store in a database that another one is moved to. */
    public static MovePlace target(PostgisAddress address, Credentials credentials) {
        return new DatabaseMovePlace(address, credentials, true);
    }

    /** The place in one way of writing it, however it was named, and without credentials. */
    abstract String plainText();

    /** What it is called in messages: as the person who runs the program named it. */
    abstract String name();

    /** Whether it is the same store, as far as can be told. */
    abstract boolean isSame(MovePlace other);

    /** Opens it, made new or brought up to date where it has to be, and closes it afterwards. */
    abstract <T> T use(Function<Database, T> work);

    /** Does something while no service can start to serve it. @throws org.needscape.store.StoreException when one does */
    abstract void whileNotServed(Runnable work);
}
