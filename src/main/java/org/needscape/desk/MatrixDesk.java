package org.needscape.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedMatrix;

/** The need matrix from file to file. */
public final class MatrixDesk {

    /**
     * What to make.
     *
     * @param values CSV with a row per area
     * @param codeColumn its column of codes
     * @param recipe JSON file
     * @param suppressUpTo where a factor names its count, counts of 1 to this are taken as suppressed before anything is
     *     computed, so that nothing in the output derives from them; 0 hides nothing
     * @param output CSV file to write
     */
    public record Request(Path values, String codeColumn, Path recipe, int suppressUpTo, Path output) {}

    /**
     * Reads, scores and writes.
     *
     * @return what a person should know, one sentence each
     */
    public List<String> run(Request request) {
        OutputFile.requireExtension(request.output(), List.of("csv"));
        List<String> notices = new ArrayList<>();
        RecipeFile file = RecipeFile.read(request.recipe());
        CsvTable table = CsvTable.read(request.values());
        List<AreaCode> areas = table.codes(request.codeColumn());
        if (areas.isEmpty()) {
            throw new RefusedException(table.fileName() + " has no rows: it needs one per area.");
        }
        if (request.suppressUpTo() > 0 && file.countColumns().isEmpty()) {
            notices.add("unprotected output: no factor of the recipe names its count, so nothing could be hidden");
        }
        Map<String, List<Value>> columns = new HashMap<>();
        for (NeedFactor factor : file.recipe().factors()) {
            columns.put(factor.column(), column(factor, file, table, request.suppressUpTo(), notices));
        }
        NeedMatrix matrix;
        try {
            matrix = NeedMatrix.of(file.recipe(), areas, columns);
        } catch (IllegalArgumentException notPossible) {
            throw new RefusedException(String.valueOf(notPossible.getMessage()), notPossible);
        }
        notices.addAll(matrix.notices());
        if (matrix.rows().stream().noneMatch(row -> row.score().isKnown())) {
            notices.add("No area got a score: too few factors are known, or none varies.");
        }
        OutputFile.writeCsv(
                request.output(),
                header(matrix),
                matrix.rows().stream().map(MatrixDesk::row).toList());
        return notices;
    }

    private static List<Value> column(
            NeedFactor factor, RecipeFile file, CsvTable table, int suppressUpTo, List<String> notices) {
        List<Value> values = new ArrayList<>(table.values(factor.column(), notices));
        String countColumn = file.countColumns().get(factor.column());
        if (suppressUpTo > 0 && countColumn != null) {
            boolean[] hidden = CountProtection.hidden(table.amounts(countColumn, true, notices), suppressUpTo, 1);
            for (int area = 0; area < hidden.length; area++) {
                if (hidden[area]) {
                    values.set(area, Value.suppressed());
                }
            }
        }
        return values;
    }

    private static List<String> header(NeedMatrix matrix) {
        List<String> header = new ArrayList<>(List.of("code"));
        matrix.factors().forEach(factor -> header.add(factor.column()));
        header.addAll(List.of("score", "rank", "decile", "coverage"));
        return header;
    }

    private static List<String> row(NeedMatrix.Row row) {
        List<String> cells = new ArrayList<>(List.of(row.area().value()));
        row.standardised().forEach(value -> cells.add(CellText.format(value)));
        cells.add(CellText.format(row.score()));
        cells.add(CellText.format(row.rank()));
        cells.add(CellText.format(row.decile()));
        cells.add(CellText.format(row.coverageFraction()));
        return cells;
    }
}
