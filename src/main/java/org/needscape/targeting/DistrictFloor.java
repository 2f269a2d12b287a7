package org.needscape.targeting;

import org.needscape.area.AreaCode;

/**
 * What a district gets at least.
 *
 * @param district whose
 * @param leastAreas how many of its areas are chosen at least, 0 or more
 * @param leastNeedShareFraction how much of the known need of its areas is reached at least, 0 to 1
 */
public record DistrictFloor(AreaCode district, int leastAreas, double leastNeedShareFraction) {

    public DistrictFloor {
        if (leastAreas < 0) {
            throw new IllegalArgumentException(
                    "A floor of " + leastAreas + " areas for district " + district + ": it must be 0 or more.");
        }
        if (!(leastNeedShareFraction >= 0 && leastNeedShareFraction <= 1)) {
            throw new IllegalArgumentException("A floor of the share " + leastNeedShareFraction
                    + " of the need of district " + district + ": it must be from 0 to 1.");
        }
    }

    /** At least so many areas. */
    public static DistrictFloor ofAreas(AreaCode district, int leastAreas) {
        return new DistrictFloor(district, leastAreas, 0);
    }

    /** At least this share of the district's need. */
    public static DistrictFloor ofNeedShare(AreaCode district, double leastNeedShareFraction) {
        return new DistrictFloor(district, 0, leastNeedShareFraction);
    }
}
