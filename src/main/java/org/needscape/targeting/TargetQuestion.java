package org.needscape.targeting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.spatial.Neighbours;

/**
 * Which areas to choose: candidates, how they lie, and what to keep to.
 *
 * @param candidates each code once, in any order; the answer does not depend on it
 * @param neighbours which candidates are next to each other, by their place in the list; a link in one direction counts as both
 * @param constraints about these candidates and their districts only
 */
public record TargetQuestion(List<Candidate> candidates, Neighbours neighbours, TargetConstraints constraints) {

    /**
     * @throws IllegalArgumentException when a code is listed twice, neighbours are of other areas, or constraints name an area or a
     *     district that is not among the candidates
     */
    public TargetQuestion {
        candidates = List.copyOf(candidates);
        if (neighbours.size() != candidates.size()) {
            throw new IllegalArgumentException(
                    "Neighbours of " + neighbours.size() + " areas for " + candidates.size() + " candidates.");
        }
        Set<AreaCode> codes = new HashSet<>();
        Set<AreaCode> districts = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!codes.add(candidate.code())) {
                throw new IllegalArgumentException("Area " + candidate.code() + " is listed twice.");
            }
            districts.add(candidate.district());
        }
        known("mustHave", constraints.mustHave(), codes, "area");
        known("mustNot", constraints.mustNot(), codes, "area");
        Set<AreaCode> floored = new HashSet<>();
        constraints.floors().forEach(floor -> floored.add(floor.district()));
        known("floors", floored, districts, "district");
    }

    private static void known(String field, Set<AreaCode> named, Set<AreaCode> there, String what) {
        Set<AreaCode> unknown = new TreeSet<>(named);
        unknown.removeAll(there);
        if (!unknown.isEmpty()) {
            throw new UnknownAreaException(
                    field,
                    "There is no " + what + " " + unknown.iterator().next()
                            + " among the areas to choose from: take it out, or choose from its areas too.");
        }
    }

    /** The same areas with other constraints. */
    public TargetQuestion with(TargetConstraints other) {
        return new TargetQuestion(candidates, neighbours, other);
    }
}
