package org.needscape.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.needscape.service.EncodedDocument;
import org.needscape.service.GradientService;

/** The deprivation-intervention gradients of an extent, as numbers and as a chart. */
final class GradientController {

    private final GradientService gradients;

    GradientController(GradientService gradients) {
        this.gradients = gradients;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/extents/{extent}/gradients", this::list);
        routes.get("/api/v1/extents/{extent}/gradients/{document}", this::document);
    }

    private void list(Context context) {
        Parameters.only(context);
        ObjectNode answer = Views.object();
        ArrayNode list = answer.putArray("gradients");
        for (GradientService.Heading heading : gradients.list(Parameters.extent(context))) {
            ObjectNode node = list.addObject();
            node.put("id", heading.id());
            node.put("title", heading.title());
            node.put("measure", heading.measure());
            node.put("period", heading.period());
            String address = "/api/v1/extents/" + heading.extent() + "/gradients/" + heading.id();
            node.putObject("links").put("json", address).put("svg", address + ".svg");
        }
        Json.send(context, answer);
    }

    private void document(Context context) {
        Parameters.only(context);
        String name = context.pathParam("document");
        if (name.endsWith(".svg")) {
            String svg = gradients.chart(Parameters.extent(context), name.substring(0, name.length() - 4));
            Documents.send(context, EncodedDocument.of(svg.getBytes(StandardCharsets.UTF_8)), "image/svg+xml");
        } else {
            String json = gradients.get(Parameters.extent(context), name);
            Documents.send(context, EncodedDocument.of(json.getBytes(StandardCharsets.UTF_8)), Json.MEDIA_TYPE);
        }
    }
}
