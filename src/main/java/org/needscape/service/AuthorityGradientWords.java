package org.needscape.service;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needscape.stats.Estimate;

/** What a gradient over authorities shows, in plain sentences. */
final class AuthorityGradientWords {

    private static final int MOST_DEPRIVED = 1;
    private static final int LEAST_DEPRIVED = 10;

    private final AuthorityGradient gradient;

    AuthorityGradientWords(AuthorityGradient gradient) {
        this.gradient = gradient;
    }

    /** One or two sentences. */
    String sentence() {
        String subject = gradient.measure().label() + " "
                + gradient.measure().basis().words(gradient.period().text());
        if (gradient.models().isEmpty()) {
            return subject + ": only " + gradient.placed().size()
                    + (gradient.placed().size() == 1 ? " authority" : " authorities")
                    + " can be placed by deprivation, too few for a line; at least " + AuthorityGradient.FEWEST
                    + " are needed.";
        }
        Optional<Estimate> ratio = gradient.ratioPerStandardDeviation();
        if (ratio.isEmpty()) {
            return subject + ": no line fits. " + gradient.models().get().statement();
        }
        return subject + ": " + finding(ratio.get()) + ends();
    }

    private String finding(Estimate ratio) {
        String limits = String.format(Locale.UK, "95 %% limits %.2f to %.2f", ratio.lower(), ratio.upper());
        String step = String.format(
                Locale.UK,
                "standard deviation (%.1f points of the average score)",
                gradient.scale().orElseThrow().spread());
        if (ratio.lower() > 1) {
            return String.format(
                    Locale.UK,
                    "over %d authorities the rate is %.0f %% higher for each %s of deprivation (%.2f times; %s).",
                    gradient.placed().size(),
                    (ratio.estimate() - 1) * 100,
                    step,
                    ratio.estimate(),
                    limits);
        }
        if (ratio.upper() < 1) {
            return String.format(
                    Locale.UK,
                    "over %d authorities the rate is %.0f %% lower for each %s of deprivation (%.2f times; %s).",
                    gradient.placed().size(),
                    (1 - ratio.estimate()) * 100,
                    step,
                    ratio.estimate(),
                    limits);
        }
        return String.format(
                Locale.UK,
                "over %d authorities there is no evidence that the rate changes with deprivation (%.2f times for each %s; %s).",
                gradient.placed().size(),
                ratio.estimate(),
                step,
                limits);
    }

    private String ends() {
        List<AuthorityGradient.Tenth> tenths = gradient.tenths();
        AuthorityGradient.Tenth first = tenths.get(0);
        AuthorityGradient.Tenth last = tenths.get(tenths.size() - 1);
        if (first.decile() != MOST_DEPRIVED || last.decile() != LEAST_DEPRIVED) {
            return "";
        }
        return String.format(
                Locale.UK,
                " It is %.1f per 10,000 in the most deprived tenth of authorities and %.1f in the least deprived.",
                first.ratePer10000(),
                last.ratePer10000());
    }
}
