package org.needscape.geoio.table;

import java.util.Optional;
import java.util.stream.Stream;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;

/**
 * Where a table of indicators has what a value was divided from: in a long table the columns {@code numerator} and {@code
 * denominator}, in a wide one those named like the indicator with {@code _numerator} and {@code _denominator} behind.
 */
final class RatioColumns {

    /**
     * What a value was divided from.
     *
     * @param numerator how many were counted; never a number where the value is hidden
     * @param denominator among how many
     */
    record Ratio(Value numerator, Value denominator) {

        static final Ratio NONE = new Ratio(Value.notAvailable(), Value.notAvailable());
    }

    private final TableHeader header;
    private final Optional<Integer> numerator;
    private final Optional<Integer> denominator;

    private RatioColumns(TableHeader header, Optional<Integer> numerator, Optional<Integer> denominator) {
        this.header = header;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** Those of a long table, which has at most one of each. */
    static RatioColumns ofLong(TableHeader header) {
        return new RatioColumns(header, header.find("numerator"), header.find("denominator"));
    }

    /** Those of an indicator's column in a wide table. A column that the codebook describes is an indicator of its own instead. */
    static RatioColumns ofWide(TableHeader header, String indicator, Codebook codebook) {
        return new RatioColumns(
                header,
                companion(header, indicator + "_numerator", codebook),
                companion(header, indicator + "_denominator", codebook));
    }

    private static Optional<Integer> companion(TableHeader header, String name, Codebook codebook) {
        return codebook.find(name).isPresent() ? Optional.empty() : header.find(name);
    }

    /** Their places in the table, none, one or two. */
    Stream<Integer> indices() {
        return Stream.concat(numerator.stream(), denominator.stream());
    }

    /**
     * Reads them.
     *
     * @param value the value of the same row
     * @throws RowRefusedException when one is no number of 0 or more, or more of them are counted than there are for a share
     */
    Ratio read(CodebookEntry entry, TableRow row, Value value) {
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
        boolean hidden = value.state() == ValueState.SUPPRESSED && counted.isKnown();
        return new Ratio(hidden ? Value.suppressed() : counted, whole);
    }

    private Value read(Optional<Integer> column, CodebookEntry entry, TableRow row) {
        return column.map(index -> new NumberColumn(index, header.name(index), entry.symbols(), NumberRule.NOT_NEGATIVE)
                        .read(row)
                        .value())
                .orElse(Value.notAvailable());
    }
}
