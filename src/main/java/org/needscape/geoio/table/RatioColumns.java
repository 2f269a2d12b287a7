package org.needscape.geoio.table;

import java.util.Optional;
import java.util.function.Consumer;
import org.needscape.indicator.Value;

/**
 * The columns {@code numerator} and {@code denominator} of a long table of indicators: what a value was divided from, row by row.
 * They are held against each other and not kept.
 */
final class RatioColumns {

    private final TableHeader header;
    private final Optional<Integer> numerator;
    private final Optional<Integer> denominator;

    private RatioColumns(TableHeader header, Optional<Integer> numerator, Optional<Integer> denominator) {
        this.header = header;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * Finds them.
     *
     * @param notes hears that they are not kept
     * @return empty when the table has neither
     */
    static Optional<RatioColumns> find(TableHeader header, Consumer<String> notes) {
        Optional<Integer> numerator = header.find("numerator");
        Optional<Integer> denominator = header.find("denominator");
        if (numerator.isEmpty() && denominator.isEmpty()) {
            return Optional.empty();
        }
        notes.accept("Numerators and denominators were checked, but are not kept.");
        return Optional.of(new RatioColumns(header, numerator, denominator));
    }

    /** @throws RowRefusedException when one is no number of 0 or more, or more of them are counted than there are for a share */
    void check(CodebookEntry entry, TableRow row) {
        Value counted = read(numerator, entry, row);
        Value whole = read(denominator, entry, row);
        if (entry.numbers().isShare()
                && counted.isKnown()
                && whole.isKnown()
                && counted.number().getAsDouble() > whole.number().getAsDouble()) {
            throw new RowRefusedException(
                    header.name(numerator.orElseThrow()),
                    "The numerator of a share is larger than its denominator.",
                    "Correct the one that is wrong, or the unit in the codebook.");
        }
    }

    private Value read(Optional<Integer> column, CodebookEntry entry, TableRow row) {
        return column.map(index -> new NumberColumn(index, header.name(index), entry.symbols(), NumberRule.NOT_NEGATIVE)
                        .read(row)
                        .value())
                .orElse(Value.notAvailable());
    }
}
