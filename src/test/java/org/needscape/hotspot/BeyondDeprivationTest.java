package org.needscape.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeyondDeprivationTest {

    private static final double[] POSITION = {0.1, 0.3, 0.5, 0.7, 0.9};

    @Test
    void nothingIsLeftOfValuesThatFollowDeprivation() {
        double[] values = {9, 7, 5, 3, 1};

        BeyondDeprivation left = BeyondDeprivation.ofValues(values, POSITION).orElseThrow();

        assertEquals(-10, left.slope(), 1e-9);
        left.left().forEach(residual -> assertEquals(0, residual, 1e-9));
    }

    @Test
    void expectedEventsAddUpToTheCountedOnesAndFollowDeprivation() {
        double[] counts = {40, 20, 10, 5, 25};
        double[] people = {1000, 1000, 1000, 1000, 1000};

        List<Double> expected = BeyondDeprivation.ofCounts(counts, people, POSITION)
                .orElseThrow()
                .left();

        // The score equation of the intercept of a Poisson regression: fitted and counted events have the same sum.
        assertEquals(100, expected.stream().mapToDouble(each -> each).sum(), 1e-6);
        assertTrue(expected.get(0) > expected.get(4));
    }

    @Test
    void equallyDeprivedAreasCannotBeCompared() {
        double[] equal = {0.5, 0.5, 0.5};

        assertEquals(Optional.empty(), BeyondDeprivation.ofValues(new double[] {1, 2, 3}, equal));
        assertEquals(
                Optional.empty(), BeyondDeprivation.ofCounts(new double[] {1, 2, 3}, new double[] {10, 10, 10}, equal));
        assertEquals(Optional.empty(), BeyondDeprivation.ofValues(new double[] {1, 2}, new double[] {0.1, 0.9}));
    }
}
