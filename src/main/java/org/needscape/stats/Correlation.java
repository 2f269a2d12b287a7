package org.needscape.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How closely two columns of numbers go together, -1 to 1.
 *
 * <p>There are no confidence limits here: the usual ones presuppose independent observations, and neighbouring areas are not.
 */
public enum Correlation {
    /** Of the numbers themselves: closeness to a straight line. Pearson, 1896, Philosophical Transactions A 187:253-318. */
    PEARSON {
        @Override
        public OptionalDouble of(double[] first, double[] second) {
            Arguments.sameLength(first.length, second.length);
            Optional<double[]> x = ZScores.of(first);
            Optional<double[]> y = ZScores.of(second);
            if (x.isEmpty() || y.isEmpty() || first.length < FEWEST) {
                return OptionalDouble.empty();
            }
            double sum = 0;
            for (int i = 0; i < first.length; i++) {
                sum += x.get()[i] * y.get()[i];
            }
            return OptionalDouble.of(Math.max(-1, Math.min(1, sum / (first.length - 1))));
        }
    },
    /**
     * Of the ranks: closeness to any rising curve, little moved by one extreme number. Equal numbers share their mean rank.
     * Spearman, 1904, American Journal of Psychology 15:72-101.
     */
    SPEARMAN {
        @Override
        public OptionalDouble of(double[] first, double[] second) {
            return PEARSON.of(Ranks.averageAscending(first), Ranks.averageAscending(second));
        }
    };

    /** Two points always lie on a line. */
    private static final int FEWEST = 3;

    /**
     * The coefficient.
     *
     * @param first finite
     * @param second as long as {@code first}, finite, in the same order
     * @return -1 to 1; empty with fewer than three pairs or where one column does not vary
     */
    public abstract OptionalDouble of(double[] first, double[] second);
}
