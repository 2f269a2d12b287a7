package org.needscape.geoio.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.needscape.report.UnreadableFileException;

/**
 * The bytes of a table: compressed or not, and in which encoding. UTF-8 is decided on the whole file: one byte sequence that
 * UTF-8 does not know makes it Windows-1252.
 */
final class TableBytes {

    /** What a table may hold when unpacked; the largest published one has some 50 MB. */
    static final long MAX_BYTES = 1L << 30;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final String fileName;
    private final boolean gzip;
    private final Charset charset;
    private final long packedBytes;

    private TableBytes(Path file, String fileName, boolean gzip, Charset charset, long packedBytes) {
        this.file = file;
        this.fileName = fileName;
        this.gzip = gzip;
        this.charset = charset;
        this.packedBytes = packedBytes;
    }

    /**
     * Looks through the whole file once.
     *
     * @throws UnreadableFileException when it is empty or no text
     * @throws IOException when it cannot be read
     */
    static TableBytes inspect(Path file, String fileName) throws IOException {
        byte[] start;
        try (InputStream stream = Files.newInputStream(file)) {
            start = stream.readNBytes(4);
        }
        if (start.length == 0) {
            throw new UnreadableFileException(fileName + " is empty: nothing is in it.");
        }
        boolean gzip = startsWith(start, 0x1F, 0x8B);
        if (gzip) {
            try (InputStream stream = unpack(file, true, fileName)) {
                start = stream.readNBytes(4);
            }
        }
        refuseOtherFormats(start, fileName);
        Charset charset = StandardCharsets.UTF_8;
        if (!isText(file, gzip, charset, fileName)) {
            charset = WINDOWS_1252;
            isText(file, gzip, charset, fileName);
        }
        return new TableBytes(file, fileName, gzip, charset, Files.size(file));
    }

    boolean isWindows1252() {
        return charset.equals(WINDOWS_1252);
    }

    /** The text, with a count of how much of the file was read. */
    CountedText open() throws IOException {
        Counter packed = new Counter(Files.newInputStream(file), Long.MAX_VALUE, fileName);
        InputStream plain = gzip
                ? new Counter(new GZIPInputStream(packed, BUFFER_BYTES), MAX_BYTES, fileName)
                : new Counter(packed, MAX_BYTES, fileName);
        Reader reader = new InputStreamReader(new BufferedInputStream(plain, BUFFER_BYTES), charset);
        return new CountedText(reader, packed, packedBytes);
    }

    private static InputStream unpack(Path file, boolean gzip, String fileName) throws IOException {
        InputStream stream = Files.newInputStream(file);
        return new Counter(gzip ? new GZIPInputStream(stream, BUFFER_BYTES) : stream, MAX_BYTES, fileName);
    }

    /** Whether the file is text in this encoding. */
    private static boolean isText(Path file, boolean gzip, Charset charset, String fileName) throws IOException {
        CodingErrorAction onError =
                charset.equals(StandardCharsets.UTF_8) ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        try (Reader reader = new InputStreamReader(
                unpack(file, gzip, fileName),
                charset.newDecoder().onMalformedInput(onError).onUnmappableCharacter(onError))) {
            char[] buffer = new char[BUFFER_BYTES];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw new UnreadableFileException(
                                fileName + " is not a table in text form: save it as CSV (UTF-8) and give that file.");
                    }
                }
            }
            return true;
        } catch (CharacterCodingException notThisEncoding) {
            return false;
        }
    }

    private static void refuseOtherFormats(byte[] start, String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        if (startsWith(start, 'P', 'K', 3, 4) && lower.endsWith(".zip")) {
            throw new UnreadableFileException(
                    fileName + " is a zip archive: unpack it and give the CSV file that is inside.");
        }
        if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFileException(
                    fileName + " is a spreadsheet workbook: save the sheet as CSV (UTF-8) and give that file.");
        }
        if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
            throw new UnreadableFileException(
                    fileName + " is in the encoding UTF-16: save it as CSV (UTF-8) and give that file.");
        }
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * An open text.
     *
     * @param reader the characters
     */
    record CountedText(Reader reader, Counter packed, long packedBytes) {

        /** The share of the file that was read, 0 to 1. */
        double fractionRead() {
            return packedBytes == 0 ? 1 : Math.min(1, packed.count / (double) packedBytes);
        }
    }

    /** Counts bytes and stops at a limit, so that a small archive cannot unpack for ever. */
    static final class Counter extends FilterInputStream {

        private final long limit;
        private final String fileName;
        private long count;

        Counter(InputStream in, long limit, String fileName) {
            super(in);
            this.limit = limit;
            this.fileName = fileName;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            add(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            add(Math.max(0, read));
            return read;
        }

        private void add(int read) {
            count += read;
            if (count > limit) {
                throw new UnreadableFileException(
                        fileName + " holds more than 1 GB of text: no table that this program "
                                + "reads is that large. Give only the rows that are needed.");
            }
        }
    }
}
