package org.needscape.store;

import java.time.Instant;
import java.util.List;
import org.needscape.area.AreaCode;

/**
 * Areas that were shown together, as one sum. What is shown later must not differ from it by a number that is too small.
 *
 * @param codes of the areas, at least one; each is kept once, ordered
 * @param released when it was shown first, to the microsecond
 */
public record ReleasedSelection(List<AreaCode> codes, Instant released) {

    public ReleasedSelection {
        codes = codes.stream().distinct().sorted().toList();
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("A selection that was released has at least one area.");
        }
    }
}
