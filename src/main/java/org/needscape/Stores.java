package org.needscape;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.needscape.config.Account;
import org.needscape.config.Settings;
import org.needscape.progress.Progress;
import org.needscape.store.MoveReport;
import org.needscape.store.Store;
import org.needscape.store.StoreException;
import org.needscape.store.jdbc.Credentials;
import org.needscape.store.jdbc.H2StoreOpener;
import org.needscape.store.jdbc.MovePlace;
import org.needscape.store.jdbc.PostgisAddress;
import org.needscape.store.jdbc.PostgisStoreOpener;
import org.needscape.store.jdbc.ServiceLock;
import org.needscape.store.jdbc.StoreMove;

/** Opens stores by what people call them: a folder, or the address of a database. */
final class Stores {

    private final Map<String, String> environment;

    /** @param environment the variables of the process, where the user and password of a database are set */
    Stores(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Opens a store, made new where there is none. */
    Store open(String location) {
        return PostgisAddress.isOne(location)
                ? PostgisStoreOpener.open(PostgisAddress.parse(location), credentials())
                : H2StoreOpener.open(folder(location));
    }

    /** Opens a store that is there: a misspelt name must not leave an empty store behind. */
    Store openExisting(String location) {
        requireExisting(location);
        return open(location);
    }

    /** Moves everything of a store that is there into another one. */
    MoveReport move(String from, String to, Progress progress) {
        MovePlace source = PostgisAddress.isOne(from)
                ? MovePlace.source(PostgisAddress.parse(from), credentials())
                : MovePlace.folder(folder(from));
        MovePlace target = PostgisAddress.isOne(to)
                ? MovePlace.target(
                        PostgisAddress.parse(to),
                        credentials(Settings.read(environment).moveTo()))
                : MovePlace.folder(folder(to));
        requireExisting(from);
        return StoreMove.run(source, target, progress);
    }

    /** @throws StoreException when a store is a database that may be on another machine; a folder never is */
    void requireThisMachine(String location) {
        if (PostgisAddress.isOne(location) && !PostgisAddress.parse(location).isOnThisMachine()) {
            throw new StoreException(
                    "Exact values are given only on the machine of the store itself, and this one is reached"
                            + " over the network: run this there, with localhost in the address of the store. Nothing was changed.");
        }
    }

    private void requireExisting(String location) {
        if (!exists(location)) {
            throw new StoreException("There is no store in " + location
                    + ": name one that is there, or import boundaries into a new one first.");
        }
    }

    private boolean exists(String location) {
        return PostgisAddress.isOne(location)
                ? PostgisStoreOpener.exists(PostgisAddress.parse(location), credentials())
                : H2StoreOpener.exists(folder(location));
    }

    /** What the service has beside a store while it runs. */
    ServicePlace servicePlace(String location) {
        if (PostgisAddress.isOne(location)) {
            PostgisAddress address = PostgisAddress.parse(location);
            return new DatabasePlace(
                    DatabasePlace.uploads(address, environment), ServiceLock.take(address, credentials()));
        }
        return new FolderPlace(folder(location));
    }

    private Credentials credentials() {
        return credentials(Settings.read(environment).store());
    }

    private static Credentials credentials(Account account) {
        return new Credentials(account.user(), account.password());
    }

    private static Path folder(String location) {
        if (location.isBlank()) {
            throw new StoreException("The store has no name: name a folder, or the address of a database.");
        }
        try {
            return Path.of(location);
        } catch (InvalidPathException e) {
            throw new StoreException("The store's name is none that a folder can have: choose another.", e);
        }
    }
}
