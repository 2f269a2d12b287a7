package org.needscape.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.needscape.render.FunnelChart.Limits;
import org.needscape.render.FunnelChart.Point;
import org.needscape.render.FunnelChart.Standing;

class FunnelChartTest {

    private static final String RATE = "Rate per 10,000 children aged 0 to 17";
    private static final List<Limits> CURVE = List.of(
            new Limits(1_000, 20, 500, 2, 900), new Limits(20_000, 55, 80, 48, 90), new Limits(60_000, 60, 74, 57, 78));

    @Test
    void readersWhoDoNotSeeItGetTheBaselineAndWhoIsOutside() throws Exception {
        Drawing chart = draw(
                List.of(
                        new Point("Aldermoor", 20_000, 120.44, Standing.HIGH_998),
                        new Point("Barrowdene", 30_000, 66, Standing.WITHIN),
                        new Point("Calder", 40_000, 50, Standing.LOW_95)),
                List.of("Dunmere"));

        assertTrue(
                chart.words().contains("of 3 places against the number of children. All together: 66.9."),
                chart.words());
        assertTrue(chart.words().contains(" Places above the 99.8 % limit: Aldermoor 120.4."), chart.words());
        assertTrue(chart.words().contains(" Places within the limits: Barrowdene 66."), chart.words());
        assertTrue(chart.words().contains(" Places below the 95 % limit: Calder 50."), chart.words());
        assertTrue(chart.words().contains(" Hidden to protect children: Dunmere."), chart.words());
        assertTrue(chart.says("Hidden to protect children: Dunmere."));
    }

    @Test
    void placesOutsideAreNamedAndThoseWithinAreNot() throws Exception {
        Drawing chart = draw(
                List.of(
                        new Point("Aldermoor", 20_000, 120, Standing.HIGH_998),
                        new Point("Barrowdene", 30_000, 66, Standing.WITHIN)),
                List.of());

        assertTrue(chart.says("Aldermoor"));
        assertFalse(chart.says("Barrowdene"));
        assertTrue(chart.says("All together: 66.9"));
    }

    @Test
    void standingsDifferByShapeOrFilling() throws Exception {
        Drawing chart = draw(
                List.of(
                        new Point("A", 20_000, 120, Standing.HIGH_998),
                        new Point("B", 30_000, 90, Standing.HIGH_95),
                        new Point("C", 40_000, 20, Standing.LOW_998)),
                List.of());

        // Each once in the plot and once in the key; two outlines of triangles that point down stand in the key alone.
        assertEquals(2, chart.with("path", "fill", ChartMark.TRIANGLE.colour()).size());
        assertEquals(
                2, chart.with("path", "stroke", ChartMark.TRIANGLE.colour()).size());
        assertEquals(
                2, chart.with("path", "fill", ChartMark.TRIANGLE_DOWN.colour()).size());
        assertEquals(
                1,
                chart.with("path", "stroke", ChartMark.TRIANGLE_DOWN.colour()).size());
    }

    @Test
    void curveStopsWhereItLeavesTheSheet() throws Exception {
        Drawing chart = draw(List.of(new Point("B", 30_000, 66, Standing.WITHIN)), List.of());

        // The upper limits for 1,000 children, 500 and 900, lie above an axis that ends at 125: two of three points are
        // left.
        long pieces = chart.with("path", "stroke-dasharray", "6 3").stream()
                .filter(line -> line.getAttribute("d").split("L").length == 2)
                .count();
        assertEquals(2, pieces, "the upper curve and the key");
        assertEquals(3, chart.with("path", "stroke-dasharray", "6 3").size());
    }

    @Test
    void manyNamesAreLeftOutRatherThanLaidOverEachOther() throws Exception {
        List<Point> crowd = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            crowd.add(new Point("Authority number " + k, 50_000 + k, 200, Standing.HIGH_998));
        }
        Drawing chart = draw(crowd, List.of());

        long named = chart.texts().stream()
                .filter(text -> text.startsWith("Authority"))
                .count();
        assertTrue(named >= 1 && named <= 14, "named: " + named);
        assertTrue(chart.words().contains("Authority number 39 200"));
    }

    @Test
    void nothingOneAndAllHiddenAreCharts() throws Exception {
        assertTrue(draw(List.of(), List.of()).says("No rate can be shown"));
        Drawing hidden = draw(List.of(), List.of("Aldermoor", "Barrowdene"));
        assertTrue(hidden.words().contains("Hidden to protect children: Aldermoor and Barrowdene."));
        Drawing zero = Drawing.of(FunnelChart.svg(
                "Funnel", RATE, 0, List.of(new Point("Aldermoor", 100, 0, Standing.WITHIN)), List.of(), List.of(), ""));
        assertTrue(zero.words().contains("of 1 place against"));
    }

    @Test
    void numberThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Point("A", 100, Double.NaN, Standing.WITHIN));
        assertThrows(IllegalArgumentException.class, () -> new Limits(100, 0, Double.POSITIVE_INFINITY, 0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> FunnelChart.svg("Funnel", RATE, Double.NaN, List.of(), List.of(), List.of(), ""));
    }

    private static Drawing draw(List<Point> points, List<String> hidden) throws Exception {
        return Drawing.of(FunnelChart.svg("Funnel", RATE, 66.9, points, CURVE, hidden, "Fictional data."));
    }
}
