package org.needscape.targeting.decision;

import java.util.List;
import org.needscape.area.AreaCode;

/**
 * Another choice that the board looked at.
 *
 * @param areas which ones it had, as far as they were noted
 * @param whyNot why it was not taken
 */
public record Alternative(List<AreaCode> areas, String whyNot) {

    public Alternative {
        areas = List.copyOf(areas);
    }
}
