package org.needscape.geoio.table;

import java.util.Optional;
import org.needscape.indicator.Value;

/**
 * The column {@value #NAME} of a table of counts: how the children of a row come in families. With m children of a family counted in the
 * row it holds Σ m² over its families, so that three brothers and sisters and one other child give 3² + 1² = 10. An empty cell says that
 * families are not known.
 */
final class FamilyColumn {

    static final String NAME = "families_squared";

    private static final String WHAT_TO_DO =
            "Add up for each family the square of its number of children counted in the row, as in 3 x 3"
                    + " + 1 x 1 = 10 for three of one family and one of another, or leave the cell empty.";

    private final NumberColumn column;

    private FamilyColumn(NumberColumn column) {
        this.column = column;
    }

    static Optional<FamilyColumn> find(TableHeader header) {
        return header.find(NAME, NAME.replace('_', '-'))
                .map(index -> new FamilyColumn(
                        new NumberColumn(index, header.name(index), SymbolProfile.GENERAL, NumberRule.COUNT)));
    }

    int index() {
        return column.index();
    }

    String header() {
        return column.header();
    }

    /**
     * Reads its cell of a row.
     *
     * @param count of the row
     * @throws RowRefusedException when the cell cannot be understood, or when families with that many children cannot give its number:
     *     it is at least the count, at most its square, even where the count is even and odd where it is odd, for m² is odd only
     *     where m is; so it is 0 for no children alone
     */
    Value read(TableRow row, Value count) {
        Value squared = column.read(row).value();
        if (squared.isKnown() && !isPossible(count, squared.number().getAsDouble())) {
            throw new RowRefusedException(
                    column.header(),
                    count.isKnown()
                            ? "The number cannot be the sum of the squared sizes of families with this many children."
                            : "There is no count of children whose families these could be.",
                    count.isKnown() ? WHAT_TO_DO : "Leave the cell empty where there is no count.");
        }
        return squared;
    }

    private static boolean isPossible(Value count, double squared) {
        double children = count.number().orElse(Double.NaN);
        return squared >= children && squared <= children * children && squared % 2 == children % 2;
    }
}
