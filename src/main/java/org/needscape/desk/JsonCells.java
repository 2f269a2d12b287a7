package org.needscape.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Cells of a table as members of a JSON object: numbers as numbers, an empty cell of a number as null, marks as text. */
final class JsonCells {

    private static final Set<String> TEXT = Set.of("code", "class", "reason", "quadrant");

    private JsonCells() {}

    static void put(ObjectNode object, String name, String cell) {
        if (TEXT.contains(name)) {
            object.put(name, cell);
        } else if (cell.isEmpty()) {
            object.putNull(name);
        } else if (cell.startsWith("[")) {
            object.put(name, cell);
        } else {
            object.put(name, Double.parseDouble(cell));
        }
    }
}
