package org.needscape.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerId;
import org.needscape.layer.LayerRow;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedMatrix;
import org.needscape.need.Shrinkage;
import org.needscape.stats.ZScores;

/**
 * A need matrix beside the protected values that it was made of.
 *
 * @param layer of the score, with its cautions, sources and release
 * @param score standardised values, score, rank and decile, with the method
 * @param factors those of the matrix, in its order
 * @param periods of which the method could be computed, latest first
 * @param hiding the rule by which counts are hidden, in a sentence, where factors rest on the county's own records
 */
record NeedTable(Layer layer, NeedScore score, List<Factor> factors, List<String> periods, Optional<String> hiding) {

    /** Of standardised values. */
    static final int DECIMALS = 3;

    /**
     * A factor.
     *
     * @param factor how it enters the score
     * @param indicator what it is
     * @param period when it is about
     * @param domain of the method that it belongs to
     * @param layer the layer that shows its values
     * @param shrinkage toward what its rates were drawn before they were scored
     * @param values as shown, in the order of the rows
     * @param scored those that were scored
     */
    record Factor(
            NeedFactor factor,
            Indicator indicator,
            String period,
            Optional<String> domain,
            LayerId layer,
            Shrinkage shrinkage,
            List<Value> values,
            List<Value> scored) {

        int decimals() {
            return IndicatorLayer.decimals(indicator);
        }

        /** In how many areas it is in this state. */
        long count(ValueState state) {
            return values.stream().filter(value -> value.state() == state).count();
        }

        boolean isUnknownSomewhere() {
            return count(ValueState.KNOWN) < values.size();
        }

        boolean isShrunk() {
            return shrinkage != Shrinkage.NONE;
        }

        /** Mean and standard deviation of the values that are scored. */
        Optional<ZScores.Scale> scale() {
            return ZScores.scale(scored.stream()
                    .filter(Value::isKnown)
                    .mapToDouble(value -> value.number().orElseThrow())
                    .toArray());
        }
    }

    NeedMatrix matrix() {
        return score.matrix();
    }

    AreaFrame frame() {
        return score.frame();
    }

    ScoringMethod method() {
        return score.applied().method();
    }

    /**
     * What the columns of a factor are called.
     *
     * @param standardised such as {@code z_lone_parents_pct}: how it is standardised, and the measure
     * @param value such as {@code value_lone_parents_pct}
     * @param scored such as {@code scored_lone_parents_pct}; there where rates were drawn toward others
     */
    record Columns(String standardised, String value, String scored) {}

    /** The columns of each factor. */
    List<Columns> columns() {
        Set<String> taken = new HashSet<>();
        List<Columns> columns = new ArrayList<>();
        for (Factor factor : factors) {
            String plain = factor.indicator().id().value().replace('-', '_');
            String name = plain;
            for (int i = 2; !taken.add(name); i++) {
                name = plain + "_" + i;
            }
            String kind = factor.factor().standardisation().code().replace('-', '_');
            columns.add(new Columns(kind + "_" + name, "value_" + name, "scored_" + name));
        }
        return columns;
    }

    /**
     * The layer of the score with further columns for each factor: its standardised value, its value, and where it was drawn toward other
     * rates the value that was scored.
     */
    Layer asLayer() {
        List<LayerColumn> columns = new ArrayList<>(layer.columns());
        List<Columns> names = columns();
        for (int k = 0; k < factors.size(); k++) {
            Indicator indicator = factors.get(k).indicator();
            columns.add(new LayerColumn(
                    names.get(k).standardised(),
                    "Z" + (k + 1),
                    indicator.label() + ", standardised",
                    LayerColumn.Type.NUMBER,
                    "standardised value",
                    DECIMALS));
            columns.add(new LayerColumn(
                    names.get(k).value(),
                    "V" + (k + 1),
                    indicator.label(),
                    LayerColumn.Type.NUMBER,
                    indicator.unit(),
                    factors.get(k).decimals()));
            if (factors.get(k).isShrunk()) {
                columns.add(new LayerColumn(
                        names.get(k).scored(),
                        "S" + (k + 1),
                        indicator.label() + ", drawn toward other rates ("
                                + factors.get(k).shrinkage().code() + ")",
                        LayerColumn.Type.NUMBER,
                        indicator.unit(),
                        factors.get(k).decimals() + 1));
            }
        }
        Map<AreaCode, Integer> places = new HashMap<>();
        for (int i = 0; i < matrix().rows().size(); i++) {
            places.put(matrix().rows().get(i).area(), i);
        }
        List<LayerRow> rows = layer.rows().stream()
                .map(row -> withFactors(row, Objects.requireNonNull(places.get(row.code()))))
                .toList();
        return new Layer(
                layer.id(),
                MethodWords.matrixTitle(method()),
                layer.kind(),
                layer.extent(),
                layer.geography(),
                layer.period(),
                layer.unit(),
                layer.decimals(),
                layer.valueLabel(),
                layer.sentence(),
                columns,
                layer.legend(),
                layer.cautions(),
                layer.manifest(),
                layer.release(),
                rows);
    }

    private LayerRow withFactors(LayerRow row, int place) {
        List<Cell> cells = new ArrayList<>(row.cells());
        for (int k = 0; k < factors.size(); k++) {
            cells.add(Cell.of(matrix().rows().get(place).standardised().get(k)));
            cells.add(Cell.of(factors.get(k).values().get(place)));
            if (factors.get(k).isShrunk()) {
                cells.add(Cell.of(factors.get(k).scored().get(place)));
            }
        }
        return new LayerRow(row.code(), row.name(), row.district(), row.value(), row.valueClass(), cells);
    }
}
