package org.needscape.stats;

import java.util.List;

/**
 * What would be expected if properties had nothing to do with each other: the share that has several of them would be the product
 * of their shares.
 */
public final class Independence {

    private Independence() {}

    /**
     * The share that would have all the properties: the product of their shares, Π n_k / N.
     *
     * @param having how many have each property, 0 to {@code of}
     * @param of how many there are, above 0
     * @return a fraction, 0 to 1; 1 for no properties
     */
    public static double expectedFraction(List<Long> having, long of) {
        double product = 1;
        for (double share : fractions(having, of)) {
            product *= share;
        }
        return product;
    }

    /**
     * How many times more have all the properties than expected: (n / N) / Π n_k / N.
     *
     * @param together how many have all of them
     * @param having how many have each property, above 0 and at most {@code of}
     * @param of how many there are, above 0
     * @return 1 when the properties have nothing to do with each other, 0 when they never come together
     */
    public static double lift(long together, List<Long> having, long of) {
        double[] shares = fractions(having, of);
        double lift = (double) Arguments.notNegative("How many have all", together) / of;
        for (double share : shares) {
            // One share after another: the product of many small ones could round to 0.
            lift /= Arguments.positive("The share of a property", share);
        }
        return lift;
    }

    /**
     * How the number of properties would be distributed.
     *
     * @param having how many have each property, 0 to {@code of}
     * @param of how many there are, above 0
     * @return for k = 0 to the number of properties the share that would have k of them
     * @see PoissonBinomial
     */
    public static double[] expectedNumbers(List<Long> having, long of) {
        return PoissonBinomial.distribution(fractions(having, of));
    }

    private static double[] fractions(List<Long> having, long of) {
        Arguments.positive("How many there are", (double) of);
        return having.stream()
                .mapToDouble(number -> {
                    if (Arguments.notNegative("How many have a property", number) > of) {
                        throw new IllegalArgumentException(number + " out of " + of + " have a property.");
                    }
                    return (double) number / of;
                })
                .toArray();
    }
}
