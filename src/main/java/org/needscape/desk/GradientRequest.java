package org.needscape.desk;

import java.nio.file.Path;

/**
 * Which gradient.
 *
 * @param values CSV with a row per area
 * @param codeColumn its column of codes
 * @param countColumn events
 * @param populationColumn people
 * @param deprivation how deprived each area is
 * @param suppressUpTo counts of 1 to this are hidden, with what derives from them; 0 hides nothing
 * @param output JSON file to write
 */
public record GradientRequest(
        Path values,
        String codeColumn,
        String countColumn,
        String populationColumn,
        Deprivation deprivation,
        int suppressUpTo,
        Path output) {

    /** How deprived each area is, nationally. */
    public sealed interface Deprivation {
        /** A column of national deciles, 1 most deprived. */
        record OfDecile(String column) implements Deprivation {}

        /** A column of national ranks, 1 most deprived, among so many areas. */
        record OfRank(String column, int of) implements Deprivation {}
    }
}
