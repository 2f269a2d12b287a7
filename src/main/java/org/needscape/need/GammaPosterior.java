package org.needscape.need;

import java.util.Optional;
import java.util.stream.IntStream;
import org.needscape.stats.EmpiricalBayes;
import org.needscape.stats.LocalSmoothing;
import org.needscape.stats.SeededDraws;

/**
 * Rates that are believed to lie around a rate b with a variance a: for y events among n people Gamma(b²/a + y, b/a + n), whose mean is
 * Marshall's smoothed rate (1991, Applied Statistics 40:283-294). Toward the overall rate b and a are those of all areas; where a is 0
 * or less, rates differ by no more than chance, and every area has b.
 *
 * <p>Toward the neighbourhood b and a are those of an area and its neighbours. Where a is 0 there, the few areas of a neighbourhood
 * share a rate that is itself not certain: Gamma(Y, N) for Y events among its N people, with the same mean b. An area without
 * neighbours is drawn toward the overall rate, since a rate of few people must not stand out because it lies alone.
 */
final class GammaPosterior implements RatePosterior {

    private final double[] means;
    private final double[] shapes;

    /** By area: people that the shape belongs to; 0 where the mean is certain. */
    private final double[] scales;

    private final boolean varies;

    private GammaPosterior(double[] means, double[] shapes, double[] scales, boolean varies) {
        this.means = means;
        this.shapes = shapes;
        this.scales = scales;
        this.varies = varies;
    }

    /** @return empty when there is no event */
    static Optional<RatePosterior> towardAll(double[] counts, double[] people) {
        return EmpiricalBayes.fit(counts, people).map(bayes -> {
            double[] means = new double[counts.length];
            double[] shapes = new double[counts.length];
            double[] scales = new double[counts.length];
            for (int area = 0; area < counts.length; area++) {
                means[area] = bayes.smoothedRate(counts[area], people[area]);
                believe(
                        area,
                        bayes.overallRate(),
                        bayes.varianceBetweenAreas(),
                        counts[area],
                        people[area],
                        shapes,
                        scales);
            }
            return new GammaPosterior(means, shapes, scales, bayes.varianceBetweenAreas() > 0);
        });
    }

    /**
     * Toward neighbourhoods.
     *
     * @param neighbours of each area, without itself
     * @return empty when there is no event
     */
    static Optional<RatePosterior> towardNeighbours(double[] counts, double[] people, int[][] neighbours) {
        Optional<EmpiricalBayes> overall = EmpiricalBayes.fit(counts, people);
        if (overall.isEmpty()) {
            return Optional.empty();
        }
        int[][] around = new int[neighbours.length][];
        for (int area = 0; area < around.length; area++) {
            around[area] = IntStream.concat(IntStream.of(area), IntStream.of(neighbours[area]))
                    .toArray();
        }
        LocalSmoothing local = LocalSmoothing.fit(counts, people, around);
        double[] means = new double[counts.length];
        double[] shapes = new double[counts.length];
        double[] scales = new double[counts.length];
        for (int area = 0; area < counts.length; area++) {
            boolean alone = neighbours[area].length == 0;
            double variance = alone ? overall.get().varianceBetweenAreas() : local.varianceBetweenAreas(area);
            double mean = alone ? overall.get().overallRate() : local.overallRate(area);
            means[area] = alone ? overall.get().smoothedRate(counts[area], people[area]) : local.smoothedRate(area);
            believe(area, mean, variance, counts[area], people[area], shapes, scales);
            if (!alone && variance == 0 && local.events(area) > 0) {
                shapes[area] = local.events(area);
                scales[area] = local.people(area);
            }
        }
        return Optional.of(new GammaPosterior(means, shapes, scales, true));
    }

    private static void believe(
            int area, double mean, double variance, double count, double people, double[] shapes, double[] scales) {
        if (variance > 0) {
            shapes[area] = mean * mean / variance + count;
            scales[area] = mean / variance + people;
        }
    }

    @Override
    public double rate(int area) {
        return means[area];
    }

    @Override
    public double draw(int area, SeededDraws draws) {
        return scales[area] == 0 ? means[area] : draws.gamma(shapes[area]) / scales[area];
    }

    @Override
    public boolean varies() {
        return varies;
    }
}
