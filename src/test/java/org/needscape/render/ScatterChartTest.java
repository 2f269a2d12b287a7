package org.needscape.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.needscape.render.ScatterChart.Fitted;
import org.needscape.render.ScatterChart.Point;

class ScatterChartTest {

    private static final String SCORE = "Average score (IMD 2019), higher = more deprived";
    private static final String RATE = "Rate per 10,000 children aged 0 to 17";

    @Test
    void chosenAuthoritiesAreNamedAndTheOthersAreNot() throws Exception {
        Drawing chart = draw(
                List.of(
                        new Point("Northshire", 22.4, 61.5, true),
                        new Point("Eastborough", 35, 110, false),
                        new Point("Westmere", 12, 40, true)),
                List.of(new Fitted(40, 120), new Fitted(10, 35)),
                List.of("Southdale"));

        assertTrue(chart.says("Northshire") && chart.says("Westmere"));
        assertFalse(chart.says("Eastborough"));
        assertEquals(
                RATE + " of 3 authorities against deprivation: " + SCORE + ". Northshire: score 22.4, rate 61.5. "
                        + "Westmere: score 12, rate 40. The fitted curve runs from 35 at a score of 10 to 120 at a score "
                        + "of 40. Hidden to protect children: Southdale.",
                chart.words());
        assertEquals(3, chart.with("path", "fill", ChartMark.DIAMOND.colour()).size());
    }

    @Test
    void withoutAFitThereIsNoCurveAndNoKeyOfIt() throws Exception {
        Drawing chart = draw(List.of(new Point("Northshire", 22.4, 0, true)), List.of(), List.of());

        assertFalse(chart.says("Expected at that deprivation"));
        assertEquals(0, chart.with("path", "stroke-dasharray", "7 3").size());
    }

    @Test
    void nothingAndAllHiddenAreCharts() throws Exception {
        Drawing chart = draw(List.of(), List.of(), List.of("Southdale"));

        assertTrue(chart.says("No rate can be shown"));
        assertTrue(chart.says("Hidden to protect children: Southdale."));
    }

    @Test
    void longNamesAreCutAndTooLongAxisLabelsToo() throws Exception {
        Drawing chart = Drawing.of(ScatterChart.svg(
                "Scatter",
                SCORE.repeat(2),
                RATE.repeat(2),
                List.of(new Point("Bournemouth, Christchurch and Poole with all their surroundings", 80, 100, true)),
                List.of(),
                List.of(),
                "Official."));

        assertTrue(chart.texts().stream().anyMatch(text -> text.startsWith("Bournemouth") && text.endsWith("\u2026")));
    }

    @Test
    void numberThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Point("A", Double.NaN, 1, true));
        assertThrows(IllegalArgumentException.class, () -> new Fitted(1, -1));
    }

    private static Drawing draw(List<Point> points, List<Fitted> curve, List<String> hidden) throws Exception {
        return Drawing.of(ScatterChart.svg("Scatter", SCORE, RATE, points, curve, hidden, ""));
    }
}
