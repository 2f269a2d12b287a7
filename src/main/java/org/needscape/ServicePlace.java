package org.needscape;

import java.net.URI;
import java.nio.file.Path;

/** What the service has beside its store while it runs. */
interface ServicePlace extends AutoCloseable {

    /** The folder that uploads lie in until they are read. */
    Path uploads();

    /** Tells other processes where the service listens. */
    void announce(URI address);

    /** Takes that back: the service no longer listens, and is about to close its store. */
    void withdraw();

    /** Lets another service have the store, which is closed. */
    @Override
    void close();
}
