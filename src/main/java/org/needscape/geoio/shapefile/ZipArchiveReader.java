package org.needscape.geoio.shapefile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.needscape.report.UnreadableFileException;

/**
 * Reads a zip file that a stranger made, in memory: nothing is ever unpacked to disk. Files that climb out of the zip, links,
 * duplicate names, passwords and bombs are refused before anything is read, and no stream gives more than the list of contents
 * promised.
 */
public final class ZipArchiveReader implements AutoCloseable {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final String fileName;
    private final ZipFile zip;
    private final Map<String, ZipDirectory.Entry> files;

    private ZipArchiveReader(String fileName, ZipFile zip, Map<String, ZipDirectory.Entry> files) {
        this.fileName = fileName;
        this.zip = zip;
        this.files = files;
    }

    /** Whether a file begins as a zip file does, an empty one included. */
    public static boolean looksLikeZip(byte[] start) {
        return start.length >= 4
                && start[0] == 'P'
                && start[1] == 'K'
                && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
    }

    /**
     * Opens a zip file after checking all of its list of contents.
     *
     * @param file where it lies
     * @param fileName what people call it
     * @throws UnreadableFileException when it is damaged or must not be read, with the reason
     */
    public static ZipArchiveReader open(Path file, String fileName, ZipLimits limits) {
        try {
            Map<String, ZipDirectory.Entry> files = check(ZipDirectory.read(file), Files.size(file), fileName, limits);
            return new ZipArchiveReader(fileName, new ZipFile(file.toFile(), ZipDirectory.NAMES), files);
        } catch (IOException e) {
            throw new UnreadableFileException(
                    fileName + " is a damaged or incomplete " + limits.purpose().file() + ": "
                            + limits.purpose().getAnother() + ".",
                    e);
        }
    }

    /** The names of the files in it, folders left out, in their order. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** The unpacked size of a file as claimed, good for showing progress only. */
    public long claimedBytes(String name) {
        ZipDirectory.Entry entry = files.get(name);
        return entry == null ? 0 : entry.unpackedBytes();
    }

    /**
     * Opens a file of the zip. Its stream fails where the content is longer or shorter than promised or damaged.
     *
     * @param name one of {@link #names()}
     */
    public InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        ZipDirectory.Entry promised = files.get(name);
        if (entry == null || promised == null) {
            throw new UnreadableFileException(fileName + " holds no file " + shown(name) + ".");
        }
        return new PromisedStream(zip.getInputStream(entry), promised.unpackedBytes());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Map<String, ZipDirectory.Entry> check(
            List<ZipDirectory.Entry> entries, long zipBytes, String fileName, ZipLimits limits) {
        if (entries.size() > limits.maxEntries()) {
            throw refused(
                    fileName,
                    "holds " + entries.size() + " files, more than "
                            + limits.purpose().whole() + " can need",
                    limits);
        }
        Map<String, ZipDirectory.Entry> files = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        long packed = 0;
        long unpacked = 0;
        for (ZipDirectory.Entry entry : entries) {
            String name = entry.name();
            if (climbsOut(name)) {
                throw refused(fileName, "holds an entry whose name leads out of the zip (" + shown(name) + ")", limits);
            }
            if (entry.link()) {
                throw refused(fileName, "holds a symbolic link (" + shown(name) + ")", limits);
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw refused(fileName, "holds two entries of the same name (" + shown(name) + ")", limits);
            }
            if (entry.encrypted()) {
                throw refused(fileName, "is protected by a password", limits);
            }
            if (entry.method() != STORED && entry.method() != DEFLATED) {
                throw refused(fileName, "is packed in a way that is not supported", limits);
            }
            packed += entry.packedBytes();
            unpacked += entry.unpackedBytes();
            boolean bomb = entry.unpackedBytes() > limits.ratioFreeBytes()
                    && entry.unpackedBytes() / limits.maxRatio() > entry.packedBytes();
            if (bomb || unpacked > limits.maxTotalBytes()) {
                throw refused(
                        fileName,
                        "would unpack to far more than " + limits.purpose().content() + " can need",
                        limits);
            }
            if (!name.endsWith("/")) {
                files.put(name, entry);
            }
        }
        if (packed > zipBytes) {
            // Also how entries that share their bytes, to multiply them, give themselves away.
            throw refused(fileName, "claims to hold more than its own size", limits);
        }
        return files;
    }

    private static boolean climbsOut(String name) {
        if (name.isEmpty()
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || DRIVE.matcher(name).matches()) {
            return true;
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..") || part.equals(".")) {
                return true;
            }
        }
        return false;
    }

    private static UnreadableFileException refused(String fileName, String what, ZipLimits limits) {
        return new UnreadableFileException(
                fileName + " " + what + ": " + limits.purpose().makeAnother() + ".");
    }

    /** A name that is safe to print. */
    private static String shown(String name) {
        String printable = name.replaceAll("[^\\x20-\\x7E]", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
    }

    /** Fails when the content is not exactly as long as promised. */
    private static final class PromisedStream extends FilterInputStream {

        private long left;

        PromisedStream(InputStream in, long promisedBytes) {
            super(in);
            this.left = promisedBytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count < 0 && left > 0) {
                throw new IOException("A file in the zip is shorter than promised.");
            }
            left -= Math.max(count, 0);
            if (left < 0) {
                throw new IOException("A file in the zip is longer than promised.");
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return count <= 0 ? 0 : readNBytes((int) Math.min(count, 8192)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
