package org.needscape.stats;

import java.util.OptionalDouble;

/**
 * How far the rate of some areas would move by chance alone until it is measured again: areas whose rate was high partly by chance fall back
 * toward the others, and those whose rate was low rise (regression toward the mean; Galton, 1886, Journal of the Anthropological Institute
 * 15:246-263; Bland and Altman, 1994, Regression towards the mean, BMJ 308:1499, doi:10.1136/bmj.308.6942.1499).
 *
 * <p>With crude rates r = y/n and their empirical Bayes estimates e = b + (r - b) a / (a + b/n) of all areas ({@link EmpiricalBayes};
 * Marshall, 1991, Applied Statistics 40:283-294; Clayton and Kaldor, 1987, Biometrics 43:671-681, doi:10.2307/2532003) the expected change of
 * the chosen areas together is Σ n (e - r) / Σ n over them, in events per person: what is believed of their true rate less what was
 * measured. It supposes that true rates stay as they are.
 */
public final class FallBack {

    private FallBack() {}

    /**
     * The expected change, below 0 for a fall.
     *
     * @param counts events of all areas, each 0 or more
     * @param populations of all areas, each above 0
     * @param chosen which areas are looked at, by their place
     * @return events per person; the whole distance to the overall rate where areas differ by no more than chance, 0 where every rate is the
     *     same; empty when none is chosen or there are no events
     */
    public static OptionalDouble perPerson(double[] counts, double[] populations, int[] chosen) {
        if (chosen.length == 0) {
            return OptionalDouble.empty();
        }
        return EmpiricalBayes.fit(counts, populations)
                .map(fitted -> OptionalDouble.of(of(fitted, counts, populations, chosen)))
                .orElseGet(OptionalDouble::empty);
    }

    private static double of(EmpiricalBayes fitted, double[] counts, double[] populations, int[] chosen) {
        double change = 0;
        double people = 0;
        for (int area : chosen) {
            change += populations[area] * fitted.smoothedRate(counts[area], populations[area]) - counts[area];
            people += populations[area];
        }
        return change / people;
    }
}
