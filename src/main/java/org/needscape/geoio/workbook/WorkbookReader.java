package org.needscape.geoio.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.needscape.geoio.shapefile.ZipArchiveReader;
import org.needscape.geoio.shapefile.ZipLimits;
import org.needscape.report.UnreadableFileException;

/**
 * An Excel workbook (xlsx) that a stranger made. Nothing of it is unpacked to disk, run or fetched. What it is checked against: the limits
 * of {@link ZipLimits#ofWorkbook()}, names that lead out of the zip, passwords, macros, document type definitions, texts and addresses of
 * cells beyond those of any sheet. Hidden sheets are not read.
 */
public final class WorkbookReader implements Closeable {

    private static final int START_BYTES = 4;

    private final String fileName;
    private final ZipArchiveReader zip;
    private final WorkbookParts parts;
    private final WorkbookParts.Contents contents;
    private Optional<SharedTexts> texts = Optional.empty();

    private WorkbookReader(String fileName, ZipArchiveReader zip, WorkbookParts parts) {
        this.fileName = fileName;
        this.zip = zip;
        this.parts = parts;
        contents = parts.contents();
    }

    /** Whether a file that begins like this is a workbook, of the old kind included, or a zip that may be one. */
    public static boolean looksLikeWorkbook(byte[] start) {
        return ZipArchiveReader.looksLikeZip(start) || isOld(start);
    }

    /**
     * Opens a workbook.
     *
     * @param start the first bytes of the file
     * @param fileName what people call it
     * @throws UnreadableFileException when it is no workbook or must not be read, with the reason
     */
    public static WorkbookReader open(Path file, byte[] start, String fileName) {
        if (isOld(start)) {
            throw new UnreadableFileException(fileName
                    + " is a workbook of the old kind (xls) or protected by a password: save it as xlsx without a password, or the"
                    + " sheet as CSV (UTF-8).");
        }
        ZipArchiveReader zip = ZipArchiveReader.open(file, fileName, ZipLimits.ofWorkbook());
        try {
            return new WorkbookReader(fileName, zip, new WorkbookParts(zip, fileName));
        } catch (UnreadableFileException e) {
            close(zip, fileName);
            throw e;
        }
    }

    /** The sheets that people see, in their order. */
    public List<WorkbookSheet> sheets() {
        return contents.sheets();
    }

    /** How many sheets are hidden, and not read. */
    public int hiddenSheets() {
        return contents.hiddenSheets();
    }

    /** A sheet and its workbook as they begin a sentence. */
    public String place(WorkbookSheet sheet) {
        return "Sheet " + sheet.name() + " of " + fileName;
    }

    /** The rows of one of the {@link #sheets()}. */
    public SheetRows open(WorkbookSheet sheet) {
        SharedTexts shared = texts.orElseGet(this::readTexts);
        texts = Optional.of(shared);
        return new SheetRows(parts.open(sheet.part()), shared, place(sheet));
    }

    @Override
    public void close() {
        close(zip, fileName);
    }

    private SharedTexts readTexts() {
        if (contents.texts().isEmpty()) {
            return SharedTexts.none();
        }
        try (XmlPart xml = parts.open(contents.texts().get())) {
            return SharedTexts.read(xml, fileName);
        }
    }

    private static void close(ZipArchiveReader zip, String fileName) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UnreadableFileException(XmlPart.damagedWords(fileName), e);
        }
    }

    /** The container of old workbooks, which encrypted new ones are put into too. */
    private static boolean isOld(byte[] start) {
        return start.length >= START_BYTES
                && (start[0] & 0xFF) == 0xD0
                && (start[1] & 0xFF) == 0xCF
                && (start[2] & 0xFF) == 0x11
                && (start[3] & 0xFF) == 0xE0;
    }
}
