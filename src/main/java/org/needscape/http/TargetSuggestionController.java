package org.needscape.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.needscape.service.NotFoundException;
import org.needscape.service.TargetSuggestionRuns;

/** Suggestions of target areas on demand: what can be asked, a question, and its answer, or the best set so far. */
final class TargetSuggestionController {

    private static final String ADDRESS = "/api/v1/extents/{extent}/target-suggestions";
    private static final int MOST_KILOBYTES = 1000;

    private final TargetSuggestionRuns suggestions;

    TargetSuggestionController(TargetSuggestionRuns suggestions) {
        this.suggestions = suggestions;
    }

    void register(RoutesConfig routes) {
        routes.get(ADDRESS, this::choices);
        routes.post(ADDRESS, this::ask);
        routes.get(ADDRESS + "/{id}", this::answer);
    }

    /** Where an answer is. */
    static String address(String extent, String id) {
        return ADDRESS.replace("{extent}", extent) + "/" + id;
    }

    private void choices(Context context) {
        Parameters.only(context);
        Json.send(context, suggestions.choices(Parameters.extent(context)));
    }

    private void ask(Context context) throws IOException {
        Parameters.only(context);
        Parameters.requireOwnHeader(context);
        String body = new String(Bodies.read(context, MOST_KILOBYTES), StandardCharsets.UTF_8);
        TargetSuggestionRuns.Asked asked = suggestions.ask(Parameters.extent(context), body);
        String result = address(Parameters.extent(context).value(), asked.id());
        ObjectNode answer = Views.object();
        answer.putObject("targetSuggestion").put("id", asked.id());
        ObjectNode links = answer.putObject("links").put("result", result);
        asked.job().ifPresent(job -> {
            answer.set("job", Views.job(job));
            links.put("job", "/api/v1/jobs/" + job.id());
        });
        context.status(asked.job().isPresent() ? 202 : 200);
        context.header(
                "Location", asked.job().map(job -> "/api/v1/jobs/" + job.id()).orElse(result));
        Json.sendFresh(context, answer);
    }

    private void answer(Context context) {
        Parameters.only(context);
        String id = context.pathParam("id");
        if (!id.matches("[0-9a-f]{16}")) {
            throw new NotFoundException("There is no suggestion of that id.");
        }
        context.header("Cache-Control", "no-store");
        context.contentType(Json.MEDIA_TYPE);
        context.result(suggestions.document(Parameters.extent(context), id).getBytes(StandardCharsets.UTF_8));
    }
}
