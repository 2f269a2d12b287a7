package org.needscape.geoio.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.needscape.indicator.Value;
import org.needscape.progress.Progress;

/**
 * Which indicators of a table are their numerators over their denominators. A publisher may have standardised a value for age, or
 * modelled it; then the counts beside it are about something else than the value, and the two must not be used together. One row
 * that does not agree is enough, since a slip cannot be told from a model: what is right is found by a look at that row.
 *
 * <p>A value agrees when it differs from numerator over denominator, times the 100 of percent or the 1,000 of its unit, by no more
 * than 2 percent or by the rounding of its last printed decimal. Numerators below 10 and units without such a number say nothing.
 */
final class PlainRatios {

    private static final double TOLERANCE = 0.02;
    private static final double FEWEST_COUNTED = 10;

    /** The line of the first row that does not agree. */
    private final Map<CodebookEntry, Long> firstDisagreeing = new LinkedHashMap<>();

    /**
     * Reads a table through once.
     *
     * @param cells hands the cells of a row to {@link #see}; a row that it refuses is passed over here
     */
    static PlainRatios of(TableRequest request, BiConsumer<TableRow, PlainRatios> cells) {
        PlainRatios ratios = new PlainRatios();
        try (TableFile table = TableFile.open(
                request.file(),
                request.fileName(),
                row -> !CodeColumn.findAll(row).isEmpty(),
                note -> {},
                Progress.SILENT)) {
            table.forEachRow(row -> {
                // Rows of another width are refused later, where it is said.
                if (row.size() == table.header().size()) {
                    try {
                        cells.accept(row, ratios);
                    } catch (RowRefusedException saidLater) {
                        return;
                    }
                }
            });
        }
        return ratios;
    }

    /** None to look at. */
    static PlainRatios none() {
        return new PlainRatios();
    }

    /** Holds a value against what it was divided from. */
    void see(CodebookEntry entry, TableRow row, int valueColumn, Value value, RatioColumns.Ratio ratio) {
        OptionalDouble multiplier = entry.multiplier();
        double counted = ratio.numerator().number().orElse(0);
        double whole = ratio.denominator().number().orElse(0);
        if (multiplier.isEmpty() || !value.isKnown() || counted < FEWEST_COUNTED || whole == 0) {
            return;
        }
        double would = multiplier.getAsDouble() * counted / whole;
        double allowed = Math.max(TOLERANCE * would, halfTheLastDecimal(row.get(valueColumn)));
        if (Math.abs(value.number().orElseThrow() - would) > allowed + 1e-9 * would) {
            firstDisagreeing.putIfAbsent(entry, row.line());
        }
    }

    /** Whether an indicator's numerators and denominators may be kept. */
    boolean keeps(CodebookEntry entry) {
        return !firstDisagreeing.containsKey(entry);
    }

    /** Says of each indicator whose numerators and denominators are not kept why, once. */
    void note(Consumer<String> notes) {
        firstDisagreeing.forEach((entry, line) -> notes.accept("Values of "
                + entry.indicator().id() + " are not its numerators over its denominators (line " + line
                + " is the first that differs): numerators and denominators of it were not kept. If they should agree, correct"
                + " that line and import again."));
    }

    private static double halfTheLastDecimal(String number) {
        int point = number.indexOf('.');
        boolean plain = number.indexOf('e') < 0 && number.indexOf('E') < 0;
        return plain ? 0.5 * Math.pow(10, point < 0 ? 0 : point + 1 - number.length()) : 0;
    }
}
