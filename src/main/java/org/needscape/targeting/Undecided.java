package org.needscape.targeting;

import java.util.Optional;

/**
 * No set was found that keeps to all constraints, and none was shown to be impossible.
 *
 * @param sentence for people, with what to do
 */
public record Undecided(String sentence) implements SuggestionOutcome {

    @Override
    public Optional<Suggestion> suggestion() {
        return Optional.empty();
    }

    @Override
    public Optional<Conflict> conflict() {
        return Optional.empty();
    }
}
