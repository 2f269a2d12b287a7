package org.needscape.need;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.stats.Computed;
import org.needscape.stats.Estimate;
import org.needscape.stats.RateRatio;
import org.needscape.stats.TrendLine;

/** What the periods between two breaks say together. */
final class RunOfPeriods {

    private static final double CONFIDENCE = GradientGroup.CONFIDENCE_FRACTION;
    private static final double SIGNIFICANT = 0.05;

    private RunOfPeriods() {}

    static GradientTrend.Run of(List<GradientTrend.Fitted> run) {
        GradientTrend.PeriodGradient first = run.get(0).row();
        GradientTrend.PeriodGradient last = run.get(run.size() - 1).row();
        Optional<TrendLine> line = line(run);
        Computed steepness = line.map(found -> Computed.of(perYear(found)))
                .orElseGet(() -> Computed.not("Not computed: fewer than two periods in a row have a gradient."));
        double p = line.map(TrendLine::p).orElse(1.0);
        Computed rateChange =
                run.size() < 2 ? Computed.not("Not computed: there is one period only.") : rateChange(first, last);
        Value countChange = ValueArithmetic.difference(last.count(), first.count());
        return new GradientTrend.Run(
                first.period(),
                last.period(),
                steepness,
                p,
                rateChange,
                countChange,
                sentence(first, last, steepness, p, rateChange, countChange));
    }

    private static Optional<TrendLine> line(List<GradientTrend.Fitted> run) {
        List<GradientTrend.Fitted> fitted =
                run.stream().filter(period -> period.fit().isPresent()).toList();
        return TrendLine.fit(
                fitted.stream().mapToDouble(period -> period.row().year()).toArray(),
                fitted.stream()
                        .mapToDouble(period -> -period.fit().orElseThrow().slope())
                        .toArray(),
                fitted.stream()
                        .mapToDouble(period -> period.fit().orElseThrow().slopeStandardError())
                        .toArray());
    }

    private static Estimate perYear(TrendLine line) {
        Estimate slope = line.slope(CONFIDENCE);
        return new Estimate(Math.exp(slope.estimate()), Math.exp(slope.lower()), Math.exp(slope.upper()));
    }

    private static Computed rateChange(GradientTrend.PeriodGradient first, GradientTrend.PeriodGradient last) {
        if (!first.count().isKnown()
                || !last.count().isKnown()
                || !(first.population() > 0)
                || !(last.population() > 0)) {
            return Computed.not("Not computed: the rate of the first or the last period is not known.");
        }
        RateRatio ratio = RateRatio.of(
                Math.round(last.count().number().orElseThrow()),
                last.population(),
                Math.round(first.count().number().orElseThrow()),
                first.population(),
                CONFIDENCE);
        return ratio.estimate().map(Computed::of).orElseGet(() -> Computed.not(ratio.note()));
    }

    private static String sentence(
            GradientTrend.PeriodGradient first,
            GradientTrend.PeriodGradient last,
            Computed steepness,
            double p,
            Computed rateChange,
            Value countChange) {
        if (first.period().equals(last.period())) {
            return "There is one period only (" + last.period() + "), so there is no trend.";
        }
        String from = " from " + first.period() + " to " + last.period();
        return steepness
                        .estimate()
                        .map(ratio -> steepness(ratio, p, from))
                        .orElse("Whether the gradient became steeper" + from + " is not computed.")
                + rateChange
                        .estimate()
                        .map(ratio -> String.format(
                                Locale.UK,
                                " The rate %s by %.1f %% (ratio %.2f, 95 %% limits %.2f to %.2f)",
                                ratio.estimate() >= 1 ? "rose" : "fell",
                                100 * Math.abs(ratio.estimate() - 1),
                                ratio.estimate(),
                                ratio.lower(),
                                ratio.upper()))
                        .orElse(" How the rate changed is not computed")
                + count(countChange);
    }

    private static String steepness(Estimate ratio, double p, String from) {
        String figures = String.format(
                Locale.UK,
                " (%.1f %% a year, 95 %% limits %.1f to %.1f; p %s).",
                100 * (ratio.estimate() - 1),
                100 * (ratio.lower() - 1),
                100 * (ratio.upper() - 1),
                SlopesOfPlaces.inWords(p));
        if (p >= SIGNIFICANT) {
            return "There is no evidence that the gradient became steeper or flatter" + from + figures;
        }
        return "The gradient became " + (ratio.estimate() > 1 ? "steeper" : "flatter") + from + figures;
    }

    private static String count(Value change) {
        if (!change.isKnown()) {
            return "; how the number changed is not known.";
        }
        double number = change.number().orElseThrow();
        if (number == 0) {
            return "; the number stayed the same.";
        }
        return String.format(Locale.UK, "; the number %s by %,.0f.", number > 0 ? "rose" : "fell", Math.abs(number));
    }
}
