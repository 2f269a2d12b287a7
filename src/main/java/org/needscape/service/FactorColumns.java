package org.needscape.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.needscape.area.AreaCode;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.need.CountedFactor;
import org.needscape.need.NeedFactor;
import org.needscape.need.Shrinkage;
import org.needscape.need.ShrunkRates;
import org.needscape.need.Surroundings;
import org.needscape.protection.ProtectedObservations;
import org.needscape.protection.ProtectedRatio;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * The figures of a scoring method's factors, as they may be shown, in the order of an extent's areas. Rates whose counts are known are
 * drawn toward others before they are scored, unless the method says otherwise.
 */
final class FactorColumns {

    private final AreaFrame frame;
    private final SeriesCatalog catalog;
    private final AppliedMethod applied;
    private final Map<SeriesKey, Map<AreaCode, ProtectedRatio>> ratios;
    private final Surroundings surroundings;
    private final Map<String, List<Value>> shown = new HashMap<>();
    private final Map<String, List<Value>> scored = new HashMap<>();
    private final Map<String, CountedFactor> counted = new HashMap<>();
    private final List<String> notices = new ArrayList<>();

    private FactorColumns(
            AreaFrame frame,
            SeriesCatalog catalog,
            AppliedMethod applied,
            Map<SeriesKey, Map<AreaCode, ProtectedRatio>> ratios,
            Surroundings surroundings) {
        this.frame = frame;
        this.catalog = catalog;
        this.applied = applied;
        this.ratios = ratios;
        this.surroundings = surroundings;
    }

    static FactorColumns read(
            StoreSession session,
            ProtectedObservations observations,
            Adjacency adjacency,
            AreaFrame frame,
            SeriesCatalog catalog,
            AppliedMethod applied) {
        FactorColumns columns = new FactorColumns(
                frame,
                catalog,
                applied,
                observations.listRatios(
                        session,
                        applied.series().stream().map(StoredSeries::key).toList(),
                        frame.extent().name()),
                surroundings(session, adjacency, frame, applied));
        applied.document().recipe().factors().forEach(columns::read);
        return columns;
    }

    /** By column the values as shown. */
    Map<String, List<Value>> shown() {
        return shown;
    }

    /** By column the values that are scored. */
    Map<String, List<Value>> scored() {
        return scored;
    }

    /** By column the counts behind the values, where they are known. */
    Map<String, CountedFactor> counted() {
        return counted;
    }

    /** Whether a factor's rates were all drawn to one, because they differ by no more than chance. */
    boolean becameOne(NeedFactor factor) {
        return ShrunkRates.becameOne(
                shown.getOrDefault(factor.column(), List.of()), scored.getOrDefault(factor.column(), List.of()));
    }

    /** What a reader should know, one sentence each. */
    List<String> notices() {
        return notices;
    }

    private static Surroundings surroundings(
            StoreSession session, Adjacency adjacency, AreaFrame frame, AppliedMethod applied) {
        boolean local = applied.document().shrinkage().containsValue(Shrinkage.LOCAL);
        boolean district = applied.document().shrinkage().containsValue(Shrinkage.DISTRICT);
        return new Surroundings(
                local
                        ? Optional.of(adjacency
                                .get(session, frame.extent().name(), frame.geography())
                                .neighbours())
                        : Optional.empty(),
                district
                        ? frame.names().keySet().stream().map(frame::districtOf).toList()
                        : List.of());
    }

    /** A sentence about a factor with the label of its measure in place of its column. */
    String named(String sentence) {
        String named = sentence;
        for (NeedFactor factor : applied.document().recipe().factors()) {
            named = named.replace("Factor " + factor.column() + " ", label(factor) + " ");
        }
        return named;
    }

    private String label(NeedFactor factor) {
        return catalog.definition(applied.seriesOf(factor)).label();
    }

    private void read(NeedFactor factor) {
        List<Value> values = column(factor, ProtectedRatio::value);
        shown.put(factor.column(), values);
        Optional<CountedFactor> behind = counted(factor, values);
        behind.ifPresent(known -> counted.put(factor.column(), known));
        List<Value> drawn = behind.flatMap(ShrunkRates::of).orElse(values);
        if (ShrunkRates.becameOne(values, drawn)) {
            notices.add(label(factor)
                    + " differs between areas by no more than chance would make it, so all were drawn to one"
                    + " rate, and it is left out of the score.");
        }
        scored.put(factor.column(), drawn);
    }

    private List<Value> column(NeedFactor factor, Function<ProtectedRatio, Value> part) {
        Map<AreaCode, ProtectedRatio> byArea =
                ratios.getOrDefault(applied.seriesOf(factor).key(), Map.of());
        return frame.names().keySet().stream()
                .map(code -> Optional.ofNullable(byArea.get(code)).map(part).orElse(Value.notAvailable()))
                .toList();
    }

    private Optional<CountedFactor> counted(NeedFactor factor, List<Value> values) {
        List<Value> counts = column(factor, ProtectedRatio::numerator);
        List<Value> populations = column(factor, ProtectedRatio::denominator);
        Optional<Shrinkage> asked =
                Optional.ofNullable(applied.document().shrinkage().get(factor.column()));
        if (counts.stream().noneMatch(Value::isKnown) || populations.stream().noneMatch(Value::isKnown)) {
            if (asked.isPresent() && asked.get() != Shrinkage.NONE) {
                notices.add(
                        factor.column() + " is scored as it is: its counts are not known, so it cannot be drawn toward"
                                + " other rates.");
            }
            return Optional.empty();
        }
        Shrinkage shrinkage = asked.orElse(Shrinkage.GLOBAL);
        if (shrinkage == Shrinkage.NONE) {
            notices.add(label(factor)
                    + " is scored as it is, areas of few people too, because the scoring method says so.");
        }
        if (shrinkage == Shrinkage.DISTRICT && isNoShare(counts, populations)) {
            notices.add(label(factor)
                    + " is drawn toward the rate of all areas: more are counted in some areas than there"
                    + " are, so it is no share that could be drawn toward its district's.");
            shrinkage = Shrinkage.GLOBAL;
        }
        return Optional.of(new CountedFactor(values, counts, populations, shrinkage, surroundings));
    }

    private static boolean isNoShare(List<Value> counts, List<Value> populations) {
        for (int area = 0; area < counts.size(); area++) {
            if (counts.get(area).isKnown()
                    && populations.get(area).isKnown()
                    && counts.get(area).number().orElseThrow()
                            > populations.get(area).number().orElseThrow()) {
                return true;
            }
        }
        return false;
    }
}
