package org.needscape.spatial;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * The circles around every area: for each centre its areas by distance, and how many events are expected up to each. Areas at the same
 * distance enter together, so a circle ends only where the next area is farther away.
 */
final class ScanCircles {

    /** What a populations' sum may exceed a cap by when it is meant to be equal to it. */
    private static final double ROUNDING = 1e-12;

    private final double[] x;
    private final double[] y;
    private final int[][] members;
    private final double[][] expected;

    private ScanCircles(double[] x, double[] y, int[][] members, double[][] expected) {
        this.x = x;
        this.y = y;
        this.members = members;
        this.expected = expected;
    }

    /**
     * Finds the circles.
     *
     * @param x metres
     * @param y metres
     * @param expectation events expected in each area
     * @param population people in each area
     * @param likelihood says which expectations can be compared
     * @param options the caps
     * @param mostEntries how many areas of circles may be held at most
     * @return empty when there would be more
     */
    static Optional<ScanCircles> find(
            double[] x,
            double[] y,
            double[] expectation,
            double[] population,
            ScanLikelihood likelihood,
            ScanOptions options,
            long mostEntries) {
        double cap = options.maxPopulationShare() * Arrays.stream(population).sum() * (1 + ROUNDING);
        Builder builder = new Builder(x, y, expectation, population, cap, options.maxRadiusMetres(), likelihood);
        if (builder.estimatedEntries() > 1.5 * mostEntries) {
            return Optional.empty();
        }
        int[][] members = new int[x.length][];
        double[][] expected = new double[x.length][];
        AtomicLong entries = new AtomicLong();
        IntStream.range(0, x.length).parallel().forEach(centre -> {
            if (entries.get() <= mostEntries) {
                builder.around(centre, members, expected);
                entries.addAndGet(members[centre].length);
            }
        });
        return entries.get() > mostEntries ? Optional.empty() : Optional.of(new ScanCircles(x, y, members, expected));
    }

    /** How many areas all circles of a centre have together, smaller circles being part of larger ones. */
    int size(int centre) {
        return members[centre].length;
    }

    /** The area that is the k-th nearest to a centre, itself the first. */
    int member(int centre, int k) {
        return members[centre][k];
    }

    /** Events expected in the circle that ends with its k-th nearest area; 0 when no circle ends there. */
    double expected(int centre, int k) {
        return expected[centre][k];
    }

    /** The distance from a centre to its k-th nearest area. */
    double radiusMetres(int centre, int k) {
        int last = members[centre][k];
        double dx = x[last] - x[centre];
        double dy = y[last] - y[centre];
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** All areas of all circles: what going through them once costs. */
    long entryCount() {
        return Arrays.stream(members).mapToLong(list -> list.length).sum();
    }

    long circleCount() {
        return Arrays.stream(expected)
                .flatMapToDouble(Arrays::stream)
                .filter(events -> events > 0)
                .count();
    }

    /** For each centre and k the smallest signed count whose LLR is at least the floor, never reached where no circle ends. */
    int[][] limits(ScanLikelihood likelihood, double floor) {
        return Arrays.stream(expected)
                .parallel()
                .map(sums -> Arrays.stream(sums)
                        .mapToInt(events -> events > 0 ? likelihood.signedLimit(events, floor) : Integer.MAX_VALUE)
                        .toArray())
                .toArray(int[][]::new);
    }

    /**
     * The largest LLR of any circle; 0 when none reaches its limit.
     *
     * @param counts events of each area, times the sign of the rates looked for
     * @param limits of the signed counts
     */
    double largestRatio(int[] counts, int[][] limits, ScanLikelihood likelihood) {
        double largest = 0;
        int sign = likelihood.rates().sign();
        for (int centre = 0; centre < members.length; centre++) {
            int[] nearest = members[centre];
            int[] limit = limits[centre];
            int count = 0;
            for (int k = 0; k < nearest.length; k++) {
                count += counts[nearest[k]];
                if (count >= limit[k]) {
                    largest = Math.max(largest, likelihood.ratio(sign * count, expected[centre][k]));
                }
            }
        }
        return largest;
    }

    /** Grows circles around a centre. */
    private static final class Builder {

        private static final int SAMPLE = 32;

        private final double[] x;
        private final double[] y;
        private final double[] expectation;
        private final double[] population;
        private final double cap;
        private final double maxRadiusMetres;
        private final ScanLikelihood likelihood;

        Builder(
                double[] x,
                double[] y,
                double[] expectation,
                double[] population,
                double cap,
                double maxRadiusMetres,
                ScanLikelihood likelihood) {
            this.x = x;
            this.y = y;
            this.expectation = expectation;
            this.population = population;
            this.cap = cap;
            this.maxRadiusMetres = maxRadiusMetres;
            this.likelihood = likelihood;
        }

        /** About how many areas all circles have, from some centres: a whole country should be refused at once. */
        double estimatedEntries() {
            int step = Math.max(1, x.length / SAMPLE);
            int[][] members = new int[x.length][];
            double[][] expected = new double[x.length][];
            long entries = 0;
            int centres = 0;
            for (int centre = 0; centre < x.length; centre += step) {
                around(centre, members, expected);
                entries += members[centre].length;
                centres++;
            }
            return (double) entries / centres * x.length;
        }

        void around(int centre, int[][] members, double[][] expected) {
            NearestFirst queue = new NearestFirst(x, y, centre);
            int[] taken = new int[x.length];
            double[] sums = new double[x.length];
            int count = 0;
            int kept = 0;
            double people = 0;
            double events = 0;
            while (!queue.isEmpty() && queue.metresToNext() <= maxRadiusMetres + NearestFirst.SAME_METRES) {
                double metres;
                do {
                    metres = queue.metresToNext();
                    int area = queue.next();
                    taken[count++] = area;
                    people += population[area];
                    events += expectation[area];
                } while (!queue.isEmpty() && queue.metresToNext() - metres <= NearestFirst.SAME_METRES);
                if (people > cap) {
                    break;
                }
                kept = count;
                sums[count - 1] = likelihood.canCompare(events) ? events : 0;
            }
            members[centre] = Arrays.copyOf(taken, kept);
            expected[centre] = Arrays.copyOf(sums, kept);
        }
    }
}
