package org.needscape.desk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.needscape.report.UnreadableFileException;
import org.slf4j.LoggerFactory;

/**
 * A file that a verb writes: it is there when it is whole, and what was there before stays until then. A device or a pipe, such as
 * {@code /dev/stdout}, is written to and never replaced.
 */
public final class WholeFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path target;
    private final boolean ownerOnly;

    private WholeFile(Path target, boolean ownerOnly) {
        this.target = target;
        this.ownerOnly = ownerOnly;
    }

    /** Something that writes itself. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Looks whether a file of that name can be written, before the work that would be lost otherwise.
     *
     * @throws UnreadableFileException when there is no folder for it or it is a folder
     */
    public static WholeFile at(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (target.toString().isBlank()) {
            throw new UnreadableFileException("The file to write has no name: give it one.");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UnreadableFileException("There is no folder for " + target + ": make it first.");
        }
        if (Files.isDirectory(target)) {
            throw new UnreadableFileException(target + " is a folder: name a file in it.");
        }
        boolean writable = Files.exists(target) ? Files.isWritable(target) : Files.isWritable(folder);
        if (!writable) {
            throw new UnreadableFileException(target + " cannot be written: give yourself the right to write it.");
        }
        return new WholeFile(target, false);
    }

    /** The same file, which from its first byte on nobody but its owner may read, where the file system knows such rights. */
    public WholeFile forOwnerOnly() {
        return new WholeFile(target, true);
    }

    /** @throws UnreadableFileException when it cannot be written; nothing of it is then left */
    public void write(Writing writing) {
        try {
            if (isDevice()) {
                writeTo(Files.newOutputStream(target), writing);
            } else {
                // Behind a link lies what is meant, and the link stays.
                replace(Files.exists(target) ? target.toRealPath() : target.toAbsolutePath(), writing);
            }
        } catch (IOException e) {
            throw new UnreadableFileException(
                    target + " cannot be written: check that the folder may be written to and the disk is not full.",
                    e);
        }
    }

    /** What a device leads to may be a file that somebody else has open, as a shell has for its output. */
    private boolean isDevice() {
        return Files.exists(target)
                && (!Files.isRegularFile(target) || target.toAbsolutePath().startsWith("/dev"));
    }

    private void replace(Path file, Writing writing) throws IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            writeTo(ownerOnly ? openForOwner(unfinished) : Files.newOutputStream(unfinished), writing);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            deleteIfLeft(unfinished);
        }
    }

    /** Makes the file with its rights: one that was left over would keep its own. */
    private static OutputStream openForOwner(Path file) throws IOException {
        Files.deleteIfExists(file);
        Set<StandardOpenOption> made = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return Channels.newOutputStream(
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? Files.newByteChannel(file, made, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                        : Files.newByteChannel(file, made));
    }

    private static void writeTo(OutputStream file, Writing writing) throws IOException {
        try (OutputStream out = new BufferedOutputStream(file, BUFFER_BYTES)) {
            writing.to(out);
        }
    }

    private static void deleteIfLeft(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            LoggerFactory.getLogger(WholeFile.class).warn("{} is left over: delete it", unfinished);
        }
    }
}
