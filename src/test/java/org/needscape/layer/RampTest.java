package org.needscape.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.ValueState;

class RampTest {

    @Test
    void tenStepsRunFromTheDarkestForMostNeedToTheLightest() {
        assertEquals("#0b2545", Ramp.colour(1, 10));
        assertEquals("#25819b", Ramp.colour(4, 10));
        assertEquals("#93cfb0", Ramp.colour(7, 10));
        assertEquals("#f6f9df", Ramp.colour(10, 10));
    }

    @Test
    void everyStepIsLighterThanTheOneBefore() {
        for (int of = 2; of <= 10; of++) {
            for (int index = 2; index <= of; index++) {
                assertTrue(
                        lightness(Ramp.colour(index, of)) > lightness(Ramp.colour(index - 1, of)), index + " of " + of);
            }
        }
    }

    @Test
    void everyReasonForNoNumberHasAGreyOfItsOwn() {
        List<ValueState> unknown = new ArrayList<>(List.of(ValueState.values()));
        unknown.remove(ValueState.KNOWN);
        List<Double> greys = new ArrayList<>(unknown.stream()
                .map(state -> lightness(Ramp.colour(state)))
                .sorted()
                .toList());
        for (int i = 1; i < greys.size(); i++) {
            assertTrue(greys.get(i) - greys.get(i - 1) > 25, greys.toString());
        }
        assertThrows(IllegalArgumentException.class, () -> Ramp.colour(ValueState.KNOWN));
    }

    @Test
    void stepsThatDoNotExistAreRefused() {
        assertEquals("#0b2545", Ramp.colour(1, 1));
        assertThrows(IllegalArgumentException.class, () -> Ramp.colour(0, 10));
        assertThrows(IllegalArgumentException.class, () -> Ramp.colour(11, 10));
        assertThrows(IllegalArgumentException.class, () -> Ramp.colour(1, 11));
    }

    /** Relative luminance without gamma: enough to compare steps of one ramp. */
    private static double lightness(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
    }
}
