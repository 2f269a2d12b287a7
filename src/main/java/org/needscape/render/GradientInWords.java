package org.needscape.render;

import java.util.Locale;
import java.util.Optional;
import org.needscape.need.Gradient;
import org.needscape.need.GradientGroup;
import org.needscape.stats.LogLinearGradient;

/** A gradient as sentences, for readers who do not see the chart. */
final class GradientInWords {

    private GradientInWords() {}

    /** The chart in words: every rate with its limits, then how much higher the most deprived end is. */
    static String describe(String rateLabel, Gradient gradient, Tenths tenths) {
        StringBuilder words = new StringBuilder(rateLabel)
                .append(" by ")
                .append(tenths.words())
                .append(tenths == Tenths.LOCAL ? "" : ",")
                .append(" 1 the most and 10 the least deprived, with 95 % limits.");
        for (GradientGroup group : gradient.groups()) {
            words.append(group.firstDecile() == group.lastDecile() ? " Decile " : " Deciles ")
                    .append(group.label())
                    .append(": ");
            if (group.ratePer10000().isKnown()) {
                words.append(format(group.ratePer10000().number().orElseThrow()))
                        .append(" (")
                        .append(format(group.lower().number().orElseThrow()))
                        .append(" to ")
                        .append(format(group.upper().number().orElseThrow()))
                        .append(").");
            } else {
                words.append(group.ratePer10000().state().words()).append('.');
            }
        }
        Optional<LogLinearGradient> fit = gradient.fit();
        fit.ifPresent(line -> words.append(" Along the fitted line the rate at the most deprived end is ")
                .append(format(line.timesHigher()))
                .append(" times that at the least deprived end."));
        return words.toString();
    }

    private static String format(double number) {
        return String.format(Locale.UK, "%,.1f", number);
    }
}
