package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TrendLineTest {

    private static final double[] YEARS = {2018, 2019, 2020, 2021, 2022};
    private static final double[] ERRORS = {0.18, 0.17, 0.19, 0.16, 0.17};

    @Test
    void slopeWithTheErrorsOfTheEstimates() {
        // numpy 2.4: weights 1 / se^2; p by scipy 1.17 norm.sf. Q / 3 is 0.07, so nothing is widened.
        TrendLine line = TrendLine.fit(YEARS, new double[] {2.10, 2.25, 2.31, 2.52, 2.55}, ERRORS)
                .orElseThrow();

        assertEquals(0.117374573, line.slope(), 5e-10);
        assertEquals(0.054662303, line.standardError(), 5e-10);
        assertEquals(0.031772011, line.p(), 5e-9);
    }

    @Test
    void estimatesThatScatterMoreThanTheirErrorsWidenIt() {
        // numpy 2.4: Q / 3 = 10.885388083, standard error times its square root.
        TrendLine line = TrendLine.fit(YEARS, new double[] {2.1, 3.0, 1.9, 2.9, 2.2}, ERRORS)
                .orElseThrow();

        assertEquals(0.008107717, line.slope(), 5e-10);
        assertEquals(0.180347398, line.standardError(), 5e-10);
    }

    @Test
    void onePointHasNoTrend() {
        assertTrue(TrendLine.fit(new double[] {2020}, new double[] {1}, new double[] {1})
                .isEmpty());
        assertTrue(TrendLine.fit(new double[0], new double[0], new double[0]).isEmpty());
    }
}
