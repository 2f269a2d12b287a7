package org.needscape;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.needscape.Components.Services;
import org.needscape.http.ServerSettings;
import org.needscape.http.WebServer;
import org.needscape.service.FictionalDecisions;
import org.needscape.service.JobService;
import org.needscape.service.RejectedException;
import org.needscape.service.ReportDocuments;
import org.needscape.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web service from start to stop. */
final class RunningService {

    private static final Logger LOG = LoggerFactory.getLogger(RunningService.class);

    private final Components components;
    private final String location;
    private final ServerSettings settings;
    private final boolean demo;

    RunningService(Components components, String location, String host, int port, boolean demo) {
        if (!ServerSettings.isLoopback(host)) {
            throw new RejectedException(
                    "host",
                    "Sign-in is not configured, so only this machine may reach the service: use 127.0.0.1, not " + host
                            + ".");
        }
        this.components = components;
        this.location = location;
        this.settings = new ServerSettings(host, port, ServerSettings.DEFAULT_UPLOAD_MEGABYTES);
        this.demo = demo;
    }

    /** Serves until the process is asked to stop, then finishes what is being answered and closes the store. */
    void run() {
        ServicePlace place = components.servicePlace(location);
        Services services;
        try {
            services = components.open(location);
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
        WebServer server = server(settings, services, place.uploads());
        CountDownLatch stopped = new CountDownLatch(1);
        String address;
        try {
            services.jobs().failUnfinished();
            // Before the server listens, so that nothing is answered from results whose time is over.
            services.expiry().start();
            if (demo && services.layers().listExtents().isEmpty()) {
                // Before the server listens, so that the first one who asks is told that a county is on its way.
                submitDemo(services);
            }
            address = server.start();
        } catch (RuntimeException e) {
            services.close();
            place.close();
            throw e;
        }
        place.announce(URI.create(address));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            place.withdraw();
            services.close();
            place.close();
            stopped.countDown();
        }));
        LOG.info("Needscape is at {} (store {}); stop it with Ctrl+C", address, location);
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void submitDemo(Services services) {
        DemoLoader county = new DemoLoader(services.imports(), new FictionalDecisions(services.targetSets()));
        services.jobs()
                .submit(
                        JobService.DEMO,
                        "the fictional county",
                        progress -> {
                            try {
                                return ReportDocuments.toJson(
                                        county.load(progress).get(0));
                            } catch (StoreException e) {
                                LOG.warn("The fictional county could not be loaded: {}", e.getMessage());
                                throw e;
                            }
                        },
                        () -> {});
    }

    static WebServer server(ServerSettings settings, Services services, Path uploads) {
        return new WebServer(
                settings,
                new WebServer.Services(
                        services.store(),
                        services.layers(),
                        services.documents(),
                        services.areas(),
                        services.profiles(),
                        services.gradients(),
                        services.gradientReports(),
                        services.matrices(),
                        services.cases(),
                        services.places(),
                        services.recipes(),
                        services.authorities(),
                        services.hotspots(),
                        services.targetSets(),
                        services.targetSuggestions(),
                        services.targetPapers(),
                        services.provision(),
                        services.selections(),
                        services.imports(),
                        services.jobs(),
                        services.protection(),
                        uploads));
    }
}
