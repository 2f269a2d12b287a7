package org.needscape.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.indicator.Value;
import org.needscape.stats.ClusteredCount;
import org.needscape.stats.Computed;
import org.needscape.stats.Estimate;
import org.needscape.stats.Interval;
import org.needscape.stats.LogLinearGradient;
import org.needscape.stats.TrendLine;

/**
 * A gradient over periods: per period its rate and indices, and whether the steepness changed. Where a series breaks, what came before
 * and what comes after are different series. Immutable.
 *
 * <p>The change of steepness is the slope of ln RII on the year, each year weighted by 1 / se², see {@link TrendLine}. A change in the
 * number of events is not a change in their rate: both are given, by their own names. Years are taken as independent; where the same
 * children are counted in several years the limits are therefore rough.
 */
public final class GradientTrend {

    private static final double CONFIDENCE = GradientGroup.CONFIDENCE_FRACTION;

    private final List<PeriodGradient> periods;
    private final List<Run> runs;

    private GradientTrend(List<PeriodGradient> periods, List<Run> runs) {
        this.periods = List.copyOf(periods);
        this.runs = List.copyOf(runs);
    }

    /**
     * What is known of a period.
     *
     * @param period its name, such as {@code 2024}
     * @param year where it lies in time, in years
     * @param groups most deprived first, as they may be shown; may be empty
     * @param breakBefore whether it cannot be compared with the periods before it
     * @param note why, or what else a reader must know; may be empty
     */
    public record Period(String period, double year, List<GradientGroup> groups, boolean breakBefore, String note) {
        public Period {
            groups = List.copyOf(groups);
        }
    }

    /**
     * The gradient of a period; limits are 95 %.
     *
     * @param count events, or why not known
     * @param population people, 0 where there is none
     * @param ratePer10000 over all groups
     * @param timesHigher how many times higher the fitted rate is at the most than at the least deprived end, 1 / RII
     * @param sii slope index of inequality per 10,000
     */
    public record PeriodGradient(
            String period,
            double year,
            Value count,
            double population,
            Computed ratePer10000,
            Computed timesHigher,
            Computed sii,
            boolean breakBefore,
            String note) {}

    /**
     * Periods between two breaks.
     *
     * @param firstPeriod of them
     * @param lastPeriod of them
     * @param steepnessPerYear factor of 1 / RII per year: above 1 the gradient has become steeper
     * @param p two-sided, of no change of steepness; 1 where it was not computed
     * @param rateChange last period's rate over the first one's
     * @param countChange last period's events minus the first one's; unknown where one of them is
     * @param sentence what that says, counts and rates apart
     */
    public record Run(
            String firstPeriod,
            String lastPeriod,
            Computed steepnessPerYear,
            double p,
            Computed rateChange,
            Value countChange,
            String sentence) {}

    /**
     * Computes the trend.
     *
     * @param periods in order of time, years rising
     */
    public static GradientTrend of(List<Period> periods) {
        for (int k = 1; k < periods.size(); k++) {
            if (!(periods.get(k).year() > periods.get(k - 1).year())) {
                throw new IllegalArgumentException(
                        "The period " + periods.get(k).period() + " is not after the one before it.");
            }
        }
        List<PeriodGradient> rows = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        List<Fitted> run = new ArrayList<>();
        for (Period period : periods) {
            Fitted fitted = Fitted.of(period);
            rows.add(fitted.row());
            if (period.breakBefore() && !run.isEmpty()) {
                runs.add(RunOfPeriods.of(run));
                run.clear();
            }
            run.add(fitted);
        }
        if (!run.isEmpty()) {
            runs.add(RunOfPeriods.of(run));
        }
        return new GradientTrend(rows, runs);
    }

    /** Per period, in order of time. */
    public List<PeriodGradient> periods() {
        return periods;
    }

    /** The series between breaks, in order of time; one where there is no break. */
    public List<Run> runs() {
        return runs;
    }

    /** What the latest unbroken series says; says so where there is none. */
    public String sentence() {
        return runs.isEmpty()
                ? "There is no period to follow."
                : runs.get(runs.size() - 1).sentence();
    }

    /** What to mind where there are several periods; empty where there is one. */
    public String caution() {
        return periods.size() < 2
                ? ""
                : "The same children may be counted in several years, so the years are not independent of one another and the limits of"
                        + " a change are rough.";
    }

    /** A period with its fit. */
    record Fitted(PeriodGradient row, Optional<LogLinearGradient> fit) {

        static Fitted of(Period period) {
            PlaceDeciles place = new PlaceDeciles("place", "The place", period.groups());
            Gradient gradient = Gradient.ofGroups(place.groups());
            Optional<LogLinearGradient> fit = gradient.fit();
            String reason = gradient.notes().isEmpty()
                    ? "Not computed."
                    : gradient.notes().get(gradient.notes().size() - 1);
            return new Fitted(
                    new PeriodGradient(
                            period.period(),
                            period.year(),
                            place.count(),
                            place.population(),
                            rate(place),
                            fit.map(found -> Computed.of(timesHigher(found))).orElseGet(() -> Computed.not(reason)),
                            fit.map(found -> Computed.of(found.sii())).orElseGet(() -> Computed.not(reason)),
                            period.breakBefore(),
                            period.note()),
                    fit);
        }

        private static Computed rate(PlaceDeciles place) {
            if (place.groups().isEmpty()) {
                return Computed.not("Not computed: there is no population.");
            }
            if (!place.isKnown()) {
                return Computed.not("Not computed: a count is hidden or not available.");
            }
            long events = Math.round(place.count().number().orElseThrow());
            Interval limits = new ClusteredCount(events, place.designEffect())
                    .limitsOfRatePer10000(place.population(), CONFIDENCE);
            return Computed.of(new Estimate(10_000 * events / place.population(), limits.lower(), limits.upper()));
        }

        private static Estimate timesHigher(LogLinearGradient fit) {
            return new Estimate(
                    fit.timesHigher(), 1 / fit.rii().upper(), 1 / fit.rii().lower());
        }
    }
}
