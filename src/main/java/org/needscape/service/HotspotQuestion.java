package org.needscape.service;

import java.util.List;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.geoio.table.NeighbourListFile.ListedLink;
import org.needscape.hotspot.HighShare;
import org.needscape.hotspot.HotspotSettings;

/**
 * What a person asks of hotspots.
 *
 * @param extent whose areas count
 * @param subject the key of the layer that is tested, such as {@code need-score-default}
 * @param with keys of further layers: then it is asked where areas that are high on all of them lie together
 * @param high from where on an area counts as high, for the join count
 * @param beyondDeprivation whether what deprivation lets expect is taken away first
 * @param settings how hotspots are looked for
 * @param links pairs of areas that are neighbours beside those that follow from the settings, such as over a river
 * @param list the neighbours of a file, where the settings name them
 */
public record HotspotQuestion(
        ExtentName extent,
        String subject,
        List<String> with,
        HighShare high,
        boolean beyondDeprivation,
        HotspotSettings settings,
        List<Pair> links,
        Optional<NeighbourList> list) {

    /** More are a list of neighbours of one's own, which the command line takes as a file. */
    public static final int MOST_LINKS = 1000;

    /** More measures than three at once hardly any area is high on. */
    public static final int MOST_WITH = 2;

    /** More settings than that nobody reads. */
    public static final int MOST_VOTES = 16;

    public HotspotQuestion {
        with = List.copyOf(with);
        links = List.copyOf(links);
    }

    /** What a person asks who chooses nothing but a layer. */
    static HotspotQuestion usual(ExtentName extent, String subject) {
        return new HotspotQuestion(
                extent, subject, List.of(), HighShare.FIFTH, false, HotspotSettings.USUAL, List.of(), Optional.empty());
    }

    /** All layers that are asked about, the subject first. */
    List<String> measures() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(subject), with.stream())
                .toList();
    }

    /** Two areas that are neighbours of each other. */
    public record Pair(AreaCode first, AreaCode second) {}

    /**
     * Neighbours that a file lists.
     *
     * @param links at least one, none twice, none from an area to itself
     * @param sha256 of the text of the file, in hexadecimal
     */
    public record NeighbourList(List<ListedLink> links, String sha256) {

        public NeighbourList {
            links = List.copyOf(links);
        }

        /** The mean of the weights of the links, 0.000001 to 1,000,000. */
        double meanWeight() {
            return links.stream().mapToDouble(ListedLink::weight).average().orElseThrow();
        }
    }
}
