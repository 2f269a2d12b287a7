package org.needscape.service;

import java.util.List;
import java.util.stream.Collectors;
import org.needscape.need.NeedRecipe;
import org.needscape.need.Standardisation;

/** What a scoring method is called and does, in words. */
final class MethodWords {

    private static final String SURENESS =
            " How sure ranks are: weights drawn from a Dirichlet distribution around the chosen ones, each varying by a quarter of"
                    + " itself; limits are the 5th and 95th of 100 ranks. Small counts behind the measures are not drawn anew.";

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
