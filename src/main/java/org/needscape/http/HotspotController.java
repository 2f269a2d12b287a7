package org.needscape.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.needscape.area.ExtentName;
import org.needscape.hotspot.NeighbourKinds;
import org.needscape.service.EncodedDocument;
import org.needscape.service.HotspotRuns;
import org.needscape.service.NotFoundException;

/** Hotspots on demand: what can be asked, a question, its answer, and the neighbours of an area. */
final class HotspotController {

    private static final String ADDRESS = "/api/v1/extents/{extent}/hotspots";

    /** A list of all neighbours of England's small areas, and some more. */
    private static final int MOST_KILOBYTES = 8000;

    private final HotspotRuns hotspots;

    HotspotController(HotspotRuns hotspots) {
        this.hotspots = hotspots;
    }

    void register(RoutesConfig routes) {
        routes.get(ADDRESS, this::choices);
        routes.post(ADDRESS, this::ask);
        routes.get(ADDRESS + "/{id}", this::answer);
        routes.get("/api/v1/extents/{extent}/neighbours/{geography}/{code}", this::neighbours);
    }

    /** Where an answer is. */
    static String address(String extent, String id) {
        return "/api/v1/extents/" + extent + "/hotspots/" + id;
    }

    private void choices(Context context) {
        Parameters.only(context);
        Json.send(context, hotspots.choices(Parameters.extent(context)));
    }

    private void ask(Context context) throws IOException {
        ExtentName extent = Parameters.extent(context);
        AskedReply.send(
                context,
                "hotspots",
                MOST_KILOBYTES,
                id -> address(extent.value(), id),
                question -> hotspots.ask(extent, question));
    }

    private void answer(Context context) {
        Parameters.only(context);
        String id = context.pathParam("id");
        if (!id.matches("[0-9a-f]{16}")) {
            throw new NotFoundException("There are no hotspots of that id.");
        }
        Documents.send(
                context,
                EncodedDocument.of(
                        hotspots.document(Parameters.extent(context), id).getBytes(StandardCharsets.UTF_8)),
                Json.MEDIA_TYPE);
    }

    private void neighbours(Context context) {
        Parameters.only(context, "kind");
        Json.send(
                context,
                hotspots.neighbours(
                        Parameters.extent(context),
                        Parameters.geography(context),
                        Parameters.queryOnce(context, "kind", NeighbourKinds::parse)
                                .orElse(NeighbourKinds.QUEEN),
                        Parameters.area(context)));
    }
}
