package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.authority.AuthorityLevel;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.authority.Reorganisation;
import org.needscape.indicator.Period;
import org.needscape.indicator.ValueState;
import org.needscape.need.ModelChoice;
import org.needscape.stats.CountData;
import org.needscape.stats.Deciles;
import org.needscape.stats.Estimate;
import org.needscape.stats.FittedCountModel;
import org.needscape.stats.FunnelPlot;
import org.needscape.stats.Interval;
import org.needscape.stats.PoissonInterval;
import org.needscape.stats.Ranks;
import org.needscape.stats.ZScores;

/**
 * How a rate rises with the deprivation of whole authorities: ln μ = ln children + α + β z, with z the average score of the Index of
 * Multiple Deprivation, standardised over the authorities that can be placed; e^β is how many times the rate is for each standard
 * deviation. Which model gives the limits says {@link ModelChoice}. Deciles are tenths of these authorities by score, 1 the most deprived;
 * they are no national deciles of areas. The funnel holds every authority whose number and children are known, placed or not, so that its
 * baseline is the country's rate but for hidden numbers.
 */
final class AuthorityGradient {

    /** With fewer there is no telling a line from chance. */
    static final int FEWEST = 10;

    private final AuthorityMeasure measure;
    private final Period period;
    private final int indexYear;
    private final List<AuthorityRate> counted = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private final List<NotPlaced> notPlaced = new ArrayList<>();
    private Optional<ZScores.Scale> scale = Optional.empty();
    private Optional<ModelChoice> models = Optional.empty();
    private Optional<FunnelPlot> funnel = Optional.empty();

    /** An authority with its deprivation; {@code decile} 1 to 10, 1 the most deprived tenth of authorities. */
    record Placed(AuthorityRate rate, double score, double standardisedScore, int decile) {}

    /** An authority that is left out of the line, and why in one sentence. */
    record NotPlaced(AuthorityRate rate, String reason) {}

    /** A tenth of authorities; the rate is Σ numbers / Σ children with Byar's limits. */
    record Tenth(
            int decile,
            int authorities,
            long number,
            double children,
            double meanScore,
            double ratePer10000,
            Interval limits) {}

    private AuthorityGradient(AuthorityMeasure measure, Period period, int indexYear) {
        this.measure = measure;
        this.period = period;
        this.indexYear = indexYear;
    }

    /**
     * Fits the line.
     *
     * @param rates of authorities, all real or all fictional; regions and the country are passed over
     * @param scores by latest code
     * @param byDistrict whether the scores are of districts, among which counties have none
     */
    static AuthorityGradient of(
            AuthorityMeasure measure,
            Period period,
            int indexYear,
            Map<AreaCode, AuthorityRate> rates,
            Map<AreaCode, Double> scores,
            boolean byDistrict) {
        AuthorityGradient gradient = new AuthorityGradient(measure, period, indexYear);
        List<AuthorityRate> toPlace = new ArrayList<>();
        for (AuthorityRate rate : rates.values()) {
            if (rate.authority().level() != AuthorityLevel.AUTHORITY) {
                continue;
            }
            if (rate.isCounted()) {
                gradient.counted.add(rate);
            }
            Optional<String> reason = gradient.reasonAgainst(rate, scores, byDistrict);
            reason.ifPresentOrElse(why -> gradient.notPlaced.add(new NotPlaced(rate, why)), () -> toPlace.add(rate));
        }
        gradient.place(toPlace, scores);
        gradient.fit();
        gradient.draw();
        return gradient;
    }

    private Optional<String> reasonAgainst(AuthorityRate rate, Map<AreaCode, Double> scores, boolean byDistrict) {
        String unknown = whyUnknown(rate.figure().number().state());
        if (!unknown.isEmpty()) {
            return Optional.of(unknown);
        }
        if (!rate.children().isKnown()) {
            return Optional.of("Neither the number of its children nor its rate is published.");
        }
        if (scores.containsKey(rate.code())) {
            return Optional.empty();
        }
        String start = "The Indices of " + indexYear + " have no score of it";
        return Optional.of(Reorganisation.listOf(rate.figure().authority()).stream()
                .filter(change -> change.what() == Reorganisation.Kind.OTHER_PLACES)
                .findFirst()
                .map(change -> start + ": " + change.sentence())
                .orElse(
                        byDistrict && rate.code().value().startsWith("E10")
                                ? start + ": those that are loaded are by district, and it is a county of several."
                                : start + "."));
    }

    private static String whyUnknown(ValueState state) {
        return switch (state) {
            case KNOWN -> "";
            case SUPPRESSED -> "Its number is hidden to protect children.";
            case NOT_APPLICABLE -> "It does not apply: the council did not exist in that year.";
            case LOW -> "Its number rounds to zero and is not given.";
            case NOT_AVAILABLE -> "Its number is not available.";
        };
    }

