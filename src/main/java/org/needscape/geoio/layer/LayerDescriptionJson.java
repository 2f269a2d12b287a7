package org.needscape.geoio.layer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LegendClass;
import org.needscape.layer.Manifest;
import org.needscape.layer.Release;

/** A layer without its rows as a JSON object: what it shows, its legend, cautions, sources, how far it may go and how it was made. */
public final class LayerDescriptionJson {

    private static final JsonFactory JSON = new JsonFactory();

    private LayerDescriptionJson() {}

    /** Writes the object; the generator stays open. */
    public static void write(JsonGenerator json, Layer layer) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", layer.id().value());
        json.writeStringField("title", layer.title());
        json.writeStringField("kind", layer.kind().code());
        json.writeStringField("group", layer.kind().group());
        json.writeObjectFieldStart("extent");
        json.writeStringField("name", layer.extent().name().value());
        json.writeStringField("title", layer.extent().title());
        json.writeBooleanField("fictional", layer.extent().fictional());
        json.writeEndObject();
        json.writeStringField("geography", layer.geography().code());
        json.writeStringField("period", layer.period());
        json.writeStringField("unit", layer.unit());
        json.writeNumberField("decimals", layer.decimals());
        json.writeStringField("valueLabel", layer.valueLabel());
        json.writeStringField("sentence", layer.sentence());
        writeColumns(json, layer.columns());
        writeLegend(json, layer.legend());
        writeTexts(json, "cautions", layer.cautions());
        writeTexts(json, "sources", layer.manifest().attributions());
        if (layer.release().isPresent()) {
            writeRelease(json, layer.release().get());
        }
        json.writeFieldName("manifest");
        writeManifest(json, layer.manifest());
        json.writeEndObject();
    }

    /** The object in UTF-8. */
    static byte[] bytes(Layer layer, boolean forPeople) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            if (forPeople) {
                json.useDefaultPrettyPrinter();
            }
            write(json, layer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void writeColumns(JsonGenerator json, List<LayerColumn> columns) throws IOException {
        json.writeArrayFieldStart("columns");
        for (LayerColumn column : columns) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("shortName", column.shortName());
            json.writeStringField("label", column.label());
            json.writeStringField("type", column.type().name().toLowerCase(Locale.ROOT));
            json.writeStringField("unit", column.unit());
            json.writeNumberField("decimals", column.decimals());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeLegend(JsonGenerator json, List<LegendClass> legend) throws IOException {
        json.writeArrayFieldStart("legend");
        for (LegendClass each : legend) {
            json.writeStartObject();
            json.writeStringField("code", each.code());
            json.writeStringField("label", each.label());
            json.writeStringField("colour", each.colour());
            json.writeNumberField("areaCount", each.areaCount());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeRelease(JsonGenerator json, Release release) throws IOException {
        json.writeStringField("marking", release.marking());
        json.writeObjectFieldStart("release");
        json.writeStringField("state", release.state());
        json.writeStringField("approvedBy", release.approvedBy());
        json.writeStringField("approvedAt", release.approvedAt());
        json.writeStringField("keepUntil", release.keepUntil());
        json.writeEndObject();
    }

    private static void writeManifest(JsonGenerator json, Manifest manifest) throws IOException {
        json.writeStartObject();
        json.writeStringField("resultHash", manifest.resultHash());
        json.writeStringField("software", manifest.software());
        json.writeStringField("method", manifest.method());
        json.writeArrayFieldStart("inputs");
        for (Manifest.Input input : manifest.inputs()) {
            json.writeStartObject();
            json.writeStringField("title", input.title());
            json.writeStringField("source", input.source());
            json.writeStringField("licence", input.licence());
            json.writeStringField("sha256", input.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, String> parameter : manifest.parameters().entrySet()) {
            json.writeStringField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeTexts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
