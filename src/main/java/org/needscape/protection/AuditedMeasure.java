package org.needscape.protection;

import java.util.List;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.indicator.Measure;

/**
 * What somebody who sees everything published of a measure can work out. It tells nothing that they cannot.
 *
 * @param measure what is counted
 * @param geography the small areas
 * @param extents where it is published
 * @param published how many counts are published or hidden
 * @param hidden how many of them are hidden
 * @param totals how many totals tie them together
 * @param narrowest how far apart the least and the greatest count of the hidden figure known best lie; -1 when none is hidden
 * @param tooNarrow how many hidden figures are known too well
 * @param knownBefore how many hidden figures can be told from what was shown before they were hidden
 * @param closest the hidden figures known best, each as a line for people
 */
public record AuditedMeasure(
        Measure measure,
        Geography geography,
        List<ExtentName> extents,
        int published,
        int hidden,
        int totals,
        long narrowest,
        int tooNarrow,
        int knownBefore,
        List<String> closest) {

    public AuditedMeasure {
        extents = List.copyOf(extents);
        closest = List.copyOf(closest);
    }

    public boolean passed() {
        return tooNarrow == 0;
    }
}
