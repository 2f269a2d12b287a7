package org.needscape.geoio.table;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.needscape.progress.Progress;
import org.needscape.report.UnreadableFileException;

/**
 * A table in comma separated form, plain or compressed with gzip, read row by row. UTF-8 with or without a byte order mark, else
 * Windows-1252; lines end as they like. Blank rows are passed over. Up to eleven title lines, as spreadsheets save them, may
 * stand before the header.
 */
final class TableFile implements Closeable {

    /** A census table by single year of age and sex has fewer than 300. */
    static final int MAX_COLUMNS = 4_000;

    /** What a spreadsheet cell can hold. */
    static final int MAX_FIELD_CHARACTERS = 32_767;

    static final int MAX_RECORD_CHARACTERS = 1_000_000;

    private static final int MAX_HEADER_RECORD = 12;
    private static final int MAX_TITLE_CELLS = 3;
    private static final int ROWS_PER_PROGRESS_REPORT = 1_000;

    private final String fileName;
    private final Progress progress;
    private final TableBytes.CountedText text;
    private final RecordLimit limit;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final TableHeader header;

    private long rows;
    private long recordLine;

    private TableFile(TableBytes bytes, String fileName, Predicate<List<String>> isHeader, Progress progress)
            throws IOException {
        this.fileName = fileName;
        this.progress = progress;
        text = bytes.open();
        limit = new RecordLimit(text.reader(), MAX_RECORD_CHARACTERS);
        parser = CSVParser.builder()
                .setReader(limit)
                .setFormat(
                        CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get())
                .get();
        records = parser.iterator();
        header = findHeader(isHeader);
    }

    /**
     * Opens a table.
     *
     * @param isHeader whether the cells of a row are those of the header; where no row says so the first one is it
     * @param notes hears what a person should know about the file
     * @throws UnreadableFileException when it is no table
     */
    static TableFile open(
            Path file, String fileName, Predicate<List<String>> isHeader, Consumer<String> notes, Progress progress) {
        try {
            TableBytes bytes = TableBytes.inspect(file, fileName);
            TableFile table = new TableFile(bytes, fileName, isHeader, progress);
            if (bytes.isWindows1252()) {
                notes.accept(fileName + " is not in UTF-8; it was read as Windows-1252.");
            }
            return table;
        } catch (IOException e) {
            throw unreadable(fileName, e);
        }
    }

    /** Opens the table of a request; its header is the row that has a column of area codes. */
    static TableFile open(TableRequest request) {
        return open(
                request.file(),
                request.fileName(),
                cells -> !CodeColumn.findAll(cells).isEmpty(),
                request.log()::note,
                request.progress());
    }

    String fileName() {
        return fileName;
    }

    TableHeader header() {
        return header;
    }

    /**
     * Hands over every row behind the header that is not blank.
     *
     * @throws UnreadableFileException when the file cannot be read on or has no rows
     */
    void forEachRow(Consumer<TableRow> consumer) {
        for (CSVRecord current = next(); current != null; current = next()) {
            if (isBlank(current)) {
                continue;
            }
            CSVRecord cells = current;
            consumer.accept(new TableRow(recordLine, widthOf(current), cells::get));
            rows++;
            if (rows % ROWS_PER_PROGRESS_REPORT == 0) {
                progress.report(text.fractionRead(), "Reading " + fileName);
            }
        }
        if (rows == 0) {
            throw new UnreadableFileException(fileName + " has a header but no rows: nothing can be taken from it.");
        }
        progress.report(1, "Reading " + fileName);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw unreadable(fileName, e);
        }
    }

    /** A text of the file as it may stand in a sentence. */
    static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "\u2026";
    }

    private TableHeader findHeader(Predicate<List<String>> isHeader) {
        List<String> first = List.of();
        for (int i = 0; i < MAX_HEADER_RECORD; i++) {
            CSVRecord candidate = next();
            if (candidate == null) {
                break;
            }
            if (isBlank(candidate)) {
                continue;
            }
            List<String> cells = checkedHeader(candidate);
            if (isHeader.test(cells)) {
                return new TableHeader(cells, fileName);
            }
            if (first.isEmpty()) {
                first = cells;
            }
            if (cells.stream().filter(cell -> !TableText.trim(cell).isEmpty()).count() > MAX_TITLE_CELLS) {
                break;
            }
        }
        if (first.isEmpty()) {
            throw new UnreadableFileException(fileName + " is empty: it has no header and no rows.");
        }
        if (first.size() == 1) {
            refuseOtherSeparator(first.get(0));
        }
        return new TableHeader(first, fileName);
    }

    private List<String> checkedHeader(CSVRecord candidate) {
        if (candidate.size() > MAX_COLUMNS) {
            throw new UnreadableFileException(fileName + " has more than " + MAX_COLUMNS
                    + " columns: no table that this program reads is that wide.");
        }
        List<String> cells = new ArrayList<>(candidate.toList());
        cells.set(0, TableText.trim(cells.get(0)));
        return cells;
    }

    private void refuseOtherSeparator(String header) {
        if (header.indexOf(';') >= 0 || header.indexOf('\t') >= 0) {
            throw new UnreadableFileException(
                    fileName + " is separated by " + (header.indexOf(';') >= 0 ? "semicolons" : "tabs")
                            + ": save it with commas between the columns.");
        }
    }

    /** The next record, or null behind the last one. */
    @SuppressWarnings("NullAway") // the null stays inside this class
    private CSVRecord next() {
        long line = parser.getCurrentLineNumber() + 1;
        limit.startRecord();
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord next = records.next();
            recordLine = line;
            refuseLongFields(next);
            return next;
        } catch (UncheckedIOException e) {
            throw unreadableRow(line, e.getCause());
        } catch (IllegalStateException e) {
            throw unreadableRow(line, e);
        }
    }

    private void refuseLongFields(CSVRecord current) {
        for (int i = 0; i < current.size(); i++) {
            if (current.get(i).length() > MAX_FIELD_CHARACTERS) {
                throw new UnreadableFileException(fileName + " has a cell with more than " + MAX_FIELD_CHARACTERS
                        + " characters in the row that begins on line " + recordLine
                        + ": look for a quotation mark that is not closed.");
            }
        }
    }

    private static boolean isBlank(CSVRecord current) {
        for (int i = 0; i < current.size(); i++) {
            if (!TableText.trim(current.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The number of cells, without blank ones that stand behind the last column of the header. */
    private int widthOf(CSVRecord current) {
        int width = current.size();
        while (width > header.size() && TableText.trim(current.get(width - 1)).isEmpty()) {
            width--;
        }
        return width;
    }

    private UnreadableFileException unreadableRow(long line, Throwable cause) {
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return unreadable(fileName, cause);
        }
        if (cause instanceof RecordLimit.ExceededException) {
            return new UnreadableFileException(
                    fileName + " has a row with more than " + MAX_RECORD_CHARACTERS + " characters, beginning on line "
                            + line + ": look for a quotation mark that is not closed.",
                    cause);
        }
        return new UnreadableFileException(
                fileName + " cannot be read from line " + line
                        + " on: look for a quotation mark that is not closed or not doubled.",
                cause);
    }

    private static UnreadableFileException unreadable(String fileName, Throwable cause) {
        if (cause instanceof NoSuchFileException) {
            return new UnreadableFileException(fileName + " cannot be found: check its name and folder.", cause);
        }
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return new UnreadableFileException(
                    fileName + " is damaged: its compressed data end too early or are not valid. Download it again.",
                    cause);
        }
        return new UnreadableFileException(
                fileName + " cannot be read: check that it is a file and may be read.", cause);
    }
}
