package org.needscape.geoio.layer;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerRow;

/** What the formats that a layer is exported to have in common. */
final class LayerExport {

    /** What stands in every record of an invented extent. */
    static final String FICTIONAL = "fictional data";

    /** The column that says in plain words what is known of the value, for readers of the file alone. */
    static final String STATE_WORDS = "state_words";

    /** The column of restricted figures that says in every line how far they may go. */
    static final String MARKING = "marking";

    /** What the marks mean that stand where a number is not known. */
    static final String MARKS = Arrays.stream(ValueState.values())
            .filter(state -> state != ValueState.KNOWN)
            .map(state -> state.mark() + " " + state.words())
            .collect(Collectors.joining(", "));

    private static final Set<String> OWN_NAMES =
            Set.of("code", "name", "district", "value", "state", "state_words", "class", "marking", "fictional");

    private LayerExport() {}

    /** @throws IllegalArgumentException when a column of the layer is called as one that every export has */
    static void checkNames(Layer layer) {
        for (LayerColumn column : layer.columns()) {
            boolean ofState =
                    layer.columns().stream().anyMatch(other -> column.name().equals(stateName(other)));
            if (OWN_NAMES.contains(column.name()) || ofState) {
                throw new IllegalArgumentException(
                        "Layer " + layer.id() + " has a column " + column.name() + ", which exports have already.");
            }
        }
    }

    /** The property that says why a column has no number. */
    static String stateName(LayerColumn column) {
        return column.name() + "_state";
    }

    /** Whether a column of numbers has one that is not known. */
    static boolean hasUnknown(Layer layer, int column) {
        for (LayerRow row : layer.rows()) {
            if (row.cells().get(column) instanceof Cell.OfNumber number
                    && !number.value().isKnown()) {
                return true;
            }
        }
        return false;
    }

    /** @throws IllegalArgumentException when there is none: no area may be left out without saying so */
    static MultiPolygon boundary(Layer layer, LayerRow row, Map<AreaCode, MultiPolygon> boundaries) {
        MultiPolygon boundary = boundaries.get(row.code());
        if (boundary == null) {
            throw new IllegalArgumentException("Layer " + layer.id() + " has no boundary for area " + row.code() + ".");
        }
        return boundary;
    }
}
