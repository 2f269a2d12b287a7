package org.needscape.desk;

import java.nio.file.Path;
import org.needscape.spatial.Contiguity;
import org.needscape.stats.Alternative;

/**
 * What to test and how.
 *
 * @param values CSV with a row per area
 * @param codeColumn its column of codes
 * @param measure what is tested
 * @param links where areas lie to each other
 * @param method the statistic
 * @param options how it is computed
 * @param suppressUpTo counts of 1 to this are hidden, with what derives from them; 0 hides nothing
 * @param output file to write; its extension is its format
 */
public record HotspotsRequest(
        Path values,
        String codeColumn,
        MeasureColumns measure,
        Links links,
        Method method,
        Options options,
        int suppressUpTo,
        Path output) {

    /** The statistics offered. */
    public enum Method {
        GI_STAR("gi-star"),
        GI("gi"),
        LOCAL_MORAN("local-moran"),
        MORAN("moran"),
        EB("eb"),
        SCAN("scan"),
        JOIN_COUNT("join-count");

        private final String code;

        Method(String code) {
            this.code = code;
        }

        /** The word of the command line. */
        public String code() {
            return code;
        }
    }

    /** What is tested. */
    public sealed interface MeasureColumns {
        /** A column of values, as they are. */
        record OfValue(String column) implements MeasureColumns {}

        /** Counts and populations, made into empirical Bayes standardised rates. */
        record OfRate(String countColumn, String populationColumn) implements MeasureColumns {}
    }

    /** Where areas lie to each other. */
    public sealed interface Links {
        /** A CSV of pairs. */
        record OfList(Path file) implements Links {}

        /** Boundaries; the code column may be empty. */
        record OfBoundaries(Path file, String codeColumn) implements Links {}

        /** Columns of the values with the centres of areas in metres. */
        record OfCentres(String xColumn, String yColumn) implements Links {}

        /** None; enough for empirical Bayes. */
        record None() implements Links {}
    }

    /**
     * How the statistic is computed.
     *
     * @param contiguity of boundaries
     * @param rowStandardised whether weights are divided by their sum
     * @param permutations how many, 0 for analytic p-values only
     * @param seed of the permutations
     * @param alternative which side counts
     * @param maxPopulationShare the largest share of the population that a scanned circle may hold
     */
    public record Options(
            Contiguity contiguity,
            boolean rowStandardised,
            int permutations,
            long seed,
            Alternative alternative,
            double maxPopulationShare) {}
}
