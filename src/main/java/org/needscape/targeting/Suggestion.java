package org.needscape.targeting;

import java.util.List;
import java.util.Optional;
import org.needscape.area.AreaCode;

/**
 * A set of areas that keeps to all constraints.
 *
 * @param areas by falling need, those without a known need last, ties by code
 * @param need the need reached: the sum over areas whose need is known
 * @param upperBound no set that keeps to the constraints reaches more
 * @param method how the set was found
 * @param proven whether the set is within the gap that was asked for
 * @param notes what a reader must know, one sentence each
 */
public record Suggestion(
        List<AreaCode> areas, double need, double upperBound, Method method, boolean proven, List<String> notes)
        implements SuggestionOutcome {

    /** How a set was found. */
    public enum Method {
        /** By a search that bounds what any set can reach. */
        EXACT,
        /** By taking the best area for its cost, one after the other. */
        GREEDY
    }

    public Suggestion {
        areas = List.copyOf(areas);
        notes = List.copyOf(notes);
    }

    /** (bound - need) / bound: how much more the best set could reach at most, 0 to 1; 0 where no set reaches anything. */
    public double gapFraction() {
        return upperBound <= 0 ? 0 : Math.max(0, (upperBound - need) / upperBound);
    }

    @Override
    public Optional<Suggestion> suggestion() {
        return Optional.of(this);
    }

    @Override
    public Optional<Conflict> conflict() {
        return Optional.empty();
    }
}
