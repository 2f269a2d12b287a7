package org.needscape.need;

import java.util.stream.IntStream;
import org.needscape.stats.LogitShrinkage;
import org.needscape.stats.SeededDraws;

/**
 * Shares whose logits are believed to lie around their district's: normal with mean the shrunken logit and variance
 * 1 / (1/s² + 1/t²), which is what the weights of {@link LogitShrinkage} follow from (Gelman and others, 2013, Bayesian Data Analysis,
 * 3rd edition, section 2.5). The share that is scored is that of the mean logit: the middle of the draws, not their mean.
 */
final class LogitPosterior implements RatePosterior {

    private final LogitShrinkage shrinkage;
    private final boolean varies;

    private LogitPosterior(LogitShrinkage shrinkage, boolean varies) {
        this.shrinkage = shrinkage;
        this.varies = varies;
    }

    /** @param districts the number of each area's district, from 0 */
    static RatePosterior towardDistricts(double[] counts, double[] people, int[] districts) {
        LogitShrinkage shrinkage = LogitShrinkage.fit(counts, people, districts);
        return new LogitPosterior(
                shrinkage, IntStream.range(0, counts.length).anyMatch(area -> shrinkage.variance(area) > 0));
    }

    @Override
    public double rate(int area) {
        return shrinkage.share(area);
    }

    @Override
    public double draw(int area, SeededDraws draws) {
        double variance = shrinkage.variance(area);
        return variance == 0
                ? shrinkage.share(area)
                : LogitShrinkage.shareOf(shrinkage.mean(area) + Math.sqrt(variance) * draws.normal());
    }

    @Override
    public boolean varies() {
        return varies;
    }
}
