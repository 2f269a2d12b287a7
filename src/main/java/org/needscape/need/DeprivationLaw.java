package org.needscape.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needscape.stats.Computed;
import org.needscape.stats.CountData;
import org.needscape.stats.CountModel;
import org.needscape.stats.Estimate;
import org.needscape.stats.FittedCountModel;
import org.needscape.stats.PoissonRegression;

/**
 * The inverse intervention law over three or more places: ln μ = ln n + α + β d + γ D + δ d D, with the decile d centred at 5.5 and how
 * deprived the place is as a whole, D, in standard deviations between the places. Ratios are for a place one standard deviation less
 * deprived, e^-(γ + δ d), so that above 1 the law holds: at equal deprivation less deprived places have higher rates.
 *
 * <p>Places differ for more reasons than their deprivation; there is no random effect for them. Limits are quasi-Poisson's instead,
 * standard errors times √φ where φ is above 1. With few places that is a rough allowance, and the finding is about these places only.
 *
 * <p>Source: Webb et al., 2020, Children and Youth Services Review 111:104849, doi 10.1016/j.childyouth.2020.104849.
 *
 * @param ratioAtDecile1 in the most deprived tenth
 * @param ratioAtMiddle between deciles 5 and 6
 * @param ratioAtDecile10 in the least deprived tenth
 * @param interaction whether the slope changes with the deprivation of the place: δ per standard deviation more deprived
 * @param finding what the ratio at the middle and the one at decile 1 say, held against limits of 97.5 % because there are two
 * @param sentence the same in one plain sentence
 */
public record DeprivationLaw(
        Computed ratioAtDecile1,
        Computed ratioAtMiddle,
        Computed ratioAtDecile10,
        SlopeTest interaction,
        LawFinding finding,
        String sentence) {

    private static final int FEWEST_PLACES = 3;
    private static final double CONFIDENCE = GradientGroup.CONFIDENCE_FRACTION;

    static DeprivationLaw of(List<PlaceFit> fits, Map<String, Double> deprivation) {
        List<PlaceFit> places = fits.stream()
                .filter(fit -> deprivation.containsKey(fit.place().code()))
                .toList();
        if (places.size() < FEWEST_PLACES) {
            return not("fewer than three places can be compared.");
        }
        double[] scores = places.stream()
                .mapToDouble(fit -> deprivation.get(fit.place().code()))
                .toArray();
        double mean = Arrays.stream(scores).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(scores).map(x -> (x - mean) * (x - mean)).sum() / (scores.length - 1));
        if (!(deviation > 1e-9 * (1 + Math.abs(mean)))) {
            return not("the places are equally deprived.");
        }
        List<GradientGroup> groups = new ArrayList<>();
        places.forEach(fit -> groups.addAll(fit.groups()));
        double[] d = PlaceFit.centredDeciles(groups);
        int each = places.get(0).groups().size();
        double[] place = new double[d.length];
        double[] product = new double[d.length];
        for (int i = 0; i < d.length; i++) {
            place[i] = (scores[i / each] - mean) / deviation;
            product[i] = place[i] * d[i];
        }
        CountModel model = PoissonRegression.fit(CountData.of(
                PlaceFit.toDoubles(PlaceFit.events(groups)), PlaceFit.populations(groups), d, place, product));
        return model.fitted().map(DeprivationLaw::of).orElseGet(() -> not(PlaceFit.lowerFirst(model.reason())));
    }

    private static DeprivationLaw not(String reason) {
        String sentence = "Whether less deprived places intervene more at equal deprivation is not computed: " + reason;
        Computed none = Computed.not(sentence);
        return new DeprivationLaw(
                none, none, none, new SlopeTest.NotTested(sentence), LawFinding.NOT_COMPUTED, sentence);
    }

    private static DeprivationLaw of(FittedCountModel fit) {
        double dispersion = Math.max(1, fit.dispersion().orElse(1));
        LawFinding finding = finding(fit, dispersion);
        Estimate first = ratioAt(1, fit, dispersion).limits(CONFIDENCE);
        Estimate middle = ratioAt(PlaceFit.CENTRE, fit, dispersion).limits(CONFIDENCE);
        return new DeprivationLaw(
                Computed.of(first),
                Computed.of(middle),
                Computed.of(ratioAt(10, fit, dispersion).limits(CONFIDENCE)),
                new SlopeTest.Wald(fit.coefficient(3), fit.standardError(3)).widened(dispersion),
                finding,
                sentence(finding, first, middle));
    }

    private static PlaceFit.LogRatio ratioAt(double decile, FittedCountModel fit, double dispersion) {
        double d = decile - PlaceFit.CENTRE;
        double variance = fit.covariance(2, 2) + 2 * d * fit.covariance(2, 3) + d * d * fit.covariance(3, 3);
        return new PlaceFit.LogRatio(-(fit.coefficient(2) + d * fit.coefficient(3)), Math.sqrt(dispersion * variance));
    }

    private static LawFinding finding(FittedCountModel fit, double dispersion) {
        double confidence = 1 - (1 - CONFIDENCE) / 2;
        Estimate first = ratioAt(1, fit, dispersion).limits(confidence);
        Estimate middle = ratioAt(PlaceFit.CENTRE, fit, dispersion).limits(confidence);
        return LawFinding.of(List.of(first, middle));
    }

    private static String sentence(LawFinding finding, Estimate first, Estimate middle) {
        String figures = String.format(
                Locale.UK,
                "one standard deviation less deprived goes with %.2f times the rate (95 %% limits %.2f to %.2f) in the most deprived"
                        + " tenth and %.2f times (%.2f to %.2f) in the middle.",
                first.estimate(),
                first.lower(),
                first.upper(),
                middle.estimate(),
                middle.lower(),
                middle.upper());
        boolean alike = (first.estimate() >= 1) == (middle.estimate() >= 1);
        String lead = alike ? "At equal deprivation " : "At equal deprivation, though not at every level of it, ";
        return switch (finding) {
            case PRESENT -> lead + "the less deprived of these places have higher rates: " + figures;
            case OPPOSITE -> lead + "the less deprived of these places have lower rates: " + figures;
            default ->
                "There is no evidence that the less deprived of these places have higher or lower rates at equal deprivation: "
                        + figures;
        };
    }
}
