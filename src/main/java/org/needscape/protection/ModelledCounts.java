package org.needscape.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.stats.CountData;
import org.needscape.stats.CountModel;
import org.needscape.stats.NegativeBinomialRegression;
import org.needscape.stats.PoissonRegression;
import org.needscape.stats.RoundedCountModel;

/**
 * Fits count models over small areas inside the door and lets out of them only what tells no hidden count.
 *
 * <p><b>What is at stake.</b> A Poisson model depends on counts only through their sums Σ y and Σ x y, one for each covariate. With a
 * decile as covariate those are sums of decile totals, which are shown anyway; with a score they are new sums, and dispersion, θ and
 * the negative binomial coefficients depend on each area by itself. Told to many digits, any of them has one solution in whole numbers,
 * however many counts are hidden.
 *
 * <p><b>What is done.</b>
 *
 * <ol>
 *   <li>Where no count is hidden, or at most one in twenty, models are fitted to the counts that are shown. Whatever is made of those
 *       tells nothing that they do not. The hidden ones are left out; they are too few to bend the result much.
 *   <li>Where more are hidden, leaving them out would bend it: shown are zeros and large counts. Models are then fitted to all, but
 *       only where at least {@value #FEWEST_HIDDEN} are hidden, and every figure is rounded so far that a hidden count running through
 *       its whole range moves it by one step at most ({@link RoundedCountModel}). No step depends on what is hidden.
 *   <li>Between the two nothing is told.
 * </ol>
 *
 * <p><b>Why that is enough.</b> Let h counts be hidden, each one of the threshold's t values, 5 by default: h log₂ t bits are unknown, 70
 * of 30 counts, less what shown totals tell. A step s is at least 2 (t - 1) times the furthest reach of one count, so together h counts
 * spread a figure by less than √((t² - 1)/12) √h s/(2 (t - 1)), which is 0.18 √h steps, one step of 30 counts: no figure tells more than
 * log₂ √(2πe), 2.1 bits. Two covariates make nine figures that are told: three coefficients and the dispersion of either model, and θ;
 * standard errors follow from these. So all of them together tell less than 19 bits of 70, and in truth fewer, because the two models'
 * coefficients are nearly the same. What is told grows with log √h, what is unknown with h: more hidden areas are safer, few are not.
 * {@code ModelledCountsTest} finds for every hidden count of a county that is only just allowed other counts that agree with all totals
 * of districts and deciles and with every figure told, among which it takes values as far apart as the policy demands.
 *
 * <p><b>What that rests on.</b> Covariates are chosen by the program: the decile, and the need score by the default method. Whoever could
 * choose them would learn a few more bits with each, so no request may. Somebody who knows all hidden counts but one learns which
 * side of a step it lies on, at most; decile totals tell such a person the count itself, here as everywhere (decision 011).
 */
final class ModelledCounts {

    /** With fewer areas a model is a description of single places. */
    static final int FEWEST_AREAS = 30;

    /** With fewer hidden counts what is told of them together could tell one of them. */
    static final int FEWEST_HIDDEN = 30;

    /** Of so few hidden counts, as a share of all, a model does well without them. */
    static final double FEW_HIDDEN_FRACTION = 0.05;

    private final Map<AreaCode, Value> exact;
    private final Map<AreaCode, Value> shown;
    private final DisclosurePolicy policy;

    /**
     * Counts of one period.
     *
     * @param exact by area
     * @param shown what everybody may see of them
     */
    ModelledCounts(Map<AreaCode, Value> exact, Map<AreaCode, Value> shown, DisclosurePolicy policy) {
        this.exact = new TreeMap<>(exact);
        this.shown = new TreeMap<>(shown);
        this.policy = policy;
    }

    static ModelledCounts of(PublishedCounts published, ExtentName extent, Period period) {
        Map<AreaCode, Value> exact = new TreeMap<>();
        Map<AreaCode, Value> shown = new TreeMap<>();
        for (AreaCode code : published.exact().areasOf(extent)) {
            exact.put(code, published.exact().count(period, code));
            shown.put(code, published.area(period, code));
        }
        return new ModelledCounts(exact, shown, published.policy());
    }

