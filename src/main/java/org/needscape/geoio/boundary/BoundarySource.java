package org.needscape.geoio.boundary;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An opened boundary file, read one record after the other so that a country fits into little memory. */
interface BoundarySource extends AutoCloseable {

    BoundaryFormat format();

    /** The coordinate system that the file states. */
    FileCrs crs();

    /** The columns as GeoTools' feature type. */
    BoundarySchema schema();

    /** What a person should know about the file, each one sentence. */
    default List<String> notes() {
        return List.of();
    }

    /** The next record, or empty after the last. @throws IOException when the file is damaged or cut off */
    Optional<BoundaryRecord> next() throws IOException;

    /** How much has been read, 0 to 1. */
    double fraction();

    @Override
    void close() throws IOException;
}
