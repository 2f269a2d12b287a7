package org.needscape.render;

import java.util.List;

/**
 * An area on a map.
 *
 * @param name for readers who point at it
 * @param label what stands on it; empty for an area that is not marked
 * @param middle a place inside it, where the label stands
 * @param rings its borders, holes among them
 */
public record MapShape(String name, String label, MapPoint middle, List<List<MapPoint>> rings) {

    public MapShape {
        rings = rings.stream().map(List::copyOf).toList();
    }

    boolean isMarked() {
        return !label.isEmpty();
    }
}
