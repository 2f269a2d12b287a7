package org.needscape.store;

import java.util.List;
import java.util.Optional;

/** The imported files. */
public interface DatasetStore {

    /** Adds a data set and returns its id. */
    long add(Dataset dataset);

    /** Notes how many records were taken, once that is known. */
    void updateAccepted(long id, long accepted);

    Optional<Dataset> find(long id);

    /** All data sets, oldest first. */
    List<Dataset> list();
}
