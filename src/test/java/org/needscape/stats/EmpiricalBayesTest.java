package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.GridOf25;

class EmpiricalBayesTest {

    // The example of esda's documentation, in which the variance between areas is estimated below zero.
    private static final double[] EVENTS = {30, 25, 25, 15, 33, 21, 30, 20};
    private static final double[] BASE = {100, 100, 110, 90, 100, 90, 110, 90};

    @Test
    void gridOf25AgreesWithReference() {
        // EBest(cases, pop, family = "binomial") of spdep 1.2-7.
        double[] cases = GridOf25.column("cases");
        double[] pop = GridOf25.column("pop");
        EmpiricalBayes bayes = EmpiricalBayes.fit(cases, pop).orElseThrow();

        assertEquals(0.000223027031, bayes.varianceBetweenAreas(), 5e-13);
        assertEquals(0.02578919208, bayes.overallRate(), 5e-12);
        assertArrayEquals(
                GridOf25.column("EB_rate"),
                IntStream.range(0, 25)
                        .mapToDouble(i -> 10_000 * bayes.smoothedRate(cases[i], pop[i]))
                        .toArray(),
                5e-5);
        assertArrayEquals(
                GridOf25.column("EB_z"),
                IntStream.range(0, 25)
                        .mapToDouble(i -> bayes.standardisedRate(cases[i], pop[i], EmpiricalBayes.Mode.ASSUNCAO))
                        .toArray(),
                5e-7);
    }

    @Test
    void negativeVarianceIsKeptByAssuncaosRule() {
        // esda 2.x assuncao_rate on its documented example.
        assertArrayEquals(
                new double[] {
                    1.03843594, -0.04099089, -0.56250375, -1.73061861, 1.68609205, -0.37696643, 0.47576252, -0.60257513
                },
                standardised(EmpiricalBayes.Mode.ASSUNCAO),
                5e-9);
    }

    @Test
    void negativeVarianceIsZeroWhenTruncated() {
        // spdep EBest and libgeoda's rule on the same example.
        assertArrayEquals(
                new double[] {
                    0.95839273, -0.03783129, -0.51460896, -1.61105841, 1.55612715, -0.35092361, 0.43525338, -0.56094608
                },
                standardised(EmpiricalBayes.Mode.TRUNCATED),
                5e-9);
        EmpiricalBayes bayes = EmpiricalBayes.fit(EVENTS, BASE).orElseThrow();
        assertEquals(-0.000373363502, bayes.varianceBetweenAreas(), 5e-13);
        assertEquals(0.251898734, bayes.smoothedRate(30, 100), 5e-10);
    }

    @Test
    void locallySmoothedRatesAgreeWithReference() {
        // EBlocal(cases, pop, queen neighbours) of spdep 1.2-7, per 10,000 to four decimals.
        int[][] around = GridOf25.queenNeighbours();
        for (int i = 0; i < 25; i++) {
            around[i] =
                    IntStream.concat(IntStream.of(i), IntStream.of(around[i])).toArray();
        }
        double[] rates = LocalSmoothing.rates(GridOf25.column("cases"), GridOf25.column("pop"), around);
        double[] expected = GridOf25.column("EB_local");
        for (int i = 0; i < 25; i++) {
            assertEquals(expected[i], 10_000 * rates[i], 5.1e-5);
        }
    }

    /** By hand: 60 and 90 of 100 give b = 0.75, s² = 0.0225, a = 0.0225 - 0.75 · 0.25 / 100 = 0.020625, and 0.6125 for the first. */
    @Test
    void shareScattersLessThanEvents() {
        double[] counts = {60, 90};
        double[] people = {100, 100};
        EmpiricalBayes share = EmpiricalBayes.fit(counts, people, EmpiricalBayes.Scatter.OF_A_SHARE)
                .orElseThrow();

        assertEquals(0.020625, share.varianceBetweenAreas(), 1e-12);
        assertEquals(0.6125, share.smoothedRate(60, 100), 1e-12);
        assertEquals(0.015, EmpiricalBayes.fit(counts, people).orElseThrow().varianceBetweenAreas(), 1e-12);
    }

    @Test
    void withoutEventsThereIsNothingToStandardise() {
        assertTrue(EmpiricalBayes.fit(new double[] {0, 0}, new double[] {5, 6}).isEmpty());
        assertTrue(EmpiricalBayes.fit(new double[0], new double[0]).isEmpty());
    }

    private static double[] standardised(EmpiricalBayes.Mode mode) {
        EmpiricalBayes bayes = EmpiricalBayes.fit(EVENTS, BASE).orElseThrow();
        return IntStream.range(0, EVENTS.length)
                .mapToDouble(i -> bayes.standardisedRate(EVENTS[i], BASE[i], mode))
                .toArray();
    }
}
