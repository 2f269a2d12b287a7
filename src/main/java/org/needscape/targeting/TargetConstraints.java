package org.needscape.targeting;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.needscape.area.AreaCode;

/**
 * What a set of target areas must keep to. {@link #NONE} and the {@code with} methods build it.
 *
 * @param limits the most that all chosen areas may take together of a resource, 0 or more; a resource that is not listed has no limit
 * @param areasFrom how many areas at least, 0 or more
 * @param areasTo how many areas at most; {@link #NO_LIMIT} for any number
 * @param piecesMost how many pieces at most, 1 or more; 1 makes the set contiguous, {@link #NO_LIMIT} lets areas lie anywhere
 * @param pieceAreasLeast how many areas each piece has at least, 1 or more
 * @param floors what districts get at least, no district twice
 * @param mustHave areas that are in every set
 * @param mustNot areas that are in none
 */
public record TargetConstraints(
        Map<Resource, Double> limits,
        int areasFrom,
        int areasTo,
        int piecesMost,
        int pieceAreasLeast,
        List<DistrictFloor> floors,
        Set<AreaCode> mustHave,
        Set<AreaCode> mustNot) {

    /** As many as there are. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /** Nothing to keep to. */
    public static final TargetConstraints NONE =
            new TargetConstraints(Map.of(), 0, NO_LIMIT, NO_LIMIT, 1, List.of(), Set.of(), Set.of());

    public TargetConstraints {
        limits = Map.copyOf(limits);
        floors = List.copyOf(floors);
        mustHave = Set.copyOf(mustHave);
        mustNot = Set.copyOf(mustNot);
        limits.forEach((resource, most) -> {
            if (resource == Resource.AREAS) {
                throw new IllegalArgumentException("The most areas are said with areasTo, not with a limit.");
            }
            if (!(most >= 0) || Double.isInfinite(most)) {
                throw new IllegalArgumentException(
                        "The " + resource.limitNoun() + " must be 0 or more, not " + most + ".");
            }
        });
        notBelow("The least number of areas", areasFrom, 0);
        notBelow("The most areas", areasTo, 0);
        notBelow("The most pieces", piecesMost, 1);
        notBelow("The least number of areas in a piece", pieceAreasLeast, 1);
        Set<AreaCode> districts = new HashSet<>();
        for (DistrictFloor floor : floors) {
            if (!districts.add(floor.district())) {
                throw new IllegalArgumentException("District " + floor.district() + " has two floors: keep one.");
            }
        }
    }

    private static void notBelow(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be " + least + " or more, not " + value + ".");
        }
    }

    /** With a limit on a resource, in place of the one it has; of areas it is the most of them, rounded down. */
    public TargetConstraints withLimit(Resource resource, double most) {
        if (resource == Resource.AREAS) {
            return withAreas(areasFrom, (int) Math.floor(most));
        }
        Map<Resource, Double> changed = new EnumMap<>(Resource.class);
        changed.putAll(limits);
        changed.put(resource, most);
        return new TargetConstraints(
                changed, areasFrom, areasTo, piecesMost, pieceAreasLeast, floors, mustHave, mustNot);
    }

    /** Without a limit on a resource. */
    public TargetConstraints withoutLimit(Resource resource) {
        if (resource == Resource.AREAS) {
            return withAreas(areasFrom, NO_LIMIT);
        }
        Map<Resource, Double> changed = new TreeMap<>(limits);
        changed.remove(resource);
        return new TargetConstraints(
                changed, areasFrom, areasTo, piecesMost, pieceAreasLeast, floors, mustHave, mustNot);
    }

    /** With a number of areas. */
    public TargetConstraints withAreas(int from, int to) {
        return new TargetConstraints(limits, from, to, piecesMost, pieceAreasLeast, floors, mustHave, mustNot);
    }

    /** With at most so many pieces, of at least so many areas each. */
    public TargetConstraints withPieces(int most, int areasLeast) {
        return new TargetConstraints(limits, areasFrom, areasTo, most, areasLeast, floors, mustHave, mustNot);
    }

    /** With floors, in place of those it has. */
    public TargetConstraints withFloors(List<DistrictFloor> other) {
        return new TargetConstraints(limits, areasFrom, areasTo, piecesMost, pieceAreasLeast, other, mustHave, mustNot);
    }

    /** With areas that must be in, in place of those it has. */
    public TargetConstraints withMustHave(Set<AreaCode> areas) {
        return new TargetConstraints(limits, areasFrom, areasTo, piecesMost, pieceAreasLeast, floors, areas, mustNot);
    }

    /** With areas that must be out, in place of those it has. */
    public TargetConstraints withMustNot(Set<AreaCode> areas) {
        return new TargetConstraints(limits, areasFrom, areasTo, piecesMost, pieceAreasLeast, floors, mustHave, areas);
    }
}
