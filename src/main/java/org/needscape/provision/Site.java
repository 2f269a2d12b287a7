package org.needscape.provision;

import org.needscape.area.AreaId;

/** Where a service can be gone to. */
public sealed interface Site {

    /** In words, such as an area's code or {@code 443210 281450}. */
    String words();

    /**
     * Somewhere in an area; its centre stands for it.
     *
     * @param area with its geography
     */
    record InArea(AreaId area) implements Site {
        @Override
        public String words() {
            return area.code().value();
        }
    }

    /**
     * At a point.
     *
     * @param eastingMetres on the British National Grid, 0 to 700,000
     * @param northingMetres on the British National Grid, 0 to 1,300,000
     */
    record AtPoint(double eastingMetres, double northingMetres) implements Site {

        /** The grid's own size. */
        public static final double MOST_EASTING_METRES = 700_000;

        /** The grid's own size. */
        public static final double MOST_NORTHING_METRES = 1_300_000;

        /** @throws IllegalArgumentException when a coordinate is outside the grid */
        public AtPoint {
            if (!(eastingMetres >= 0 && eastingMetres <= MOST_EASTING_METRES)
                    || !(northingMetres >= 0 && northingMetres <= MOST_NORTHING_METRES)) {
                throw new IllegalArgumentException(
                        "A point of the British National Grid is not " + eastingMetres + " " + northingMetres + ".");
            }
        }

        @Override
        public String words() {
            return Math.round(eastingMetres) + " " + Math.round(northingMetres);
        }
    }
}
