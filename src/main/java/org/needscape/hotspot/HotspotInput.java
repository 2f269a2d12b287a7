package org.needscape.hotspot;

import java.util.List;
import org.needscape.area.AreaCode;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.ScanArea;

/**
 * What hotspots are looked for in.
 *
 * @param areas codes, each once
 * @param tested in the same order, higher for more need; rates of counts as empirical Bayes standardised rates; for the join count 1 in
 *     flagged areas and 0 in others, in no more than half of them 1
 * @param counted for the scan: the areas whose counts are known, with what is expected of them; empty without counts
 */
public record HotspotInput(List<AreaCode> areas, AreaValues tested, List<ScanArea> counted) {

    public HotspotInput {
        areas = List.copyOf(areas);
        counted = List.copyOf(counted);
        if (areas.size() != tested.size()) {
            throw new IllegalArgumentException(areas.size() + " areas and " + tested.size() + " values.");
        }
    }
}
