package org.needscape.store;

import java.time.Instant;

/**
 * A file that was imported.
 *
 * @param id made by the store; 0 before it is added
 * @param kind such as {@code boundaries} or {@code deprivation}
 * @param title for people, such as "Indices of Deprivation 2019"
 * @param source the publisher
 * @param licence the licence's name
 * @param fileName the name of the file, without its folder
 * @param sha256 of the file, in hexadecimal
 * @param accepted how many records were taken
 * @param imported when, to the microsecond
 */
public record Dataset(
        long id,
        String kind,
        String title,
        String source,
        String licence,
        String fileName,
        String sha256,
        long accepted,
        Instant imported) {}
