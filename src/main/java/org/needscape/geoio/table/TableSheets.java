package org.needscape.geoio.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.needscape.geoio.workbook.WorkbookReader;
import org.needscape.geoio.workbook.WorkbookSheet;
import org.needscape.report.UnreadableFileException;

/**
 * The tables of a file that may be a workbook: the one table of a CSV file, or one for each sheet with a header that is known. Sheets
 * of notes are passed over; the file's own bytes tell what it is, not its name.
 */
final class TableSheets {

    private static final int START_BYTES = 4;

    private TableSheets() {}

    /**
     * Hands over each table, open until the consumer returns.
     *
     * @param isHeader whether the cells of a row are those of a header that is known; a CSV file without one is handed over too
     * @return how many tables there were; none for a workbook none of whose sheets has such a header
     * @throws UnreadableFileException when the file is neither, or a workbook without rows
     */
    static int forEach(TableRequest request, Predicate<List<String>> isHeader, Consumer<TableFile> consumer) {
        byte[] start = start(request.file(), request.fileName());
        if (WorkbookReader.looksLikeWorkbook(start)) {
            try (WorkbookReader workbook = WorkbookReader.open(request.file(), start, request.fileName())) {
                return forEach(workbook, request, isHeader, consumer);
            }
        }
        try (TableFile table =
                TableFile.open(request.file(), request.fileName(), isHeader, request.log()::note, request.progress())) {
            consumer.accept(table);
            return 1;
        }
    }

    /**
     * Reads the one table of areas that a file has; its header is the row that has a column of area codes.
     *
     * @throws UnreadableFileException when a workbook has none or several
     */
    static <T> T readOne(TableRequest request, Function<TableFile, T> reader) {
        List<T> read = new ArrayList<>();
        List<String> places = new ArrayList<>();
        forEach(request, cells -> !CodeColumn.findAll(cells).isEmpty(), table -> {
            places.add(table.fileName());
            if (places.size() > 1) {
                throw new UnreadableFileException(
                        request.fileName()
                                + " has several sheets with a column of area codes: save a workbook, or a CSV, with only one of them.");
            }
            read.add(reader.apply(table));
        });
        if (read.isEmpty()) {
            throw new UnreadableFileException(request.fileName()
                    + " has no sheet with a column of area codes among its first rows: give the publisher's own file.");
        }
        return read.get(0);
    }

    private static int forEach(
            WorkbookReader workbook,
            TableRequest request,
            Predicate<List<String>> isHeader,
            Consumer<TableFile> consumer) {
        if (workbook.hiddenSheets() > 0) {
            request.log().note("The workbook has hidden sheets: nothing was taken from them.");
        }
        int tables = 0;
        boolean isEmpty = true;
        List<WorkbookSheet> sheets = workbook.sheets();
        for (int i = 0; i < sheets.size(); i++) {
            WorkbookSheet sheet = sheets.get(i);
            try (SheetRecords records =
                    new SheetRecords(workbook.open(sheet), i / (double) sheets.size(), request.log()::note)) {
                Optional<TableFile> table =
                        TableFile.ofSheet(records, workbook.place(sheet), sheet.name(), isHeader, request.progress());
                table.ifPresent(consumer);
                tables += table.isPresent() ? 1 : 0;
                isEmpty &= records.line() == 0;
            }
        }
        if (isEmpty) {
            throw new UnreadableFileException(
                    request.fileName() + " is an empty workbook: none of its sheets has a row.");
        }
        return tables;
    }

    private static byte[] start(Path file, String fileName) {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(START_BYTES);
        } catch (IOException e) {
            throw CsvRecords.unreadable(fileName, e);
        }
    }
}
