package org.needscape.service;

import org.needscape.area.Extent;
import org.needscape.area.Geography;
import org.needscape.layer.LayerId;
import org.needscape.layer.LayerKind;

/**
 * A layer as it stands in a list.
 *
 * @param id its id in this store
 * @param key the id without the extent
 * @param title for people
 * @param kind what it shows
 * @param extent which areas count
 * @param geography level and vintage
 * @param unit of its value
 * @param period when it is about
 * @param theme the heading it stands under within its group, or empty
 */
public record LayerHeading(
        LayerId id,
        String key,
        String title,
        LayerKind kind,
        Extent extent,
        Geography geography,
        String unit,
        String period,
        String theme) {}
