package org.needscape.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.needscape.report.UnreadableFileException;

/**
 * An import of which everything is known that can be known without a store. Its file is being hashed meanwhile: that takes as long
 * as opening a store and beginning to read.
 */
public final class ReadyImport implements AutoCloseable {

    private final ImportRequest request;
    private final FutureTask<String> sha256;

    private ReadyImport(ImportRequest request) {
        this.request = request;
        sha256 = new FutureTask<>(() -> hash(request));
        Thread thread = new Thread(sha256, "needscape-hash");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Finds what the request lacks, a file that is not there, a folder, an empty file.
     *
     * @throws RejectedException when the request lacks something
     * @throws UnreadableFileException when the file cannot be what is to be imported
     */
    public static ReadyImport of(ImportRequest request) {
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
        return new ReadyImport(request);
    }

    ImportRequest request() {
        return request;
    }

    /** The hash of the file in hexadecimal; waits for it. */
    String sha256() {
        try {
            return sha256.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnreadableFileException unreadable
                    ? unreadable
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Lets go of the file. */
    @Override
    public void close() {
        sha256.cancel(true);
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
}
