package org.needscape.hotspot;

import org.needscape.need.HotspotClass;

/**
 * What the settings agree on about one area.
 *
 * @param hotspotClass hot, cold or outlier where more than half of the settings that tested it say so
 * @param foundBy how many call it hot
 * @param coldBy how many call it cold
 * @param outlierBy how many call it unlike its neighbours
 * @param of how many tested it
 */
public record AreaFinding(HotspotClass hotspotClass, int foundBy, int coldBy, int outlierBy, int of) {

    static AreaFinding of(Iterable<Vote> votes) {
        int hot = 0;
        int cold = 0;
        int outlier = 0;
        int of = 0;
        for (Vote vote : votes) {
            hot += vote == Vote.HOT ? 1 : 0;
            cold += vote == Vote.COLD ? 1 : 0;
            outlier += vote == Vote.OUTLIER ? 1 : 0;
            of += vote == Vote.NOT_TESTED ? 0 : 1;
        }
        HotspotClass agreed = HotspotClass.NOT_SIGNIFICANT;
        if (of == 0) {
            agreed = HotspotClass.NOT_COMPUTED;
        } else if (2 * hot > of) {
            agreed = HotspotClass.HOT;
        } else if (2 * cold > of) {
            agreed = HotspotClass.COLD;
        } else if (2 * outlier > of) {
            agreed = HotspotClass.OUTLIER;
        }
        return new AreaFinding(agreed, hot, cold, outlier, of);
    }
}
