package org.needscape.geoio.layer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerId;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.layer.LegendClass;
import org.needscape.layer.Manifest;
import org.needscape.layer.Release;

/**
 * A layer's description and values as JSON: the form in which results are kept and served. A value that is not known is never
 * written as a number: {@code value} is null beside its {@code state}, and a cell is {@code {"state": …}}.
 */
public final class LayerJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LayerJson() {}

    /** The whole layer: {@code {"layer": {…}, "areas": […]}}. */
    public static String write(Layer layer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            json.writeFieldName("layer");
            LayerDescriptionJson.write(json, layer);
            json.writeArrayFieldStart("areas");
            for (LayerRow row : layer.rows()) {
                writeRow(json, layer, row);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Layer read(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            JsonNode layer = root.required("layer");
            List<LayerColumn> columns = new ArrayList<>();
            for (JsonNode column : layer.required("columns")) {
                columns.add(new LayerColumn(
                        text(column, "name"),
                        text(column, "shortName"),
                        text(column, "label"),
                        LayerColumn.Type.valueOf(text(column, "type").toUpperCase(java.util.Locale.ROOT)),
                        text(column, "unit"),
                        column.required("decimals").intValue()));
            }
            List<LegendClass> legend = new ArrayList<>();
            for (JsonNode entry : layer.required("legend")) {
                legend.add(new LegendClass(
                        text(entry, "code"),
                        text(entry, "label"),
                        text(entry, "colour"),
                        entry.required("areaCount").intValue()));
            }
            List<String> cautions = new ArrayList<>();
            layer.required("cautions").forEach(caution -> cautions.add(caution.textValue()));
            List<LayerRow> rows = new ArrayList<>();
            for (JsonNode area : root.required("areas")) {
                rows.add(readRow(area, columns));
            }
            JsonNode extent = layer.required("extent");
            return new Layer(
                    new LayerId(text(layer, "id")),
                    text(layer, "title"),
                    LayerKind.valueOf(text(layer, "kind").toUpperCase(java.util.Locale.ROOT)),
                    new Extent(
                            new ExtentName(text(extent, "name")),
                            text(extent, "title"),
                            extent.required("fictional").booleanValue()),
                    Geography.parse(text(layer, "geography")),
                    text(layer, "period"),
                    text(layer, "unit"),
                    layer.required("decimals").intValue(),
                    text(layer, "valueLabel"),
                    text(layer, "sentence"),
                    columns,
                    legend,
                    cautions,
                    readManifest(layer.required("manifest")),
                    readRelease(layer),
                    rows);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a kept layer.", e);
        }
    }

    private static void writeRow(JsonGenerator json, Layer layer, LayerRow row) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", row.code().value());
        json.writeStringField("name", row.name());
        json.writeStringField("district", row.district());
        json.writeFieldName("value");
        if (row.value().number().isPresent()) {
            writeNumber(json, row.value().number().getAsDouble(), layer.decimals());
        } else {
            json.writeNull();
        }
        json.writeStringField("state", row.value().state().code());
        json.writeStringField("class", row.valueClass());
        json.writeArrayFieldStart("cells");
        for (int i = 0; i < layer.columns().size(); i++) {
            writeCell(json, row.cells().get(i), layer.columns().get(i).decimals());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeCell(JsonGenerator json, Cell cell, int decimals) throws IOException {
        if (cell instanceof Cell.OfText text) {
            json.writeString(text.text());
        } else if (cell instanceof Cell.OfNumber number) {
            if (number.value().number().isPresent()) {
                writeNumber(json, number.value().number().getAsDouble(), decimals);
            } else {
                json.writeStartObject();
                json.writeStringField("state", number.value().state().code());
                json.writeEndObject();
            }
        }
    }

    private static void writeNumber(JsonGenerator json, double number, int decimals) throws IOException {
        json.writeNumber(LayerNumbers.text(number, decimals));
    }

    private static LayerRow readRow(JsonNode area, List<LayerColumn> columns) {
        List<Cell> cells = new ArrayList<>();
        JsonNode kept = area.required("cells");
        for (int i = 0; i < columns.size(); i++) {
            JsonNode cell = kept.required(i);
            if (cell.isTextual()) {
                cells.add(Cell.of(cell.textValue()));
            } else {
                cells.add(Cell.of(cell.isNumber() ? Value.known(cell.doubleValue()) : readState(cell)));
            }
        }
        JsonNode value = area.required("value");
        return new LayerRow(
                new AreaCode(text(area, "code")),
                text(area, "name"),
                text(area, "district"),
                value.isNumber() ? Value.known(value.doubleValue()) : readState(area),
                text(area, "class"),
                cells);
    }

    private static Value readState(JsonNode node) {
        String code = text(node, "state");
        for (ValueState state : ValueState.values()) {
            if (state.code().equals(code)) {
                return Value.unknown(state);
            }
        }
        throw new IllegalArgumentException("Unknown value state '" + code + "'.");
    }

    private static Optional<Release> readRelease(JsonNode layer) {
        if (!layer.has("marking")) {
            return Optional.empty();
        }
        JsonNode release = layer.required("release");
        return Optional.of(new Release(
                text(layer, "marking"),
                text(release, "state"),
                text(release, "approvedBy"),
                text(release, "approvedAt"),
                text(release, "keepUntil")));
    }

    private static Manifest readManifest(JsonNode manifest) {
        List<Manifest.Input> inputs = new ArrayList<>();
        for (JsonNode input : manifest.required("inputs")) {
            inputs.add(new Manifest.Input(
                    text(input, "title"), text(input, "source"), text(input, "licence"), text(input, "sha256")));
        }
        Map<String, String> parameters = new TreeMap<>();
        manifest.required("parameters")
                .properties()
                .forEach(parameter ->
                        parameters.put(parameter.getKey(), parameter.getValue().textValue()));
        return new Manifest(
                text(manifest, "resultHash"), text(manifest, "software"), text(manifest, "method"), inputs, parameters);
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).textValue();
    }
}
