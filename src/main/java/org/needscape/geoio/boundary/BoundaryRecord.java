package org.needscape.geoio.boundary;

import org.geotools.api.feature.simple.SimpleFeature;

/** One record of a boundary file. */
sealed interface BoundaryRecord {

    /** Counted from 1 in file order. */
    long number();

    /**
     * A record whose columns and geometry could be read.
     *
     * @param feature its columns and its geometry in the file's own coordinates, null where the record has none
     */
    record Read(long number, SimpleFeature feature) implements BoundaryRecord {}

    /**
     * A record that could not be read, after which reading can go on.
     *
     * @param reason one sentence
     */
    record Skipped(long number, String reason) implements BoundaryRecord {}
}
