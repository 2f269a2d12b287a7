package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.needscape.service.TargetOutcome.Found;
import org.needscape.service.TargetOutcome.Rate;

class TargetReviewWordsTest {

    private static final Rate HIDDEN = new Rate(
            OptionalDouble.empty(), "No rate of 2024: the count of 1 of 4 areas is hidden to protect children.");

    @Test
    void changeOfBothAndWhatChanceWouldBringAreSaid() {
        assertEquals(
                "Children in need: in the target areas 630.0 per 10,000 children in 2023 and 517.5 in 2024, 112.5 fewer; in"
                        + " similar areas 554.1 per 10,000 children in 2023 and 554.1 in 2024, no change. Chance alone would be"
                        + " expected to bring 54.8 fewer in the target areas, because rates that were high partly by chance move"
                        + " back toward those of other areas.",
                words(found(630, 517.5, -54.8), found(554.1, 554.1, -40)));
    }

    @Test
    void hiddenCountGivesNoRateButAReason() {
        Found hidden = new Found(rate(500), HIDDEN, OptionalDouble.of(-3));

        assertEquals(
                "Children in need: nothing can be said of the target areas. No rate of 2024: the count of 1 of 4 areas is hidden"
                        + " to protect children.",
                words(hidden, found(1, 2, 0)));
        assertEquals(
                "Children in need: in the target areas 1.0 per 10,000 children in 2023 and 2.0 in 2024, 1.0 more; of similar areas"
                        + " nothing can be said. Chance alone would be expected to change nothing in the target areas. No rate of"
                        + " 2024: the count of 1 of 4 areas is hidden to protect children.",
                words(found(1, 2, 0), hidden));
    }

    @Test
    void lowRatesRiseByChance() {
        assertEquals(
                "Chance alone would be expected to bring 5.0 more in the target areas, because rates that were low partly by"
                        + " chance move back toward those of other areas.",
                words(found(10, 10, 5), found(1, 1, 0)).split("no change\\. ")[1]);
    }

    private static String words(Found chosen, Found similar) {
        return TargetReviewWords.of("Children in need", "2023", "2024", chosen, similar);
    }

    private static Found found(double before, double after, double fallBack) {
        return new Found(rate(before), rate(after), OptionalDouble.of(fallBack));
    }

    private static Rate rate(double per10000) {
        return new Rate(OptionalDouble.of(per10000), "");
    }
}
