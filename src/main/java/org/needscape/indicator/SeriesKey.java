package org.needscape.indicator;

import org.needscape.area.Geography;

/**
 * What a set of observations over areas has in common; together with an area code it is the full key of one observation.
 *
 * @param indicator what is measured
 * @param geography level and vintage of the areas
 * @param period when
 * @param category {@link #ALL} where there is none
 * @param edition as published, such as {@code IoD 2019}
 */
public record SeriesKey(IndicatorId indicator, Geography geography, Period period, String category, String edition) {

    /** The category of indicators that have none. */
    public static final String ALL = "all";

    public SeriesKey {
        if (category.isBlank() || edition.isBlank()) {
            throw new IllegalArgumentException("A series needs a category and an edition.");
        }
    }

    /** The key of another indicator of the same areas, period, category and edition. */
    public SeriesKey of(IndicatorId other) {
        return new SeriesKey(other, geography, period, category, edition);
    }

    /** Whether this is a category of what another series gives the totals of. */
    public boolean isCategoryOf(SeriesKey total) {
        return !category.equals(ALL)
                && total.category.equals(ALL)
                && indicator.equals(total.indicator)
                && geography.equals(total.geography)
                && period.equals(total.period)
                && edition.equals(total.edition);
    }
}
