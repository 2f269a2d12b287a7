package org.needscape.store;

import java.util.List;
import java.util.Optional;

/** The imported files. */
public interface DatasetStore {

    /** Adds a data set and returns its id. */
    long add(Dataset dataset);

    /** Replaces what is known of a data set, found by its id: its title, source, licence and how many records were taken. */
    void update(Dataset dataset);

    Optional<Dataset> find(long id);

    /** All data sets, oldest first. */
    List<Dataset> list();
}
