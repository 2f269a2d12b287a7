package org.needscape.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.need.Aggregation;
import org.needscape.need.CountBand;
import org.needscape.need.CountedFactor;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedMatrix;
import org.needscape.need.RankOutlook;
import org.needscape.need.RankUncertainty;
import org.needscape.need.Shrinkage;
import org.needscape.need.ShrunkRates;
import org.needscape.recipe.RecipeDocument;

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
     * @param draws how often rates and weights are drawn anew, to say how sure ranks are; 0 for not at all
     * @param seed of the draws
     * @param sensitivity a second CSV file, of which weight changed by how much moves an area into the highest-need tenth or out of it;
     *     empty for none
     * @param output CSV file to write
     */
    public record Request(
            Path values,
            String codeColumn,
            Path recipe,
            int suppressUpTo,
            int draws,
            long seed,
            Optional<Path> sensitivity,
            Path output) {}

    /**
     * Reads, scores and writes.
     *
     * @return what a person should know, one sentence each
     */
    public List<String> run(Request request) {
        OutputFile.requireExtension(request.output(), List.of("csv"));
        request.sensitivity().ifPresent(second -> OutputFile.requireExtension(second, List.of("csv")));
        if (request.sensitivity().map(MatrixDesk::inFull).equals(Optional.of(inFull(request.output())))) {
            throw new WrongUsageException("--output and --sensitivity name the same file: give two.");
        }
        List<String> notices = new ArrayList<>();
        RecipeDocument file = RecipeFile.read(request.recipe());
        CsvTable table = CsvTable.read(request.values());
        List<AreaCode> areas = table.codes(request.codeColumn());
        if (areas.isEmpty()) {
            throw new RefusedException(table.fileName() + " has no rows: it needs one per area.");
        }
        if (request.suppressUpTo() > 0 && file.counts().isEmpty()) {
            notices.add("unprotected output: no factor of the recipe names its count, so nothing could be hidden");
        }
        Map<String, CountedFactor> counted = new HashMap<>();
        Map<String, List<Value>> columns = new HashMap<>();
        for (NeedFactor factor : file.recipe().factors()) {
            List<Value> values = column(factor, file, table, request.suppressUpTo(), notices);
            counted(factor, file, table, values, notices).ifPresent(behind -> counted.put(factor.column(), behind));
            columns.put(factor.column(), shrunk(factor, file, values, counted, notices));
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
        List<String> header = header(matrix);
        List<List<String>> rows = new ArrayList<>();
        matrix.rows().forEach(row -> rows.add(row(row)));
        if (matrix.recipe().aggregation() == Aggregation.THRESHOLD_COUNT) {
            header.add("band");
            addEach(rows, area -> CountBand.of(matrix.rows().get(area).score()));
        }
        if (request.draws() > 0) {
            RankOutlook outlook = outlook(request, matrix, columns, counted, notices);
            header.addAll(List.of("rank_median", "rank_low", "rank_high", "probability_highest_need_tenth"));
            addEach(rows, area -> CellText.format(outlook.rows().get(area).median()));
            addEach(rows, area -> CellText.format(outlook.rows().get(area).low()));
            addEach(rows, area -> CellText.format(outlook.rows().get(area).high()));
            addEach(rows, area -> CellText.format(outlook.rows().get(area).highestNeedTenth()));
        }
        List<List<String>> tippings = request.sensitivity().isPresent() ? TippingTable.rows(matrix) : List.of();
        OutputFile.writeCsv(request.output(), header, rows);
        request.sensitivity().ifPresent(second -> OutputFile.writeCsv(second, TippingTable.HEADER, tippings));
        return notices;
    }

    private static Path inFull(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** A factor with its counts and populations, if it names both. */
    private static Optional<CountedFactor> counted(
            NeedFactor factor, RecipeDocument file, CsvTable table, List<Value> values, List<String> notices) {
        String count = file.counts().get(factor.column());
        String population = file.populations().get(factor.column());
        return count == null || population == null
                ? Optional.empty()
                : Optional.of(new CountedFactor(
                        values, table.amounts(count, true, notices), table.amounts(population, false, notices)));
    }

    private static List<Value> shrunk(
            NeedFactor factor,
            RecipeDocument file,
            List<Value> values,
            Map<String, CountedFactor> counted,
            List<String> notices) {
        CountedFactor behind = counted.get(factor.column());
        Shrinkage toward = file.shrinkage().getOrDefault(factor.column(), Shrinkage.NONE);
        if (toward != Shrinkage.NONE && behind == null) {
            throw new RefusedException(
                    "Factor " + factor.column() + " can only be shrunk if the recipe names its count and population.");
        }
        if (behind == null) {
            return values;
        }
        if (toward == Shrinkage.NONE) {
            notices.add("Rates of factor " + factor.column()
                    + " are scored as they are, those of few people too: \"shrinkage\": \"global\" draws them toward the"
                    + " overall rate.");
            return values;
        }
        return ShrunkRates.of(behind).orElse(values);
    }

    private static RankOutlook outlook(
            Request request,
            NeedMatrix matrix,
            Map<String, List<Value>> columns,
            Map<String, CountedFactor> counted,
            List<String> notices) {
        if (counted.isEmpty()) {
            notices.add("No factor of the recipe names its count and population: only weights were drawn anew.");
        }
        if (matrix.rows().stream().noneMatch(row -> row.score().isKnown())) {
            throw new RefusedException("No area got a score, so nothing can be said of ranks: leave out --draws.");
        }
        RankOutlook outlook = RankUncertainty.of(
                matrix, columns, counted, RankUncertainty.Settings.of(request.draws(), request.seed()));
        notices.addAll(outlook.notices());
        return outlook;
    }

    private static void addEach(List<List<String>> rows, IntFunction<String> cell) {
        for (int area = 0; area < rows.size(); area++) {
            rows.get(area).add(cell.apply(area));
        }
    }

    private static List<Value> column(
            NeedFactor factor, RecipeDocument file, CsvTable table, int suppressUpTo, List<String> notices) {
        List<Value> values = new ArrayList<>(table.values(factor.column(), notices));
        String countColumn = file.counts().get(factor.column());
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
