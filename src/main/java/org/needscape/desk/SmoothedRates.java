package org.needscape.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.needscape.indicator.ValueState;
import org.needscape.spatial.Neighbours;
import org.needscape.spatial.NotComputed;
import org.needscape.stats.EmpiricalBayes;
import org.needscape.stats.LocalSmoothing;

/**
 * The table of empirical Bayes rates per 10,000: raw, smoothed toward the overall rate, smoothed toward the rate of the area
 * with its neighbours, and standardised. A hidden count hides all four, and the local rates that rest on it: those of its
 * neighbours and of theirs.
 */
final class SmoothedRates {

    private static final List<String> HEADER =
            List.of("code", "rate", "smoothed_global", "smoothed_local", "eb_z", "reason");

    private final HotspotsInput input;
    private final Neighbours neighbours;
    private final boolean globalOnly;

    SmoothedRates(HotspotsInput input, Neighbours neighbours, boolean globalOnly) {
        this.input = input;
        this.neighbours = neighbours;
        this.globalOnly = globalOnly;
    }

    void write(TableOutput output) {
        List<Integer> all = IntStream.range(0, input.areas().size()).boxed().toList();
        Optional<EmpiricalBayes> overall = HotspotsInput.fit(input.counts(), input.populations(), all);
        double[] local = localRates();
        List<List<String>> rows =
                all.stream().map(area -> row(area, overall, local[area])).toList();
        output.write(HEADER, rows);
    }

    private List<String> row(int area, Optional<EmpiricalBayes> overall, double localRate) {
        String code = input.areas().get(area).value();
        Optional<NotComputed> reason = HotspotsInput.reason(
                input.counts().get(area), input.populations().get(area));
        if (reason.isPresent()) {
            String mark = reason.get() == NotComputed.SUPPRESSED
                    ? ValueState.SUPPRESSED.mark()
                    : ValueState.NOT_AVAILABLE.mark();
            return List.of(code, mark, mark, mark, mark, reason.get().code());
        }
        if (overall.isEmpty()) {
            return List.of(code, "0", "", "", "", NotComputed.CONSTANT.code());
        }
        if (input.hidden().get(area)) {
            String mark = ValueState.SUPPRESSED.mark();
            return List.of(code, mark, mark, mark, mark, "");
        }
        double count = HotspotsInput.number(input.counts(), area);
        double population = HotspotsInput.number(input.populations(), area);
        List<Integer> around = neighbourhood(area);
        boolean isolate = !globalOnly && around.size() == 1;
        return List.of(
                code,
                CellText.format(10_000 * count / population),
                CellText.format(10_000 * overall.get().smoothedRate(count, population)),
                isolate || globalOnly ? "" : local(localRate, around),
                CellText.format(overall.get().standardisedRate(count, population, EmpiricalBayes.Mode.ASSUNCAO)),
                isolate ? NotComputed.ISOLATE.code() : "");
    }

    private String local(double rate, List<Integer> around) {
        boolean hidden =
                around.stream().flatMap(other -> neighbourhood(other).stream()).anyMatch(input.hidden()::get);
        return hidden ? ValueState.SUPPRESSED.mark() : CellText.format(10_000 * rate);
    }

    /** Locally smoothed rates of the areas that have a rate; 0 for the others, which have reasons instead. */
    private double[] localRates() {
        int size = input.areas().size();
        int[] usable = IntStream.range(0, size)
                .filter(area -> HotspotsInput.reason(
                                input.counts().get(area), input.populations().get(area))
                        .isEmpty())
                .toArray();
        int[] position = new int[size];
        for (int k = 0; k < usable.length; k++) {
            position[usable[k]] = k;
        }
        double[] rates = LocalSmoothing.rates(
                IntStream.of(usable)
                        .mapToDouble(area -> HotspotsInput.number(input.counts(), area))
                        .toArray(),
                IntStream.of(usable)
                        .mapToDouble(area -> HotspotsInput.number(input.populations(), area))
                        .toArray(),
                IntStream.of(usable)
                        .mapToObj(area -> neighbourhood(area).stream()
                                .mapToInt(other -> position[other])
                                .toArray())
                        .toArray(int[][]::new));
        double[] all = new double[size];
        for (int k = 0; k < usable.length; k++) {
            all[usable[k]] = rates[k];
        }
        return all;
    }

    private List<Integer> neighbourhood(int area) {
        List<Integer> around = new ArrayList<>();
        around.add(area);
        for (int k = 0; k < neighbours.degree(area); k++) {
            int other = neighbours.neighbour(area, k);
            if (other != area
                    && HotspotsInput.reason(
                                    input.counts().get(other),
                                    input.populations().get(other))
                            .isEmpty()) {
                around.add(other);
            }
        }
        return around;
    }
}
