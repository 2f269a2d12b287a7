package org.needscape.geoio.table;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.needscape.authority.Authority;
import org.needscape.report.ImportLog;
import org.needscape.report.ImportProblem;
import org.needscape.report.UnreadableFileException;

/**
 * Reads a file about whole authorities, whatever it is: what it is follows from its header.
 *
 * <p>Figures of help and protection: the Department for Education's files as published, every year of them, and a tidy table of them.
 * Deprivation: Files 10 and 11 of the Indices, as workbooks with a sheet for each index, or wide or long as CSV. Statistical neighbours: the Department's model, or a plain list. Counts by
 * national decile that an authority shares of its own areas.
 */
public final class AuthorityFile {

    private static final List<AuthorityLayout> LAYOUTS = List.of(
            new TidyFigures(),
            new LookedAfterFigures(),
            new LookedAfterParts(),
            new WideFigures(),
            new LongDeprivation(),
            new WideDeprivation(),
            new NeighbourModel(),
            new NeighbourList(),
            new DecileTables());

    /** All authorities, years and statistics that were ever published in one file are fewer than 100,000. */
    static final long MAX_ROWS = 500_000;

    private final TableRequest request;
    private final AuthorityCollector collector;
    private final int lastYear;
    private Optional<AuthorityTables> tables = Optional.empty();
    private long rows;

    private AuthorityFile(TableRequest request, AuthorityCollector collector, int lastYear) {
        this.request = request;
        this.collector = collector;
        this.lastYear = lastYear;
    }

    /**
     * Reads the table; of a workbook the table of each sheet whose header is known.
     *
     * @param known the authorities that are loaded; names and the Department's numbers are looked up among them
     * @throws UnreadableFileException when the file is none of these, or mixes real and fictional authorities
     */
    public static AuthorityTables read(TableRequest request, Collection<Authority> known) {
        AuthorityFile file =
                new AuthorityFile(request, new AuthorityCollector(request.fileName(), known), lastYear(request));
        TableSheets.forEach(request, AuthorityFile::isHeader, file::take);
        return file.tables.orElseThrow(() -> unknown(request.fileName()));
    }

    private void take(TableFile table) {
        AuthorityLayout layout = find(table.header()).orElseThrow(() -> unknown(request.fileName()));
        AuthorityLayout.Reader reader = layout.open(table.header(), lastYear, collector, request.log());
        table.forEachRow(row -> take(row, table, reader));
        tables = Optional.of(reader.finish());
    }

    private void take(TableRow row, TableFile table, AuthorityLayout.Reader reader) {
        ImportLog log = request.log();
        rows++;
        if (rows > MAX_ROWS) {
            throw new UnreadableFileException(request.fileName() + " has more than " + MAX_ROWS
                    + " rows: no file about authorities is that long. Give only the rows that are needed.");
        }
        log.read();
        try {
            int width = table.header().size();
            if (row.size() != width) {
                throw new RowRefusedException(
                        "",
                        "The row has " + row.size() + " cells where the header has " + width + ".",
                        "Check the row for a missing or extra comma or quotation mark.");
            }
            reader.take(row);
            log.accepted();
        } catch (RowRefusedException e) {
            log.refused(ImportProblem.refused(row.line(), table.place(e.field()), "", e.reason(), e.whatToDo()));
        }
    }

    /** The year that the file's figures end in; what a symbol means depends on it. */
    private static int lastYear(TableRequest request) {
        int[] last = new int[1];
        TableSheets.forEach(request, AuthorityFile::isHeader, table -> {
            Optional<Integer> column = table.header().find("time_period");
            if (column.isPresent()) {
                table.forEachRow(row -> {
                    if (column.get() < row.size()) {
                        last[0] = Math.max(
                                last[0],
                                ReportingYear.parse(row.get(column.get())).orElse(0));
                    }
                });
            }
        });
        return last[0];
    }

    private static boolean isHeader(List<String> cells) {
        return find(TableHeader.ofDistinct(cells)).isPresent();
    }

    private static Optional<AuthorityLayout> find(TableHeader header) {
        return LAYOUTS.stream().filter(layout -> layout.recognises(header)).findFirst();
    }

    private static UnreadableFileException unknown(String fileName) {
        return new UnreadableFileException(
                fileName + " is no file about authorities that is known: give a file of the Department for Education"
                        + " (children in need b1, referrals c1, assessment factors c3, child protection plans d1 and d5, section 47 enquiries c4,"
                        + " children looked after by number and rate or by characteristic, statistical neighbours), File 10 or 11 of the Indices of Deprivation (workbook or"
                        + " CSV),"
                        + " a list with authority_code and neighbour_code, or counts by decile with the header "
                        + DecileTables.HEADER + ".");
    }
}
