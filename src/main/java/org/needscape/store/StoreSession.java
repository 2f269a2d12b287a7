package org.needscape.store;

/** What can be done within one transaction; not to be used after it or by another thread. */
public interface StoreSession {

    AreaStore areas();

    ObservationStore observations();

    DatasetStore datasets();

    ResultStore results();

    JobStore jobs();
}
