package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.needscape.GridOf25;

/** The grid of 25 areas; expected numbers by numpy 2.4 and scipy 1.17 (chi2.ppf, Byar's formula) from the definitions in the class. */
class FunnelPlotTest {

    private static final long[] COUNTS =
            Arrays.stream(GridOf25.column("cases")).mapToLong(Math::round).toArray();
    private static final double[] POPULATIONS = GridOf25.column("pop");

    @Test
    void areasAgainstTheirCommonRate() {
        FunnelPlot plot = plot(FunnelPlot.Options.defaults());

        assertEquals(257.8919208, plot.baselinePer10000(), 5e-8);
        assertEquals(
                "within within within within low-95 within high-95 high-998 within low-95 within high-998 high-998 within within"
                        + " within within within within low-95 low-95 within within low-95 within",
                positions(plot));
    }

    @Test
    void anAreaOutOfItsOwnBaselineStandsOutMore() {
        FunnelPlot plot = plot(FunnelPlot.Options.defaults().withInOwnBaseline(false));

        // 241 - 26 events among 9,345 - 520 people.
        assertEquals(243.6260623, plot.points().get(6).baselinePer10000(), 5e-8);
        assertEquals(FunnelClass.HIGH_998, plot.points().get(6).position());
        assertEquals(257.8919208, plot.baselinePer10000(), 5e-8);
    }

    @Test
    void overdispersionWidensTheLimits() {
        FunnelPlot all = plot(FunnelPlot.Options.defaults().withSpread(FunnelPlot.Spread.MULTIPLICATIVE));
        FunnelPlot each = plot(FunnelPlot.Options.defaults().withSpread(FunnelPlot.Spread.ADDITIVE));

        assertEquals(3.677164603, all.dispersion().orElseThrow(), 5e-10);
        assertEquals(0.294549329, all.tauSquared(), 5e-10);
        assertEquals(
                List.of(7),
                java.util.stream.IntStream.range(0, 25)
                        .filter(i -> all.points().get(i).position() != FunnelClass.WITHIN)
                        .boxed()
                        .toList());
        assertEquals(FunnelClass.HIGH_95, all.points().get(7).position());
        assertTrue(each.points().stream().allMatch(point -> point.position() == FunnelClass.WITHIN));
    }

    @Test
    void curveAtTwoSizes() {
        double[] sizes = {300, 600};
        FunnelPlot.Limits plain =
                plot(FunnelPlot.Options.defaults()).curve(sizes).get(0);
        FunnelPlot.Limits all = plot(FunnelPlot.Options.defaults().withSpread(FunnelPlot.Spread.MULTIPLICATIVE))
                .curve(sizes)
                .get(1);
        FunnelPlot.Limits each = plot(FunnelPlot.Options.defaults().withSpread(FunnelPlot.Spread.ADDITIVE))
                .curve(sizes)
                .get(1);

        assertLimits(plain, 109.43945, 513.74255, 61.63303, 691.88104);
        assertLimits(all, 73.32560, 646.06476, 29.89599, 928.16036);
        assertLimits(each, 48.89297, 781.88320, 13.95359, 1174.20671);
    }

    @Test
    void curveIsThatOfObservedOverExpectedWhereTheyAreEqual() {
        // R: qchisq(0.025, 2*E)/2/E and qchisq(0.975, 2*E+2)/2/E at E = 10 and 100; here the rate is 1 in 100.
        FunnelPlot plot = FunnelPlot.of(new long[] {100}, new double[] {10_000}, FunnelPlot.Options.defaults());
        List<FunnelPlot.Limits> curve = plot.curve(new double[] {1_000, 10_000});

        assertEquals(47.9539, curve.get(0).lower95(), 5e-5);
        assertEquals(183.9036, curve.get(0).upper95(), 5e-5);
        assertEquals(81.3640, curve.get(1).lower95(), 5e-5);
        assertEquals(121.6268, curve.get(1).upper95(), 5e-5);
        assertTrue(plot.dispersion().isEmpty());
    }

    @Test
    void withoutEventsNothingStandsOutAndThereIsNoCurve() {
        FunnelPlot plot = FunnelPlot.of(
                new long[] {0, 0},
                new double[] {100, 200},
                FunnelPlot.Options.defaults().withSpread(FunnelPlot.Spread.ADDITIVE));

        assertEquals("within within", positions(plot));
        assertTrue(plot.curve(new double[] {100}).isEmpty());
        assertEquals(0, plot.tauSquared());
    }

    @Test
    void areasNeedPopulation() {
        assertThrows(
                IllegalArgumentException.class,
                () -> FunnelPlot.of(new long[] {1}, new double[] {0}, FunnelPlot.Options.defaults()));
        assertThrows(
                IllegalArgumentException.class,
                () -> FunnelPlot.of(new long[0], new double[0], FunnelPlot.Options.defaults()));
    }

    private static void assertLimits(
            FunnelPlot.Limits limits, double lower95, double upper95, double lower998, double upper998) {
        assertEquals(lower95, limits.lower95(), 5e-6);
        assertEquals(upper95, limits.upper95(), 5e-6);
        assertEquals(lower998, limits.lower998(), 5e-6);
        assertEquals(upper998, limits.upper998(), 5e-6);
    }

    private static FunnelPlot plot(FunnelPlot.Options options) {
        return FunnelPlot.of(COUNTS, POPULATIONS, options);
    }

    private static String positions(FunnelPlot plot) {
        return plot.points().stream().map(point -> point.position().code()).collect(Collectors.joining(" "));
    }
}