    private void place(List<AuthorityRate> rates, Map<AreaCode, Double> scores) {
        double[] values = rates.stream()
                .mapToDouble(rate -> scores.getOrDefault(rate.code(), 0.0))
                .toArray();
        scale = ZScores.scale(values);
        if (scale.isEmpty()) {
            rates.forEach(rate -> notPlaced.add(
                    new NotPlaced(rate, "There are too few authorities whose scores differ to place it.")));
            return;
        }
        int[] ranks = Ranks.competitionDescending(values);
        for (int i = 0; i < values.length; i++) {
            placed.add(new Placed(
                    rates.get(i), values[i], scale.get().scoreOf(values[i]), Deciles.ofRank(ranks[i], values.length)));
        }
    }

    private void fit() {
        if (placed.size() < FEWEST) {
            return;
        }
        double[] counts =
                placed.stream().mapToDouble(one -> one.rate().number()).toArray();
        double[] children = placed.stream()
                .mapToDouble(one -> one.rate().childrenAged0To17())
                .toArray();
        double[] scores = placed.stream().mapToDouble(Placed::standardisedScore).toArray();
        models = Optional.of(ModelChoice.of(CountData.of(counts, children, scores)));
    }

    private void draw() {
        if (counted.isEmpty()) {
            return;
        }
        funnel = Optional.of(FunnelPlot.of(
                counted.stream().mapToLong(AuthorityRate::number).toArray(),
                counted.stream().mapToDouble(AuthorityRate::childrenAged0To17).toArray(),
                FunnelPlot.Options.defaults()));
    }

    AuthorityMeasure measure() {
        return measure;
    }

    Period period() {
        return period;
    }

    int indexYear() {
        return indexYear;
    }

    List<Placed> placed() {
        return List.copyOf(placed);
    }

    List<NotPlaced> notPlaced() {
        return List.copyOf(notPlaced);
    }

    /** The authorities in the funnel, in the order of its points. */
    List<AuthorityRate> counted() {
        return List.copyOf(counted);
    }

    Optional<ZScores.Scale> scale() {
        return scale;
    }

    /** The models; none for fewer than ten authorities. */
    Optional<ModelChoice> models() {
        return models;
    }

    Optional<FunnelPlot> funnel() {
        return funnel;
    }

    /** The same funnel with limits that allow for authorities that differ more than by chance, each by τ². */
    Optional<FunnelPlot> adjustedFunnel() {
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(FunnelPlot.of(
                        counted.stream().mapToLong(AuthorityRate::number).toArray(),
                        counted.stream()
                                .mapToDouble(AuthorityRate::childrenAged0To17)
                                .toArray(),
                        FunnelPlot.Options.defaults().withSpread(FunnelPlot.Spread.ADDITIVE)));
    }

    /** How many times the rate is for each standard deviation, by the model that is used. */
    Optional<Estimate> ratioPerStandardDeviation() {
        return used().map(row -> row.ratio());
    }

    Optional<ModelChoice.Row> used() {
        return models.flatMap(choice -> choice.rows().stream()
                .filter(row -> row.limits().equals("Wald") && row.model().equals(nameOf(choice.used())))
                .findFirst());
    }

    /** The rate on the line at a standardised score. */
    Optional<Double> fittedPer10000(double standardisedScore) {
        return models.flatMap(choice -> (choice.used() == ModelChoice.Used.NEGATIVE_BINOMIAL
                                ? choice.negativeBinomial()
                                : choice.poisson())
                        .fitted())
                .map((FittedCountModel model) ->
                        10_000 * Math.exp(model.coefficient(0) + model.coefficient(1) * standardisedScore));
    }

    /** Tenths of authorities that hold any, the most deprived first. */
    List<Tenth> tenths() {
        Map<Integer, List<Placed>> byDecile = new TreeMap<>();
        placed.forEach(one -> byDecile.computeIfAbsent(one.decile(), decile -> new ArrayList<>())
                .add(one));
        List<Tenth> tenths = new ArrayList<>();
        byDecile.forEach((decile, members) -> {
            long number = members.stream().mapToLong(one -> one.rate().number()).sum();
            double children = members.stream()
                    .mapToDouble(one -> one.rate().childrenAged0To17())
                    .sum();
            tenths.add(new Tenth(
                    decile,
                    members.size(),
                    number,
                    children,
                    members.stream().mapToDouble(Placed::score).average().orElseThrow(),
                    10_000 * number / children,
                    PoissonInterval.ofRatePer10000(number, children, AuthorityRate.CONFIDENCE)));
        });
        return tenths;
    }

    /** What it shows, in one or two plain sentences. */
    String sentence() {
        return new AuthorityGradientWords(this).sentence();
    }

    private static String nameOf(ModelChoice.Used used) {
        return switch (used) {
            case POISSON -> "Poisson";
            case QUASI_POISSON -> "Quasi-Poisson";
            case NEGATIVE_BINOMIAL -> "Negative binomial";
            case NONE -> "";
        };
    }
}
