package org.needscape.stats;

import java.util.SplittableRandom;

/**
 * Random numbers that depend on a seed and on which draw they are for, and on nothing else: not on the number of threads, nor on the
 * order of the draws, nor on the machine. Not safe for many threads; each draw has its own.
 */
public final class SeededDraws {

    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;
    private double spareNormal;
    private boolean hasSpare;

    private SeededDraws(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * The numbers of one draw.
     *
     * @param seed of the whole run
     * @param draw its number
     */
    public static SeededDraws of(long seed, long draw) {
        return new SeededDraws(mixed(mixed(seed) + draw * MIXER));
    }

    /** A number above 0 and below 1, all alike. */
    public double uniform() {
        double number;
        do {
            number = random.nextDouble();
        } while (number == 0);
        return number;
    }

    /** A standard normal number, by the polar method (Marsaglia and Bray, 1964, SIAM Review 6:260-264). */
    public double normal() {
        if (hasSpare) {
            hasSpare = false;
            return spareNormal;
        }
        while (true) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
                spareNormal = y * factor;
                hasSpare = true;
                return x * factor;
            }
        }
    }

    /**
     * A gamma number of scale 1 (Marsaglia and Tsang, 2000, ACM Transactions on Mathematical Software 26:363-372; below shape 1 their
     * section 6).
     *
     * @param shape above 0
     * @return 0 or more, on average {@code shape}; 0 only where it is too small for a double
     */
    public double gamma(double shape) {
        Arguments.positive("A shape", shape);
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                double u = uniform();
                double square = x * x;
                if (u < 1 - 0.0331 * square * square
                        || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
                    return d * v;
                }
            }
        }
    }

    /**
     * Shares that add up to 1 and scatter around those that are given (Dirichlet).
     *
     * @param centre shares, each above 0, that add up to 1
     * @param concentration above 0; the larger, the less they scatter: the variance of a share p is p (1 - p) / (concentration + 1)
     */
    public double[] shares(double[] centre, double concentration) {
        Arguments.positive("A concentration", concentration);
        double[] shares = new double[centre.length];
        double sum = 0;
        for (int k = 0; k < centre.length; k++) {
            shares[k] = gamma(concentration * centre[k]);
            sum += shares[k];
        }
        if (sum == 0) {
            return centre.clone();
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    /** Spreads neighbouring numbers over all of them (Steele, Lea and Flood, 2014, OOPSLA, the finalizer of SplitMix). */
    private static long mixed(long number) {
        long z = number + MIXER;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
