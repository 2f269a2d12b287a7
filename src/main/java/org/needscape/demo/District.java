package org.needscape.demo;

/**
 * A district of the county, as planned.
 *
 * @param code its invented code
 * @param name its invented name
 * @param level how deprived it is on the whole, in standard deviations above England
 * @param contrast how far its areas differ, 1 is usual
 * @param villageAreas how many of its LSOAs are villages
 * @param ruralAreas how many of its LSOAs are open country
 */
record District(String code, String name, double level, double contrast, int villageAreas, int ruralAreas) {

    District {
        if (villageAreas < 0 || ruralAreas < 1) {
            throw new IllegalArgumentException("District " + name + " needs some open country.");
        }
    }
}
