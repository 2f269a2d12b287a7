package org.needscape.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.needscape.area.ExtentName;

/** Decision records of target areas. A revision that is there is never changed and never deleted. */
public interface TargetSetStore {

    /** The longest id. */
    int MOST_ID_CHARACTERS = 60;

    /**
     * Adds a revision.
     *
     * @throws IllegalArgumentException when it is not one more than the latest of its id in its extent, or 1 where there is none; or when
     *     there is no such extent
     */
    void add(SavedRevision revision);

    Optional<SavedRevision> find(ExtentName extent, String id, int revision);

    Optional<SavedRevision> findLatest(ExtentName extent, String id);

    /** All revisions of all sets of an extent, by id and revision. */
    List<SavedRevision> list(ExtentName extent);

    /** How many revisions there are of all extents. As none is changed or deleted, there is another state when there are more. */
    long count();

    /**
     * One revision.
     *
     * @param extent that its areas belong to
     * @param id name in addresses
     * @param revision from 1
     * @param saved when
     * @param sha256 of the document
     * @param document JSON
     */
    record SavedRevision(ExtentName extent, String id, int revision, Instant saved, String sha256, String document) {}
}
