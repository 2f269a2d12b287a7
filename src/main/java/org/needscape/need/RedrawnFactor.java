package org.needscape.need;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.needscape.indicator.Value;
import org.needscape.spatial.Neighbours;
import org.needscape.stats.EmpiricalBayes.Scatter;
import org.needscape.stats.SeededDraws;

/**
 * A factor whose rates are drawn anew: for each area from what is believed of it ({@link BayesPosterior}, toward districts {@link
 * LogitPosterior}). A factor that is scored as it is measured is drawn as one toward the overall rate: that it is not shrunk is how it
 * is scored, not what is believed of it.
 *
 * <p>Only areas take part whose value, count and population are known; what is hidden in an area changes no other. The factor's values
 * are rates times a constant, such as 100 for percent; it is found from values and counts. Counts are taken to scatter as those of rare
 * events do, whatever the unit; only a share of more than half, which would seem not to vary at all, scatters as shares do.
 */
final class RedrawnFactor {

    /** By how much a value may differ from its count over its population times the constant, as a share of it; or by its rounding. */
    private static final double TOLERANCE = 0.02;

    private static final int FEWEST_EVENTS = 10;

    private static final double PERCENT = 100;

    private static final int MOST_DECIMALS = 4;

    private static final int UNKNOWN = -1;

    private final RatePosterior posterior;

    /** By area: which of the known ones it is. */
    private final int[] places;

    private final double unit;
    private final boolean agrees;

    private RedrawnFactor(RatePosterior posterior, int[] places, double unit, boolean agrees) {
        this.posterior = posterior;
        this.places = places;
        this.unit = unit;
        this.agrees = agrees;
    }

    /**
     * Fits what is believed to the areas whose value, count and population are known.
     *
     * @return empty when there is no event in any of them
     */
    static Optional<RedrawnFactor> fit(CountedFactor counted) {
        int[] places = new int[counted.values().size()];
        Arrays.fill(places, UNKNOWN);
        int[] known = IntStream.range(0, places.length).filter(counted::isKnown).toArray();
        IntStream.range(0, known.length).forEach(at -> places[known[at]] = at);
        double[] counts = numbers(counted.counts(), known);
        double[] people = numbers(counted.populations(), known);
        double events = Arrays.stream(counts).sum();
        if (events == 0) {
            return Optional.empty();
        }
        double[] values = numbers(counted.values(), known);
        double valued = 0;
        for (int at = 0; at < known.length; at++) {
            valued += values[at] * people[at];
        }
        double unit = valued / events;
        Scatter scatter = isCommonShare(counts, people, unit) ? Scatter.OF_A_SHARE : Scatter.OF_EVENTS;
        return posterior(counted, counts, people, scatter, known, places)
                .map(posterior -> new RedrawnFactor(posterior, places, unit, agree(values, counts, people, unit)));
    }

    private static Optional<RatePosterior> posterior(
            CountedFactor counted, double[] counts, double[] people, Scatter scatter, int[] known, int[] places) {
        return switch (counted.shrinkage()) {
            case NONE, GLOBAL -> BayesPosterior.towardAll(counts, people, scatter);
            case LOCAL -> {
                Neighbours neighbours = counted.surroundings().neighbours().orElseThrow();
                yield BayesPosterior.towardNeighbours(
                        counts, people, knownNeighbours(neighbours, known, places), scatter);
            }
            case DISTRICT ->
                Optional.of(LogitPosterior.towardDistricts(
                        counts, people, numbered(counted.surroundings().districts(), known)));
        };
    }

    /** Whether values are shares of a whole, in percent or as they are, and more than half of all are counted. */
    private static boolean isCommonShare(double[] counts, double[] people, double unit) {
        boolean share = Math.abs(unit - 1) <= TOLERANCE || Math.abs(unit - PERCENT) <= TOLERANCE * PERCENT;
        return share
                && 2 * Arrays.stream(counts).sum() > Arrays.stream(people).sum()
                && IntStream.range(0, counts.length).allMatch(at -> counts[at] <= people[at]);
    }

    private static int[][] knownNeighbours(Neighbours neighbours, int[] known, int[] places) {
        return Arrays.stream(known)
                .mapToObj(area -> IntStream.range(0, neighbours.degree(area))
                        .map(k -> places[neighbours.neighbour(area, k)])
                        .filter(place -> place != UNKNOWN && place != places[area])
                        .toArray())
                .toArray(int[][]::new);
    }

    private static int[] numbered(List<String> districts, int[] known) {
        Map<String, Integer> numbers = new HashMap<>();
        return Arrays.stream(known)
                .map(area -> numbers.computeIfAbsent(districts.get(area), name -> numbers.size()))
                .toArray();
    }

    private static boolean agree(double[] values, double[] counts, double[] people, double unit) {
        double rounding = halfTheLastDecimal(values);
        return IntStream.range(0, values.length).allMatch(at -> {
            double would = unit * counts[at] / people[at];
            double allowed = Math.max(TOLERANCE * Math.abs(would), rounding);
            return counts[at] < FEWEST_EVENTS || Math.abs(values[at] - would) <= allowed;
        });
    }

    /** By how much values may be off for having been written with so few decimals; 0 where they have many. */
    private static double halfTheLastDecimal(double[] values) {
        double step = 1;
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            double scale = Math.pow(10, decimals);
            if (Arrays.stream(values).allMatch(value -> Math.abs(value * scale - Math.rint(value * scale)) < 1e-6)) {
                // A little more than half: the constant comes from rounded values too.
                return 0.55 * step;
            }
            step /= 10;
        }
        return 0;
    }

    /** Whether the rates of areas differ by more than chance. */
    boolean varies() {
        return posterior.varies();
    }

    /** Whether the values are counts over populations times a constant, as far as can be seen. */
    boolean agrees() {
        return agrees;
    }

    /** Whether an area's rate is drawn anew. */
    boolean isRedrawn(int area) {
        return places[area] != UNKNOWN;
    }

    /** The shrunken value of an area whose rate is drawn anew, in the factor's unit. */
    double shrunk(int area) {
        return unit * posterior.rate(places[area]);
    }

    /** A value of an area whose rate is drawn anew, in the factor's unit. */
    double draw(int area, SeededDraws draws) {
        return unit * posterior.draw(places[area], draws);
    }

    private static double[] numbers(List<Value> values, int[] which) {
        return Arrays.stream(which)
                .mapToDouble(area -> CountedFactor.number(values, area))
                .toArray();
    }
}
