package org.needscape;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.needscape.cli.Program;
import org.needscape.demo.DemoCounty;
import org.needscape.desk.AreaTableSink;
import org.needscape.desk.BoundarySource;
import org.needscape.progress.Progress;
import org.needscape.protection.DisclosureAuditor;
import org.needscape.protection.ProtectedObservations;
import org.needscape.service.Adjacency;
import org.needscape.service.AreaService;
import org.needscape.service.AuditService;
import org.needscape.service.AuthorityService;
import org.needscape.service.CaseService;
import org.needscape.service.DatasetService;
import org.needscape.service.DocumentService;
import org.needscape.service.ExactExport;
import org.needscape.service.ExactUseRegister;
import org.needscape.service.ExpiryWatch;
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
import org.needscape.service.StandardResults;
import org.needscape.service.TargetExports;
import org.needscape.service.TargetPackService;
import org.needscape.service.TargetPapers;
import org.needscape.service.TargetReviewService;
import org.needscape.service.TargetSetService;
import org.needscape.service.TargetSuggestionRuns;
import org.needscape.store.MoveReport;
import org.needscape.store.Store;

/** Builds everything once, in order, each part from the parts it needs. */
public final class Components implements Program {

    private final Clock clock = Clock.systemUTC();
    private final Stores stores;

    /** @param environment the variables of the process */
    public Components(Map<String, String> environment) {
        stores = new Stores(environment);
    }

    /** A store and the services that work on it. */
    record Services(
            Store store,
            JobService jobs,
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
            DatasetService datasets,
            AuditService audits,
            ProtectionDocuments protection,
            ExactUseRegister exactUses,
            ExpiryWatch expiry)
            implements OpenStore {

        @Override
        public void close() {
            expiry.close();
            jobs.close();
            store.close();
        }
    }

    /** A store and its exact values, which the services that others reach do not have. */
    record ExactStore(Services services, ExactExport exact) implements OpenExactStore {

        @Override
        public void close() {
            services.close();
        }
    }

    @Override
    public Services open(String location) {
        return services(stores.open(location));
    }

    @Override
    public Services openExisting(String location) {
        return services(stores.openExisting(location));
    }

    @Override
    public ExactStore openExact(String location) {
        stores.requireThisMachine(location);
        Services services = openExisting(location);
        return new ExactStore(
                services,
                new ExactExport(
                        services.store(),
                        new ProtectedObservations(clock),
                        services.layers(),
                        services.documents(),
                        clock));
    }

    /** What the service has beside a store while it runs. */
    ServicePlace servicePlace(String location) {
        return stores.servicePlace(location);
    }

    /** The services on a store that is open already. */
    Services services(Store store) {
        ProtectedObservations observations = new ProtectedObservations(clock);
        JobService jobs = new JobService(store, clock);
        LayerService layers = new LayerService(store, observations);
        DocumentService documents = new DocumentService(store, layers);
        AreaService areas = new AreaService(store);
        Adjacency adjacency = new Adjacency();
        ProfileService profiles = new ProfileService(store, layers, observations, adjacency);
        GradientService gradients = new GradientService(store, observations);
        MatrixService matrices = new MatrixService(store, observations, adjacency, documents);
        CaseService cases = new CaseService(store, observations, clock);
        PlaceCoOccurrenceService places = new PlaceCoOccurrenceService(store, observations);
        TargetSetService targetSets = new TargetSetService(store, layers, observations, adjacency, clock);
        SelectionService selections = new SelectionService(store, observations);
        AuditService audits = new AuditService(store, new DisclosureAuditor(observations, clock), clock);
        StandardResults standardResults = new StandardResults(store, observations, adjacency, gradients, audits);
        RecipeService recipes = new RecipeService(store, observations, adjacency, standardResults, clock);
        ImportService imports = new ImportService(store, standardResults, clock);
        DatasetService datasets = new DatasetService(store, standardResults, clock);
        ProtectionDocuments protection = new ProtectionDocuments(store, layers, datasets);
        ExpiryWatch expiry = new ExpiryWatch(datasets);
        return new Services(
                store,
                jobs,
                layers,
                documents,
                areas,
                profiles,
                gradients,
                new GradientReports(store, observations),
                matrices,
                cases,
                places,
                recipes,
                new AuthorityService(store),
                new HotspotRuns(store, layers, observations, adjacency, jobs),
                targetSets,
                new TargetSuggestionRuns(store, layers, observations, adjacency, targetSets, jobs),
                new TargetPapers(
                        new TargetExports(store, documents),
                        new TargetPackService(store, targetSets),
                        new TargetReviewService(store, targetSets, clock)),
                new ProvisionService(store, layers, observations),
                selections,
                imports,
                datasets,
                audits,
                protection,
                new ExactUseRegister(store),
                expiry);
    }

    @Override
    public void serve(String location, String host, int port, boolean demo) {
        new RunningService(this, location, host, port, demo).run();
    }

    @Override
    public MoveReport move(String from, String to, Progress progress) {
        return stores.move(from, to, progress);
    }

    @Override
    public BoundarySource boundaryFiles() {
        return new BoundaryFiles();
    }

    @Override
    public AreaTableSink areaTableFiles() {
        return new AreaTableFiles();
    }

    @Override
    public void writeDemoData(Path folder, @Nullable Long seed) throws IOException {
        DemoCounty.write(folder, seed == null ? DemoCounty.DEFAULT_SEED : seed);
    }
}
