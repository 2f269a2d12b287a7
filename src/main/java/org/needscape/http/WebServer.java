package org.needscape.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.staticfiles.Location;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.needscape.service.AreaService;
import org.needscape.service.AuthorityService;
import org.needscape.service.CaseService;
import org.needscape.service.DocumentService;
import org.needscape.service.GradientReports;
import org.needscape.service.GradientService;
import org.needscape.service.HotspotRuns;
import org.needscape.service.ImportService;
import org.needscape.service.JobService;
import org.needscape.service.LayerService;
import org.needscape.service.MatrixService;
import org.needscape.service.PlaceCoOccurrenceService;
import org.needscape.service.ProfileService;
import org.needscape.service.ProtectionDocuments;
import org.needscape.service.ProvisionService;
import org.needscape.service.RecipeService;
import org.needscape.service.SelectionService;
import org.needscape.service.TargetPapers;
import org.needscape.service.TargetSetService;
import org.needscape.service.TargetSuggestionRuns;
import org.needscape.store.Store;
import org.needscape.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web service: routes, static files, headers, errors. Stops gracefully: what is being answered is finished first. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long STOP_WITHIN_MILLISECONDS = 10_000;

    private final Javalin javalin;
    private final SystemController system;
    private final Uploads uploads;
    private final ServerSettings settings;

    /**
     * What the service serves.
     *
     * @param store for its health
     * @param uploadFolder where uploads lie while they are read
     */
    public record Services(
            Store store,
            LayerService layers,
            DocumentService documents,
            AreaService areas,
            ProfileService profiles,
            GradientService gradients,
            GradientReports gradientReports,
            MatrixService matrices,
            CaseService cases,
            PlaceCoOccurrenceService places,
            RecipeService recipes,
            AuthorityService authorities,
            HotspotRuns hotspots,
            TargetSetService targetSets,
            TargetSuggestionRuns targetSuggestions,
            TargetPapers targetPapers,
            ProvisionService provision,
            SelectionService selections,
            ImportService imports,
            JobService jobs,
            ProtectionDocuments protection,
            Path uploadFolder) {}

    public WebServer(ServerSettings settings, Services services) {
        this.settings = settings;
        this.system = new SystemController(services.store());
        this.uploads = new Uploads(services.uploadFolder(), settings.uploadMegabytes());
        this.javalin = Javalin.create(config -> configure(config, services));
    }

    /**
     * Starts to listen.
     *
     * @return the address of the page
     * @throws StoreException when the port is in use, with one sentence
     */
    public String start() {
        uploads.clear();
        try {
            javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            if (isPortInUse(e)) {
                throw new StoreException(
                        "Port " + settings.port() + " on " + settings.host()
                                + " is in use by another program: stop that program or choose another port with --port.",
                        e);
            }
            throw e;
        }
        String host = settings.host().equals("127.0.0.1") ? "localhost" : settings.host();
        return "http://" + host + ":" + javalin.port();
    }

    /** The port it listens on, once started. */
    public int port() {
        return javalin.port();
    }

    /** What it answers besides files, such as {@code GET /api/v1/layers}: what its description must describe. */
    public List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        javalin.stop();
        system.close();
    }

    private void configure(JavalinConfig config, Services services) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = settings.uploadMegabytes() * 1024L * 1024L;
        config.jetty.multipartConfig.maxFileSize(settings.uploadMegabytes(), SizeUnit.MB);
        config.jetty.multipartConfig.maxTotalRequestSize(settings.uploadMegabytes(), SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        config.jetty.multipartConfig.cacheDirectory(services.uploadFolder().toString());
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_WITHIN_MILLISECONDS);
            server.insertHandler(new GracefulHandler());
        });
        staticFiles(config);
        config.routes.before(SecurityHeaders::write);
        config.routes.before(new HostGuard(settings.host())::check);
        config.requestLogger.http((context, milliseconds) -> {
            system.observe(context, milliseconds);
            LOG.info(
                    "{} {} {} {} ms",
                    context.method(),
                    context.path().replaceAll("\\p{Cntrl}", "?"),
                    context.statusCode(),
                    Math.round(milliseconds));
        });
        Problems.register(config.routes);
        system.register(config.routes);
        new LayerController(services.layers(), services.documents()).register(config.routes);
        new AreaController(services.areas(), services.profiles(), services.jobs()).register(config.routes);
        new GradientController(services.gradients(), services.gradientReports()).register(config.routes);
        new MatrixController(services.matrices()).register(config.routes);
        new CoOccurrenceController(services.cases(), services.places()).register(config.routes);
        new RecipeController(services.recipes(), services.jobs()).register(config.routes);
        new AuthorityController(services.authorities()).register(config.routes);
        new HotspotController(services.hotspots()).register(config.routes);
        new TargetSetController(services.targetSets()).register(config.routes);
        new TargetSuggestionController(services.targetSuggestions()).register(config.routes);
        new TargetPackController(services.targetPapers()).register(config.routes);
        new ProvisionController(services.provision()).register(config.routes);
        new ProtectionController(services.protection()).register(config.routes);
        new SelectionController(services.selections()).register(config.routes);
        new ImportController(services.imports(), services.jobs(), uploads).register(config.routes);
    }

    private static void staticFiles(JavalinConfig config) {
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/web";
            files.location = Location.CLASSPATH;
            files.precompressMaxSize = 2 * 1024 * 1024;
            files.headers = headers("no-cache");
        });
        config.staticFiles.add(files -> {
            files.hostedPath = "/webjars/leaflet";
            files.directory = "/META-INF/resources/webjars/leaflet";
            files.location = Location.CLASSPATH;
            files.precompressMaxSize = 2 * 1024 * 1024;
            files.headers = headers("public, max-age=31536000, immutable");
        });
    }

    private static java.util.Map<String, String> headers(String cacheControl) {
        java.util.Map<String, String> headers = new java.util.HashMap<>(SecurityHeaders.all());
        headers.put("Cache-Control", cacheControl);
        return headers;
    }

    private static boolean isPortInUse(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || (cause.getMessage() != null && cause.getMessage().contains("Port already in use"))) {
                return true;
            }
        }
        return false;
    }
}
