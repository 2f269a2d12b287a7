package org.needscape.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Saved scoring methods. A version that is there is never changed and never deleted. */
public interface RecipeStore {

    /** The longest id. */
    int MOST_ID_CHARACTERS = 60;

    /**
     * Adds a version.
     *
     * @throws IllegalArgumentException when it is not one more than the latest of its id, or 1 where there is none
     */
    void add(SavedRecipe recipe);

    Optional<SavedRecipe> find(String id, int version);

    Optional<SavedRecipe> findLatest(String id);

    /** All versions of all, by id and version. */
    List<SavedRecipe> list();

    /**
     * One version.
     *
     * @param id name in addresses
     * @param version from 1
     * @param saved when
     * @param sha256 of the document
     * @param document JSON
     */
    record SavedRecipe(String id, int version, Instant saved, String sha256, String document) {}
}
