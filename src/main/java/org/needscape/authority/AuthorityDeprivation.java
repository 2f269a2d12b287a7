package org.needscape.authority;

import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;

/**
 * One statistic of the English Indices of Deprivation about an authority or a district as a whole.
 *
 * @param authority its code
 * @param indexYear the edition, such as 2019
 * @param index which index or domain, in small letters: {@code imd}, {@code income}, {@code idaci}
 * @param statistic which summary, in small letters: {@code average-score}, {@code average-rank}, {@code extent}. Higher scores, and lower
 *     ranks of scores, are more deprived; an average rank is published so that higher is more deprived
 * @param value of it
 */
public record AuthorityDeprivation(AreaCode authority, int indexYear, String index, String statistic, Value value) {

    /** The index that authorities are compared by. */
    public static final String IMD = "imd";

    /** The mean of the scores of an authority's areas, weighted by their population. */
    public static final String AVERAGE_SCORE = "average-score";

    public AuthorityDeprivation {
        if (indexYear < 2000 || indexYear > 2100) {
            throw new IllegalArgumentException(
                    "An edition of the Indices is a year such as 2019, not " + indexYear + ".");
        }
        if (index.isBlank() || statistic.isBlank()) {
            throw new IllegalArgumentException("A statistic of deprivation needs an index and a name.");
        }
    }
}
