package org.needscape.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.needscape.service.EncodedDocument;

/** Answers with JSON. */
final class Json {

    static final String MEDIA_TYPE = "application/json";

    private Json() {}

    /** Answers with a tag made of the content, so that an unchanged answer is not sent twice. */
    static void send(Context context, JsonNode node) {
        Documents.send(context, EncodedDocument.of(node.toString().getBytes(StandardCharsets.UTF_8)), MEDIA_TYPE);
    }

    /** Answers with something that may be different a moment later. */
    static void sendFresh(Context context, JsonNode node) {
        context.header("Cache-Control", "no-store");
        context.contentType(MEDIA_TYPE);
        context.result(node.toString().getBytes(StandardCharsets.UTF_8));
    }
}
