package org.needscape.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.needscape.service.TargetSetService;
import org.needscape.service.TargetSetService.Saved;

/** Target areas: what a choice reaches, decision records and their revisions. */
final class TargetSetController {

    private static final String ADDRESS = "/api/v1/extents/{extent}/target-sets";
    private static final int MOST_KILOBYTES = 1000;

    private final TargetSetService sets;

    TargetSetController(TargetSetService sets) {
        this.sets = sets;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/extents/{extent}/target-areas", this::areas);
        routes.post("/api/v1/extents/{extent}/target-tallies", this::tallies);
        routes.get(ADDRESS, this::list);
        routes.post(ADDRESS, this::create);
        routes.get(ADDRESS + "/{id}", this::latest);
        routes.post(ADDRESS + "/{id}/revisions", this::revise);
        routes.get(ADDRESS + "/{id}/revisions/{revision}", this::revision);
        routes.get(ADDRESS + "/{id}/comparison", this::comparison);
    }

    private void areas(Context context) {
        Parameters.only(context);
        Json.sendFresh(context, sets.areas(Parameters.extent(context)));
    }

    private void tallies(Context context) throws IOException {
        Json.sendFresh(context, sets.tallies(Parameters.extent(context), body(context)));
    }

    private void list(Context context) {
        Parameters.only(context);
        Json.sendFresh(context, sets.list(Parameters.extent(context)));
    }

    private void latest(Context context) {
        Parameters.only(context);
        send(context, TargetPackController.id(context), Optional.empty());
    }

    private void revision(Context context) {
        Parameters.only(context);
        int revision = TargetPackController.revision(context);
        send(context, TargetPackController.id(context), Optional.of(revision));
    }

    private void comparison(Context context) {
        Parameters.only(context, "first", "second");
        Json.sendFresh(
                context,
                sets.compare(
                        Parameters.extent(context),
                        TargetPackController.id(context),
                        number(context, "first"),
                        number(context, "second")));
    }

    private static int number(Context context, String name) {
        return Parameters.queryOnce(context, name, text -> Parameters.positive("A revision", text))
                .orElseThrow(() -> new BadRequestException(name, "Give the number of a revision."));
    }

    private void create(Context context) throws IOException {
        saved(context, sets.create(Parameters.extent(context), body(context)));
    }

    private void revise(Context context) throws IOException {
        saved(context, sets.revise(Parameters.extent(context), TargetPackController.id(context), body(context)));
    }

    private static String body(Context context) throws IOException {
        Parameters.only(context);
        Parameters.requireOwnHeader(context);
        return new String(Bodies.read(context, MOST_KILOBYTES), StandardCharsets.UTF_8);
    }

    private void saved(Context context, Saved saved) {
        context.status(201);
        context.header(
                "Location",
                ADDRESS.replace("{extent}", Parameters.extent(context).value()) + "/" + saved.id() + "/revisions/"
                        + saved.revision());
        send(context, saved.id(), Optional.of(saved.revision()));
    }

    private void send(Context context, String id, Optional<Integer> revision) {
        ObjectNode answer = sets.get(Parameters.extent(context), id, revision);
        Json.sendFresh(context, answer);
    }
}
