package org.needscape.service;

import java.util.Map;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;

/**
 * A measure of need that adds up over areas, so that a set of areas reaches the sum of what its areas have: every value is one that a
 * layer shows, or is computed from such values alone. What is hidden or not available is not known, never 0.
 *
 * @param code for questions
 * @param title for people
 * @param unit of the values, such as children
 * @param note what is added up, with its caution, in whole sentences
 * @param values 0 or more, by area; every area is listed
 * @param districts what whole districts have of it, which shares are of: the protected count where there is one, else the sum of what is
 *     known of its areas
 * @param county the same of the whole extent
 * @param layer that shows the values, or what they are computed from, with its sources
 */
record TargetNeed(
        String code,
        String title,
        String unit,
        String note,
        Map<AreaCode, Value> values,
        Map<AreaCode, Value> districts,
        Value county,
        Layer layer) {

    TargetNeed {
        values = Map.copyOf(values);
        districts = Map.copyOf(districts);
    }

    Value of(AreaCode area) {
        return values.getOrDefault(area, Value.notAvailable());
    }
}
