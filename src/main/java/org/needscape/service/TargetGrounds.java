package org.needscape.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Period;
import org.needscape.layer.Layer;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/** What boards stand on in each extent, remembered while the store does not change. Safe for many threads. */
final class TargetGrounds {

    private static final int REMEMBERED = 4;

    private final Store store;
    private final LayerService layers;
    private final ProtectedObservations observations;
    private final Adjacency adjacency;
    private final Remembered<TargetGround> grounds = new Remembered<>(REMEMBERED);

    TargetGrounds(Store store, LayerService layers, ProtectedObservations observations, Adjacency adjacency) {
        this.store = store;
        this.layers = layers;
        this.observations = observations;
        this.adjacency = adjacency;
    }

    /**
     * With the latest figures.
     *
     * @throws NotFoundException when there is no such extent, or no need score in it
     */
    TargetGround get(ExtentName name) {
        Extent extent = store.read(session -> requireExtent(session, name));
        String revision = layers.revision();
        return grounds.get(revision + " " + name, () -> load(extent, Optional.empty()));
    }

    /** With the latest figures; empty where there is no need score any more. */
    Optional<TargetGround> find(Extent extent) {
        String needKey = AppliedMethod.KEY_PREFIX + DefaultMethod.ID;
        return layers.list(Optional.of(extent.name())).stream()
                        .anyMatch(heading -> heading.key().equals(needKey))
                ? Optional.of(get(extent.name()))
                : Optional.empty();
    }

    /** With help and children as far as a period. */
    TargetGround get(ExtentName name, Period until) {
        return load(store.read(session -> requireExtent(session, name)), Optional.of(until));
    }

    private TargetGround load(Extent extent, Optional<Period> until) {
        Map<String, LayerHeading> headings = new LinkedHashMap<>();
        layers.list(Optional.of(extent.name())).forEach(heading -> headings.put(heading.key(), heading));
        String needKey = AppliedMethod.KEY_PREFIX + DefaultMethod.ID;
        Layer need = Optional.ofNullable(headings.get(needKey))
                .map(heading -> layers.get(heading.id()))
                .orElseThrow(() -> new NotFoundException("The extent " + extent.name()
                        + " has no need score yet, which target areas are chosen by: import circumstances first."));
        Optional<Layer> hotspots =
                Optional.ofNullable(headings.get(HotspotLayer.key(needKey))).map(heading -> layers.get(heading.id()));
        return store.read(
                session -> TargetGround.load(session, observations, adjacency, extent, need, hotspots, until));
    }

    static Extent requireExtent(StoreSession session, ExtentName name) {
        return session.areas()
                .findExtent(name)
                .orElseThrow(() -> new NotFoundException("There is no extent " + name + "."));
    }
}
