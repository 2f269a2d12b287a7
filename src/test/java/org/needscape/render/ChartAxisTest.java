package org.needscape.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ChartAxisTest {

    @Test
    void axisOfValuesOnBothSidesOfZeroMarksZero() {
        RateAxis axis = RateAxis.covering(-30, 80, 0, 100);

        assertEquals(List.of(-50.0, 0.0, 50.0, 100.0), axis.marks());
        assertEquals("\u221250", axis.tick(-50));
        assertEquals(100 - 100 * 50 / 150.0, axis.pixel(0), 1e-9);
    }

    @Test
    void valueOutsideTheAxisLiesAtItsEnd() {
        RateAxis axis = RateAxis.covering(40, 0, 100);

        assertEquals(0, axis.pixel(1e9));
        assertEquals(100, axis.pixel(-1));
    }

    @Test
    void equalRatiosAreEqualDistancesOnALogarithmicAxis() {
        LogAxis axis = LogAxis.covering(3, 300, 0, 100);

        assertEquals(2, axis.lowest());
        assertEquals(500, axis.highest());
        assertEquals(axis.pixel(10) - axis.pixel(20), axis.pixel(50) - axis.pixel(100), 1e-9);
        assertEquals(100, axis.pixel(0));
        assertEquals(
                List.of("5", "100"),
                List.of(axis.tick(axis.marks().get(1)), axis.tick(axis.marks().get(5))));
    }

    @Test
    void zeroHasNoLogarithmicAxis() {
        assertThrows(IllegalArgumentException.class, () -> LogAxis.covering(0, 10, 0, 100));
    }

    @Property(tries = 200)
    void everyAxisHoldsItsValuesInRisingMarks(
            @ForAll @DoubleRange(min = -1e5, max = 1e5) double one,
            @ForAll @DoubleRange(min = 0.01, max = 1e5) double other) {
        RateAxis equal = RateAxis.covering(Math.min(one, other), Math.max(one, other), 0, 100);
        LogAxis ratio = LogAxis.covering(other, other * 3, 0, 100);

        assertTrue(equal.lowest() <= Math.min(one, 0) && equal.highest() >= Math.max(one, other));
        assertTrue(ratio.lowest() <= other * (1 + 1e-6) && ratio.highest() >= other * 3 * (1 - 1e-6), ratio.toString());
        for (ChartAxis axis : List.of(equal, ratio)) {
            List<Double> marks = axis.marks();
            assertTrue(marks.size() >= 2 && marks.size() <= 8, marks.toString());
            for (int k = 1; k < marks.size(); k++) {
                assertTrue(axis.pixel(marks.get(k)) < axis.pixel(marks.get(k - 1)));
            }
        }
    }

    @Test
    void textIsCutWhereItDoesNotFit() {
        // 10 pixels a character at size 10 / 0.58.
        assertEquals("Alder", TextSize.cut("Alder", 50, 10 / 0.58));
        assertEquals("Alde\u2026", TextSize.cut("Aldermoor", 50, 10 / 0.58));
    }
}
