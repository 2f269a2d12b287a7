package org.needscape.service;

import java.util.List;
import org.needscape.hotspot.HotspotFindings;
import org.needscape.hotspot.NeighbourKind;
import org.needscape.layer.Manifest;
import org.needscape.spatial.Neighbours;

/**
 * Everything that came of a question about hotspots.
 *
 * @param id what identifies question and data
 * @param question what was asked
 * @param frame the areas
 * @param subject what was tested
 * @param graphs the neighbours of each kind asked for, in order
 * @param findings what was found
 * @param stability in other years and by other scoring methods
 * @param manifest how it was made
 */
record HotspotRun(
        String id,
        HotspotQuestion question,
        AreaFrame frame,
        HotspotSubject subject,
        List<Graph> graphs,
        HotspotFindings findings,
        HotspotStability stability,
        Manifest manifest) {

    HotspotRun {
        graphs = List.copyOf(graphs);
    }

    /** Neighbours of a kind. */
    record Graph(NeighbourKind kind, Neighbours neighbours) {}

    /** Which end of the values is looked for. */
    HotspotEnd end() {
        return new HotspotEnd(HotspotSubjects.lowerIsMoreNeed(subject.layer()), question.beyondDeprivation());
    }

    String title() {
        return (question.settings().areJoins() ? "Where these lie together: " : "Hotspots of ")
                + subject.layer().title()
                + (question.beyondDeprivation() ? ", beyond what deprivation lets expect" : "");
    }
}
