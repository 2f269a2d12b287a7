package org.needscape.targeting;

import java.util.List;
import java.util.Optional;

/**
 * Constraints that cannot all be kept. None of them can be spared from the conflict: without any one of them, the others can be kept.
 *
 * @param parts at least one, in the order of the form
 * @param irreducible whether that was shown for every part; otherwise the search ran out of time and a part may be spare
 */
public record Conflict(List<Part> parts, boolean irreducible) implements SuggestionOutcome {

    public Conflict {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A conflict has at least one part.");
        }
    }

    /**
     * One constraint of a conflict.
     *
     * @param field the name of the field that holds it, as in {@code limits.money}, {@code areasFrom} or {@code floors}
     * @param subject the code of the area or district it is about; empty when it is about all areas
     * @param sentence what it asks for, in words
     */
    public record Part(String field, String subject, String sentence) {}

    @Override
    public Optional<Suggestion> suggestion() {
        return Optional.empty();
    }

    @Override
    public Optional<Conflict> conflict() {
        return Optional.of(this);
    }
}
