package org.needscape.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.needscape.service.EncodedDocument;
import org.needscape.service.GradientQuestion;
import org.needscape.service.GradientReports;
import org.needscape.service.GradientService;
import org.needscape.service.NotFoundException;

/** The deprivation-intervention gradients of an extent, as numbers and as a chart. */
final class GradientController {

    private static final String PLACES = "places";
    private static final String UNACCOMPANIED = "unaccompanied";
    private static final String FUNNEL = "funnel";
    private static final String TENTHS = "tenths";
    private static final String SVG = ".svg";

    private final GradientService gradients;
    private final GradientReports reports;

    GradientController(GradientService gradients, GradientReports reports) {
        this.gradients = gradients;
        this.reports = reports;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/extents/{extent}/gradients", this::list);
        routes.get("/api/v1/extents/{extent}/gradients/{document}", this::document);
        routes.get("/api/v1/extents/{extent}/gradients/{id}/report", this::report);
        routes.get("/api/v1/extents/{extent}/gradients/{id}/report.csv", this::csv);
        routes.get("/api/v1/extents/{extent}/gradients/{id}/charts/{chart}", this::chart);
    }

    private void list(Context context) {
        Parameters.only(context);
        ObjectNode answer = Views.object();
        ArrayNode list = answer.putArray("gradients");
        Optional<String> opening = gradients.findOpening(Parameters.extent(context));
        for (GradientService.Heading heading : gradients.list(Parameters.extent(context))) {
            ObjectNode node = list.addObject();
            node.put("id", heading.id());
            node.put("title", heading.title());
            node.put("measure", heading.measure());
            node.put("period", heading.period());
            node.put("opening", opening.filter(heading.id()::equals).isPresent());
            String address = "/api/v1/extents/" + heading.extent() + "/gradients/" + heading.id();
            node.putObject("links").put("json", address).put("svg", address + ".svg");
        }
        Json.send(context, answer);
    }

    private void document(Context context) {
        Parameters.only(context);
        String name = context.pathParam("document");
        if (name.endsWith(SVG)) {
            String svg = gradients.chart(Parameters.extent(context), name.substring(0, name.length() - SVG.length()));
            Documents.send(context, EncodedDocument.of(svg.getBytes(StandardCharsets.UTF_8)), "image/svg+xml");
        } else {
            String json = gradients.get(Parameters.extent(context), name);
            Documents.send(context, EncodedDocument.of(json.getBytes(StandardCharsets.UTF_8)), Json.MEDIA_TYPE);
        }
    }

    private void report(Context context) {
        Documents.send(context, reports.json(question(context)), Json.MEDIA_TYPE);
    }

    private void csv(Context context) {
        Documents.asDownload(context, "gradient-" + context.pathParam("id") + ".csv");
        Documents.send(context, reports.csv(question(context)), "text/csv; charset=utf-8");
    }

    private void chart(Context context) {
        String name = context.pathParam("chart");
        if (!name.endsWith(SVG)) {
            throw new NotFoundException("There is no chart of that name: charts end in " + SVG + ".");
        }
        String chart = name.substring(0, name.length() - SVG.length());
        Documents.send(context, reports.chart(question(context), chart), "image/svg+xml");
    }

    private static GradientQuestion question(Context context) {
        Parameters.only(context, PLACES, TENTHS, UNACCOMPANIED, FUNNEL);
        return new GradientQuestion(
                Parameters.extent(context),
                context.pathParam("id"),
                Parameters.queryOnce(context, PLACES, text -> List.of(text.split(",", -1)))
                        .orElse(List.of()),
                !Parameters.queryOnce(context, TENTHS, text -> one(text, "national", "local"))
                        .orElse(true),
                Parameters.queryOnce(context, UNACCOMPANIED, text -> one(text, "in", "out"))
                        .orElse(true),
                !Parameters.queryOnce(context, FUNNEL, text -> one(text, "plain", "adjusted"))
                        .orElse(true));
    }

    /** Whether a text is the first of two words. @throws IllegalArgumentException when it is neither */
    private static boolean one(String text, String first, String second) {
        if (!text.equals(first) && !text.equals(second)) {
            throw new IllegalArgumentException("Say " + first + " or " + second + ".");
        }
        return text.equals(first);
    }
}
