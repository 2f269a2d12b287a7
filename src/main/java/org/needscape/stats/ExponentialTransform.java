package org.needscape.stats;

/**
 * The exponential transformation of ranks in the Indices of Deprivation: with R = (N - rank + 1) / N,
 * X = -23 ln(1 - R (1 - e^(-100/23))). The area with most need gets 100, a tenth of areas more than 50.43, the middle one 15.65;
 * the constant 23 decides how far a high rank in one domain can be cancelled out by a low one in another.
 *
 * <p>Source: Scottish Executive, 2003, Scottish Indices of Deprivation, appendix 5.
 */
public final class ExponentialTransform {

    private static final double CANCELLATION = 23;
    private static final double RANGE = -Math.expm1(-100 / CANCELLATION);

    private ExponentialTransform() {}

    /**
     * The transformed rank.
     *
     * @param rank 1 (most need) to {@code count}; a mean of tied ranks is allowed
     * @param count N, the size of the reference set
     * @return above 0, at most 100
     */
    public static double ofRank(double rank, int count) {
        if (!(rank >= 1 && rank <= count)) {
            throw new IllegalArgumentException("A rank is 1 to " + count + ", not " + rank + ".");
        }
        return -CANCELLATION * Math.log1p(-(count - rank + 1) / count * RANGE);
    }
}
