package org.needscape.stats;

/**
 * Confidence limits of a proportion: (2y + z² ± z √(z² + 4y(1 - y/n))) / (2(n + z²)). Valid at 0 and at n as well.
 *
 * <p>Source: Wilson, 1927, Journal of the American Statistical Association 22:209-212.
 */
public final class WilsonInterval {

    private WilsonInterval() {}

    /**
     * The limits of a proportion.
     *
     * @param having how many have the property, 0 to {@code of}
     * @param of how many there are, above 0
     * @param confidenceFraction such as 0.95
     * @return fractions, 0 to 1
     */
    public static Interval of(double having, double of, double confidenceFraction) {
        Arguments.notNegative("A number of people", having);
        Arguments.positive("A population", of);
        if (having > of) {
            throw new IllegalArgumentException("A proportion has a numerator of " + having + " out of " + of + ".");
        }
        double z = StandardNormal.multiplier(confidenceFraction);
        double centre = 2 * having + z * z;
        double spread = z * Math.sqrt(z * z + 4 * having * (1 - having / of));
        double divisor = 2 * (of + z * z);
        return new Interval(Math.max(0, (centre - spread) / divisor), Math.min(1, (centre + spread) / divisor));
    }
}