    /** @param covariates of the areas to fit models over */
    AreaModels fit(Map<AreaCode, AreaCovariates> covariates) {
        List<AreaCode> usable = new ArrayList<>();
        int inhabited = 0;
        int hidden = 0;
        for (Map.Entry<AreaCode, AreaCovariates> each : covariates.entrySet()) {
            AreaCode code = each.getKey();
            if (each.getValue().children() > 0) {
                inhabited++;
                if (count(code).isKnown()) {
                    usable.add(code);
                    hidden += isHidden(code) ? 1 : 0;
                }
            }
        }
        if (usable.size() < FEWEST_AREAS) {
            return AreaModels.none(
                    covariates.size(),
                    "A model over small areas needs " + FEWEST_AREAS + " of them with counts and children; here are "
                            + usable.size() + ".");
        }
        if (usable.size() < inhabited * (1 - FEW_HIDDEN_FRACTION)) {
            return AreaModels.none(
                    covariates.size(),
                    "The source of the counts leaves them out in " + (inhabited - usable.size()) + " of " + inhabited
                            + " areas, and what is small there would be missing from a model.");
        }
        if (hidden <= usable.size() * FEW_HIDDEN_FRACTION) {
            List<AreaCode> open =
                    usable.stream().filter(code -> !isHidden(code)).toList();
            return fit(open, covariates, AreaModels.Basis.SHOWN_COUNTS);
        }
        if (hidden < FEWEST_HIDDEN) {
            return AreaModels.none(
                    covariates.size(),
                    "The counts of " + hidden + " of " + usable.size()
                            + " areas are hidden to protect children: too many for"
                            + " a model without them, too few for one that does not tell them.");
        }
        return fit(usable, covariates, AreaModels.Basis.ALL_COUNTS);
    }

    private AreaModels fit(List<AreaCode> areas, Map<AreaCode, AreaCovariates> covariates, AreaModels.Basis basis) {
        CountData data = data(areas, covariates);
        return new AreaModels(
                told(PoissonRegression.fit(data), false, data, areas, basis),
                told(NegativeBinomialRegression.fit(data), true, data, areas, basis),
                basis,
                areas.size(),
                covariates.size() - areas.size(),
                "");
    }

    private CountModel told(
            CountModel fitted, boolean mayVary, CountData data, List<AreaCode> areas, AreaModels.Basis basis) {
        if (basis == AreaModels.Basis.SHOWN_COUNTS || fitted.fitted().isEmpty()) {
            return fitted;
        }
        int[] guarded = java.util.stream.IntStream.range(0, areas.size())
                .filter(at -> isHidden(areas.get(at)))
                .toArray();
        double least = policy.zeroIsDisclosive() || policy.roundingBase() > 0 ? 0 : 1;
        double most = Math.max(policy.threshold(), policy.roundingBase());
        return new CountModel.Fitted(
                RoundedCountModel.of(data, fitted.fitted().orElseThrow(), mayVary, guarded, least, most));
    }

    private CountData data(List<AreaCode> areas, Map<AreaCode, AreaCovariates> covariates) {
        int columns =
                areas.isEmpty() ? 0 : of(areas.get(0), covariates).covariates().size();
        double[] counts = new double[areas.size()];
        double[] children = new double[areas.size()];
        double[][] columnsOfAreas = new double[columns][areas.size()];
        for (int at = 0; at < areas.size(); at++) {
            AreaCovariates area = of(areas.get(at), covariates);
            if (area.covariates().size() != columns) {
                throw new IllegalArgumentException("Area " + areas.get(at) + " has "
                        + area.covariates().size() + " covariates, others have " + columns + ".");
            }
            counts[at] = count(areas.get(at)).number().orElseThrow();
            children[at] = area.children();
            for (int column = 0; column < columns; column++) {
                columnsOfAreas[column][at] = area.covariates().get(column);
            }
        }
        return CountData.of(counts, children, columnsOfAreas);
    }

    private static AreaCovariates of(AreaCode code, Map<AreaCode, AreaCovariates> covariates) {
        return java.util.Objects.requireNonNull(covariates.get(code));
    }

    private Value count(AreaCode code) {
        return exact.getOrDefault(code, Value.notAvailable());
    }

    /** Whether anything but the count itself is shown: nothing, or a rounded number. */
    private boolean isHidden(AreaCode code) {
        return !count(code).equals(shown.get(code));
    }
}
