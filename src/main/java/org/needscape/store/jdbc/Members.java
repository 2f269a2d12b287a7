package org.needscape.store.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.needscape.area.AreaCode;

/** The areas of one geography in an extent, in code order. Codes are put in order here, because databases disagree about it. */
final class Members {

    private final List<AreaCode> codes;
    private final List<Integer> ids;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private int lowestId = Integer.MAX_VALUE;
    private int highestId = Integer.MIN_VALUE;

    Members(SortedMap<AreaCode, Integer> idsByCode) {
        codes = List.copyOf(idsByCode.keySet());
        ids = new ArrayList<>(idsByCode.values());
        for (int position = 0; position < ids.size(); position++) {
            int id = ids.get(position);
            positions.put(id, position);
            lowestId = Math.min(lowestId, id);
            highestId = Math.max(highestId, id);
        }
    }

    int size() {
        return codes.size();
    }

    AreaCode code(int position) {
        return codes.get(position);
    }

    /** The row numbers in code order. */
    List<Integer> ids() {
        return List.copyOf(ids);
    }

    /** Where the area with this row number stands in code order; empty when it is not a member. */
    OptionalInt position(int id) {
        Integer position = positions.get(id);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** With {@link #highestId()} a narrow range of rows to read, because areas that came in one file have numbers in a row. */
    int lowestId() {
        return lowestId;
    }

    int highestId() {
        return highestId;
    }
}
