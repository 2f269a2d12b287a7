package org.needscape.need;

import java.util.Optional;
import java.util.stream.IntStream;
import org.needscape.stats.EmpiricalBayes;
import org.needscape.stats.EmpiricalBayes.Scatter;
import org.needscape.stats.LocalSmoothing;
import org.needscape.stats.SeededDraws;

/**
 * Rates that are believed to lie around a rate b with a variance a between areas (Marshall, 1991, Applied Statistics 40:283-294). For y
 * events among n people the rate has the mean m = b + (y/n - b) a / (a + v(b)/n) and the variance v(m) / (v(b)/a + n). Of events, v(r)
 * = r, this is Gamma(b²/a + y, b/a + n); of a share, v(r) = r (1 - r), draws have a beta distribution.
 *
 * <p>Toward all, b and a are those of all areas, and m is what is scored. Where a is 0 or less, rates differ by no more than chance, and
 * every area has b.
 *
 * <p>Toward the neighbourhood, b and a are those of an area and its neighbours, and Marshall's local m is what is scored. A handful of
 * areas says little of a, which comes out as 0 as often as not, and is not sure of b. Draws take for a at least that of all
 * neighbourhoods together, and add to the variance what the mean of k areas leaves open of b, (a + v(b)/n̄)/k, as far as b counts: their
 * middle is nearer to an area's own rate than what is scored. Limits are still too narrow: in the fictional county those of nine in ten
 * hold 87 in a hundred areas by one circumstance and 81 by sixteen, in which an area differs from its neighbours all at once. An area
 * without neighbours is drawn toward the overall rate, since a rate of few people must not stand out because it lies alone.
 */
final class BayesPosterior implements RatePosterior {

    private final Scatter scatter;
    private final double[] scored;
    private final double[] means;
    private final double[] variances;
    private final boolean varies;

    private BayesPosterior(Scatter scatter, int areas, boolean varies) {
        this.scatter = scatter;
        this.scored = new double[areas];
        this.means = new double[areas];
        this.variances = new double[areas];
        this.varies = varies;
    }

    /** @return empty when there is no event */
    static Optional<RatePosterior> towardAll(double[] counts, double[] people, Scatter scatter) {
        return EmpiricalBayes.fit(counts, people, scatter).map(bayes -> {
            double between = bayes.varianceBetweenAreas();
            BayesPosterior posterior = new BayesPosterior(scatter, counts.length, between > 0);
            for (int area = 0; area < counts.length; area++) {
                posterior.scored[area] = bayes.smoothedRate(counts[area], people[area]);
                posterior.believe(area, bayes.overallRate(), between, counts[area], people[area]);
            }
            return posterior;
        });
    }

    /**
     * Toward neighbourhoods.
     *
     * @param neighbours of each area, without itself
     * @return empty when there is no event
     */
    static Optional<RatePosterior> towardNeighbours(
            double[] counts, double[] people, int[][] neighbours, Scatter scatter) {
        int[][] around = new int[neighbours.length][];
        for (int area = 0; area < around.length; area++) {
            around[area] = IntStream.concat(IntStream.of(area), IntStream.of(neighbours[area]))
                    .toArray();
        }
        return EmpiricalBayes.fit(counts, people, scatter).map(overall -> {
            LocalSmoothing local = LocalSmoothing.fit(counts, people, around, scatter);
            BayesPosterior posterior = new BayesPosterior(scatter, counts.length, true);
            for (int area = 0; area < counts.length; area++) {
                if (neighbours[area].length == 0) {
                    posterior.scored[area] = overall.smoothedRate(counts[area], people[area]);
                    posterior.believe(
                            area, overall.overallRate(), overall.varianceBetweenAreas(), counts[area], people[area]);
                } else {
                    posterior.scored[area] = local.smoothedRate(area);
                    posterior.believe(local, area, counts[area], people[area], around[area].length);
                }
            }
            return posterior;
        });
    }

    private void believe(int area, double mean, double between, double count, double people) {
        double kept = between <= 0 ? 0 : between / (between + scatter.perPerson(mean) / people);
        means[area] = mean + (count / people - mean) * kept;
        variances[area] =
                between <= 0 ? 0 : scatter.perPerson(means[area]) / (scatter.perPerson(mean) / between + people);
    }

    private void believe(LocalSmoothing local, int area, double count, double people, int areas) {
        double mean = local.overallRate(area);
        double between = Math.max(local.varianceBetweenAreas(area), local.pooledVariance());
        believe(area, mean, between, count, people);
        double sampling = scatter.perPerson(mean) / people;
        double drawn = between + sampling == 0 ? 0 : sampling / (between + sampling);
        variances[area] += drawn * drawn * (between / areas + scatter.perPerson(mean) / local.people(area));
    }

    @Override
    public double rate(int area) {
        return scored[area];
    }

    @Override
    public double draw(int area, SeededDraws draws) {
        double mean = means[area];
        double variance = variances[area];
        if (variance == 0 || scatter.perPerson(mean) <= 0) {
            return mean;
        }
        if (scatter == Scatter.OF_EVENTS) {
            return draws.gamma(mean * mean / variance) * variance / mean;
        }
        double size = Math.max(Double.MIN_NORMAL, scatter.perPerson(mean) / variance - 1);
        return draws.shares(new double[] {mean, 1 - mean}, size)[0];
    }

    @Override
    public boolean varies() {
        return varies;
    }
}
