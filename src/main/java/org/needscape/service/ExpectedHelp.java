package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.protection.AreaCovariates;
import org.needscape.protection.AreaModels;
import org.needscape.stats.FittedCountModel;
import org.needscape.stats.ShrunkRatio;
import org.needscape.stats.ZScores;

/**
 * How many children are expected to receive help in each small area, from its national deprivation decile and its need score: ln(expected
 * / children) = α + β decile + γ score, the score in standard deviations from its mean over the areas. It follows from open figures and
 * from what a model tells, so it can be shown where the count cannot.
 *
 * @param numbers expected children by area; an area without decile, score or children is absent
 * @param children aged 0 to 17 of the same areas
 * @param variance of the true ratios of observed to expected between areas
 * @param statement the model in words
 */
record ExpectedHelp(Map<AreaCode, Double> numbers, Map<AreaCode, Double> children, double variance, String statement) {

    private static final double PER_CHILDREN = 10_000;

    /** Where expected numbers are known for fewer of its children than this, a larger area has none. */
    private static final double LEAST_COVERED = 0.9;

    ExpectedHelp {
        numbers = new TreeMap<>(numbers);
        children = new TreeMap<>(children);
    }

    /**
     * The open figures that a model is fitted to.
     *
     * @return empty where need scores do not vary
     */
    static Optional<Map<AreaCode, AreaCovariates>> covariates(
            Map<AreaCode, Value> children, Map<AreaCode, Value> deciles, Map<AreaCode, Value> scores) {
        List<AreaCode> areas = new ArrayList<>();
        children.forEach((code, inArea) -> {
            if (inArea.isKnown() && isKnown(deciles, code) && isKnown(scores, code)) {
                areas.add(code);
            }
        });
        double[] raw = areas.stream().mapToDouble(code -> known(scores, code)).toArray();
        return ZScores.of(raw).map(standardised -> {
            Map<AreaCode, AreaCovariates> covariates = new TreeMap<>();
            for (int at = 0; at < standardised.length; at++) {
                AreaCode code = areas.get(at);
                covariates.put(
                        code,
                        new AreaCovariates(known(children, code), List.of(known(deciles, code), standardised[at])));
            }
            return covariates;
        });
    }

    /** @return empty where no model is told */
    static Optional<ExpectedHelp> of(Map<AreaCode, AreaCovariates> covariates, AreaModels models) {
        return models.negativeBinomial().fitted().map(model -> {
            Map<AreaCode, Double> numbers = new TreeMap<>();
            Map<AreaCode, Double> children = new TreeMap<>();
            covariates.forEach((code, area) -> {
                if (area.children() > 0) {
                    double log = model.coefficient(0);
                    for (int k = 0; k < area.covariates().size(); k++) {
                        log += model.coefficient(k + 1) * area.covariates().get(k);
                    }
                    numbers.put(code, area.children() * Math.exp(log));
                    children.put(code, area.children());
                }
            });
            double between = model.theta().isPresent() ? 1 / model.theta().getAsDouble() : 0;
            return new ExpectedHelp(
                    numbers, children, Math.max(between, smallestVariance(numbers)), statement(model, models));
        });
    }

    /** The expected children per 10,000 of all areas together, above which need is high; 0 without areas. */
    double overallPer10000() {
        return numbers.isEmpty() ? 0 : PER_CHILDREN * sum(numbers) / sum(children);
    }

    Value number(AreaCode code) {
        Double number = numbers.get(code);
        return number == null ? Value.notAvailable() : Value.known(number);
    }

    Value per10000(AreaCode code) {
        Double inArea = children.get(code);
        return inArea == null ? Value.notAvailable() : number(code).map(number -> PER_CHILDREN * number / inArea);
    }

    /**
     * The same of larger areas. Small ones without an expected number are taken to be like the others around them as long as few
     * children live there; else the larger area is absent. The variance of their true ratios is as small as can be told from none, until
     * somebody estimates a larger one.
     *
     * @param within the small areas of each larger one
     * @param inArea the children of a small area
     */
    ExpectedHelp sums(Map<AreaCode, List<AreaCode>> within, Function<AreaCode, Value> inArea) {
        Map<AreaCode, Double> sums = new TreeMap<>();
        Map<AreaCode, Double> people = new TreeMap<>();
        for (Map.Entry<AreaCode, List<AreaCode>> entry : within.entrySet()) {
            List<AreaCode> modelled =
                    entry.getValue().stream().filter(numbers::containsKey).toList();
            Value all =
                    ValueArithmetic.sum(entry.getValue().stream().map(inArea).toList());
            double covered = modelled.stream()
                    .mapToDouble(code -> number(children, code))
                    .sum();
            double everybody = all.number().orElse(0);
            if (covered > 0 && covered >= everybody * LEAST_COVERED && all.isKnown()) {
                double sum = modelled.stream()
                        .mapToDouble(code -> number(numbers, code))
                        .sum();
                sums.put(entry.getKey(), sum * everybody / covered);
                people.put(entry.getKey(), everybody);
            }
        }
        return new ExpectedHelp(sums, people, smallestVariance(sums), statement);
    }

    ExpectedHelp withVariance(double other) {
        return new ExpectedHelp(numbers, children, other, statement);
    }

    private static String statement(FittedCountModel model, AreaModels models) {
        return String.format(
                Locale.UK,
                "What is expected comes from a %s model of %,d small areas, %s: with each decile less deprived the rate is %.2f times"
                        + " what it was, with each standard deviation more need score %.2f times.%s%s",
                model.theta().isPresent() ? "negative binomial" : "Poisson",
                models.areasUsed(),
                models.basis().words(),
                Math.exp(model.coefficient(1)),
                Math.exp(model.coefficient(2)),
                model.theta().isPresent()
                        ? String.format(
                                Locale.UK,
                                " Areas differ by more than chance (θ %.1f).",
                                model.theta().getAsDouble())
                        : " Beyond that, areas differ by no more than chance.",
                models.areasLeftOut() == 0
                        ? ""
                        : String.format(Locale.UK, " %,d areas took no part in it.", models.areasLeftOut()));
    }

    private static double smallestVariance(Map<AreaCode, Double> numbers) {
        double[] all = numbers.values().stream().mapToDouble(each -> each).toArray();
        return all.length == 0 ? 0 : ShrunkRatio.smallestVisibleVariance(all);
    }

    private static double sum(Map<AreaCode, Double> numbers) {
        return numbers.values().stream().mapToDouble(each -> each).sum();
    }

    private static double number(Map<AreaCode, Double> numbers, AreaCode code) {
        return numbers.getOrDefault(code, 0.0);
    }

    private static boolean isKnown(Map<AreaCode, Value> values, AreaCode code) {
        return values.getOrDefault(code, Value.notAvailable()).isKnown();
    }

    private static double known(Map<AreaCode, Value> values, AreaCode code) {
        return values.getOrDefault(code, Value.notAvailable()).number().orElseThrow();
    }
}
