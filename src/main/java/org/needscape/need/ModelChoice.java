package org.needscape.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.needscape.stats.CountData;
import org.needscape.stats.CountModel;
import org.needscape.stats.Estimate;
import org.needscape.stats.FittedCountModel;
import org.needscape.stats.NegativeBinomialRegression;
import org.needscape.stats.PoissonRegression;
import org.needscape.stats.ProfileLikelihood;

/**
 * Which model of counts over areas is used for a gradient, and why. Immutable.
 *
 * <p>With φ = Σ Pearson² / degrees of freedom: up to 1 Poisson is kept, because counts vary no more than it says. Above 1 the negative
 * binomial model is used where it finds a finite θ; where it does not, quasi-Poisson, with Poisson's standard errors times √φ. Where
 * Poisson itself has no finite slope there is none at all, with the reason.
 *
 * <p>Source: McCullagh and Nelder, 1989, Generalized Linear Models, 2nd edition, section 6.2.3; Ver Hoef and Boveng, 2007, Ecology
 * 88:2766-2772 (quasi-Poisson against negative binomial).
 */
public final class ModelChoice {

    private static final double CONFIDENCE = GradientGroup.CONFIDENCE_FRACTION;
    /** Below this φ counts vary clearly less than by chance. */
    private static final double CLEARLY_UNDER = 0.8;

    private final Used used;
    private final String statement;
    private final CountModel poisson;
    private final CountModel negativeBinomial;
    private final List<Row> rows;

    private ModelChoice(Used used, String statement, CountModel poisson, CountModel negativeBinomial, List<Row> rows) {
        this.used = used;
        this.statement = statement;
        this.poisson = poisson;
        this.negativeBinomial = negativeBinomial;
        this.rows = List.copyOf(rows);
    }

    /** A kind of model. */
    public enum Used {
        POISSON("poisson"),
        QUASI_POISSON("quasi-poisson"),
        NEGATIVE_BINOMIAL("negative-binomial"),
        /** None has a finite slope. */
        NONE("none");

        private final String code;

        Used(String code) {
            this.code = code;
        }

        /** As it stands in files and answers. */
        public String code() {
            return code;
        }
    }

    /**
     * A model with one kind of limits.
     *
     * @param model its name, for people
     * @param ratio factor of the rate per unit of the covariate, with 95 % limits
     * @param slope its logarithm
     * @param standardError of the slope
     * @param limits how they were made: {@code Wald} or {@code profile likelihood}
     */
    public record Row(String model, Estimate ratio, double slope, double standardError, String limits) {}

    /**
     * Fits the models and chooses.
     *
     * @param data areas with one covariate: the decile, or the rank midpoint
     */
    public static ModelChoice of(CountData data) {
        CountModel poisson = PoissonRegression.fit(data);
        if (poisson.fitted().isEmpty()) {
            return new ModelChoice(Used.NONE, "No model was used. " + poisson.reason(), poisson, poisson, List.of());
        }
        CountModel negativeBinomial = NegativeBinomialRegression.fit(data);
        FittedCountModel fit = poisson.fitted().get();
        Used used = choose(fit, negativeBinomial);
        return new ModelChoice(
                used, state(used, fit, negativeBinomial), poisson, negativeBinomial, rows(data, fit, negativeBinomial));
    }

    public Used used() {
        return used;
    }

    /**
     * Chooses among models that were fitted elsewhere, such as to counts that must not be seen here. Their limits are Wald's.
     *
     * @param poisson the Poisson model, or why there is none; its second coefficient is the slope
     * @param negativeBinomial of the same counts, with an empty θ where there is no extra variation
     */
    public static ModelChoice of(CountModel poisson, CountModel negativeBinomial) {
        if (poisson.fitted().isEmpty()) {
            return new ModelChoice(
                    Used.NONE, "No model was used. " + poisson.reason(), poisson, negativeBinomial, List.of());
        }
        FittedCountModel fit = poisson.fitted().get();
        List<Row> rows = new ArrayList<>(List.of(wald("Poisson", fit, fit.standardError(1))));
        fit.quasiStandardError(1).ifPresent(error -> rows.add(wald("Quasi-Poisson", fit, error)));
        negativeBinomial
                .fitted()
                .filter(found -> found.theta().isPresent())
                .ifPresent(found -> rows.add(wald("Negative binomial", found, found.standardError(1))));
        Used used = choose(fit, negativeBinomial);
        return new ModelChoice(used, state(used, fit, negativeBinomial), poisson, negativeBinomial, rows);
    }

