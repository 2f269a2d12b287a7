package org.needscape.service;

import java.util.Locale;
import java.util.OptionalDouble;
import org.needscape.service.TargetOutcome.Found;

/** What a review found of one kind of help, in a sentence. */
final class TargetReviewWords {

    private TargetReviewWords() {}

    /**
     * The sentence.
     *
     * @param title of the help
     * @param then its period then
     * @param now its period now
     */
    static String of(String title, String then, String now, Found chosen, Found similar) {
        String start = title + ": ";
        if (chosen.change().isEmpty()) {
            return start + "nothing can be said of the target areas. " + reason(chosen);
        }
        String found = start + "in the target areas " + group(chosen, then, now) + "; "
                + (similar.change().isPresent()
                        ? "in similar areas " + group(similar, then, now)
                        : "of similar areas nothing can be said");
        return found + ". " + chance(chosen.fallBack()) + (similar.change().isPresent() ? "" : " " + reason(similar));
    }

    private static String reason(Found found) {
        return found.before().reason().isEmpty()
                ? found.after().reason()
                : found.before().reason();
    }

    private static String group(Found found, String then, String now) {
        double change = found.change().orElseThrow();
        String moved = isNothing(change) ? "no change" : number(Math.abs(change)) + (change < 0 ? " fewer" : " more");
        return number(found.before().per10000().orElseThrow()) + " per 10,000 children in " + then + " and "
                + number(found.after().per10000().orElseThrow()) + " in " + now + ", " + moved;
    }

    private static String chance(OptionalDouble fallBack) {
        if (fallBack.isEmpty() || isNothing(fallBack.getAsDouble())) {
            return "Chance alone would be expected to change nothing in the target areas.";
        }
        double change = fallBack.getAsDouble();
        return "Chance alone would be expected to bring " + number(Math.abs(change))
                + (change < 0 ? " fewer" : " more") + " in the target areas, because rates that were "
                + (change < 0 ? "high" : "low") + " partly by chance move back toward those of other areas.";
    }

    /** Whether it is written as 0.0. */
    private static boolean isNothing(double change) {
        return Math.abs(change) < 0.05;
    }

    private static String number(double value) {
        return String.format(Locale.UK, "%,.1f", value);
    }
}
