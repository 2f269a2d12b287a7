package org.needscape.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.indicator.ValueState;
import org.needscape.stats.Deciles;
import org.needscape.stats.Ranks;

/**
 * A recipe applied to areas: standardised factors, a score, a rank and a decile for each.
 *
 * <p>A factor that is suppressed, missing or not applicable in an area is unavailable there; the others share its weight as long
 * as they hold the recipe's minimum of it, otherwise the area gets no score. A factor whose values do not vary is dropped for
 * all areas, with a notice, and its weight with it. Equal scores share the best rank they take up (1, 2, 2, 4); decile =
 * ceil(10 rank / n) over the areas that have a score.
 *
 * @param recipe what was applied
 * @param factors the factors that were used, in the order of the recipe
 * @param rows one per area in the order given
 * @param notices what a reader should know, one sentence each
 */
public record NeedMatrix(NeedRecipe recipe, List<NeedFactor> factors, List<Row> rows, List<String> notices) {

    public NeedMatrix {
        factors = List.copyOf(factors);
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
    }

    /**
     * One area.
     *
     * @param area its code
     * @param standardised one per factor of the matrix, higher for more need; the state of the input where that is not known
     * @param score higher for more need; suppressed or not available where too little is known
     * @param rank 1 (most need) to the number of areas with a score
     * @param decile 1 (most need) to 10
     * @param coverageFraction the share of the weight that is known, 0 to 1
     */
    public record Row(
            AreaCode area, List<Value> standardised, Value score, Value rank, Value decile, double coverageFraction) {

        public Row {
            standardised = List.copyOf(standardised);
        }

        private Row ranked(Value newRank, Value newDecile) {
            return new Row(area, standardised, score, newRank, newDecile, coverageFraction);
        }
    }

    /**
     * Applies a recipe.
     *
     * @param recipe factors, weights, rule for what is missing
     * @param areas codes
     * @param columns for each factor's column the values in the order of the areas
     * @throws IllegalArgumentException when a column is not there, has another length, or holds no ranks where the recipe says so
     */
    public static NeedMatrix of(NeedRecipe recipe, List<AreaCode> areas, Map<String, List<Value>> columns) {
        List<NeedFactor> factors = new ArrayList<>();
        List<List<Value>> standardised = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        for (NeedFactor factor : recipe.factors()) {
            List<Value> column = Optional.ofNullable(columns.get(factor.column()))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "There is no column " + factor.column() + ", which recipe " + recipe.name() + " names."));
            if (column.size() != areas.size()) {
                throw new IllegalArgumentException("Column " + factor.column() + " has " + column.size()
                        + " values for " + areas.size() + " areas.");
            }
            Optional<List<Value>> scores = standardise(factor, column, recipe.referenceSize());
            if (scores.isPresent()) {
                factors.add(factor);
                standardised.add(scores.get());
            } else {
                notices.add("Factor " + factor.column()
                        + " was left out: its known values do not vary, so it cannot tell areas apart.");
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int area = 0; area < areas.size(); area++) {
            int index = area;
            rows.add(score(
                    recipe,
                    factors,
                    areas.get(area),
                    standardised.stream().map(column -> column.get(index)).toList()));
        }
        return new NeedMatrix(recipe, factors, rank(rows), notices);
    }

    private static Optional<List<Value>> standardise(NeedFactor factor, List<Value> column, int referenceSize) {
        return ValueArithmetic.amongKnown(column, known -> factor.fit(known, referenceSize)
                .map(fitted -> Arrays.stream(known).map(fitted::score).toArray()));
    }

    private static Row score(NeedRecipe recipe, List<NeedFactor> factors, AreaCode area, List<Value> standardised) {
        double full = factors.stream().mapToDouble(NeedFactor::weight).sum();
        double[] scores = new double[factors.size()];
        double[] weights = new double[factors.size()];
        int available = 0;
        double known = 0;
        boolean hidden = false;
        for (int k = 0; k < factors.size(); k++) {
            Value value = standardised.get(k);
            hidden |= value.state() == ValueState.SUPPRESSED;
            if (value.isKnown()) {
                scores[available] = value.number().orElseThrow();
                weights[available++] = factors.get(k).weight();
                known += factors.get(k).weight();
            }
        }
        double coverage = full == 0 ? 0 : known / full;
        Value none = hidden ? Value.suppressed() : Value.notAvailable();
        // A share of three quarters of equal weights must pass in spite of rounding.
        boolean enough = available > 0 && coverage >= recipe.minimumCoverageFraction() - 1e-12;
        Value score = enough ? Value.ofFinite(recipe.aggregation().score(scores, weights, available, full)) : none;
        return new Row(area, standardised, score, score, score, coverage);
    }

    /** An area without a score keeps the reason as its rank and decile and counts for nobody else's. */
    private static List<Row> rank(List<Row> rows) {
        List<Value> scores = rows.stream().map(Row::score).toList();
        List<Value> ranks = ValueArithmetic.amongKnown(
                        scores,
                        known -> Optional.of(Arrays.stream(Ranks.competitionDescending(known))
                                .asDoubleStream()
                                .toArray()))
                .orElseThrow();
        int ranked = (int) scores.stream().filter(Value::isKnown).count();
        List<Row> all = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
            Value rank = ranks.get(k);
            all.add(rows.get(k).ranked(rank, rank.map(number -> Deciles.ofRank((int) number, ranked))));
        }
        return all;
    }
}
