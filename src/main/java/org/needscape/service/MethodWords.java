package org.needscape.service;

import java.util.List;
import java.util.stream.Collectors;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.need.NeedRecipe;
import org.needscape.need.Standardisation;

/** What a scoring method is called and does, in words. */
final class MethodWords {

    private static final String SURENESS =
            " Rates whose counts are known are drawn toward the rate of all areas before they are scored (empirical Bayes, Marshall"
                    + " 1991), or as the scoring method says. How sure ranks are: such rates are drawn from their posterior, weights"
                    + " from a Dirichlet distribution around the chosen ones, each varying by a quarter of itself; limits are the"
                    + " 5th and 95th of 100 ranks.";

    private MethodWords() {}

    /** The title of its layer. */
    static String title(ScoringMethod method) {
        return method.isDefault() ? "Need score, default scoring method" : "Need score, " + method.name();
    }

    /** The title of its matrix. */
    static String matrixTitle(ScoringMethod method) {
        return method.isDefault() ? "Need matrix, default scoring method" : "Need matrix, " + method.name();
    }

    /** The unit of its scores. */
    static String unit(NeedRecipe recipe) {
        String of = standardised(recipe);
        return switch (recipe.aggregation()) {
            case WEIGHTED_MEAN -> equalWeights(recipe) ? "mean of " + of : "weighted mean of " + of;
            case WEIGHTED_SUM -> "weighted sum of " + of;
            case GEOMETRIC_MEAN -> "geometric mean of " + of;
            case MAXIMUM -> "largest of " + of;
            case THRESHOLD_COUNT -> "measures worse than their benchmark";
        };
    }

    /** How the score is made, for its manifest. */
    static String method(ScoringMethod method) {
        NeedRecipe recipe = method.document().recipe();
        return capital(unit(recipe)) + " over the areas of the extent, higher = more need; an area needs "
                + percent(recipe.minimumCoverageFraction())
                + " % of the weight to get a score; decile = ceil(10 rank / n)." + SURENESS;
    }

    /** What rank limits are called before the words for the cases. */
    static final String ABOVE = "Rank: above it in 5 of 100 ";

    /** The same of a layer that was made before. */
    static String cases(Layer score) {
        return score.columns().stream()
                .map(LayerColumn::label)
                .filter(label -> label.startsWith(ABOVE))
                .map(label -> label.substring(ABOVE.length()))
                .findFirst()
                .orElse("cases");
    }

    /** What differs between the cases that say how sure ranks are. */
    static String cases(NeedScore score) {
        return score.counted().findAny().isEmpty() ? "cases of other weights" : "cases of other weights and counts";
    }

    /** What the sureness of ranks holds and what it leaves out. */
    static String sureness(NeedScore score) {
        int all = score.matrix().factors().size();
        long counted = score.counted().count();
        if (counted == 0) {
            return "How sure ranks are says what other weights would do; chance in small counts is not in it, because no measure"
                    + " comes with its counts.";
        }
        return "How sure ranks are says what other weights would do, and chance in the counts of " + counted + " of "
                + all
                + " measures. " + score.shrunk()
                + " of them are drawn toward other rates before they are scored, the more, the"
                + " fewer people are behind them.";
    }

    private static String standardised(NeedRecipe recipe) {
        List<Standardisation> kinds = recipe.factors().stream()
                .map(factor -> factor.standardisation())
                .distinct()
                .toList();
        return kinds.equals(List.of(Standardisation.Z))
                ? "z-scores"
                : "values standardised by "
                        + kinds.stream().map(Standardisation::code).collect(Collectors.joining(" and "));
    }

    private static boolean equalWeights(NeedRecipe recipe) {
        return recipe.factors().stream()
                        .mapToDouble(factor -> factor.weight())
                        .distinct()
                        .count()
                == 1;
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(share * 100));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
