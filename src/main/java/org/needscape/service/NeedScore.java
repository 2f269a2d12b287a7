package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.need.CountedFactor;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedMatrix;
import org.needscape.need.Shrinkage;

/**
 * A scoring method computed for the areas of an extent, from protected values alone: a hidden cell changes nothing.
 *
 * @param applied the method and its series
 * @param frame the areas, in the order of the rows
 * @param matrix standardised values, score, rank and decile
 * @param columns the figures of its factors
 * @param notices what a reader should know, one sentence each
 */
record NeedScore(
        AppliedMethod applied, AreaFrame frame, NeedMatrix matrix, FactorColumns columns, List<String> notices) {

    NeedScore {
        notices = List.copyOf(notices);
    }

    static NeedScore of(AreaFrame frame, SeriesCatalog catalog, AppliedMethod applied, FactorColumns columns) {
        NeedMatrix matrix = NeedMatrix.of(
                applied.document().recipe(), List.copyOf(frame.names().keySet()), columns.scored());
        List<String> notices = new ArrayList<>();
        for (NeedFactor factor : applied.document().recipe().factors()) {
            Indicator indicator = catalog.definition(applied.seriesOf(factor));
            if (!matrix.factors().contains(factor) && !columns.becameOne(factor)) {
                notices.add(indicator.label()
                        + " was left out: its known values do not vary, so it cannot tell areas apart.");
            }
            mostlyHidden(indicator, columns.shown().getOrDefault(factor.column(), List.of()), notices);
            Polarity stated = indicator.polarity();
            if (stated != Polarity.NOT_STATED && stated != factor.polarity()) {
                notices.add("The scoring method says of " + indicator.label() + " that "
                        + factor.polarity().words() + ", its codebook that " + stated.words() + ".");
            }
        }
        notices.addAll(columns.notices());
        return new NeedScore(applied, frame, matrix, columns, notices);
    }

    /** How many factors are drawn toward other rates before they are scored. */
    long shrunk() {
        return counted()
                .filter(counted -> counted.shrinkage() != Shrinkage.NONE)
                .count();
    }

    /** The counts behind the factors that are scored, where they are known. */
    Stream<CountedFactor> counted() {
        return matrix.factors().stream()
                .flatMap(factor -> Optional.ofNullable(columns.counted().get(factor.column())).stream());
    }

    private static void mostlyHidden(Indicator indicator, List<Value> column, List<String> notices) {
        long hidden = column.stream()
                .filter(value -> value.state() == ValueState.SUPPRESSED)
                .count();
        if (hidden * 2 > column.size()) {
            notices.add(indicator.label() + " is hidden in " + hidden + " of " + column.size()
                    + " areas to protect children; there it takes no part in the score.");
        }
    }
}
