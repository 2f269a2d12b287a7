package org.needscape.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.needscape.area.AreaCode;
import org.needscape.need.Aggregation;
import org.needscape.need.CountBand;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedMatrix;
import org.needscape.need.RankOutlook;
import org.needscape.need.RankUncertainty;
import org.needscape.need.Shrinkage;
import org.needscape.need.Surroundings;
import org.needscape.recipe.RecipeDocument;
import org.needscape.spatial.Neighbours;

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
     * @param neighbours CSV with columns {@code id, neighbour}, for factors that are drawn toward their neighbourhood; empty for none
     * @param district the column of each area's district, for factors that are drawn toward it; empty for none
     * @param draws how often rates and weights are drawn anew, to say how sure ranks are; 0 for not at all
     * @param seed of the draws
     * @param most of how many areas with most need the draws say how likely each is among them; empty for not at all
     * @param sensitivity a second CSV file, of which weight changed by how much moves an area into the highest-need tenth or out of it;
     *     empty for none
     * @param output CSV file to write
     */
    public record Request(
            Path values,
            String codeColumn,
            Path recipe,
            int suppressUpTo,
            Optional<Path> neighbours,
            Optional<String> district,
            int draws,
            long seed,
            Optional<Integer> most,
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
        MatrixColumns columns = MatrixColumns.read(
                file, table, surroundings(request, file, table, areas, notices), request.suppressUpTo(), notices);
        NeedMatrix matrix = matrix(file, table, areas, columns);
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
            RankOutlook outlook = outlook(request, matrix, columns, notices);
            header.addAll(List.of("rank_median", "rank_low", "rank_high", "probability_highest_need_tenth"));
            addEach(rows, area -> CellText.format(outlook.rows().get(area).median()));
            addEach(rows, area -> CellText.format(outlook.rows().get(area).low()));
            addEach(rows, area -> CellText.format(outlook.rows().get(area).high()));
            addEach(rows, area -> CellText.format(outlook.rows().get(area).highestNeedTenth()));
            if (request.most().isPresent()) {
                header.add("probability_among_most");
                addEach(rows, area -> CellText.format(outlook.rows().get(area).amongTheMost()));
            }
        }
        List<List<String>> tippings = request.sensitivity().isPresent() ? TippingTable.rows(matrix) : List.of();
        OutputFile.writeCsv(request.output(), header, rows);
        request.sensitivity().ifPresent(second -> OutputFile.writeCsv(second, TippingTable.HEADER, tippings));
        return notices;
    }

    private static NeedMatrix matrix(RecipeDocument file, CsvTable table, List<AreaCode> areas, MatrixColumns columns) {
        NeedMatrix matrix;
        try {
            matrix = NeedMatrix.of(file.recipe(), areas, columns.scored());
        } catch (IllegalArgumentException notPossible) {
            throw new RefusedException(String.valueOf(notPossible.getMessage()), notPossible);
        }
        if (matrix.factors().isEmpty() && areas.size() < 2) {
            throw new RefusedException(table.fileName()
                    + " has one row: the recipe compares areas with each other, so give at least two.");
        }
        return matrix;
    }

    private static Path inFull(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** What the recipe needs to know of where areas lie. What is missing for it is wrong usage. */
    private static Surroundings surroundings(
            Request request, RecipeDocument recipe, CsvTable table, List<AreaCode> areas, List<String> notices) {
        Optional<Neighbours> neighbours = Optional.empty();
        if (isNeeded(recipe, Shrinkage.LOCAL, request.neighbours().isPresent(), "--neighbours CSV", notices)) {
            neighbours = request.neighbours().map(file -> NeighbourFile.read(file, areas, notices));
        }
        List<String> districts = List.of();
        if (isNeeded(recipe, Shrinkage.DISTRICT, request.district().isPresent(), "--district COLUMN", notices)) {
            String column = request.district().orElseThrow();
            districts = table.texts(column);
            if (districts.contains("")) {
                throw new RefusedException(
                        table.at(districts.indexOf(""), column) + ": the district is missing; every area needs one.");
            }
        }
        return new Surroundings(neighbours, districts);
    }

    private static boolean isNeeded(
            RecipeDocument recipe, Shrinkage kind, boolean given, String option, List<String> notices) {
        Optional<String> factor = recipe.recipe().factors().stream()
                .filter(each -> MatrixColumns.shrinkage(recipe, each) == kind)
                .map(NeedFactor::column)
                .findFirst();
        if (factor.isPresent() && !given) {
            throw new WrongUsageException("The recipe shrinks factor " + factor.get() + " with \"" + kind.code()
                    + "\": give " + option + ".");
        }
        if (factor.isEmpty() && given) {
            notices.add(option + " was not used: no factor of the recipe has \"shrinkage\": \"" + kind.code() + "\".");
        }
        return factor.isPresent();
    }

    private static RankOutlook outlook(
            Request request, NeedMatrix matrix, MatrixColumns columns, List<String> notices) {
        if (columns.counted().isEmpty()) {
            notices.add("No factor of the recipe names its count and population: only weights were drawn anew.");
        }
        long scored =
                matrix.rows().stream().filter(row -> row.score().isKnown()).count();
        if (scored == 0) {
            throw new RefusedException("No area got a score, so nothing can be said of ranks: leave out --draws.");
        }
        if (request.most().orElse(1) > scored) {
            throw new RefusedException("--most asks for " + request.most().orElse(1) + " areas, but only " + scored
                    + " have a score: ask for fewer.");
        }
        RankUncertainty.Settings settings = RankUncertainty.Settings.of(request.draws(), request.seed());
        RankOutlook outlook = RankUncertainty.of(
                matrix,
                columns.scored(),
                columns.counted(),
                request.most().map(settings::withMost).orElse(settings));
        notices.addAll(outlook.notices());
        return outlook;
    }

    private static void addEach(List<List<String>> rows, IntFunction<String> cell) {
        for (int area = 0; area < rows.size(); area++) {
            rows.get(area).add(cell.apply(area));
        }
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
