package org.needscape.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.needscape.service.MatrixService;

/** The need matrices of an extent, as numbers and as a table. */
final class MatrixController {

    private static final String CSV = ".csv";
    private static final String CSV_MEDIA_TYPE = "text/csv; charset=utf-8";

    private final MatrixService matrices;

    MatrixController(MatrixService matrices) {
        this.matrices = matrices;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/extents/{extent}/matrices", this::list);
        routes.get("/api/v1/extents/{extent}/matrices/{document}", this::document);
        routes.get("/api/v1/extents/{extent}/matrices/{id}/sensitivity", this::sensitivity);
    }

    private void list(Context context) {
        Parameters.only(context);
        ObjectNode answer = Views.object();
        ArrayNode list = answer.putArray("matrices");
        for (MatrixService.Heading heading : matrices.list(Parameters.extent(context))) {
            ObjectNode node = list.addObject();
            node.put("id", heading.id());
            node.put("title", heading.title());
            node.put("geography", heading.geography().code());
            String address = "/api/v1/extents/" + heading.extent() + "/matrices/" + heading.id();
            node.putObject("links")
                    .put("json", address)
                    .put("csv", address + CSV)
                    .put("sensitivity", address + "/sensitivity");
        }
        Json.send(context, answer);
    }

    private void document(Context context) {
        Parameters.only(context);
        String name = context.pathParam("document");
        if (name.endsWith(CSV)) {
            String id = name.substring(0, name.length() - CSV.length());
            Documents.send(context, matrices.csv(Parameters.extent(context), id), CSV_MEDIA_TYPE);
        } else {
            Documents.send(context, matrices.json(Parameters.extent(context), name), Json.MEDIA_TYPE);
        }
    }

    private void sensitivity(Context context) {
        Parameters.only(context);
        Documents.send(
                context, matrices.sensitivity(Parameters.extent(context), context.pathParam("id")), Json.MEDIA_TYPE);
    }
}
