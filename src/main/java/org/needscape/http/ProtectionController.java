package org.needscape.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.needscape.service.ProtectionDocuments;

/** What is hidden in an extent and why, what was agreed about its data, and the last audit. */
final class ProtectionController {

    private final ProtectionDocuments documents;

    ProtectionController(ProtectionDocuments documents) {
        this.documents = documents;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/extents/{extent}/protection", this::get);
    }

    private void get(Context context) {
        Parameters.only(context);
        Json.send(context, documents.get(Parameters.extent(context)));
    }
}
