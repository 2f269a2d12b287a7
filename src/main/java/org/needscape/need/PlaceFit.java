package org.needscape.need;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.needscape.stats.Computed;
import org.needscape.stats.CountData;
import org.needscape.stats.CountModel;
import org.needscape.stats.Estimate;
import org.needscape.stats.FittedCountModel;
import org.needscape.stats.PoissonRegression;
import org.needscape.stats.StandardNormal;
import org.needscape.stats.StandardisedRate;

/**
 * A place's own line over the common deciles, ln μ = ln n + α + β (decile - 5.5). The model of all places with a dummy and a slope for
 * each is the same as their own lines side by side, so that every contrast of it can be had from two of them.
 *
 * <p>Where deciles are taken together, two places may have their people at different ends of them. Their rates are then no rates at
 * equal deprivation. So the people of each group count for what they are worth at the mean decile of all places together: n
 * e^(β (d - d̄)), with β the slope that the places have in common. Single deciles stay as they are.
 *
 * @param comparable what the people of each group are worth at the mean decile of all places
 */
record PlaceFit(
        PlaceDeciles place,
        List<GradientGroup> groups,
        CountModel model,
        List<Double> comparable,
        StandardisedRate standardised) {

    static final double CENTRE = 5.5;
    private static final double CONFIDENCE = GradientGroup.CONFIDENCE_FRACTION;

    /** ln of a ratio, and its standard error. */
    record LogRatio(double estimate, double standardError) {
        Estimate limits(double confidence) {
            double margin = StandardNormal.multiplier(confidence) * standardError;
            return Estimate.ofLogarithm(estimate, margin);
        }
    }

    /**
     * Fits a place's line.
     *
     * @param common the groups of all places together
     * @param slope by which places' rates fall per decile, ln(rate); 0 where it is not known
     */
    static PlaceFit of(PlaceDeciles place, List<GradientGroup> groups, List<GradientGroup> common, double slope) {
        double[] populations = populations(groups);
        CountModel model =
                PoissonRegression.fit(CountData.of(toDoubles(events(groups)), populations, centredDeciles(groups)));
        double[] comparable = populations.clone();
        for (int q = 0; q < comparable.length; q++) {
            comparable[q] *=
                    Math.exp(slope * (groups.get(q).meanDecile() - common.get(q).meanDecile()));
        }
        return new PlaceFit(
                place,
                groups,
                model,
                java.util.Arrays.stream(comparable).boxed().toList(),
                StandardisedRate.direct(events(groups), comparable, populations(common)));
    }

    static double[] populations(List<GradientGroup> groups) {
        return groups.stream().mapToDouble(GradientGroup::population).toArray();
    }

    static long[] events(List<GradientGroup> groups) {
        return groups.stream().mapToLong(GradientGroup::events).toArray();
    }

    static double[] centredDeciles(List<GradientGroup> groups) {
        return groups.stream().mapToDouble(group -> group.meanDecile() - CENTRE).toArray();
    }

    static double[] toDoubles(long[] numbers) {
        return Arrays.stream(numbers).asDoubleStream().toArray();
    }

    Optional<FittedCountModel> fitted() {
        return model.fitted();
    }

    Computed ratioPerDecile() {
        return fitted().map(fit -> Computed.of(fit.rateRatio(1, fit.standardError(1), CONFIDENCE)))
                .orElseGet(() -> Computed.not(reason()));
    }

    /** Why it has no line, in a sentence about the place. */
    String reason() {
        return place.name() + " has no line of its own: " + lowerFirst(model.reason());
    }

    /** ln of this place's over the other's fitted rate at a decile; both have a line. */
    LogRatio at(double decile, PlaceFit other, double dispersion) {
        double d = decile - CENTRE;
        double estimate = lineAt(d) - other.lineAt(d);
        double variance = dispersion * (varianceAt(d) + other.varianceAt(d));
        return new LogRatio(estimate, Math.sqrt(variance));
    }

    /** This place's slope minus the other's; both have a line. */
    SlopeTest.Wald slopeAgainst(PlaceFit other) {
        FittedCountModel mine = fitted().orElseThrow();
        FittedCountModel its = other.fitted().orElseThrow();
        return new SlopeTest.Wald(
                mine.coefficient(1) - its.coefficient(1), Math.hypot(mine.standardError(1), its.standardError(1)));
    }

    private double lineAt(double d) {
        FittedCountModel fit = fitted().orElseThrow();
        return fit.coefficient(0) + fit.coefficient(1) * d;
    }

    private double varianceAt(double d) {
        FittedCountModel fit = fitted().orElseThrow();
        return fit.covariance(0, 0) + 2 * d * fit.covariance(0, 1) + d * d * fit.covariance(1, 1);
    }

    static String lowerFirst(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
