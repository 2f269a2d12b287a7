package org.needscape.demo;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * An LSOA of the fictional county.
 *
 * @param code its invented code
 * @param name district, number of its MSOA, letter
 * @param msoaCode the code of its MSOA
 * @param msoaName district and number
 * @param district its district
 * @param settlement the town or village it is part of; empty in open country
 * @param townPosition 0 in the middle of its settlement, 1 at the edge and beyond
 * @param middle a point inside it, whole metres
 * @param boundary in metres on the British National Grid, corners on a grid of one centimetre
 */
record DemoArea(
        String code,
        String name,
        String msoaCode,
        String msoaName,
        District district,
        Optional<Settlement> settlement,
        double townPosition,
        Coordinate middle,
        Geometry boundary) {

    /** Whether it is open country or a village. */
    boolean isRural() {
        return settlement.isEmpty() || !settlement.get().isTown();
    }

    /** Whether it lies in this settlement. */
    boolean isIn(Settlement place) {
        return settlement.isPresent() && settlement.get().equals(place);
    }
}
