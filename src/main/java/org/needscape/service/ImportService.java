package org.needscape.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.ImportProblem;
import org.needscape.report.ImportReport;
import org.needscape.report.UnreadableFileException;
import org.needscape.store.Dataset;
import org.needscape.store.Store;

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
     * The same of an import that was made ready before; it stays the caller's to close.
     *
     * @throws RejectedException as {@link #run(ImportRequest, Progress)}
     * @throws UnreadableFileException as {@link #run(ImportRequest, Progress)}
     */
    public ImportReport run(ReadyImport ready, Progress progress) {
        return runReady(List.of(ready), progress).get(0);
    }

    /**
     * Imports several files in order, all of them or none, and then computes once what depends on them.
     *
     * @return one report per file
     * @throws RejectedException as {@link #run(ImportRequest, Progress)}
     * @throws UnreadableFileException as {@link #run(ImportRequest, Progress)}
     */
    public List<ImportReport> runAll(List<ImportRequest> requests, Progress progress) {
        List<ReadyImport> ready = new ArrayList<>();
        try {
            requests.forEach(request -> ready.add(ReadyImport.of(request)));
            return runReady(ready, progress);
        } finally {
            ready.forEach(ReadyImport::close);
        }
    }

    private List<ImportReport> runReady(List<ReadyImport> ready, Progress progress) {
        List<ImportReport> reports = new ArrayList<>();
        List<Long> datasets = new ArrayList<>();
        Set<ExtentName> touched = store.write(session -> {
            Set<ExtentName> extents = new LinkedHashSet<>();
            PolicyHeritage policies = new PolicyHeritage(session);
            Map<Long, Set<IndicatorId>> restricted = new LinkedHashMap<>();
            Map<Long, PolicyChange> agreed = new LinkedHashMap<>();
            List<FileImport> files = new ArrayList<>();
            for (int i = 0; i < ready.size(); i++) {
                ImportRequest request = ready.get(i).request();
                Progress part = progress.part(READING * i / ready.size(), READING * (i + 1) / ready.size());
                ImportLog log = new ImportLog(request.fileName());
                FileImport file = new FileImport(session, request, log, part, draft(request));
                extents.addAll(file.run(ready.get(i)::sha256));
                restricted.put(file.dataset(), file.restricted());
                agreed.put(file.dataset(), request.options().agreed());
                if (log.acceptedCount() == 0) {
                    throw new UnreadableFileException(nothingAccepted(request.kind(), file.report()));
                }
                files.add(file);
            }
            policies.save(restricted, agreed);
            files.forEach(FileImport::keepCases);
            files.forEach(file -> {
                reports.add(file.report());
                datasets.add(file.dataset());
            });
            return extents;
        });
        standardResults.refresh(touched, progress.part(READING, 1));
        for (int i = 0; i < reports.size(); i++) {
            ImportKind kind = ready.get(i).request().kind();
            if (kind == ImportKind.COUNTS || kind == ImportKind.POPULATION) {
                reports.set(i, reports.get(i).withNotes(standardResults.notes(touched, datasets.get(i))));
            }
        }
        progress.report(1, "Done.");
        return List.copyOf(reports);
    }

    private Dataset draft(ImportRequest request) {
        return new Dataset(
                0,
                request.kind().code(),
                request.fileName(),
                Indicator.NOT_STATED,
                Indicator.NOT_STATED,
                request.fileName(),
                "",
                0,
                clock.instant());
    }

    private static String nothingAccepted(ImportKind kind, ImportReport report) {
        String start = "Nothing in " + report.fileName() + " was accepted";
        if (!report.problems().isEmpty()) {
            ImportProblem first = report.problems().get(0);
            return start + "; the first of " + report.refused() + " refused records is row " + first.row()
                    + (first.field().isEmpty() ? "" : ", " + first.field()) + ": " + first.reason() + " "
                    + first.whatToDo();
        }
        if (report.outside() > 0 && kind == ImportKind.CASES) {
            return start
                    + ": all its cases are in areas whose boundaries are not loaded. Import the boundaries of these areas first.";
        }
        if (report.outside() > 0) {
            return start
                    + (report.outside() == 1
                            ? ": its only record is for an area whose boundaries are"
                            : ": all " + report.outside() + " records are for areas whose boundaries are")
                    + " not loaded. Import the boundaries of these areas first.";
        }
        return start + ": it holds no records.";
    }
}
