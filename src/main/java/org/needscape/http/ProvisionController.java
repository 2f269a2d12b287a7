package org.needscape.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.needscape.service.ProvisionKey;
import org.needscape.service.ProvisionService;

/** Coverage of provision: services, their reach and budgets beside need. */
final class ProvisionController {

    private static final String KEY = "key";

    private final ProvisionService provision;

    ProvisionController(ProvisionService provision) {
        this.provision = provision;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/extents/{extent}/provision", this::json);
        routes.get("/api/v1/extents/{extent}/provision.csv", this::csv);
    }

    private void json(Context context) {
        ProvisionKey key = key(context);
        Documents.send(context, provision.json(Parameters.extent(context), key), Json.MEDIA_TYPE);
    }

    private void csv(Context context) {
        ProvisionKey key = key(context);
        Documents.asDownload(context, "provision-" + context.pathParam("extent") + ".csv");
        Documents.send(context, provision.csv(Parameters.extent(context), key), "text/csv; charset=utf-8");
    }

    private static ProvisionKey key(Context context) {
        Parameters.only(context, KEY);
        return Parameters.queryOnce(context, KEY, ProvisionKey::parse).orElse(ProvisionKey.CHILDREN);
    }
}
