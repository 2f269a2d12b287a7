package org.needscape.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.geoio.BoundaryReader;
import org.needscape.geoio.CountsFile;
import org.needscape.geoio.DeprivationFile;
import org.needscape.geoio.IndicatorFile;
import org.needscape.geoio.LookupFile;
import org.needscape.geoio.PopulationFile;
import org.needscape.geoio.TableRequest;
import org.needscape.geoio.TableSummary;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.ImportProblem;
import org.needscape.report.ImportReport;
import org.needscape.report.UnreadableFileException;
import org.needscape.store.Dataset;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * Reads a publisher's file into the store, all of it or nothing, and computes the standard results of the extents it touches.
 */
public final class ImportService {

    /** The share of an import's progress that reading takes; computing takes the rest. */
    private static final double READING = 0.7;

    private final Store store;
    private final StandardResults standardResults;
    private final Clock clock;

    public ImportService(Store store, StandardResults standardResults, Clock clock) {
        this.store = store;
        this.standardResults = standardResults;
        this.clock = clock;
    }

    /**
     * Imports a file and computes what depends on it.
     *
     * @return what was accepted, repaired and refused
     * @throws RejectedException when the request lacks something
     * @throws UnreadableFileException when the file cannot be read, is of another vintage or nothing in it was accepted; the
     *     store is then as it was
     */
    public ImportReport run(ImportRequest request, Progress progress) {
        return runAll(List.of(request), progress).get(0);
    }

    /**
     * Imports several files in order, all of them or none, and then computes once what depends on them.
     *
     * @return one report per file
     * @throws RejectedException as {@link #run}
     * @throws UnreadableFileException as {@link #run}
     */
    public List<ImportReport> runAll(List<ImportRequest> requests, Progress progress) {
        List<RejectedException.Violation> violations =
                requests.stream().flatMap(request -> request.check().stream()).toList();
        if (!violations.isEmpty()) {
            throw new RejectedException(violations);
        }
        List<String> hashes = requests.stream().map(ImportService::hash).toList();
        List<ImportReport> reports = new ArrayList<>();
        Set<ExtentName> touched = store.write(session -> {
            Set<ExtentName> extents = new LinkedHashSet<>();
            for (int i = 0; i < requests.size(); i++) {
                Progress part = progress.part(READING * i / requests.size(), READING * (i + 1) / requests.size());
                ImportLog log = new ImportLog(requests.get(i).fileName());
                extents.addAll(new Reading(session, requests.get(i), log, part, hashes.get(i)).run());
                if (log.acceptedCount() == 0) {
                    throw new UnreadableFileException(nothingAccepted(log.toReport()));
                }
                reports.add(log.toReport());
            }
            return extents;
        });
        standardResults.refresh(touched, progress.part(READING, 1));
        progress.report(1, "Done.");
        return List.copyOf(reports);
    }

    private static String hash(ImportRequest request) {
        try {
            if (Files.isDirectory(request.file())) {
                throw new UnreadableFileException(
                        request.fileName() + " is a folder: name the file in it that is to be imported.");
            }
            if (Files.size(request.file()) == 0) {
                throw new UnreadableFileException(request.fileName() + " is empty: download it again.");
            }
            return Hashes.ofFile(request.file());
        } catch (NoSuchFileException e) {
            throw new UnreadableFileException(
                    "There is no file " + request.fileName() + ": check its name and folder.", e);
        } catch (IOException e) {
            throw new UnreadableFileException(request.fileName() + " cannot be read: check that you may open it.", e);
        }
    }

    private static String nothingAccepted(ImportReport report) {
        String start = "Nothing in " + report.fileName() + " was accepted";
        if (!report.problems().isEmpty()) {
            ImportProblem first = report.problems().get(0);
            return start + "; the first of " + report.refused() + " refused records is row " + first.row()
                    + (first.field().isEmpty() ? "" : ", " + first.field()) + ": " + first.reason() + " "
                    + first.whatToDo();
        }
        if (report.outside() > 0) {
            return start + ": all " + report.outside()
                    + " records are for areas whose boundaries are not loaded. Import the boundaries of these areas first.";
        }
        return start + ": it holds no records.";
    }

    /** One file being read within one transaction. */
    private final class Reading {

        private static final int AREAS_AT_ONCE = 500;
        private static final int OBSERVATIONS_AT_ONCE = 10_000;

        private final StoreSession session;
        private final ImportRequest request;
        private final ImportRequest.Options options;
        private final ImportLog log;
        private final Progress progress;
        private final long dataset;
        private final Dataset draft;

        Reading(StoreSession session, ImportRequest request, ImportLog log, Progress progress, String sha256) {
            this.session = session;
            this.request = request;
            this.options = request.options();
            this.log = log;
            this.progress = progress;
            this.draft = new Dataset(
                    0,
                    request.kind().code(),
                    request.fileName(),
                    "not stated",
                    "not stated",
                    request.fileName(),
                    sha256,
                    0,
                    clock.instant());
            this.dataset = session.datasets().add(draft);
        }

        Set<ExtentName> run() {
            Set<ExtentName> touched = request.kind() == ImportKind.BOUNDARIES ? boundaries() : table();
            new ExtentTitles(session).refresh(touched);
            return touched;
        }

