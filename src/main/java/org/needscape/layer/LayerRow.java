package org.needscape.layer;

import java.util.List;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;

/**
 * One area of a layer.
 *
 * @param code the area's code in the layer's geography
 * @param name the area's name
 * @param district the code of its district, or empty where no lookup says
 * @param value the layer's main value
 * @param valueClass the class the value falls in, such as {@code 1}, {@code hot} or {@code not-significant}; empty without one
 * @param cells the layer's columns, in their order
 */
public record LayerRow(AreaCode code, String name, String district, Value value, String valueClass, List<Cell> cells) {

    public LayerRow {
        cells = List.copyOf(cells);
    }
}
