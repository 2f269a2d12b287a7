package org.needscape.service;

import java.util.Map;
import java.util.Optional;
import org.needscape.area.Extent;
import org.needscape.area.Level;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;

/**
 * Says which layer to look at instead of rates, or at gaps between need and response, that are hidden in most small areas: the same of
 * the districts.
 */
final class SparseRates {

    private static final double MOSTLY = 0.5;

    private final Map<String, Layer> layers;
    private final Extent extent;
    private final boolean extentInIds;

    /** @param layers the kept layers of the extent by key */
    SparseRates(Map<String, Layer> layers, Extent extent, boolean extentInIds) {
        this.layers = layers;
        this.extent = extent;
        this.extentInIds = extentInIds;
    }

    Optional<LayerHeading.Instead> insteadOf(String key) {
        Layer layer = layers.get(key);
        if (layer == null
                || (layer.kind() != LayerKind.RATE && layer.kind() != LayerKind.GAP)
                || layer.geography().level() == Level.LAD
                || hiddenShare(layer) <= MOSTLY) {
            return Optional.empty();
        }
        for (Map.Entry<String, Layer> other : layers.entrySet()) {
            if (other.getKey().startsWith(key + "-lad-")) {
                return instead(layer, other);
            }
        }
        return Optional.empty();
    }

    private Optional<LayerHeading.Instead> instead(Layer layer, Map.Entry<String, Layer> other) {
        return Optional.of(new LayerHeading.Instead(
                LayerSources.layerId(other.getKey(), extent, extentInIds),
                "In " + Math.round(100 * hiddenShare(layer)) + " % of the areas the number "
                        + (layer.kind() == LayerKind.RATE
                                ? "of " + layer.title()
                                : "behind \u201c" + layer.title() + "\u201d")
                        + " is hidden to protect children, so districts are shown instead."));
    }

    private static double hiddenShare(Layer layer) {
        long hidden = layer.rows().stream()
                .map(LayerRow::value)
                .filter(value -> value.state() == ValueState.SUPPRESSED)
                .count();
        return layer.rows().isEmpty() ? 0 : (double) hidden / layer.rows().size();
    }
}
