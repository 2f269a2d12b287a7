package org.needscape.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.needscape.service.EncodedDocument;
import org.needscape.service.NotFoundException;
import org.needscape.service.TargetExports;
import org.needscape.service.TargetPapers;

/** One revision of target areas, for those who print it, put it into their own map, or look at it again. */
final class TargetPackController {

    static final String ADDRESS = "/api/v1/extents/{extent}/target-sets/{id}/revisions/{revision}";

    private final TargetPapers papers;

    TargetPackController(TargetPapers papers) {
        this.papers = papers;
    }

    void register(RoutesConfig routes) {
        routes.get(ADDRESS + "/pack", this::pack);
        routes.get(ADDRESS + "/review", this::review);
        routes.get(ADDRESS + "/{document}", this::document);
    }

    private void pack(Context context) {
        Parameters.only(context, "download");
        EncodedDocument pack = papers.packs()
                .get(
                        Parameters.extent(context),
                        id(context),
                        revision(context),
                        context.scheme() + "://" + context.host());
        if (context.queryParam("download") != null) {
            Documents.asDownload(context, "target-" + id(context) + "-revision-" + revision(context) + ".html");
        }
        context.header("Content-Security-Policy", papers.packs().policy());
        Documents.send(context, pack, "text/html; charset=utf-8");
    }

    private void review(Context context) {
        Parameters.only(context);
        Json.sendFresh(context, papers.reviews().get(Parameters.extent(context), id(context), revision(context)));
    }

    private void document(Context context) {
        Parameters.only(context, "download");
        TargetExports.Exported file = papers.exports()
                .get(Parameters.extent(context), id(context), revision(context), context.pathParam("document"));
        if (context.queryParam("download") != null) {
            Documents.asDownload(context, file.name());
        }
        Documents.send(context, file.content(), file.mediaType());
    }

    static String id(Context context) {
        String id = context.pathParam("id");
        if (!id.matches("[a-z0-9-]{1,60}")) {
            throw new NotFoundException("There is no target area set of that id.");
        }
        return id;
    }

    static int revision(Context context) {
        return Parameters.inPath(
                context.pathParam("revision"),
                text -> Parameters.positive("A revision", text),
                "There is no revision of that number.");
    }
}
