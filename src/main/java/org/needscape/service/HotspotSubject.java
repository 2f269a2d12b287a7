package org.needscape.service;

import java.util.List;
import java.util.Optional;
import org.needscape.hotspot.HotspotInput;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;

/**
 * What hotspots are looked for in, made ready.
 *
 * @param layer whose values are tested, as they may be shown
 * @param values by area in code order, as the layer has them
 * @param input what the statistics take
 * @param notes how the one became the other, a sentence each
 * @param joint which measures were put together; empty where values are tested, and not flags
 */
record HotspotSubject(
        Layer layer, List<Value> values, HotspotInput input, List<Note> notes, Optional<HotspotJoint> joint) {

    HotspotSubject {
        values = List.copyOf(values);
        notes = List.copyOf(notes);
    }

    /** An entry of the decision log. */
    record Note(String topic, String sentence) {}
}
