package org.needscape.stats;

/**
 * Tenths of a ranking: decile = ceil(10 rank / N), rank 1 and decile 1 being most need or most deprived. This rule reproduces
 * every published decile of the Indices of Deprivation 2015, 2019 and 2025.
 */
public final class Deciles {

    private Deciles() {}

    /**
     * The decile of a rank.
     *
     * @param rank 1 (most) to {@code count}
     * @param count how many are ranked, above 0
     * @return 1 (most) to 10
     */
    public static int ofRank(int rank, int count) {
        if (rank < 1 || rank > count) {
            throw new IllegalArgumentException("A rank is 1 to " + count + ", not " + rank + ".");
        }
        return (int) ((10L * rank + count - 1) / count);
    }
}