    /** Which model was used and why, in one or two plain sentences. */
    public String statement() {
        return statement;
    }

    /** Poisson's model, or why it has none. */
    public CountModel poisson() {
        return poisson;
    }

    /** The negative binomial model, with an empty θ where there is no extra variation, or why it has none. */
    public CountModel negativeBinomial() {
        return negativeBinomial;
    }

    /** All models that fit, each with its limits; empty where none does. */
    public List<Row> rows() {
        return rows;
    }

    /** φ; empty without a model or without degrees of freedom. */
    public OptionalDouble dispersion() {
        return poisson.fitted().map(FittedCountModel::dispersion).orElse(OptionalDouble.empty());
    }

    /** θ of the negative binomial model; empty where there is no extra variation, or no model. */
    public OptionalDouble theta() {
        return negativeBinomial.fitted().map(FittedCountModel::theta).orElse(OptionalDouble.empty());
    }

    private static Used choose(FittedCountModel poisson, CountModel negativeBinomial) {
        if (poisson.dispersion().orElse(1) <= 1) {
            return Used.POISSON;
        }
        return hasTheta(negativeBinomial) ? Used.NEGATIVE_BINOMIAL : Used.QUASI_POISSON;
    }

    private static boolean hasTheta(CountModel negativeBinomial) {
        return negativeBinomial.fitted().filter(fit -> fit.theta().isPresent()).isPresent();
    }

    private static String state(Used used, FittedCountModel poisson, CountModel negativeBinomial) {
        OptionalDouble dispersion = poisson.dispersion();
        if (dispersion.isEmpty()) {
            return "Poisson regression was used: with so few areas it cannot be judged whether counts vary more than by chance.";
        }
        double phi = dispersion.getAsDouble();
        return switch (used) {
            case POISSON ->
                phi < CLEARLY_UNDER
                        ? String.format(
                                Locale.UK,
                                "Poisson regression was used: counts vary less about the line than chance gives (dispersion %.2f,"
                                        + " under-dispersed), so its limits are rather too wide than too narrow. There is no extra"
                                        + " variation for a negative binomial model to describe.",
                                phi)
                        : String.format(
                                Locale.UK,
                                "Poisson regression was used: counts vary about the line as chance gives (dispersion %.2f), with no"
                                        + " extra variation.",
                                phi);
            case NEGATIVE_BINOMIAL ->
                String.format(
                        Locale.UK,
                        "Negative binomial regression was used: counts vary more about the line than chance gives (dispersion %.2f,"
                                + " over-dispersed; theta %.2f), so Poisson's limits would be too narrow.",
                        phi,
                        negativeBinomial.fitted().orElseThrow().theta().orElseThrow());
            default ->
                String.format(
                        Locale.UK,
                        "Quasi-Poisson regression was used: counts vary more about the line than chance gives (dispersion %.2f,"
                                + " over-dispersed), so Poisson's standard errors are multiplied by its square root. The negative"
                                + " binomial model %s.",
                        phi,
                        negativeBinomial.fitted().isPresent() ? "finds no extra variation" : "does not converge");
        };
    }

    private static List<Row> rows(CountData data, FittedCountModel poisson, CountModel negativeBinomial) {
        List<Row> rows = new ArrayList<>();
        addBoth(rows, "Poisson", data, poisson);
        poisson.quasiStandardError(1).ifPresent(error -> rows.add(wald("Quasi-Poisson", poisson, error)));
        negativeBinomial
                .fitted()
                .filter(fit -> fit.theta().isPresent())
                .ifPresent(fit -> addBoth(rows, "Negative binomial", data, fit));
        return rows;
    }

    private static void addBoth(List<Row> rows, String name, CountData data, FittedCountModel fit) {
        rows.add(wald(name, fit, fit.standardError(1)));
        ProfileLikelihood.rateRatio(data, fit, 1, CONFIDENCE)
                .estimate()
                .ifPresent(ratio ->
                        rows.add(new Row(name, ratio, fit.coefficient(1), fit.standardError(1), "profile likelihood")));
    }

    private static Row wald(String name, FittedCountModel fit, double standardError) {
        return new Row(name, fit.rateRatio(1, standardError, CONFIDENCE), fit.coefficient(1), standardError, "Wald");
    }
}
