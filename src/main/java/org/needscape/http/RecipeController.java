package org.needscape.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.needscape.progress.Job;
import org.needscape.service.JobService;
import org.needscape.service.RecipeService;
import org.needscape.service.ScoringMethod;

/** Saved scoring methods: listed, read, saved, and never changed; and what they can be made of. */
final class RecipeController {

    static final int MOST_KILOBYTES = 200;

    private static final String ADDRESS = "/api/v1/recipes";

    private final RecipeService recipes;
    private final JobService jobs;

    RecipeController(RecipeService recipes, JobService jobs) {
        this.recipes = recipes;
        this.jobs = jobs;
    }

    void register(RoutesConfig routes) {
        routes.get(ADDRESS, this::list);
        routes.post(ADDRESS, this::create);
        routes.get(ADDRESS + "/schema", this::schema);
        routes.get(ADDRESS + "/{id}", this::latest);
        routes.get(ADDRESS + "/{id}/versions/{version}", this::version);
        routes.post(ADDRESS + "/{id}/versions", this::addVersion);
        routes.get("/api/v1/extents/{extent}/measures", this::measures);
    }

    private void list(Context context) {
        Parameters.only(context);
        ObjectNode answer = Views.object();
        ArrayNode list = answer.putArray("recipes");
        recipes.list().forEach(method -> list.add(RecipeViews.heading(method)));
        Json.send(context, answer);
    }

    private void schema(Context context) {
        Parameters.only(context);
        context.header("Cache-Control", "no-cache");
        context.contentType("application/schema+json");
        context.result(RecipeService.schema().getBytes(StandardCharsets.UTF_8));
    }

    private void latest(Context context) {
        Parameters.only(context);
        Json.send(context, RecipeViews.full(recipes.get(context.pathParam("id"), Optional.empty())));
    }

    private void version(Context context) {
        Parameters.only(context);
        int version = Parameters.inPath(
                context.pathParam("version"),
                text -> Parameters.positive("A version", text),
                "There is no version of that number.");
        Json.send(context, RecipeViews.full(recipes.get(context.pathParam("id"), Optional.of(version))));
    }

    private void measures(Context context) {
        Parameters.only(context);
        ObjectNode answer = Views.object();
        ArrayNode list = answer.putArray("measures");
        recipes.listMeasures(Parameters.extent(context)).forEach(measure -> list.add(RecipeViews.measure(measure)));
        Json.send(context, answer);
    }

    private void create(Context context) throws IOException {
        saved(context, recipes.create(body(context)));
    }

    private void addVersion(Context context) throws IOException {
        saved(context, recipes.addVersion(context.pathParam("id"), body(context)));
    }

    private static String body(Context context) throws IOException {
        Parameters.only(context);
        Parameters.requireOwnHeader(context);
        return new String(Bodies.read(context, MOST_KILOBYTES), StandardCharsets.UTF_8);
    }

    private void saved(Context context, ScoringMethod method) {
        Job job = jobs.submit(
                JobService.SCORES,
                method.name(),
                progress -> {
                    recipes.refresh(progress);
                    return "";
                },
                () -> {});
        ObjectNode answer = RecipeViews.full(recipes.get(method.id(), Optional.of(method.version())));
        answer.withObject("links").put("job", "/api/v1/jobs/" + job.id());
        context.status(201);
        context.header("Location", RecipeViews.address(method));
        Json.sendFresh(context, answer);
    }
}
