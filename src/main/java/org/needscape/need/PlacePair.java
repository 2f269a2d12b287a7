package org.needscape.need;

import org.needscape.stats.Computed;

/**
 * A place against another. Ratios are the rate of the first over that of the second, with 95 % limits.
 *
 * @param subject code of the first
 * @param against code of the second
 * @param ratioAtDecile1 in the most deprived tenth, by Poisson regression with separate slopes
 * @param ratioAtDecile10 in the least deprived tenth, by the same
 * @param standardisedRatio with the pooled population of the common deciles as standard
 * @param poissonInteraction whether their slopes differ, as if counts varied by chance alone
 * @param interaction the same, widened by the dispersion where that is above 1 by more than chance; what is reported
 * @param finding what that says about the inverse intervention law
 * @param sentence the same in one plain sentence
 */
public record PlacePair(
        String subject,
        String against,
        Computed ratioAtDecile1,
        Computed ratioAtDecile10,
        Computed standardisedRatio,
        SlopeTest poissonInteraction,
        SlopeTest interaction,
        LawFinding finding,
        String sentence) {}
