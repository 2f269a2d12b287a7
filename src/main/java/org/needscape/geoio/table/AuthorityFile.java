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
 * Deprivation: Files 10 and 11 of the Indices, wide or long. Statistical neighbours: the Department's model, or a plain list. Counts by
 * national decile that an authority shares of its own areas.
 */
public final class AuthorityFile {

    private static final List<AuthorityLayout> LAYOUTS = List.of(
            new TidyFigures(),
            new LookedAfterFigures(),
            new WideFigures(),
            new LongDeprivation(),
            new WideDeprivation(),
            new NeighbourModel(),
            new NeighbourList(),
            new DecileTables());

    private AuthorityFile() {}

    /**
     * Reads the table.
     *
     * @param known the authorities that are loaded; names and the Department's numbers are looked up among them
     * @throws UnreadableFileException when the file is none of these, or mixes real and fictional authorities
     */
    public static AuthorityTables read(TableRequest request, Collection<Authority> known) {
        int lastYear = lastYear(request);
        try (TableFile table = open(request)) {
            AuthorityLayout layout = find(table.header()).orElseThrow(() -> unknown(request.fileName()));
            AuthorityCollector collector = new AuthorityCollector(request.fileName(), known);
            AuthorityLayout.Reader reader = layout.open(table.header(), lastYear, collector, request.log());
            table.forEachRow(row -> take(row, table.header().size(), reader, request.log()));
            return reader.finish();
        }
    }

    private static void take(TableRow row, int width, AuthorityLayout.Reader reader, ImportLog log) {
        log.read();
        try {
            if (row.size() != width) {
                throw new RowRefusedException(
                        "",
                        "The row has " + row.size() + " cells where the header has " + width + ".",
                        "Check the row for a missing or extra comma or quotation mark.");
            }
            reader.take(row);
            log.accepted();
        } catch (RowRefusedException e) {
            log.refused(ImportProblem.refused(row.line(), e.field(), "", e.reason(), e.whatToDo()));
        }
    }

    /** The year that the file's figures end in; what a symbol means depends on it. */
    private static int lastYear(TableRequest request) {
        try (TableFile table = open(request)) {
            Optional<Integer> column = table.header().find("time_period");
            if (column.isEmpty()) {
                return 0;
            }
            int[] last = new int[1];
            table.forEachRow(row -> {
                if (column.get() < row.size()) {
                    last[0] = Math.max(
                            last[0], ReportingYear.parse(row.get(column.get())).orElse(0));
                }
            });
            return last[0];
        }
    }

    private static TableFile open(TableRequest request) {
        return TableFile.open(
                request.file(),
                request.fileName(),
                cells -> find(new TableHeader(cells, request.fileName())).isPresent(),
                request.log()::note,
                request.progress());
    }

    private static Optional<AuthorityLayout> find(TableHeader header) {
        return LAYOUTS.stream().filter(layout -> layout.recognises(header)).findFirst();
    }

    private static UnreadableFileException unknown(String fileName) {
        return new UnreadableFileException(
                fileName + " is no file about authorities that is known: give a file of the Department for Education"
                        + " (children in need b1, referrals c1, assessment factors c3, child protection plans d1, children looked"
                        + " after by number and rate, statistical neighbours), File 10 or 11 of the Indices of Deprivation as CSV,"
                        + " a list with authority_code and neighbour_code, or counts by decile with the header "
                        + DecileTables.HEADER + ".");
    }
}
