package org.needscape.need;

import java.util.List;
import org.needscape.indicator.Value;
import org.needscape.stats.Computed;

/**
 * A place's rates as they are, and as they would be if all compared places had the same mix of deprived and less deprived people. Limits
 * are 95 %.
 *
 * @param code of the place
 * @param name for people
 * @param population people in all its deciles
 * @param count events in all of them, or why not known
 * @param crude rate per 10,000 over all its deciles
 * @param decile1 rate per 10,000 in the most deprived tenth; not computed where that is taken together with others
 * @param standardised rate per 10,000 with the pooled population of the common deciles as standard
 * @param indirectRatio events over those expected at the pooled rates of the common deciles; 1 is as expected
 * @param ratioPerDecile factor of the rate per decile less deprived, by Poisson regression over the common deciles
 * @param groups its common deciles; empty where it takes no part in the comparison
 * @param notes what a reader must know, one sentence each
 */
public record PlaceRates(
        String code,
        String name,
        double population,
        Value count,
        Computed crude,
        Computed decile1,
        Computed standardised,
        Computed indirectRatio,
        Computed ratioPerDecile,
        List<GradientGroup> groups,
        List<String> notes) {

    public PlaceRates {
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
    }
}
