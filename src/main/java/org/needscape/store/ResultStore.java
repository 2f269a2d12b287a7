package org.needscape.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.needscape.area.ExtentName;

/**
 * Derived results, kept under the hash of their inputs, parameters and code version. What is kept is protected already.
 */
public interface ResultStore {

    /**
     * Keeps a result, in place of an older one with the same extent and key.
     *
     * @param result what to keep
     * @throws IllegalArgumentException when there is no such extent
     */
    void save(StoredResult result);

    Optional<StoredResult> find(ExtentName extent, String key);

    /** All results of an extent without their content, ordered by position. */
    List<Heading> list(ExtentName extent);

    /** Saves a result that nothing else depends on: it makes no new revision of the store. */
    void saveApart(StoredResult result);

    /** Forgets such results. */
    void forgetApart(ExtentName extent, Collection<String> keys);

    /** Forgets the results of an extent whose keys are not among these. */
    void keepOnly(ExtentName extent, Collection<String> keys);

    /**
     * A result.
     *
     * @param extent which areas
     * @param key the layer id without extent, or another name such as {@code gradient-cla-2020}
     * @param position where it stands in lists
     * @param title for people
     * @param inputHash hash of inputs, parameters and code version; the result is current while this is what would be used now
     * @param content the serialised result
     */
    record StoredResult(ExtentName extent, String key, int position, String title, String inputHash, String content) {}

    /** A result without its content. */
    record Heading(ExtentName extent, String key, int position, String title, String inputHash) {}
}
