package org.needscape.stats;

/** Counts drawn for tests: Poisson's, and negative binomial as a gamma mixture of Poisson's. */
final class DrawnCounts {

    /** e^-500 is a number still; larger means are drawn in parts. */
    private static final double LARGEST_MEAN = 500;

    private DrawnCounts() {}

    /** Knuth, The Art of Computer Programming 2, section 3.4.1, algorithm Q. */
    static long poisson(SeededDraws random, double mean) {
        long count = 0;
        double left = mean;
        while (left > 0) {
            double part = Math.min(left, LARGEST_MEAN);
            double limit = StrictMath.exp(-part);
            double product = random.uniform();
            while (product > limit) {
                count++;
                product *= random.uniform();
            }
            left -= part;
        }
        return count;
    }

    static long negativeBinomial(SeededDraws random, double mean, double theta) {
        return poisson(random, mean * random.gamma(theta) / theta);
    }
}
