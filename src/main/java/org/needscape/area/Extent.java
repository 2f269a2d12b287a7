package org.needscape.area;

/**
 * An analysis extent: the areas that count. It is part of every result's identity; real and fictional areas never share one.
 *
 * @param name as it stands in addresses and layer ids
 * @param title for people, such as "Staffordshire"
 * @param fictional whether its areas are invented
 */
public record Extent(ExtentName name, String title, boolean fictional) {

    public Extent {
        if (title.isBlank()) {
            throw new IllegalArgumentException("Extent " + name + " has no title.");
        }
    }
}
