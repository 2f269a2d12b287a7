package org.needscape.demo;

import org.needscape.stats.StandardNormal;

/**
 * How a score of the Indices of Deprivation runs from the least to the most deprived area of England. Simple curves that come
 * near the published distributions of 2025.
 *
 * @param shape the family of curves
 * @param scale what it is multiplied by
 * @param middle where its middle lies, before scaling
 * @param spread how far it spreads, before scaling
 */
record ScoreCurve(Shape shape, double scale, double middle, double spread) {

    private static final double TAIL = 23;

    /** The family of curves. */
    enum Shape {
        /** Normal: may be negative. */
        NORMAL,
        /** Logistic-normal: between 0 and the scale. */
        SHARE,
        /** The Indices' own exponential transformation: above 0, up to 100. */
        EXPONENTIAL
    }

    /**
     * The score of a place in the distribution.
     *
     * @param position above 0 (least deprived) and below 1 (most deprived)
     */
    double score(double position) {
        return switch (shape) {
            case NORMAL -> scale * (middle + spread * quantile(position));
            case SHARE -> scale / (1 + StrictMath.exp(-(middle + spread * quantile(position))));
            case EXPONENTIAL -> exponential(position);
        };
    }

    /** The place in the distribution of a score between 0 and the scale. Only for shares. */
    double position(double score) {
        double share = score / scale;
        return probability((StrictMath.log(share / (1 - share)) - middle) / spread);
    }

    /** -23 ln(1 - R (1 - e^(-100/23))), by which the Indices put their domains on one scale. */
    static double exponential(double position) {
        return -TAIL * StrictMath.log(1 - position * (1 - StrictMath.exp(-100 / TAIL)));
    }

    /** Standard normal probability below a value. */
    static double probability(double value) {
        return StandardNormal.upperTail(-value);
    }

    private static double quantile(double position) {
        return StandardNormal.quantile(position);
    }
}
