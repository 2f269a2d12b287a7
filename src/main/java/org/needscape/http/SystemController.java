package org.needscape.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.needscape.service.EncodedDocument;
import org.needscape.service.NotFoundException;
import org.needscape.service.SoftwareVersion;
import org.needscape.store.Store;

/** Whether the service is well, what it measures of itself, and the description of its interface. */
final class SystemController implements AutoCloseable {

    private final Store store;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    SystemController(Store store) {
        this.store = store;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        garbage.bindTo(registry);
    }

    void register(RoutesConfig routes) {
        routes.get("/health", this::health);
        routes.get("/metrics", context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(registry.scrape()));
        routes.get("/api/v1/openapi.json", SystemController::openApi);
    }

    /** Counts a request by its route, never by its address, so that the number of series stays bounded. */
    void observe(Context context, float milliseconds) {
        String route = context.endpoints().lastHttpEndpoint() == null
                ? "unmatched"
                : context.endpoints().lastHttpEndpoint().path;
        Timer.builder("needscape_http_requests")
                .tag("method", context.method().name())
                .tag("route", route)
                .tag("status", Integer.toString(context.statusCode()))
                .register(registry)
                .record((long) (milliseconds * 1000), TimeUnit.MICROSECONDS);
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }

    private void health(Context context) {
        boolean well = store.isHealthy();
        context.status(well ? 200 : 503);
        Json.sendFresh(
                context,
                Views.object()
                        .put("status", well ? "ok" : "unwell")
                        .put("version", SoftwareVersion.version())
                        .put("store", well ? "ok" : "does not answer"));
    }

    private static void openApi(Context context) throws IOException {
        try (InputStream in = SystemController.class.getResourceAsStream("/org/needscape/http/openapi.json")) {
            if (in == null) {
                throw new NotFoundException("The description is missing from this build.");
            }
            Documents.send(
                    context,
                    EncodedDocument.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("@version@", SoftwareVersion.version())
                            .getBytes(StandardCharsets.UTF_8)),
                    "application/vnd.oai.openapi+json;version=3.0");
        }
    }
}
