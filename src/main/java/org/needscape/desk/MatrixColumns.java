package org.needscape.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.needscape.indicator.Value;
import org.needscape.need.CountedFactor;
import org.needscape.need.NeedFactor;
import org.needscape.need.Shrinkage;
import org.needscape.need.ShrunkRates;
import org.needscape.need.Surroundings;
import org.needscape.recipe.RecipeDocument;

/**
 * The columns of a table that a recipe names, with what is behind them: small counts hidden where that is asked for, rates drawn toward
 * others where counts and populations are known and the recipe does not say otherwise.
 */
final class MatrixColumns {

    /** A sum or quotient that went wrong in the program that wrote the file; no publisher's mark. */
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)[-+]?(nan|inf|infinity)");

    private final RecipeDocument recipe;
    private final CsvTable table;
    private final Surroundings surroundings;
    private final int suppressUpTo;
    private final List<String> notices;
    private final Map<String, CountedFactor> counted = new HashMap<>();
    private final Map<String, List<Value>> scored = new HashMap<>();

    private MatrixColumns(
            RecipeDocument recipe, CsvTable table, Surroundings surroundings, int suppressUpTo, List<String> notices) {
        this.recipe = recipe;
        this.table = table;
        this.surroundings = surroundings;
        this.suppressUpTo = suppressUpTo;
        this.notices = notices;
    }

    /**
     * Reads them.
     *
     * @param surroundings of the areas, as far as the recipe needs to know them
     * @param suppressUpTo the largest count that is hidden, or 0
     * @param notices where to say what a person should know
     */
    static MatrixColumns read(
            RecipeDocument recipe, CsvTable table, Surroundings surroundings, int suppressUpTo, List<String> notices) {
        MatrixColumns columns = new MatrixColumns(recipe, table, surroundings, suppressUpTo, notices);
        recipe.recipe().factors().forEach(columns::read);
        return columns;
    }

    /** The values that are scored, by column. */
    Map<String, List<Value>> scored() {
        return scored;
    }

    /** What is behind those whose counts and populations the recipe names, by column. */
    Map<String, CountedFactor> counted() {
        return counted;
    }

    /** Toward what a factor's rates are drawn: the overall rate, unless the recipe says otherwise. */
    static Shrinkage shrinkage(RecipeDocument recipe, NeedFactor factor) {
        return recipe.shrinkage().getOrDefault(factor.column(), Shrinkage.GLOBAL);
    }

    private void read(NeedFactor factor) {
        List<Value> values = values(factor.column());
        Optional<CountedFactor> behind = counted(factor, values);
        behind.ifPresent(known -> counted.put(factor.column(), known));
        List<Value> drawn = behind.flatMap(ShrunkRates::of).orElse(values);
        if (ShrunkRates.becameOne(values, drawn)) {
            notices.add("Rates of factor " + factor.column()
                    + " show no detectable variation between areas, so all were drawn to one rate: \"shrinkage\": \"none\""
                    + " scores them as they are.");
        }
        scored.put(factor.column(), drawn);
    }

    private List<Value> values(String column) {
        refuseNoNumbers(column);
        List<Value> values = new ArrayList<>(table.values(column, notices));
        String countColumn = recipe.counts().get(column);
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

    private Optional<CountedFactor> counted(NeedFactor factor, List<Value> values) {
        String count = recipe.counts().get(factor.column());
        String population = recipe.populations().get(factor.column());
        Shrinkage shrinkage = shrinkage(recipe, factor);
        if (count == null || population == null) {
            if (shrinkage != Shrinkage.NONE && recipe.shrinkage().containsKey(factor.column())) {
                throw new RefusedException("Factor " + factor.column()
                        + " can only be shrunk if the recipe names its count and population.");
            }
            return Optional.empty();
        }
        if (shrinkage == Shrinkage.NONE) {
            notices.add("Rates of factor " + factor.column()
                    + " are scored as they are, those of few people too: \"shrinkage\": \"global\" draws them toward the"
                    + " overall rate.");
        }
        refuseNoNumbers(count);
        refuseNoNumbers(population);
        List<Value> counts = table.amounts(count, true, notices);
        List<Value> populations = table.amounts(population, false, notices);
        for (int row = 0; row < values.size(); row++) {
            if (values.get(row).isKnown()
                    && counts.get(row).isKnown()
                    && populations.get(row).isKnown()) {
                double people = populations.get(row).number().orElseThrow();
                if (people == 0) {
                    throw new RefusedException(table.at(row, population) + ": the population is 0, but "
                            + factor.column() + " is a number: correct one of them, or write [z] for the rate.");
                }
                if (shrinkage == Shrinkage.DISTRICT && counts.get(row).number().orElseThrow() > people) {
                    throw new RefusedException(table.at(row, count) + ": more are counted than there are in "
                            + population + ", so " + factor.column()
                            + " is no share: correct one of them, or shrink it globally.");
                }
            }
        }
        return Optional.of(new CountedFactor(values, counts, populations, shrinkage, surroundings));
    }

    private void refuseNoNumbers(String column) {
        List<String> texts = table.texts(column);
        for (int row = 0; row < texts.size(); row++) {
            if (NO_NUMBER.matcher(texts.get(row)).matches()) {
                throw new RefusedException(table.at(row, column) + ": " + texts.get(row)
                        + " is no number: correct the cell, or write [x] where there is none.");
            }
        }
    }
}
