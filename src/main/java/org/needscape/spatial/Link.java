package org.needscape.spatial;

import org.needscape.area.AreaCode;

/**
 * One directed neighbour relation, as a line of a neighbour file.
 *
 * @param area whose neighbour it is
 * @param neighbour the neighbour
 * @param weight finite; 1 where none is given
 */
public record Link(AreaCode area, AreaCode neighbour, double weight) {

    public Link {
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("The weight of " + area + " and " + neighbour + " is " + weight + ".");
        }
    }
}
