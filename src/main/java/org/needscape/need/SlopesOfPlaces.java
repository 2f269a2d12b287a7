package org.needscape.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needscape.stats.ChiSquare;
import org.needscape.stats.Computed;
import org.needscape.stats.CountData;
import org.needscape.stats.CountModel;
import org.needscape.stats.Estimate;
import org.needscape.stats.FittedCountModel;
import org.needscape.stats.PoissonRegression;

/** Tests whether places have one slope or several. */
final class SlopesOfPlaces {

    /** Below this p the spread about the lines is taken as real, and the slopes as different. */
    static final double SIGNIFICANT = 0.05;

    private SlopesOfPlaces() {}

    static PlaceSlopes of(String reference, Map<String, PlaceFit> all) {
        List<PlaceFit> fits =
                all.values().stream().filter(fit -> fit.fitted().isPresent()).toList();
        if (fits.size() < 2) {
            String reason = "Slopes are not compared: fewer than two places have a line.";
            SlopeTest none = new SlopeTest.NotTested(reason);
            return new PlaceSlopes(
                    fits.isEmpty() ? Computed.not(reason) : fits.get(0).ratioPerDecile(), none, none, 1, reason);
        }
        double dispersion = dispersion(fits);
        CountModel common = commonSlope(fits);
        SlopeTest poisson = test(reference, fits, common);
        SlopeTest test = poisson.widened(dispersion);
        Computed ratio = common.fitted()
                .map(fit -> Computed.of(fit.rateRatio(
                        1, fit.standardError(1) * Math.sqrt(dispersion), GradientGroup.CONFIDENCE_FRACTION)))
                .orElseGet(() -> Computed.not(common.reason()));
        return new PlaceSlopes(ratio, poisson, test, dispersion, sentence(fits, ratio, test));
    }

    /** φ of the lines side by side where it is above 1 by more than chance, otherwise 1. */
    private static double dispersion(List<PlaceFit> fits) {
        double pearson = 0;
        int degrees = 0;
        for (PlaceFit fit : fits) {
            FittedCountModel model = fit.fitted().orElseThrow();
            pearson += model.pearsonChiSquare();
            degrees += model.degreesOfFreedom();
        }
        boolean beyondChance = degrees > 0 && ChiSquare.upperTail(pearson, degrees) < SIGNIFICANT;
        return beyondChance ? pearson / degrees : 1;
    }

    /** ln μ = ln n + α + β d and a dummy for each place but the first; β is coefficient 1. */
    private static CountModel commonSlope(List<PlaceFit> fits) {
        List<GradientGroup> groups = new ArrayList<>();
        fits.forEach(fit -> groups.addAll(fit.groups()));
        int each = fits.get(0).groups().size();
        double[][] covariates = new double[fits.size()][groups.size()];
        covariates[0] = PlaceFit.centredDeciles(groups);
        for (int place = 1; place < fits.size(); place++) {
            Arrays.fill(covariates[place], place * each, (place + 1) * each, 1);
        }
        return PoissonRegression.fit(
                CountData.of(PlaceFit.toDoubles(PlaceFit.events(groups)), PlaceFit.populations(groups), covariates));
    }

    private static SlopeTest test(String reference, List<PlaceFit> fits, CountModel common) {
        if (fits.size() == 2) {
            boolean firstIsReference = fits.get(0).place().code().equals(reference);
            return fits.get(firstIsReference ? 1 : 0).slopeAgainst(fits.get(firstIsReference ? 0 : 1));
        }
        if (common.fitted().isEmpty()) {
            return new SlopeTest.NotTested("Slopes are not compared: " + PlaceFit.lowerFirst(common.reason()));
        }
        double separate = fits.stream()
                .mapToDouble(fit -> fit.fitted().orElseThrow().deviance())
                .sum();
        double fall = Math.max(0, common.fitted().get().deviance() - separate);
        return new SlopeTest.LikelihoodRatio(fall, fits.size() - 1);
    }

    private static String sentence(List<PlaceFit> fits, Computed common, SlopeTest test) {
        if (test.p().isEmpty()) {
            return "Whether slopes differ was not tested.";
        }
        double p = test.p().getAsDouble();
        if (p >= SIGNIFICANT) {
            return common.estimate()
                    .map(ratio -> "There is no evidence that the rate falls differently in these places (p "
                            + inWords(p) + "); " + perDecile(ratio) + " per decile less deprived in all of them.")
                    .orElse("There is no evidence that the rate falls differently in these places (p " + inWords(p)
                            + ").");
        }
        if (fits.size() > 2) {
            return "The rate does not fall alike in these places (p " + inWords(p) + ").";
        }
        List<String> each = fits.stream()
                .map(fit -> perDecile(fit.ratioPerDecile().estimate().orElseThrow()) + " per decile less deprived in "
                        + fit.place().name())
                .toList();
        return "The rate does not fall alike: " + each.get(0) + ", " + each.get(1) + " (p " + inWords(p) + ").";
    }

    private static String perDecile(Estimate ratio) {
        double percent = 100 * Math.abs(1 - ratio.estimate());
        return String.format(Locale.UK, "it %s %.0f %%", ratio.estimate() <= 1 ? "falls by" : "rises by", percent);
    }

    static String inWords(double p) {
        return p < 0.001 ? "below 0.001" : String.format(Locale.UK, "%.3f", p);
    }
}
