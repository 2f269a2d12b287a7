package org.needscape.geoio.layer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;

/**
 * The companion of a layer's CSV: what its columns mean, where the figures come from and how they were made, as CSV on the Web
 * metadata.
 *
 * <p>Source: Tennison and Kellogg, 2015, Metadata Vocabulary for Tabular Data, W3C Recommendation.
 */
public final class LayerCsvMetadata {

    private static final JsonFactory JSON = new JsonFactory();

    private LayerCsvMetadata() {}

    /**
     * Writes the metadata and leaves the stream open.
     *
     * @param fileName the name of the CSV that it describes
     */
    public static void write(Layer layer, String fileName, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("@context", "http://www.w3.org/ns/csvw");
            json.writeStringField("url", fileName);
            json.writeStringField("dc:title", layer.title() + (layer.extent().fictional() ? " (fictional data)" : ""));
            json.writeStringField("dc:description", layer.sentence());
            json.writeArrayFieldStart("dc:source");
            for (String source : layer.manifest().attributions()) {
                json.writeString(source);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("tableSchema");
            json.writeArrayFieldStart("columns");
            column(json, "code", "Area code (" + layer.geography() + ")", "string", "");
            column(json, "name", "Area name", "string", "");
            column(json, "district", "Code of its district", "string", "");
            column(json, "value", layer.valueLabel(), "number", layer.unit());
            column(json, "state", "What is known of the value", "string", "");
            column(json, "class", "Class of the legend", "string", "");
            for (LayerColumn column : layer.columns()) {
                column(
                        json,
                        column.name(),
                        column.label(),
                        switch (column.type()) {
                            case NUMBER -> "number";
                            case WHOLE_NUMBER -> "integer";
                            case TEXT -> "string";
                        },
                        column.unit());
            }
            column(json, LayerExport.STATE_WORDS, "What is known of the value, in words", "string", "");
            if (layer.release().isPresent()) {
                column(json, LayerExport.MARKING, "How far the figures may go", "string", "");
            }
            if (layer.extent().fictional()) {
                column(json, "fictional", "That the data is fictional", "string", "");
            }
            json.writeEndArray();
            json.writeStringField("primaryKey", "code");
            json.writeEndObject();
            json.writeFieldName("notes");
            LayerDescriptionJson.write(json, layer);
            json.writeEndObject();
        }
    }

    private static void column(JsonGenerator json, String name, String title, String datatype, String unit)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("titles", title);
        json.writeStringField("datatype", datatype);
        if (!datatype.equals("string")) {
            json.writeArrayFieldStart("null");
            for (ValueState state : ValueState.values()) {
                if (state != ValueState.KNOWN) {
                    json.writeString(state.mark());
                }
            }
            json.writeEndArray();
            json.writeStringField(
                    "dc:description",
                    (unit.isEmpty() ? "" : "Unit: " + unit + ". ") + "Where no number stands: " + LayerExport.MARKS
                            + ". Zero is written 0.");
        }
        json.writeEndObject();
    }
}
