package org.needscape.need;

import org.needscape.stats.Computed;

/**
 * Whether the rates of places fall alike with less deprivation.
 *
 * @param commonRatioPerDecile factor of the rate per decile less deprived if it were the same everywhere, each place at its own height
 * @param poissonTest of separate slopes against the common one, as if counts varied by chance alone
 * @param test the same, widened by the dispersion where that is above 1 by more than chance; what is reported
 * @param dispersion φ of the model with separate slopes where it widens limits; 1 where it does not
 * @param sentence what it says
 */
public record PlaceSlopes(
        Computed commonRatioPerDecile, SlopeTest poissonTest, SlopeTest test, double dispersion, String sentence) {}
