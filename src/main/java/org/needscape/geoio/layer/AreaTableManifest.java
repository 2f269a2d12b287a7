package org.needscape.geoio.layer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.needscape.layer.AreaTable;

/** What a table of areas is and how it was made, as a JSON object. */
final class AreaTableManifest {

    private static final JsonFactory JSON = new JsonFactory();

    private AreaTableManifest() {}

    static String json(AreaTable table) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("title", table.title());
            json.writeBooleanField("fictional", table.isFictional());
            json.writeObjectFieldStart("parameters");
            for (Map.Entry<String, String> parameter : table.parameters().entrySet()) {
                json.writeStringField(parameter.getKey(), parameter.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
