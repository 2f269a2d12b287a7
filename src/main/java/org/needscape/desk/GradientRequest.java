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
 * @param options what else is asked for
 * @param suppressUpTo counts of 1 to this are hidden, with what derives from them; 0 hides nothing
 * @param output JSON file to write
 */
public record GradientRequest(
        Path values,
        String codeColumn,
        String countColumn,
        String populationColumn,
        Deprivation deprivation,
        Options options,
        int suppressUpTo,
        Path output) {

    /** How deprived each area is, nationally. */
    public sealed interface Deprivation {
        /** A column of national deciles, 1 most deprived. */
        record OfDecile(String column) implements Deprivation {}

        /** A column of national ranks, 1 most deprived, among so many areas. */
        record OfRank(String column, int of) implements Deprivation {}
    }

    /**
     * What else is asked for.
     *
     * @param areaColumn column of the place that each row belongs to, to compare places; empty for none
     * @param familiesSquaredColumn column of the sum, over the families of a row's events, of their squared numbers of events; empty
     *     where it is not known
     * @param countedOnce whether a person is counted at most once, as in a stock at a date: a row with more events than people is
     *     then a mistake and left out
     */
    public record Options(String areaColumn, String familiesSquaredColumn, boolean countedOnce) {

        /** No comparison, no families, events that may be more than people. */
        public static Options defaults() {
            return new Options("", "", false);
        }

        public Options withAreaColumn(String column) {
            return new Options(column, familiesSquaredColumn, countedOnce);
        }

        public Options withFamiliesSquaredColumn(String column) {
            return new Options(areaColumn, column, countedOnce);
        }

        public Options withCountedOnce(boolean once) {
            return new Options(areaColumn, familiesSquaredColumn, once);
        }
    }
}
