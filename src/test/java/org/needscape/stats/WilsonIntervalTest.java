package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

    // Wilson's formula in base R, z = qnorm(0.975).
    @ParameterizedTest
    @CsvSource({"0, 50, 0, 0.071347599", "17, 50, 0.224369492, 0.478461740", "50, 50, 0.928652400, 1"})
    void limitsOfAProportion(double having, double of, double lower, double upper) {
        Interval limits = WilsonInterval.of(having, of, 0.95);

        assertEquals(lower, limits.lower(), 5e-9);
        assertEquals(upper, limits.upper(), 5e-9);
    }

    @Test
    void moreThanAllIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(51, 50, 0.95));
        assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(0, 0, 0.95));
    }
}
