package org.needscape.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaParent;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.geoio.boundary.BoundaryReader;
import org.needscape.geoio.boundary.BoundarySummary;
import org.needscape.geoio.table.AuthorityTables;
import org.needscape.geoio.table.CountsFile;
import org.needscape.geoio.table.DeprivationFile;
import org.needscape.geoio.table.IndicatorFile;
import org.needscape.geoio.table.LookupFile;
import org.needscape.geoio.table.PopulationFile;
import org.needscape.geoio.table.TableRequest;
import org.needscape.geoio.table.TableSummary;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Sensitivity;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.ImportReport;
import org.needscape.report.UnreadableFileException;
import org.needscape.store.Dataset;
import org.needscape.store.StoreSession;

/**
 * One file being read within one transaction: its records go to the store in chunks, its title, source and licence to the data
 * sets.
 */
final class FileImport {

    private static final IndicatorId CASES = new IndicatorId("cases");
    private static final int AREAS_AT_ONCE = 500;
    private static final int OBSERVATIONS_AT_ONCE = 10_000;

    private final StoreSession session;
    private final ImportRequest request;
    private final ImportRequest.Options options;
    private final ImportLog log;
    private final Progress progress;
    private final Dataset draft;
    private final long dataset;
    private final Set<IndicatorId> restricted = new LinkedHashSet<>();
    private final CaseImport cases;

    FileImport(StoreSession session, ImportRequest request, ImportLog log, Progress progress, Dataset draft) {
        this.session = session;
        this.request = request;
        this.options = request.options();
        this.log = log;
        this.progress = progress;
        this.draft = draft;
        this.dataset = session.datasets().add(draft);
        this.cases = new CaseImport(session, request, log);
    }

    /**
     * Reads the file and says which extents it touched.
     *
     * @param sha256 of the file, asked for when everything was read
     */
    Set<ExtentName> run(Supplier<String> sha256) {
        Set<ExtentName> touched =
                switch (request.kind()) {
                    case BOUNDARIES -> boundaries(sha256);
                    case AUTHORITY -> authority(sha256);
                    case SERVICES -> services(sha256);
                    default -> table(sha256);
                };
        // Only these two say anything about which county an extent is.
        if (request.kind() == ImportKind.BOUNDARIES || request.kind() == ImportKind.LOOKUP) {
            new ExtentTitles(session).refresh(touched);
        }
        return touched;
    }

    /** Keeps what waits for the policy of the data set. */
    void keepCases() {
        if (request.kind() == ImportKind.CASES) {
            cases.keep(dataset);
        }
    }

    /** What a person is told of the file. */
    ImportReport report() {
        return request.kind() == ImportKind.CASES ? CaseReport.of(log.toReport()) : log.toReport();
    }

    /** The number of the data set that the file became. */
    long dataset() {
        return dataset;
    }

    /** The indicators of the file whose figures must be protected. */
    Set<IndicatorId> restricted() {
        return Set.copyOf(restricted);
    }

    private Set<ExtentName> boundaries(Supplier<String> sha256) {
        Geography geography = Objects.requireNonNull(options.geography());
        AreaSink sink = new AreaSink(session, request, dataset);
        ReadAhead.<SmallArea, BoundarySummary>run(
                AREAS_AT_ONCE,
                consumer -> BoundaryReader.read(
                        request.file(),
                        request.fileName(),
                        geography,
                        Optional.ofNullable(options.where()),
                        consumer,
                        log,
                        progress),
                sink::save);
        describe(
                "Boundaries of " + geography.level().label() + ", " + geography.vintageYear(),
                "Office for National Statistics; contains OS data © Crown copyright and database right",
                "Open Government Licence v3.0",
                sink.extent().map(Extent::fictional).orElse(false),
                sha256.get());
        return sink.extent().map(extent -> Set.of(extent.name())).orElse(Set.of());
    }

    /** Whole authorities are in no extent, so that no layer is made of them. */
    private Set<ExtentName> authority(Supplier<String> sha256) {
        AuthorityTables tables = new AuthorityImport(session.authorities())
                .run(
                        new TableRequest(request.file(), request.fileName(), geography -> Set.of(), log, progress),
                        dataset);
        describe(tables.title(), tables.source(), tables.licence(), tables.fictional(), sha256.get());
        return Set.of();
    }

    /** No layer is made of services. */
    private Set<ExtentName> services(Supplier<String> sha256) {
        Extent extent = new ServiceImport(session, log)
                .run(
                        new TableRequest(request.file(), request.fileName(), geography -> Set.of(), log, progress),
                        Optional.ofNullable(options.extent()),
                        dataset);
        describe(ServiceImport.TITLE, ServiceImport.SOURCE, Indicator.NOT_STATED, extent.fictional(), sha256.get());
        return Set.of();
    }