        private Set<ExtentName> boundaries() {
            Geography geography = Objects.requireNonNull(options.geography());
            AreaSink sink = new AreaSink();
            BoundaryReader.read(
                    request.file(),
                    request.fileName(),
                    geography,
                    Optional.ofNullable(options.where()),
                    sink::accept,
                    log,
                    progress);
            sink.flush();
            boolean fictional = sink.extent != null && sink.extent.fictional();
            describe(
                    "Boundaries of " + geography.level().label() + ", " + geography.vintageYear(),
                    "Office for National Statistics; contains OS data © Crown copyright and database right",
                    "Open Government Licence v3.0",
                    fictional);
            return sink.extent == null ? Set.of() : Set.of(sink.extent.name());
        }

        private Set<ExtentName> table() {
            if (options.extent() != null
                    && session.areas().findExtent(options.extent()).isEmpty()) {
                throw new RejectedException(
                        "extent", "There is no extent " + options.extent() + ": import its boundaries first.");
            }
            TableRequest table = new TableRequest(request.file(), request.fileName(), this::loadedCodes, log, progress);
            List<org.needscape.indicator.Observation> batch = new ArrayList<>();
            List<org.needscape.area.AreaParent> parents = new ArrayList<>();
            TableSummary summary =
                    switch (request.kind()) {
                        case DEPRIVATION ->
                            DeprivationFile.read(
                                    table,
                                    Objects.requireNonNull(options.release()),
                                    this::indicator,
                                    o -> keep(batch, o));
                        case LOOKUP -> LookupFile.read(table, parents::add);
                        case POPULATION ->
                            PopulationFile.read(
                                    table,
                                    Objects.requireNonNull(options.geography()),
                                    Objects.requireNonNull(options.period()),
                                    this::indicator,
                                    o -> keep(batch, o));
                        case INDICATORS ->
                            IndicatorFile.read(
                                    table,
                                    Objects.requireNonNull(options.codebook()),
                                    Objects.requireNonNullElse(options.codebookName(), "the codebook"),
                                    Objects.requireNonNull(options.geography()),
                                    this::indicator,
                                    o -> keep(batch, o));
                        case COUNTS ->
                            CountsFile.read(
                                    table,
                                    Objects.requireNonNull(options.measure()),
                                    Objects.requireNonNull(options.geography()),
                                    Optional.ofNullable(options.period()),
                                    this::indicator,
                                    o -> keep(batch, o));
                        case BOUNDARIES -> throw new IllegalStateException("Boundaries are no table.");
                    };
            session.observations().save(dataset, batch);
            session.areas().saveParents(dataset, parents);
            Set<ExtentName> touched = extentsWith(summary.geography());
            boolean fictional = touched.stream()
                    .map(session.areas()::findExtent)
                    .flatMap(Optional::stream)
                    .allMatch(Extent::fictional);
            describe(summary.title(), summary.source(), summary.licence(), fictional && !touched.isEmpty());
            return touched;
        }

        private void indicator(org.needscape.indicator.Indicator indicator) {
            session.observations().saveIndicators(List.of(indicator));
        }

        private void keep(
                List<org.needscape.indicator.Observation> batch, org.needscape.indicator.Observation observation) {
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

        private void describe(String title, String source, String licence, boolean fictional) {
            session.datasets()
                    .update(new Dataset(
                            dataset,
                            draft.kind(),
                            fictional ? title + " (fictional)" : title,
                            fictional ? "Fictional data, invented for demonstration" : source,
                            fictional ? "no rights reserved" : licence,
                            draft.fileName(),
                            draft.sha256(),
                            log.acceptedCount(),
                            draft.imported()));
        }

        /** Gives areas to the store in chunks and finds out which extent they belong to. */
        private final class AreaSink {

            private final List<SmallArea> batch = new ArrayList<>();
            private @Nullable Extent extent;

            void accept(SmallArea area) {
                if (extent == null) {
                    extent = extentFor(area.id().code().isFictional());
                }
                batch.add(area);
                if (batch.size() == AREAS_AT_ONCE) {
                    flush();
                }
            }

            void flush() {
                if (extent != null && !batch.isEmpty()) {
                    session.areas().saveAreas(extent.name(), dataset, batch);
                    batch.clear();
                }
            }

            private Extent extentFor(boolean fictional) {
                ExtentName name = options.extent() != null
                        ? options.extent()
                        : fictional ? ExtentName.FICTIONAL : ExtentName.LOADED;
                Optional<Extent> existing = session.areas().findExtent(name);
                if (existing.isPresent()) {
                    if (existing.get().fictional() != fictional) {
                        throw new UnreadableFileException(request.fileName() + " holds "
                                + (fictional ? "fictional" : "real") + " areas, but the extent " + name + " holds "
                                + (fictional ? "real" : "fictional")
                                + " ones: choose another extent, the two never mix.");
                    }
                    return existing.get();
                }
                Extent made = new Extent(name, ExtentTitles.fromName(name), fictional);
                session.areas().saveExtent(made);
                return made;
            }
        }
    }
}
