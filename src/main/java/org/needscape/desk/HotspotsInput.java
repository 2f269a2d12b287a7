package org.needscape.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.need.HotspotFinder;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.LocalJoinCount;
import org.needscape.spatial.Neighbours;
import org.needscape.spatial.NotComputed;
import org.needscape.stats.EmpiricalBayes;

/**
 * The areas of a values file and what is tested there.
 *
 * @param areas codes in file order
 * @param counts events per area; empty without counts
 * @param populations people per area; empty without counts
 * @param tested the value of each area or why it has none
 * @param hidden which areas' counts must not be shown
 */
record HotspotsInput(
        List<AreaCode> areas, List<Value> counts, List<Value> populations, AreaValues tested, List<Boolean> hidden) {

    static HotspotsInput read(HotspotsRequest request, List<String> notices) {
        return read(CsvTable.read(request.values()), request, notices);
    }

    static HotspotsInput read(CsvTable table, HotspotsRequest request, List<String> notices) {
        List<AreaCode> areas = table.codes(request.codeColumn());
        if (areas.isEmpty()) {
            throw new RefusedException(table.fileName() + " has no rows: it needs one per area.");
        }
        if (request.measure() instanceof HotspotsRequest.MeasureColumns.OfValue value) {
            List<Value> values = table.values(value.column(), notices);
            List<Boolean> shown = areas.stream().map(area -> false).toList();
            return new HotspotsInput(areas, List.of(), List.of(), HotspotFinder.toAreaValues(values), shown);
        }
        if (request.measure() instanceof HotspotsRequest.MeasureColumns.OfFlags flags) {
            List<AreaValues> columns = new ArrayList<>();
            for (String column : flags.columns()) {
                AreaValues values = HotspotFinder.toAreaValues(table.values(column, notices));
                columns.add(JoinCountDesk.requireFlags(column, areas, values));
            }
            List<Boolean> shown = areas.stream().map(area -> false).toList();
            return new HotspotsInput(areas, List.of(), List.of(), LocalJoinCount.together(columns), shown);
        }
        HotspotsRequest.MeasureColumns.OfRate rate = (HotspotsRequest.MeasureColumns.OfRate) request.measure();
        List<Value> counts = table.amounts(rate.countColumn(), true, notices);
        List<Value> populations = table.amounts(rate.populationColumn(), false, notices);
        List<Boolean> hidden = new ArrayList<>();
        for (boolean hide : CountProtection.hidden(counts, request.suppressUpTo())) {
            hidden.add(hide);
        }
        return new HotspotsInput(areas, counts, populations, standardised(counts, populations), hidden);
    }

    boolean isRate() {
        return !counts.isEmpty();
    }

    boolean hidesSomething() {
        return hidden.contains(true);
    }

    /** Whether a score of an area and its neighbours would give a hidden count back. */
    boolean hidesAround(int area, Neighbours neighbours) {
        if (hidden.get(area)) {
            return true;
        }
        for (int k = 0; k < neighbours.degree(area); k++) {
            if (hidden.get(neighbours.neighbour(area, k))) {
                return true;
            }
        }
        return false;
    }

    /** The empirical Bayes fit over the areas that have a count and a population. */
    static Optional<EmpiricalBayes> fit(List<Value> counts, List<Value> populations, List<Integer> areas) {
        List<Integer> usable = areas.stream()
                .filter(area -> reason(counts.get(area), populations.get(area)).isEmpty())
                .toList();
        return EmpiricalBayes.fit(
                usable.stream().mapToDouble(area -> number(counts, area)).toArray(),
                usable.stream().mapToDouble(area -> number(populations, area)).toArray());
    }

    /** Why an area has no rate, if so. */
    static Optional<NotComputed> reason(Value count, Value population) {
        if (count.state() == ValueState.SUPPRESSED || population.state() == ValueState.SUPPRESSED) {
            return Optional.of(NotComputed.SUPPRESSED);
        }
        if (population.number().orElse(-1) == 0) {
            return Optional.of(NotComputed.NO_POPULATION);
        }
        return count.isKnown() && population.isKnown() ? Optional.empty() : Optional.of(NotComputed.MISSING);
    }

    static double number(List<Value> values, int area) {
        return values.get(area).number().orElseThrow();
    }

    private static AreaValues standardised(List<Value> counts, List<Value> populations) {
        List<Integer> all =
                java.util.stream.IntStream.range(0, counts.size()).boxed().toList();
        Optional<EmpiricalBayes> bayes = fit(counts, populations, all);
        AreaValues.Builder builder = new AreaValues.Builder(counts.size());
        for (int area : all) {
            Optional<NotComputed> reason = reason(counts.get(area), populations.get(area));
            if (reason.isPresent()) {
                builder.unknown(area, reason.get());
            } else if (bayes.isEmpty()) {
                // No events anywhere: rates exist, all 0, but there is nothing to standardise by.
                builder.unknown(area, NotComputed.CONSTANT);
            } else {
                builder.known(
                        area,
                        bayes.get()
                                .standardisedRate(
                                        number(counts, area), number(populations, area), EmpiricalBayes.Mode.ASSUNCAO));
            }
        }
        return builder.build();
    }
}
