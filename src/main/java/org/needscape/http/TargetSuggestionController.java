package org.needscape.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.needscape.area.ExtentName;
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
        ExtentName extent = Parameters.extent(context);
        AskedReply.send(
                context,
                "targetSuggestion",
                MOST_KILOBYTES,
                id -> address(extent.value(), id),
                question -> suggestions.ask(extent, question));
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
