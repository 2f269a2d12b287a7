package org.needscape.http;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.needscape.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives forms with files. Each form's files lie in a folder of their own until they have been read; the names that they came with
 * are never used as names of files.
 */
final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    /** How much of an upload that is too large is read to its end: whoever sends it only then reads the answer. */
    private static final int DRAINED_TIMES_LIMIT = 10;

    private final Path root;
    private final int megabytes;

    /**
     * @param root the folder that uploads lie in
     * @param megabytes the largest accepted form
     */
    Uploads(Path root, int megabytes) {
        this.root = root;
        this.megabytes = megabytes;
    }

    /** Deletes what a process that was killed left behind: it may hold a county's own counts. */
    void clear() {
        if (Files.isDirectory(root)) {
            for (Path left : list(root)) {
                delete(left);
            }
        }
    }

    /**
     * Reads the whole form, so that its fields and files can then be asked for.
     *
     * @throws BadRequestException when it is too large, cut short or no form
     * @throws StoreException when the disk has no room for it
     */
    void receive(Context context) {
        try {
            read(context);
        } catch (RuntimeException e) {
            // What is left of the form is not read, and a connection with it in the way cannot be used again.
            context.header("Connection", "close");
            throw e;
        }
    }

    private void read(Context context) {
        if (context.contentLength() > limitBytes()) {
            drain(context);
            throw tooLarge();
        }
        if (!context.isMultipartFormData()) {
            throw noForm();
        }
        try {
            context.uploadedFiles();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw unreadable(e);
        }
    }

    /** A new folder for the files of one form. */
    Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(root), "upload");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Puts an uploaded file into its form's folder. */
    Path keep(UploadedFile upload, Path target) {
        try (InputStream in = upload.content()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Deletes a form's folder with its files. */
    void delete(Path path) {
        try {
            if (Files.isDirectory(path)) {
                for (Path file : list(path)) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("an upload could not be deleted from {}: delete it by hand", path);
        }
    }

    private long limitBytes() {
        return megabytes * 1024L * 1024L;
    }

    private void drain(Context context) {
        try (InputStream in = context.req().getInputStream()) {
            in.skipNBytes(Math.min(context.contentLength(), DRAINED_TIMES_LIMIT * limitBytes()));
        } catch (IOException e) {
            LOG.debug("an upload that is too large ended early", e);
        }
    }

    private BadRequestException tooLarge() {
        return new BadRequestException(
                413,
                "file",
                "The file is larger than the " + megabytes
                        + " MB that this service takes: stop the service and import it by the command line.");
    }

    private RuntimeException unreadable(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("max length exceeded")) {
                return tooLarge();
            }
            if (cause instanceof IOException failure && isAboutSpace(message)) {
                return unwritable(failure);
            }
        }
        return noForm();
    }

    private static BadRequestException noForm() {
        return new BadRequestException(
                400,
                "file",
                "The form did not arrive whole or is no form with a file (multipart/form-data): send it again.");
    }

    private static boolean isAboutSpace(String message) {
        return message.contains("no space left")
                || message.contains("quota exceeded")
                || message.contains("file too large");
    }

    private static StoreException unwritable(IOException cause) {
        return new StoreException(
                "The upload cannot be kept in the folder of the store: make sure that its disk has room and that it may be"
                        + " written to. Nothing was changed.",
                cause);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            LOG.warn("{} cannot be read", folder);
            return List.of();
        }
    }
}
