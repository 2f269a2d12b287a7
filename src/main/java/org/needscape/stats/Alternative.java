package org.needscape.stats;

/** Which departures from chance a test looks for. */
public enum Alternative {
    TWO_SIDED("two-sided") {
        @Override
        public double pValue(double z) {
            return Math.min(1, 2 * StandardNormal.upperTail(Math.abs(z)));
        }

        @Override
        public double pValue(long atOrAbove, long atOrBelow, long draws) {
            return Math.min(1, 2 * share(extremeDraws(atOrAbove, atOrBelow), draws));
        }

        @Override
        public long extremeDraws(long atOrAbove, long atOrBelow) {
            return Math.min(atOrAbove, atOrBelow);
        }
    },
    GREATER("greater") {
        @Override
        public double pValue(double z) {
            return StandardNormal.upperTail(z);
        }

        @Override
        public double pValue(long atOrAbove, long atOrBelow, long draws) {
            return share(extremeDraws(atOrAbove, atOrBelow), draws);
        }

        @Override
        public long extremeDraws(long atOrAbove, long atOrBelow) {
            return atOrAbove;
        }
    },
    LESS("less") {
        @Override
        public double pValue(double z) {
            return StandardNormal.upperTail(-z);
        }

        @Override
        public double pValue(long atOrAbove, long atOrBelow, long draws) {
            return share(extremeDraws(atOrAbove, atOrBelow), draws);
        }

        @Override
        public long extremeDraws(long atOrAbove, long atOrBelow) {
            return atOrBelow;
        }
    };

    private final String code;

    Alternative(String code) {
        this.code = code;
    }

    /** The word of the command line. */
    public String code() {
        return code;
    }

    /** The probability, under the standard normal distribution, of a value at least as extreme as this one; 0 to 1. */
    public abstract double pValue(double z);

    /**
     * The pseudo p-value of a permutation test: (M + 1) / (R + 1) for one side; twice the smaller side, at most 1, for two.
     *
     * @param atOrAbove how many draws were at or above the observed value
     * @param atOrBelow how many draws were at or below it
     * @param draws how many draws there were
     * @return above 0, at most 1
     */
    public abstract double pValue(long atOrAbove, long atOrBelow, long draws);

    /** The draws of a permutation test that were at least as extreme as what was observed; for two sides, on the side with fewer. */
    public abstract long extremeDraws(long atOrAbove, long atOrBelow);

    private static double share(long extreme, long draws) {
        return (extreme + 1.0) / (draws + 1.0);
    }
}
