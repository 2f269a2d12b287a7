package org.needscape.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.needscape.area.Geography;
import org.needscape.indicator.Period;
import org.needscape.service.MatrixFormat;
import org.needscape.service.MatrixService;
import org.needscape.service.MatrixService.Question;

/** The need matrices of an extent, as numbers, tables and maps, and those of recipes that nobody saved. */
final class MatrixController {

    private static final String ADDRESS = "/api/v1/extents/{extent}/matrices";
    private static final String VERSION = "version";
    private static final String GEOGRAPHY = "geography";
    private static final String PERIOD = "period";
    private static final String MOST = "most";

    private final MatrixService matrices;

    MatrixController(MatrixService matrices) {
        this.matrices = matrices;
    }

    void register(RoutesConfig routes) {
        routes.get(ADDRESS, this::list);
        routes.post(ADDRESS, this::run);
        routes.get(ADDRESS + "/{document}", this::document);
        routes.get(ADDRESS + "/{id}/sensitivity", this::sensitivity);
    }

    private void list(Context context) {
        Parameters.only(context);
        ObjectNode answer = Views.object();
        ArrayNode list = answer.putArray("matrices");
        for (MatrixService.Heading heading : matrices.list(Parameters.extent(context))) {
            ObjectNode node = list.addObject();
            node.put("id", heading.method().id());
            RecipeViews.version(node, heading.method());
            node.put("title", heading.title());
            node.put("geography", heading.geography().code());
            String address = "/api/v1/extents/" + heading.extent() + "/matrices/"
                    + heading.method().id();
            ObjectNode links = node.putObject("links");
            for (MatrixFormat format : MatrixFormat.values()) {
                links.put(format.code(), address + format.suffix());
            }
            if (heading.method().hasWeights()) {
                links.put("sensitivity", address + "/sensitivity");
            }
        }
        Json.send(context, answer);
    }

    private void document(Context context) {
        Parameters.only(context, VERSION, GEOGRAPHY, PERIOD, MOST);
        String name = context.pathParam("document");
        MatrixFormat format = MatrixFormat.JSON;
        for (MatrixFormat other : MatrixFormat.values()) {
            format = !other.suffix().isEmpty() && name.endsWith(other.suffix()) ? other : format;
        }
        String id = name.substring(0, name.length() - format.suffix().length());
        if (format != MatrixFormat.JSON) {
            Documents.asDownload(context, "need-matrix-" + name);
        }
        Documents.send(context, matrices.document(question(context, id), format), format.mediaType());
    }

    /** Changes nothing; the recipe is too long for an address. */
    private void run(Context context) throws IOException {
        Parameters.only(context, GEOGRAPHY, PERIOD, MOST);
        Parameters.requireOwnHeader(context);
        String recipe = new String(Bodies.read(context, RecipeController.MOST_KILOBYTES), StandardCharsets.UTF_8);
        Documents.send(context, matrices.run(recipe, question(context, "")), Json.MEDIA_TYPE);
    }

    private static Question question(Context context, String id) {
        return new Question(
                Parameters.extent(context),
                id,
                Parameters.queryOnce(context, VERSION, text -> Parameters.positive("A version", text)),
                Parameters.queryOnce(context, GEOGRAPHY, Geography::parse),
                Parameters.queryOnce(context, PERIOD, Period::new),
                Parameters.queryOnce(context, MOST, text -> Parameters.positive("A number of areas", text)));
    }

    private void sensitivity(Context context) {
        Parameters.only(context, VERSION, GEOGRAPHY, PERIOD, MOST);
        Documents.send(context, matrices.sensitivity(question(context, context.pathParam("id"))), Json.MEDIA_TYPE);
    }
}
