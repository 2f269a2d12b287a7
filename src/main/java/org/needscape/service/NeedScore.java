package org.needscape.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedMatrix;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * A scoring method computed for the areas of an extent, from protected values alone: a hidden cell changes nothing.
 *
 * @param applied the method and its series
 * @param frame the areas, in the order of the rows
 * @param matrix standardised values, score, rank and decile
 * @param shown for each factor of the recipe its values as shown, in the order of the rows
 * @param notices what a reader should know, one sentence each
 */
record NeedScore(
        AppliedMethod applied,
        AreaFrame frame,
        NeedMatrix matrix,
        Map<String, List<Value>> shown,
        List<String> notices) {

    NeedScore {
        shown = Map.copyOf(shown);
        notices = List.copyOf(notices);
    }

    static NeedScore of(
            StoreSession session,
            ProtectedObservations observations,
            AreaFrame frame,
            SeriesCatalog catalog,
            AppliedMethod applied) {
        List<AreaCode> codes = List.copyOf(frame.names().keySet());
        Map<SeriesKey, Map<AreaCode, Value>> values = observations.listValues(
                session,
                applied.series().stream().map(StoredSeries::key).toList(),
                frame.extent().name());
        Map<String, List<Value>> shown = new HashMap<>();
        List<String> notices = new ArrayList<>();
        List<NeedFactor> factors = applied.document().recipe().factors();
        for (int k = 0; k < factors.size(); k++) {
            NeedFactor factor = factors.get(k);
            StoredSeries series = applied.series().get(k);
            Map<AreaCode, Value> byArea = values.getOrDefault(series.key(), Map.of());
            List<Value> column = codes.stream()
                    .map(code -> byArea.getOrDefault(code, Value.notAvailable()))
                    .toList();
            shown.put(factor.column(), column);
            mostlyHidden(factor, column, notices);
            Polarity stated = catalog.definition(series).polarity();
            if (stated != Polarity.NOT_STATED && stated != factor.polarity()) {
                notices.add("The scoring method says of " + factor.column() + " that "
                        + factor.polarity().words() + ", its codebook that " + stated.words() + ".");
            }
        }
        NeedMatrix matrix = NeedMatrix.of(applied.document().recipe(), codes, shown);
        notices.addAll(0, matrix.notices());
        return new NeedScore(applied, frame, matrix, shown, notices);
    }

    private static void mostlyHidden(NeedFactor factor, List<Value> column, List<String> notices) {
        long hidden = column.stream()
                .filter(value -> value.state() == ValueState.SUPPRESSED)
                .count();
        if (hidden * 2 > column.size()) {
            notices.add(factor.column() + " is hidden in " + hidden + " of " + column.size()
                    + " areas to protect children; there it takes no part in the score.");
        }
    }
}
