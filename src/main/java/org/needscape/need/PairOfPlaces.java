package org.needscape.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.needscape.stats.Computed;
import org.needscape.stats.Estimate;

/**
 * Compares two places at equal deprivation and says what that means for the inverse intervention law.
 *
 * <p>Two figures are looked at: the ratio in the most deprived tenth and the standardised ratio. The law is found where one of them is
 * away from 1 beyond chance and the other is not so in the other direction. Because two are looked at, each is held against limits of
 * 97.5 % (Bonferroni), so that together they find a law that is not there in no more than one comparison of twenty.
 */
final class PairOfPlaces {

    private static final double CONFIDENCE = GradientGroup.CONFIDENCE_FRACTION;
    /** Mean deciles that differ by less than this are as good as equal: then neither place is the less deprived one. */
    private static final double EQUAL_DECILES = 0.05;

    private final PlaceDeciles subject;
    private final PlaceDeciles against;
    private final @Nullable PlaceFit fit;
    private final @Nullable PlaceFit other;
    private final CommonDeciles common;
    private final double dispersion;

    PairOfPlaces(
            PlaceDeciles subject,
            PlaceDeciles against,
            Map<String, PlaceFit> fits,
            CommonDeciles common,
            double dispersion) {
        this.subject = subject;
        this.against = against;
        this.fit = fits.get(subject.code());
        this.other = fits.get(against.code());
        this.common = common;
        this.dispersion = dispersion;
    }

    PlacePair compare() {
        if (fit == null || other == null) {
            String reason = (fit == null ? subject : against).name() + " takes no part in the comparison";
            return notComputed(
                    reason + ", because one of its counts is hidden or it shares no decile with the others.");
        }
        Computed standardised = fit.standardised().over(other.standardised(), CONFIDENCE);
        boolean lines = fit.fitted().isPresent() && other.fitted().isPresent();
        SlopeTest slopes = lines
                ? fit.slopeAgainst(other)
                : new SlopeTest.NotTested((fit.fitted().isEmpty() ? fit : other).reason());
        Computed first = at(1, fit, other);
        LawFinding finding = finding(fit, other);
        return new PlacePair(
                subject.code(),
                against.code(),
                first,
                at(10, fit, other),
                standardised,
                slopes,
                slopes.widened(dispersion),
                finding,
                sentence(finding, first, standardised));
    }

    private PlacePair notComputed(String reason) {
        Computed none = Computed.not(reason);
        SlopeTest untested = new SlopeTest.NotTested(reason);
        return new PlacePair(
                subject.code(),
                against.code(),
                none,
                none,
                none,
                untested,
                untested,
                LawFinding.NOT_COMPUTED,
                "Not compared: " + reason);
    }

    private Computed at(int decile, PlaceFit mine, PlaceFit its) {
        if (mine.fitted().isEmpty() || its.fitted().isEmpty()) {
            return Computed.not((mine.fitted().isEmpty() ? mine : its).reason());
        }
        if (common.spanOf(decile).isEmpty()) {
            return Computed.not("Not computed: decile " + decile + " is not among the deciles that all places have.");
        }
        return Computed.of(mine.at(decile, its, dispersion).limits(CONFIDENCE));
    }

    private LawFinding finding(PlaceFit mine, PlaceFit its) {
        List<Estimate> looks = looks(mine, its);
        if (looks.isEmpty()) {
            return LawFinding.NOT_COMPUTED;
        }
        if (equallyDeprived()) {
            return LawFinding.NO_EVIDENCE;
        }
        LawFinding finding = LawFinding.of(looks);
        return subjectIsLessDeprived() ? finding : finding.reversed();
    }

    /** The figures that decide, with limits that allow for how many there are. */
    private List<Estimate> looks(PlaceFit mine, PlaceFit its) {
        boolean line = at(1, mine, its).estimate().isPresent();
        double confidence = line ? 1 - (1 - CONFIDENCE) / 2 : CONFIDENCE;
        List<Estimate> looks = new ArrayList<>();
        mine.standardised().over(its.standardised(), confidence).estimate().ifPresent(looks::add);
        if (line) {
            looks.add(mine.at(1, its, dispersion).limits(confidence));
        }
        return looks;
    }

    private boolean equallyDeprived() {
        return Math.abs(subject.meanDecile() - against.meanDecile()) < EQUAL_DECILES;
    }

    private boolean subjectIsLessDeprived() {
        return subject.meanDecile() > against.meanDecile();
    }

    private String sentence(LawFinding finding, Computed first, Computed standardised) {
        PlaceDeciles less = subjectIsLessDeprived() ? subject : against;
        PlaceDeciles more = subjectIsLessDeprived() ? against : subject;
        String figures = figures(first, standardised, more);
        String lessDeprived = less.name() + ", the less deprived of the two, has ";
        String alike = sameDirection(first, standardised)
                ? "At equal deprivation "
                : "At equal deprivation, though not at every level of it, ";
        return switch (finding) {
            case PRESENT -> alike + lessDeprived + "the higher rate: " + figures;
            case OPPOSITE -> alike + lessDeprived + "the lower rate: " + figures;
            case NO_EVIDENCE ->
                equallyDeprived()
                        ? less.name() + " and " + more.name()
                                + " are about equally deprived, so that they say nothing about whether less deprived places intervene"
                                + " more: the rate of " + less.name() + " is " + figures
                        : "There is no evidence that " + lessDeprived
                                + "a higher or a lower rate at equal deprivation: it is " + figures;
            case NOT_COMPUTED -> "Not compared: " + PlaceFit.lowerFirst(standardised.reason());
        };
    }

    private static boolean sameDirection(Computed first, Computed second) {
        boolean higher = first.estimate().map(ratio -> ratio.estimate() >= 1).orElse(true);
        boolean other = second.estimate().map(ratio -> ratio.estimate() >= 1).orElse(higher);
        return first.estimate().isEmpty() || higher == other;
    }

    private String figures(Computed first, Computed standardised, PlaceDeciles more) {
        List<String> parts = new ArrayList<>();
        first.estimate()
                .ifPresent(
                        ratio -> parts.add(times(ratio) + " that of " + more.name() + " in the most deprived tenth"));
        standardised
                .estimate()
                .ifPresent(ratio -> parts.add(times(ratio)
                        + (parts.isEmpty() ? " that of " + more.name() : "")
                        + " where both are given the same mix of deciles"));
        return String.join(" and ", parts) + ".";
    }

    /** The ratio of the less deprived place to the other. */
    private String times(Estimate ratio) {
        Estimate seen = subjectIsLessDeprived()
                ? ratio
                : new Estimate(1 / ratio.estimate(), 1 / ratio.upper(), 1 / ratio.lower());
        return String.format(
                Locale.UK, "%.2f times (95 %% limits %.2f to %.2f)", seen.estimate(), seen.lower(), seen.upper());
    }
}
