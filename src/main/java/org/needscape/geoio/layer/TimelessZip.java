package org.needscape.geoio.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook's archive without the moment in which it was written, so that the same content has the same bytes. */
final class TimelessZip {

    /** The earliest day that archives know. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*Z");

    private TimelessZip() {}

    /** Writes an archive. */
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** Copies what a writer makes, and leaves the stream open. */
    static void copy(Writer writer, OutputStream out) throws IOException {
        // Java reads this library's archives from a file only; it is for its owner alone and gone at once.
        Path file = Files.createTempFile("needscape-", ".xlsx");
        try {
            try (OutputStream made = Files.newOutputStream(file)) {
                writer.write(made);
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                copy(zip, out);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void copy(ZipFile zip, OutputStream out) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        for (ZipEntry entry : Collections.list(zip.entries())) {
            ZipEntry timeless = new ZipEntry(entry.getName());
            timeless.setTimeLocal(EARLIEST);
            copy.putNextEntry(timeless);
            try (InputStream content = zip.getInputStream(entry)) {
                if (entry.getName().equals(PROPERTIES)) {
                    String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                    copy.write(MOMENT.matcher(text)
                            .replaceAll("1980-01-01T00:00:00Z")
                            .getBytes(StandardCharsets.UTF_8));
                } else {
                    content.transferTo(copy);
                }
            }
            copy.closeEntry();
        }
        copy.finish();
    }
}
