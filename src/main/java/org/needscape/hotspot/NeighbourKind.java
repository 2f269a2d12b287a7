package org.needscape.hotspot;

import java.util.Locale;
import java.util.Optional;
import org.needscape.spatial.Contiguity;
import org.needscape.spatial.DistanceBand;
import org.needscape.spatial.DistanceRule;
import org.needscape.spatial.NearestNeighbours;

/** What makes two areas neighbours. */
public sealed interface NeighbourKind {

    /** The most neighbours that may be asked for. */
    int MOST_NEAREST = 50;

    /** The farthest that a neighbour may be. */
    int FARTHEST_METRES = 20_000;

    /** Centres nearer to each other count as if they were so far apart. */
    int NEAREST_METRES = 100;

    /** The word of the API, such as {@code nearest-6}. */
    String code();

    /** Its name, for people. */
    String title();

    /** In a sentence: "with its 6 nearest neighbours". */
    String inWords();

    /** What it is good for. */
    String explanation();

    /** The rule by the distance of centres; empty where touching decides. */
    default Optional<DistanceRule> rule() {
        return Optional.empty();
    }

    /**
     * Areas that share a border.
     *
     * @param contiguity whether a corner is enough
     */
    record Touching(Contiguity contiguity) implements NeighbourKind {

        @Override
        public String code() {
            return contiguity.code();
        }

        @Override
        public String title() {
            return contiguity == Contiguity.QUEEN ? "Areas that touch" : "Areas with a common border";
        }

        @Override
        public String inWords() {
            return contiguity == Contiguity.QUEEN
                    ? "with the areas it touches"
                    : "with the areas it shares a border with";
        }

        @Override
        public String explanation() {
            return contiguity == Contiguity.QUEEN
                    ? "A common corner is enough (queen contiguity)."
                    : "A corner alone is not enough (rook contiguity).";
        }
    }

    /**
     * The areas whose centres are nearest.
     *
     * @param count how many, 1 to {@value NeighbourKind#MOST_NEAREST}
     */
    record Nearest(int count) implements NeighbourKind {

        public Nearest {
            if (count < 1 || count > MOST_NEAREST) {
                throw new IllegalArgumentException(
                        "Ask for 1 to " + MOST_NEAREST + " nearest neighbours, not " + count + ".");
            }
        }

        @Override
        public String code() {
            return "nearest-" + count;
        }

        @Override
        public String title() {
            return count + " nearest areas";
        }

        @Override
        public String inWords() {
            return "with its " + count + " nearest areas";
        }

        @Override
        public String explanation() {
            return "By the distance between centres: every area has as many, in town and country, and none is an island.";
        }

        @Override
        public Optional<DistanceRule> rule() {
            return Optional.of(new NearestNeighbours(count, false));
        }
    }

    /**
     * All areas whose centres are within a distance.
     *
     * @param metres 1 to {@value NeighbourKind#FARTHEST_METRES}
     */
    record Within(int metres) implements NeighbourKind {

        public Within {
            requireDistance(metres);
        }

        @Override
        public String code() {
            return "distance-" + metres;
        }

        @Override
        public String title() {
            return "Areas within " + kilometres(metres);
        }

        @Override
        public String inWords() {
            return "with the areas within " + kilometres(metres);
        }

        @Override
        public String explanation() {
            return "By the distance between centres: many neighbours in town, few or none in the country.";
        }

        @Override
        public Optional<DistanceRule> rule() {
            return Optional.of(new DistanceBand(metres));
        }
    }

    /**
     * All areas whose centres are within a distance, the nearer the more they count: by 1 / distance.
     *
     * @param metres 1 to {@value NeighbourKind#FARTHEST_METRES}
     */
    record InverseDistance(int metres) implements NeighbourKind {

        public InverseDistance {
            requireDistance(metres);
        }

        @Override
        public String code() {
            return "inverse-distance-" + metres;
        }

        @Override
        public String title() {
            return "The nearer the more, within " + kilometres(metres);
        }

        @Override
        public String inWords() {
            return "with the areas within " + kilometres(metres) + ", the nearer the more";
        }

        @Override
        public String explanation() {
            return "An area counts by 1 divided by the distance of its centre, " + NEAREST_METRES
                    + " metres being the least.";
        }

        @Override
        public Optional<DistanceRule> rule() {
            return Optional.of(new org.needscape.spatial.InverseDistance(1, metres, Math.min(metres, NEAREST_METRES)));
        }
    }

    /** Neighbours that a file lists. */
    record Listed() implements NeighbourKind {

        @Override
        public String code() {
            return "list";
        }

        @Override
        public String title() {
            return "Neighbours of the file";
        }

        @Override
        public String inWords() {
            return "with its neighbours of the file";
        }

        @Override
        public String explanation() {
            return "From a list of one's own, as for areas that belong together by road, bus or river.";
        }
    }

    private static void requireDistance(int metres) {
        if (metres < 1 || metres > FARTHEST_METRES) {
            throw new IllegalArgumentException(
                    "A distance is 1 to " + FARTHEST_METRES + " metres, not " + metres + ".");
        }
    }

    private static String kilometres(int metres) {
        return metres % 1000 == 0 ? metres / 1000 + " km" : String.format(Locale.UK, "%,d m", metres);
    }
}
