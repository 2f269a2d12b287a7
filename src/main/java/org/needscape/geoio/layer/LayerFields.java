package org.needscape.geoio.layer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.needscape.geoio.shapefile.DbfField;
import org.needscape.geoio.shapefile.ShapefileRecord;
import org.needscape.indicator.Value;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerRow;

/**
 * The fields of a layer's shapefile: code, name, district, value, its state, class and state in words, then the layer's columns by their short names. A
 * number that is not known is blank; for columns that have one, a field whose name ends in {@code _S} holds the mark that says why.
 */
final class LayerFields {

    private static final int MIN_NUMBER_LENGTH = 10;
    private static final int MAX_NAME_LENGTH = 10;

    private final Layer layer;
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /**
     * One field and what a dictionary says about it.
     *
     * @param dbf its name, type and length
     * @param column what it is called elsewhere
     * @param label what it is, for people
     * @param unit of its numbers, or empty
     * @param value what it holds for a row
     */
    record Field(DbfField dbf, String column, String label, String unit, Function<LayerRow, Object> value) {}

    LayerFields(Layer layer) {
        this.layer = layer;
        text(layer.geography().codeColumn(), "code", "Area code", row -> row.code()
                .value());
        text(layer.geography().nameColumn(), "name", "Area name", LayerRow::name);
        text("DISTRICT", "district", "District code", LayerRow::district);
        number("VALUE", "value", layer.valueLabel(), layer.unit(), layer.decimals(), LayerRow::value);
        text("STATE", "state", "Whether the value is known", row -> row.value()
                .state()
                .code());
        text("CLASS", "class", "Class of the legend", LayerRow::valueClass);
        text("STATEWORDS", LayerExport.STATE_WORDS, "What is known of the value, in words", row -> row.value()
                .state()
                .words());
        if (layer.extent().fictional()) {
            text("FICTIONAL", "fictional", "Fictional data", row -> LayerExport.FICTIONAL);
        }
        List<LayerColumn> columns = layer.columns();
        List<String> shortNames =
                columns.stream().map(column -> free(column.shortName(), "")).toList();
        for (int i = 0; i < columns.size(); i++) {
            column(columns.get(i), shortNames.get(i), i);
        }
    }

    List<Field> list() {
        return fields;
    }

    List<Object> values(LayerRow row) {
        return fields.stream().map(field -> field.value().apply(row)).toList();
    }

    private void column(LayerColumn column, String name, int index) {
        if (column.type() == LayerColumn.Type.TEXT) {
            addText(
                    name,
                    column.name(),
                    column.label(),
                    row -> row.cells().get(index) instanceof Cell.OfText text ? text.text() : "");
            return;
        }
        int decimals = column.type() == LayerColumn.Type.WHOLE_NUMBER ? 0 : column.decimals();
        Function<LayerRow, Value> value =
                row -> row.cells().get(index) instanceof Cell.OfNumber number ? number.value() : Value.notAvailable();
        addNumber(name, column.name(), column.label(), column.unit(), decimals, value);
        if (LayerExport.hasUnknown(layer, index)) {
            addText(
                    free(column.shortName(), "_S"),
                    LayerExport.stateName(column),
                    "Why " + column.label() + " has no number",
                    row -> value.apply(row).state().mark());
        }
    }

    private void text(String name, String column, String label, Function<LayerRow, String> value) {
        addText(free(name, ""), column, label, value);
    }

    private void number(
            String name, String column, String label, String unit, int decimals, Function<LayerRow, Value> value) {
        addNumber(free(name, ""), column, label, unit, decimals, value);
    }

    private void addText(String name, String column, String label, Function<LayerRow, String> value) {
        int longest = 1;
        for (LayerRow row : layer.rows()) {
            longest = Math.max(longest, value.apply(row).getBytes(StandardCharsets.UTF_8).length);
        }
        DbfField dbf = DbfField.text(name, Math.min(longest, DbfField.MAX_TEXT_BYTES));
        fields.add(new Field(dbf, column, label, "", value::apply));
    }

    private void addNumber(
            String name, String column, String label, String unit, int decimals, Function<LayerRow, Value> value) {
        int longest = Math.max(MIN_NUMBER_LENGTH, decimals + 3);
        for (LayerRow row : layer.rows()) {
            if (rounded(value.apply(row), decimals) instanceof BigDecimal number) {
                longest = Math.max(longest, number.toPlainString().length());
            }
        }
        DbfField dbf = DbfField.number(name, Math.min(longest, DbfField.MAX_NUMBER_LENGTH), decimals);
        fields.add(new Field(dbf, column, label, unit, row -> rounded(value.apply(row), decimals)));
    }

    /** The number as every export rounds it, or blank. */
    private static Object rounded(Value value, int decimals) {
        return value.number().isPresent()
                ? new BigDecimal(LayerNumbers.text(value.number().getAsDouble(), decimals))
                        .setScale(decimals, RoundingMode.UNNECESSARY)
                : ShapefileRecord.BLANK;
    }

    /** A name that no field has yet, in the ten characters that the format allows. */
    private String free(String wanted, String ending) {
        String candidate = join(wanted, ending);
        for (int i = 1; !names.add(candidate.toUpperCase(Locale.ROOT)); i++) {
            candidate = join(wanted, ending + "_" + i);
        }
        return candidate;
    }

    private static String join(String start, String ending) {
        return start.substring(0, Math.min(start.length(), MAX_NAME_LENGTH - ending.length())) + ending;
    }
}
