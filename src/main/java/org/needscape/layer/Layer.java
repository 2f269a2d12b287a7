package org.needscape.layer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.Extent;
import org.needscape.area.Geography;
import org.needscape.indicator.Value;

/**
 * A result over the areas of an extent, protected and ready to be shown.
 *
 * @param id its id in this store
 * @param title for people
 * @param kind what it shows
 * @param extent which areas count
 * @param geography level and vintage of its areas
 * @param period when it is about, in words
 * @param unit of the main value, such as {@code decile} or {@code per 10,000 children aged 0 to 17}
 * @param decimals of the main value
 * @param valueLabel what the main value is, for column headings
 * @param sentence what is seen, in words a councillor says
 * @param columns the further columns of each row
 * @param legend classes from most to least need
 * @param cautions sentences that always stand with the layer
 * @param manifest how it was made
 * @param release how far its figures may go; empty when it is made of open data only
 * @param rows one per area of the extent, ordered by code, no area left out
 */
public record Layer(
        LayerId id,
        String title,
        LayerKind kind,
        Extent extent,
        Geography geography,
        String period,
        String unit,
        int decimals,
        String valueLabel,
        String sentence,
        List<LayerColumn> columns,
        List<LegendClass> legend,
        List<String> cautions,
        Manifest manifest,
        Optional<Release> release,
        List<LayerRow> rows) {

    public Layer {
        columns = List.copyOf(columns);
        legend = List.copyOf(legend);
        cautions = List.copyOf(cautions);
        rows = List.copyOf(rows);
        Set<String> names = new HashSet<>();
        for (LayerColumn column : columns) {
            if (!names.add(column.name()) || !names.add(column.shortName())) {
                throw new IllegalArgumentException("Layer " + id + " has two columns " + column.name() + ".");
            }
        }
        for (LayerRow row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("Layer " + id + ", area " + row.code() + ": "
                        + row.cells().size() + " cells for " + columns.size() + " columns.");
            }
        }
    }

    /**
     * The number of a row in one of the further columns.
     *
     * @throws IllegalArgumentException when there is no such column of numbers
     */
    public Value number(LayerRow row, String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column) && row.cells().get(i) instanceof Cell.OfNumber cell) {
                return cell.value();
            }
        }
        throw new IllegalArgumentException("Layer " + id + " has no column " + column + " of numbers.");
    }

    /** The same layer under the id and extent that it has in a store now; a new extent elsewhere changes ids, not results. */
    public Layer in(LayerId newId, Extent newExtent) {
        return new Layer(
                newId,
                title,
                kind,
                newExtent,
                geography,
                period,
                unit,
                decimals,
                valueLabel,
                sentence,
                columns,
                legend,
                cautions,
                manifest,
                release,
                rows);
    }
}
