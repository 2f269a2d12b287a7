package org.needscape.need;

import java.util.ArrayList;
import java.util.List;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.GetisOrd;
import org.needscape.spatial.LocalTests;
import org.needscape.spatial.Neighbours;
import org.needscape.spatial.NotComputed;
import org.needscape.stats.Alternative;

/**
 * Finds hotspots: areas that Gi or Gi* calls higher than chance would give at a false discovery rate of 5 %, over the areas that
 * could be tested.
 */
public final class HotspotFinder {

    /** q at or below which an area is hot or cold. */
    public static final double FALSE_DISCOVERY_FRACTION = 0.05;

    private HotspotFinder() {}

    /**
     * Tests every area with its neighbours.
     *
     * @param areas codes
     * @param values in the same order; rates of small areas should be empirical Bayes standardised
     * @param neighbours over the same order
     * @param form Gi* counts the area itself, Gi does not
     * @param alternative which side counts
     * @return one finding per area, in the same order
     */
    public static List<Hotspot> find(
            List<AreaCode> areas, List<Value> values, Neighbours neighbours, GetisOrd form, Alternative alternative) {
        if (areas.size() != values.size()) {
            throw new IllegalArgumentException(areas.size() + " areas and " + values.size() + " values.");
        }
        AreaValues input = toAreaValues(values);
        LocalTests tests = form.test(input, neighbours, alternative);
        List<Hotspot> found = new ArrayList<>();
        for (int area = 0; area < areas.size(); area++) {
            found.add(toHotspot(
                    areas.get(area), values.get(area), tests, area, knownNeighbours(input, neighbours, area)));
        }
        return found;
    }

    /** Values as local statistics take them: suppressed ones and all others without a number are not known. */
    public static AreaValues toAreaValues(List<Value> values) {
        AreaValues.Builder builder = new AreaValues.Builder(values.size());
        for (int area = 0; area < values.size(); area++) {
            Value value = values.get(area);
            if (value.isKnown()) {
                builder.known(area, value.number().orElseThrow());
            } else {
                builder.unknown(
                        area, value.state() == ValueState.SUPPRESSED ? NotComputed.SUPPRESSED : NotComputed.MISSING);
            }
        }
        return builder.build();
    }

    /** The class of an area: by q, and hot or cold by the sign of z. */
    public static HotspotClass classOf(LocalTests tests, int area) {
        if (!tests.isComputed(area)) {
            return HotspotClass.NOT_COMPUTED;
        }
        if (tests.q(area) > FALSE_DISCOVERY_FRACTION) {
            return HotspotClass.NOT_SIGNIFICANT;
        }
        return tests.z(area) > 0 ? HotspotClass.HOT : HotspotClass.COLD;
    }

    private static Hotspot toHotspot(AreaCode code, Value value, LocalTests tests, int area, int neighbourCount) {
        String reason = tests.reason(area).map(NotComputed::code).orElse("");
        HotspotClass hotspotClass = classOf(tests, area);
        if (!tests.isComputed(area)) {
            Value none = value.isKnown() ? Value.notAvailable() : value;
            return new Hotspot(code, value, none, none, none, hotspotClass, reason, neighbourCount);
        }
        return new Hotspot(
                code,
                value,
                Value.known(tests.z(area)),
                Value.known(tests.p(area)),
                Value.known(tests.q(area)),
                hotspotClass,
                reason,
                neighbourCount);
    }

    private static int knownNeighbours(AreaValues values, Neighbours neighbours, int area) {
        int count = 0;
        for (int k = 0; k < neighbours.degree(area); k++) {
            int other = neighbours.neighbour(area, k);
            count += other != area && values.isKnown(other) ? 1 : 0;
        }
        return count;
    }
}
