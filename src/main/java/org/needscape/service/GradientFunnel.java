package org.needscape.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.needscape.stats.FunnelPlot;

/** Makes the funnel of a report: rates of districts, and what chance makes of the rate of all. */
final class GradientFunnel {

    private static final int CURVE_POINTS = 24;

    private GradientFunnel() {}

    /**
     * The districts among places, against the rate of all of them together.
     *
     * @param widened whether limits allow for districts that differ more than by chance
     * @return none with fewer than two districts whose counts are known
     */
    static Optional<GradientReport.Funnel> of(List<GradientPlaces.Place> all, boolean widened) {
        List<GradientPlaces.Place> shown = new ArrayList<>();
        List<GradientPlaces.Place> hidden = new ArrayList<>();
        for (GradientPlaces.Place place : all) {
            if (place.kind() == GradientPlaces.Kind.DISTRICT) {
                boolean known =
                        place.count().isKnown() && place.children().number().orElse(0) > 0;
                (known ? shown : hidden).add(place);
            }
        }
        if (shown.size() < 2) {
            return Optional.empty();
        }
        long[] events = shown.stream()
                .mapToLong(place -> Math.round(place.count().number().orElseThrow()))
                .toArray();
        double[] children = shown.stream()
                .mapToDouble(place -> place.children().number().orElseThrow())
                .toArray();
        FunnelPlot plot = FunnelPlot.of(
                events,
                children,
                FunnelPlot.Options.defaults()
                        .withSpread(widened ? FunnelPlot.Spread.MULTIPLICATIVE : FunnelPlot.Spread.PLAIN));
        return Optional.of(new GradientReport.Funnel(plot, shown, hidden, plot.curve(sizes(children))));
    }

    /** Numbers of children from under the smallest place to over the largest. */
    private static double[] sizes(double[] children) {
        double least = Arrays.stream(children).min().orElse(1) * 0.8;
        double most = Arrays.stream(children).max().orElse(1) * 1.1;
        double[] sizes = new double[CURVE_POINTS];
        for (int k = 0; k < CURVE_POINTS; k++) {
            sizes[k] = Math.rint(least + (most - least) * k / (CURVE_POINTS - 1));
        }
        return sizes;
    }
}
