package org.needscape.need;

import java.util.List;
import java.util.Optional;
import org.needscape.spatial.Neighbours;

/**
 * What is known of where areas lie, for rates that are drawn toward their surroundings.
 *
 * @param neighbours of each area, in the order of the areas; empty where not known
 * @param districts the district of each area, in the same order; empty where not known
 */
public record Surroundings(Optional<Neighbours> neighbours, List<String> districts) {

    /** Nothing is known. */
    public static final Surroundings NONE = new Surroundings(Optional.empty(), List.of());

    public Surroundings {
        districts = List.copyOf(districts);
    }

    /** Whether they are enough to draw rates of so many areas toward something. */
    boolean allow(Shrinkage shrinkage, int areas) {
        return switch (shrinkage) {
            case NONE, GLOBAL -> true;
            case LOCAL -> neighbours.isPresent() && neighbours.get().size() == areas;
            case DISTRICT -> districts.size() == areas;
        };
    }
}
