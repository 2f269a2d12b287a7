package org.needscape.need;

import java.util.List;
import java.util.Locale;
import org.needscape.stats.CountData;
import org.needscape.stats.CountModel;
import org.needscape.stats.Estimate;
import org.needscape.stats.FittedCountModel;
import org.needscape.stats.LogLinearGradient;
import org.needscape.stats.PoissonRegression;
import org.needscape.stats.StandardNormal;

/**
 * How many events there would be if the rate fell less from the least to the most deprived: the demand that a flatter gradient would
 * avoid. It is arithmetic on the rates as they are, not a forecast.
 *
 * <p>The avoided fraction F is that of the events; the avoided number is F times the observed events, which are taken as given. Limits
 * are 95 %, closed-form on ln(1 - F), so that F stays below 1.
 *
 * <p>Source: Mackenbach and Kunst, 1997, Social Science &amp; Medicine 44:757-771 (population-attributable risk of a gradient);
 * Rothman and Greenland, 1998, Modern Epidemiology, 2nd edition, chapter 16.
 *
 * @param share of the gradient that is gone, 0 to 1; 1 where every group has the rate of the least deprived
 * @param label what is supposed, for people
 * @param expected events, 0 or more
 * @param avoided observed minus expected events; below 0 where the least deprived have the higher rate
 * @param avoidedFraction of the observed events, at most 1
 */
public record WhatIf(double share, String label, double expected, Estimate avoided, Estimate avoidedFraction) {

    private static final double CONFIDENCE = GradientGroup.CONFIDENCE_FRACTION;
    private static final double WIDEST_MARGIN = 300;

    /** What is supposed, or why it cannot be computed. */
    public sealed interface Outcome {
        /** Computed. */
        record Supposed(WhatIf whatIf) implements Outcome {}

        /** Not computed, and why. */
        record Not(String label, String reason) implements Outcome {}
    }

    /**
     * A gradient flattened by a share s, held at the least deprived group: ln rate = ln rate of the last group + (1 - s) β (r - r of the
     * last group), with α and β of the Poisson model ln μ = ln n + α + β r over the groups' rank midpoints. At s = 0 the fitted events
     * are the observed ones; at s = 1 every group has the fitted rate of the least deprived. Where groups lie about the line more widely
     * than chance gives, the standard error of β is multiplied by √φ.
     *
     * @param groups most deprived first
     * @param share s, 0 to 1
     */
    public static Outcome flattened(List<GradientGroup> groups, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The share of the gradient that is gone is 0 to 1, not " + share + ".");
        }
        String label = label(share);
        if (groups.stream().anyMatch(group -> !group.count().isKnown())) {
            return new Outcome.Not(label, "Not computed: a count is hidden or not available.");
        }
        double[] populations = PlaceFit.populations(groups);
        double[] midpoints = LogLinearGradient.midpoints(populations);
        CountModel model = PoissonRegression.fit(
                CountData.of(PlaceFit.toDoubles(PlaceFit.events(groups)), populations, midpoints));
        if (model.fitted().isEmpty()) {
            return new Outcome.Not(label, "Not computed: " + PlaceFit.lowerFirst(model.reason()));
        }
        Remaining remaining =
                Remaining.of(populations, midpoints, model.fitted().get().coefficient(1), share);
        return of(
                share,
                label,
                events(groups),
                remaining.log(),
                remaining.standardError(model.fitted().get()));
    }

    /** ln of the share of the events that remains, and its derivative by the slope. */
    private record Remaining(double log, double derivative) {

        static Remaining of(double[] populations, double[] midpoints, double slope, double share) {
            double last = midpoints[midpoints.length - 1];
            double asIs = 0;
            double supposed = 0;
            double asIsByMidpoint = 0;
            double supposedByMidpoint = 0;
            for (int q = 0; q < midpoints.length; q++) {
                double from = midpoints[q] - last;
                double now = populations[q] * Math.exp(slope * from);
                double then = populations[q] * Math.exp((1 - share) * slope * from);
                asIs += now;
                supposed += then;
                asIsByMidpoint += now * from;
                supposedByMidpoint += then * (1 - share) * from;
            }
            return new Remaining(Math.log(supposed / asIs), supposedByMidpoint / supposed - asIsByMidpoint / asIs);
        }

        double standardError(FittedCountModel fit) {
            double dispersion = Math.max(1, fit.dispersion().orElse(1));
            return Math.abs(derivative) * fit.standardError(1) * Math.sqrt(dispersion);
        }
    }

    /**
     * Every group with the observed rate of the least deprived one: F = 1 - N y_k / (n_k Y), with Var ln(1 - F) = 1/y_k - 1/Y.
     *
     * @param groups most deprived first
     */
    public static Outcome everyGroupAsTheLeastDeprived(List<GradientGroup> groups) {
        String label = "every tenth as the least deprived";
        if (groups.size() < 2) {
            return new Outcome.Not(label, "Not computed: it takes at least two groups.");
        }
        if (groups.stream().anyMatch(group -> !group.count().isKnown())) {
            return new Outcome.Not(label, "Not computed: a count is hidden or not available.");
        }
        GradientGroup last = groups.get(groups.size() - 1);
        if (last.events() == 0) {
            return new Outcome.Not(
                    label, "Not computed: the least deprived group has no events, so its rate is too uncertain.");
        }
        double events = events(groups);
        double people = groups.stream().mapToDouble(GradientGroup::population).sum();
        double logRemaining = Math.log(people * last.events() / (last.population() * events));
        return of(1, label, events, logRemaining, Math.sqrt(Math.max(0, 1.0 / last.events() - 1 / events)));
    }

    private static double events(List<GradientGroup> groups) {
        return groups.stream().mapToLong(GradientGroup::events).sum();
    }

    private static Outcome of(double share, String label, double events, double logRemaining, double standardError) {
        // Limits so wide that a double ends say nothing anyway.
        double margin = Math.min(WIDEST_MARGIN, StandardNormal.multiplier(CONFIDENCE) * standardError);
        Estimate fraction = new Estimate(
                -Math.expm1(logRemaining), -Math.expm1(logRemaining + margin), -Math.expm1(logRemaining - margin));
        Estimate avoided =
                new Estimate(events * fraction.estimate(), events * fraction.lower(), events * fraction.upper());
        return new Outcome.Supposed(new WhatIf(share, label, events * Math.exp(logRemaining), avoided, fraction));
    }

    private static String label(double share) {
        if (share == 0.25) {
            return "gradient a quarter flatter";
        }
        if (share == 0.5) {
            return "gradient half as steep";
        }
        if (share == 0.75) {
            return "gradient three quarters flatter";
        }
        return share == 1
                ? "no gradient: every tenth at the fitted rate of the least deprived"
                : String.format(Locale.UK, "gradient flatter by %.0f %%", 100 * share);
    }
}