    private Set<ExtentName> table(Supplier<String> sha256) {
        if (options.extent() != null
                && session.areas().findExtent(options.extent()).isEmpty()) {
            throw new RejectedException(
                    "extent", "There is no extent " + options.extent() + ": import its boundaries first.");
        }
        TableRequest table = new TableRequest(request.file(), request.fileName(), this::loadedCodes, log, progress);
        List<Observation> batch = new ArrayList<>();
        List<AreaParent> parents = new ArrayList<>();
        TableSummary summary = read(table, batch, parents);
        session.observations().save(dataset, batch);
        Set<ExtentName> touched = extentsWith(summary.geography());
        ParentChanges.describe(session.areas(), touched, parents).ifPresent(log::note);
        session.areas().saveParents(dataset, parents);
        boolean fictional = !touched.isEmpty()
                && touched.stream()
                        .map(session.areas()::findExtent)
                        .flatMap(Optional::stream)
                        .allMatch(Extent::fictional);
        describe(summary.title(), summary.source(), summary.licence(), fictional, sha256.get());
        // No layer is made of cases.
        return request.kind() == ImportKind.CASES ? Set.of() : touched;
    }

    private TableSummary read(TableRequest table, List<Observation> batch, List<AreaParent> parents) {
        return switch (request.kind()) {
            case DEPRIVATION ->
                DeprivationFile.read(
                        table,
                        Objects.requireNonNull(options.release()),
                        this::save,
                        observation -> keep(batch, observation));
            case LOOKUP -> LookupFile.read(table, parents::add);
            case POPULATION ->
                PopulationFile.read(
                        table,
                        Objects.requireNonNull(options.geography()),
                        Objects.requireNonNull(options.period()),
                        this::save,
                        observation -> keep(batch, observation));
            case INDICATORS ->
                IndicatorFile.read(
                        table,
                        Objects.requireNonNull(options.codebook()),
                        Objects.requireNonNullElse(options.codebookName(), "the codebook"),
                        Objects.requireNonNull(options.geography()),
                        this::save,
                        observation -> keep(batch, observation));
            case COUNTS ->
                CountsFile.read(
                        table,
                        Objects.requireNonNull(options.measure()),
                        Objects.requireNonNull(options.geography()),
                        Optional.ofNullable(options.period()),
                        this::save,
                        observation -> keep(batch, observation));
            case CASES -> {
                // They have no indicator; this stands for what must be protected.
                restricted.add(CASES);
                yield cases.read(table, extentsWith(Objects.requireNonNull(options.geography())));
            }
            case BOUNDARIES, AUTHORITY, SERVICES -> throw new IllegalStateException("It is no table about areas.");
        };
    }

    private void save(Indicator indicator) {
        Optional<Indicator> stored = session.observations().findIndicator(indicator.id());
        if (stored.isPresent()
                && stored.get().sensitivity() == Sensitivity.RESTRICTED
                && indicator.sensitivity() == Sensitivity.OPEN) {
            throw new UnreadableFileException(
                    request.fileName() + " calls " + indicator.id()
                            + " open, but the store holds it as restricted: give it another id, small counts must stay hidden.");
        }
        stored.filter(known -> known.polarity() != indicator.polarity()
                        || !known.unit().equals(indicator.unit())
                        || known.sensitivity() != indicator.sensitivity())
                .ifPresent(
                        known -> log.note(
                                "The definition of " + indicator.id()
                                        + " differs from the one that the store had (unit, need direction or sensitivity); the new one counts now."));
        session.observations().saveIndicators(List.of(indicator));
        if (indicator.sensitivity() == Sensitivity.RESTRICTED) {
            restricted.add(indicator.id());
        }
    }

    private void keep(List<Observation> batch, Observation observation) {
        batch.add(observation);
        if (batch.size() == OBSERVATIONS_AT_ONCE) {
            session.observations().save(dataset, batch);
            batch.clear();
        }
    }

    private Set<AreaCode> loadedCodes(Geography geography) {
        ExtentName extent = options.extent();
        return extent == null
                ? session.areas().listCodes(geography)
                : session.areas().listNames(extent, geography).keySet();
    }

    private Set<ExtentName> extentsWith(Geography geography) {
        Set<ExtentName> extents = new LinkedHashSet<>();
        for (Extent extent : session.areas().listExtents()) {
            boolean asked = options.extent() == null || options.extent().equals(extent.name());
            if (asked && session.areas().listGeographies(extent.name()).contains(geography)) {
                extents.add(extent.name());
            }
        }
        return extents;
    }

    private void describe(String title, String source, String licence, boolean fictional, String sha256) {
        session.datasets()
                .update(new Dataset(
                        dataset,
                        draft.kind(),
                        fictional && !title.startsWith("Fictional") ? title + " (fictional)" : title,
                        fictional ? "Fictional data, invented for demonstration" : source,
                        fictional ? "Apache License 2.0" : licence,
                        draft.fileName(),
                        request.kind() == ImportKind.CASES ? keyed(sha256) : sha256,
                        report().accepted(),
                        draft.imported()));
    }

    /** A hash of a file of cases that everybody could make would tell whoever guesses the file whether it was right. */
    private String keyed(String sha256) {
        String code = Hashes.keyed(session.protection().key(), List.of("case file", sha256));
        return code.substring(code.indexOf(':') + 1);
    }
}
