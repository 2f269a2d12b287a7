package org.needscape.service;

import java.util.Optional;
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
 * @param opensAs for a layer that is mostly hidden, what a page opens instead unless it is asked not to
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
        String theme,
        Optional<Instead> opensAs) {

    /**
     * A layer that says more than one that is mostly hidden.
     *
     * @param id its id in this store
     * @param why in one sentence
     */
    public record Instead(LayerId id, String why) {}
}
