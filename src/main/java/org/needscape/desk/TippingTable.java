package org.needscape.desk;

import java.util.ArrayList;
import java.util.List;
import org.needscape.need.NeedMatrix;
import org.needscape.need.WeightSensitivity;

/**
 * Which weight, changed by how much, moves an area into the highest-need tenth or out of it, as a table with a line for each area and
 * factor. Areas without a score have none.
 */
final class TippingTable {

    static final List<String> HEADER =
            List.of("code", "factor", "in_highest_need_tenth", "times_smaller", "times_larger");

    /** The work grows with the square of the number of areas. */
    private static final int MOST_AREAS = 3_000;

    private TippingTable() {}

    static List<List<String>> rows(NeedMatrix matrix) {
        if (matrix.rows().size() > MOST_AREAS) {
            throw new RefusedException(
                    "--sensitivity compares every area with every other and takes at most " + MOST_AREAS
                            + " areas, not " + matrix.rows().size() + ": leave it out, or score one county at a time.");
        }
        WeightSensitivity sensitivity;
        try {
            sensitivity = new WeightSensitivity(matrix);
        } catch (IllegalArgumentException notPossible) {
            throw new RefusedException(String.valueOf(notPossible.getMessage()), notPossible);
        }
        List<List<String>> rows = new ArrayList<>();
        for (int area = 0; area < matrix.rows().size(); area++) {
            String code = matrix.rows().get(area).area().value();
            sensitivity
                    .of(area)
                    .forEach(tipping -> rows.add(List.of(
                            code,
                            tipping.factor().column(),
                            Boolean.toString(tipping.isIn()),
                            tipping.timesSmaller().map(CellText::format).orElse(""),
                            tipping.timesLarger().map(CellText::format).orElse(""))));
        }
        return rows;
    }
}
