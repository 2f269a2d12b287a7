package org.needscape.service;

import java.time.Instant;
import java.util.Optional;
import org.needscape.recipe.RecipeDocument;
import org.needscape.store.RecipeStore.SavedRecipe;

/**
 * A scoring method that has a name in addresses.
 *
 * @param id that name
 * @param version from 1; 0 for the default one, which follows from what is loaded
 * @param saved when; empty for one that comes with the program
 * @param document the recipe
 */
public record ScoringMethod(String id, int version, Optional<Instant> saved, RecipeDocument document) {

    static ScoringMethod of(SavedRecipe recipe) {
        return new ScoringMethod(
                recipe.id(), recipe.version(), Optional.of(recipe.saved()), RecipeDocument.parse(recipe.document()));
    }

    /** What people call it. */
    public String name() {
        return document.recipe().name();
    }

    /** What it is for and where it comes from; may be empty. */
    public String description() {
        return document.description();
    }

    /** How many factors it has. */
    public int factors() {
        return document.recipe().factors().size();
    }

    /** Whether its weights can be changed one by one. */
    public boolean hasWeights() {
        return switch (document.recipe().aggregation()) {
            case WEIGHTED_MEAN, WEIGHTED_SUM -> true;
            case GEOMETRIC_MEAN, MAXIMUM, THRESHOLD_COUNT -> false;
        };
    }

    /** The recipe as JSON. */
    public String json() {
        return document.json();
    }

    /** SHA-256 of the document. */
    public String sha256() {
        return Hashes.ofText(document.json());
    }

    /** Whether it is the rule that takes every circumstance which is loaded. */
    boolean isDefault() {
        return id.equals(DefaultMethod.ID);
    }
}
