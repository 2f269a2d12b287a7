package org.needscape.authority;

import java.util.OptionalDouble;
import org.needscape.area.AreaCode;

/**
 * An authority that another one is compared with because it is like it.
 *
 * @param authority whose neighbour it is; that it is the neighbour of the other does not follow
 * @param neighbour the code of the one that is like it
 * @param position 1 for the nearest
 * @param weight how much it counts in a mean, above 0, where the list says it
 * @param closeness how near in words, such as "Very close", or an empty text
 */
public record StatisticalNeighbour(
        AreaCode authority, AreaCode neighbour, int position, OptionalDouble weight, String closeness) {

    public StatisticalNeighbour {
        if (position < 1) {
            throw new IllegalArgumentException("The nearest neighbour is at position 1, not " + position + ".");
        }
        if (authority.equals(neighbour)) {
            throw new IllegalArgumentException("An authority is not its own neighbour: " + authority + ".");
        }
        if (weight.isPresent() && !(weight.getAsDouble() > 0 && Double.isFinite(weight.getAsDouble()))) {
            throw new IllegalArgumentException("A weight is above 0, not " + weight.getAsDouble() + ".");
        }
        closeness = closeness.strip();
    }
}
