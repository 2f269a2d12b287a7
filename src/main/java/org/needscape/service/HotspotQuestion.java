package org.needscape.service;

import java.util.List;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.hotspot.HotspotSettings;

/**
 * What a person asks of hotspots.
 *
 * @param extent whose areas count
 * @param subject the key of the layer that is tested, such as {@code need-score-default}
 * @param beyondDeprivation whether what deprivation lets expect is taken away first
 * @param settings how hotspots are looked for
 * @param links pairs of areas that are neighbours beside those that follow from the settings, such as over a river
 */
public record HotspotQuestion(
        ExtentName extent, String subject, boolean beyondDeprivation, HotspotSettings settings, List<Pair> links) {

    /** More are a list of neighbours of one's own, which the command line takes as a file. */
    public static final int MOST_LINKS = 1000;

    /** More settings than that nobody reads. */
    public static final int MOST_VOTES = 16;

    public HotspotQuestion {
        links = List.copyOf(links);
    }

    /** Two areas that are neighbours of each other. */
    public record Pair(AreaCode first, AreaCode second) {}
}
