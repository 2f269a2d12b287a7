package org.needscape.geoio.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.needscape.area.Geography;
import org.needscape.cooccurrence.FactorFlag;
import org.needscape.cooccurrence.SupportLevel;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Period;
import org.needscape.report.UnreadableFileException;

/**
 * Reads a case file: one row per case with the code of the area that the child lives in, the level of need that help answers, and a
 * flag for each risk factor, 1 or 0, blank where it is not known. Rows are handed on one at a time to be counted. A file with any
 * column that could tell one child from another is refused before its first row, and no refusal holds the content of a cell.
 */
public final class CasesFile {

    private static final String SOURCE = "The county's own records";
    private static final String LICENCE = "Local records, not published";

    private CasesFile() {}

    /**
     * Reads the table.
     *
     * @param geography level and boundary year of the areas; must agree with the header and the codes
     * @param period when, for a table without a column {@code period}; where both are there they must agree
     * @param factors receives the names of the factors before the first case
     * @param cases receives one case per row
     * @throws UnreadableFileException when the file as a whole cannot or must not be taken; what was handed over until then is
     *     to be forgotten
     */
    public static TableSummary read(
            TableRequest request,
            Geography geography,
            Optional<Period> period,
            Consumer<List<String>> factors,
            CaseConsumer cases) {
        try (TableFile table = TableFile.open(request)) {
            PersonalColumns.refuseInCases(table.header(), request.fileName());
            CodeColumn code = CodeColumn.choose(table.header(), geography, request.fileName());
            CaseColumns columns = CaseColumns.find(table.header(), period, request.fileName());
            factors.accept(columns.factors());
            AreaRows rows = new AreaRows(table, code, geography, request);
            rows.forEach((area, row) -> {
                Period when = columns.readPeriod(row);
                Optional<SupportLevel> level = columns.readLevel(row);
                List<FactorFlag> flags = columns.readFlags(row);
                cases.accept(area, when, level, flags);
            });
            return new TableSummary(
                    geography,
                    "Cases with risk factors, by " + geography,
                    FictionalData.source(rows.areFictional(), SOURCE),
                    rows.areFictional() ? Indicator.NOT_STATED : LICENCE);
        }
    }
}
