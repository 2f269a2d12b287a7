package org.needscape.area;

/**
 * One line of a lookup: the larger area that a smaller one belongs to.
 *
 * @param child the smaller area
 * @param parent the larger area
 * @param parentName its name as the lookup gives it, not blank
 */
public record AreaParent(AreaId child, AreaId parent, String parentName) {

    public AreaParent {
        if (parentName.isBlank()) {
            throw new IllegalArgumentException("Area " + parent + " has no name in the lookup.");
        }
    }
}
