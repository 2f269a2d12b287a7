package org.needscape.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Indicator;
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
     * Imports several files in order, all of them or none, and then computes once what depends on them.
     *
     * @return one report per file
     * @throws RejectedException as {@link #run}
     * @throws UnreadableFileException as {@link #run}
     */
    public List<ImportReport> runAll(List<ImportRequest> requests, Progress progress) {
        requests.forEach(ImportService::requireReadable);
        // Beside the reading: both go through the whole file.
        List<FutureTask<String>> hashes =
                requests.stream().map(ImportService::startHash).toList();
        List<ImportReport> reports = new ArrayList<>();
        Set<ExtentName> touched = store.write(session -> {
            Set<ExtentName> extents = new LinkedHashSet<>();
            for (int i = 0; i < requests.size(); i++) {
                FutureTask<String> hash = hashes.get(i);
                Progress part = progress.part(READING * i / requests.size(), READING * (i + 1) / requests.size());
                ImportLog log = new ImportLog(requests.get(i).fileName());
                extents.addAll(new FileImport(session, requests.get(i), log, part, draft(requests.get(i)))
                        .run(() -> result(hash)));
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

    /**
     * Finds what can be found without a store: what the request lacks, a file that is not there, a folder, an empty file.
     *
     * @throws RejectedException when the request lacks something
     * @throws UnreadableFileException when the file cannot be what is to be imported
     */
    public static void requireReadable(ImportRequest request) {
        List<RejectedException.Violation> violations = request.check();
        if (!violations.isEmpty()) {
            throw new RejectedException(violations);
        }
        try {
            if (Files.isDirectory(request.file())) {
                throw new UnreadableFileException(
                        request.fileName() + " is a folder: name the file in it that is to be imported.");
            }
            if (Files.size(request.file()) == 0) {
                throw new UnreadableFileException(request.fileName() + " is empty: download it again.");
            }
        } catch (IOException e) {
            throw unreadable(request, e);
        }
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

    private static FutureTask<String> startHash(ImportRequest request) {
        FutureTask<String> hash = new FutureTask<>(() -> hash(request));
        Thread thread = new Thread(hash, "needscape-hash");
        thread.setDaemon(true);
        thread.start();
        return hash;
    }

    private static String result(FutureTask<String> hash) {
        try {
            return hash.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnreadableFileException unreadable
                    ? unreadable
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static String hash(ImportRequest request) {
        try {
            return Hashes.ofFile(request.file());
        } catch (IOException e) {
            throw unreadable(request, e);
        }
    }

    private static UnreadableFileException unreadable(ImportRequest request, IOException cause) {
        return new UnreadableFileException(
                cause instanceof NoSuchFileException
                        ? "There is no file " + request.fileName() + ": check its name and folder."
                        : request.fileName() + " cannot be read: check that you may open it.",
                cause);
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
            return start
                    + (report.outside() == 1
                            ? ": its only record is for an area whose boundaries are"
                            : ": all " + report.outside() + " records are for areas whose boundaries are")
                    + " not loaded. Import the boundaries of these areas first.";
        }
        return start + ": it holds no records.";
    }
}
