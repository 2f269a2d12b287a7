package org.needscape.geoio.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.needscape.progress.Progress;
import org.needscape.report.UnreadableFileException;

/**
 * A table in comma separated form, plain or compressed with gzip, or on a sheet of a workbook ({@link TableSheets}), read row by row.
 * Text is UTF-8 with or without a byte order mark, else Windows-1252; lines end as they like. Blank rows are passed over. Up to eleven
 * title lines, as spreadsheets save them, may stand before the header.
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
    private final String sheet;
    private final Progress progress;
    private final TableRecords records;
    private final TableHeader header;

    private long rows;

    private TableFile(
            String fileName, String sheet, TableRecords records, List<String> headerCells, Progress progress) {
        this.fileName = fileName;
        this.sheet = sheet;
        this.records = records;
        this.progress = progress;
        header = new TableHeader(headerCells, fileName);
    }

    /**
     * Opens a table in text form.
     *
     * @param isHeader whether the cells of a row are those of the header; where no row says so the first one is it
     * @param notes hears what a person should know about the file
     * @throws UnreadableFileException when it is no table
     */
    static TableFile open(
            Path file, String fileName, Predicate<List<String>> isHeader, Consumer<String> notes, Progress progress) {
        try {
            TableBytes bytes = TableBytes.inspect(file, fileName);
            CsvRecords records = new CsvRecords(bytes, fileName);
            List<String> first = new ArrayList<>();
            List<String> header = findHeader(records, fileName, isHeader, first).orElseGet(() -> only(first, fileName));
            if (bytes.isWindows1252()) {
                notes.accept(fileName + " is not in UTF-8; it was read as Windows-1252.");
            }
            return new TableFile(fileName, "", records, header, progress);
        } catch (IOException e) {
            throw CsvRecords.unreadable(fileName, e);
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

    /**
     * The table of a sheet, if one of its first rows is a header.
     *
     * @param place the sheet and its workbook in words
     * @param sheet its name
     */
    static Optional<TableFile> ofSheet(
            SheetRecords records, String place, String sheet, Predicate<List<String>> isHeader, Progress progress) {
        return findHeader(records, place, isHeader, new ArrayList<>())
                .map(cells -> new TableFile(place, sheet, records, cells, progress));
    }

    String fileName() {
        return fileName;
    }

    TableHeader header() {
        return header;
    }

    /** A column as a report names it: with the sheet where the file has several. */
    String place(String column) {
        return sheet.isEmpty() ? column : "sheet " + sheet + (column.isEmpty() ? "" : ", " + column);
    }

    /**
     * Hands over every row behind the header that is not blank.
     *
     * @throws UnreadableFileException when the file cannot be read on or has no rows
     */
    void forEachRow(Consumer<TableRow> consumer) {
        while (records.advance()) {
            if (isBlank(records)) {
                continue;
            }
            consumer.accept(new TableRow(records.line(), widthOf(), this::cell));
            rows++;
            if (rows % ROWS_PER_PROGRESS_REPORT == 0) {
                progress.report(records.fractionRead(), "Reading " + fileName);
            }
        }
        if (rows == 0) {
            throw new UnreadableFileException(fileName + " has a header but no rows: nothing can be taken from it.");
        }
        progress.report(1, "Reading " + fileName);
    }

    @Override
    public void close() {
        records.close();
    }

    /** A text of the file as it may stand in a sentence. */
    static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "\u2026";
    }

    /** @param first takes the cells of the first row that has any, if none is the header */
    private static Optional<List<String>> findHeader(
            TableRecords records, String fileName, Predicate<List<String>> isHeader, List<String> first) {
        for (int i = 0; i < MAX_HEADER_RECORD && records.advance(); i++) {
            if (isBlank(records)) {
                continue;
            }
            List<String> cells = checkedHeader(records, fileName);
            if (isHeader.test(cells)) {
                return Optional.of(cells);
            }
            if (first.isEmpty()) {
                first.addAll(cells);
            }
            if (cells.stream().filter(cell -> !TableText.trim(cell).isEmpty()).count() > MAX_TITLE_CELLS) {
                break;
            }
        }
        return Optional.empty();
    }

    private static List<String> only(List<String> first, String fileName) {
        if (first.isEmpty()) {
            throw new UnreadableFileException(fileName + " is empty: it has no header and no rows.");
        }
        if (first.size() == 1) {
            refuseOtherSeparator(first.get(0), fileName);
        }
        return first;
    }

    private static List<String> checkedHeader(TableRecords candidate, String fileName) {
        if (candidate.size() > MAX_COLUMNS) {
            throw new UnreadableFileException(fileName + " has more than " + MAX_COLUMNS
                    + " columns: no table that this program reads is that wide.");
        }
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < candidate.size(); column++) {
            cells.add(candidate.get(column));
        }
        cells.set(0, TableText.trim(cells.get(0)));
        return cells;
    }

    private static void refuseOtherSeparator(String header, String fileName) {
        if (header.indexOf(';') >= 0 || header.indexOf('\t') >= 0) {
            throw new UnreadableFileException(
                    fileName + " is separated by " + (header.indexOf(';') >= 0 ? "semicolons" : "tabs")
                            + ": save it with commas between the columns.");
        }
    }

    private static boolean isBlank(TableRecords current) {
        for (int i = 0; i < current.size(); i++) {
            if (!TableText.trim(current.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** A sheet does not keep the empty cells at the end of a row, which a CSV does. */
    private String cell(int column) {
        return column < records.size() ? records.get(column) : "";
    }

    /** The number of cells, without blank ones that stand behind the last column of the header. */
    private int widthOf() {
        int width = sheet.isEmpty() ? records.size() : Math.max(records.size(), header.size());
        while (width > header.size() && TableText.trim(cell(width - 1)).isEmpty()) {
            width--;
        }
        return width;
    }
}
