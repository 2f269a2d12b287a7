package org.needscape.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.needscape.spatial.Contiguity;
import org.needscape.spatial.DistanceRule;
import org.needscape.stats.Alternative;

/**
 * What to test and how.
 *
 * @param values CSV with a row per area
 * @param codeColumn its column of codes
 * @param measure what is tested
 * @param links where areas lie, and which are neighbours
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

        /** Two or more columns of flags, 0 or 1: what is looked at is whether an area has all of them. */
        record OfFlags(List<String> columns) implements MeasureColumns {

            public OfFlags {
                columns = List.copyOf(columns);
            }
        }
    }

    /**
     * Where areas lie, and which are neighbours.
     *
     * @param boundaries shapes; without a list and a rule, areas that touch are neighbours
     * @param list a CSV of pairs
     * @param centres columns of the values with centres; else the centroids of the boundaries are
     * @param rule neighbours by the distance of centres
     * @param bridges pairs that are neighbours besides
     */
    public record Links(
            Optional<BoundaryFile> boundaries,
            Optional<Path> list,
            Optional<CentreColumns> centres,
            Optional<DistanceRule> rule,
            Bridges bridges) {

        /** Whether nothing says which areas are neighbours. */
        boolean isNone() {
            return list.isEmpty() && rule.isEmpty() && boundaries.isEmpty();
        }

        /** Whether it is known where areas lie. */
        boolean hasPlaces() {
            return centres.isPresent() || boundaries.isPresent();
        }
    }

    /** A file of boundaries; the code column may be empty. */
    public record BoundaryFile(Path file, String codeColumn) {}

    /** Columns of the values with the centres of areas in metres. */
    public record CentreColumns(String xColumn, String yColumn) {}

    /**
     * Pairs of areas that count as neighbours though nothing else says so.
     *
     * @param pairs each {@code A,B}
     * @param list a CSV with columns {@code id, neighbour}
     */
    public record Bridges(List<String> pairs, Optional<Path> list) {

        public Bridges {
            pairs = List.copyOf(pairs);
        }

        boolean isEmpty() {
            return pairs.isEmpty() && list.isEmpty();
        }
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
