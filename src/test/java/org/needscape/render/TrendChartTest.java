package org.needscape.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.ValueState;
import org.needscape.render.TrendChart.Series;
import org.needscape.render.TrendChart.Step;

class TrendChartTest {

    private static final String RATE = "Rate per 10,000 children aged 0 to 17";

    @Test
    void readersWhoDoNotSeeItGetEveryPeriodAndTheBreak() throws Exception {
        Drawing chart = draw(new Series(
                "Northshire",
                List.of(
                        new Step("2022", WithLimits.of(61.2, 55.1, 67.8), false),
                        new Step("2023", WithLimits.unknown(ValueState.SUPPRESSED), false),
                        new Step("2024", WithLimits.of(70.4, 64, 77.3), true))));

        assertEquals(
                RATE + " by period. Northshire: 2022 61.2 (55.1 to 67.8); 2023 hidden to protect children; "
                        + "2024, after a break in the series, 70.4 (64 to 77.3).",
                chart.words());
        assertEquals(1, chart.hiddenBoxes());
    }

    @Test
    void breakIsAGapInTheLineAndADashedUprightWithTheWord() throws Exception {
        Drawing whole = draw(series("Northshire", false, 10, 20, 30, 40));
        Drawing broken = draw(series("Northshire", true, 10, 20, 30, 40));

        assertEquals(List.of(4), lines(whole));
        assertEquals(List.of(2, 2), lines(broken));
        assertTrue(broken.says("break"));
        assertEquals(1, broken.with("path", "stroke-dasharray", "3 3").size());
        assertEquals(0, whole.with("path", "stroke-dasharray", "3 3").size());
    }

    @Test
    void unknownPeriodIsAGapAndNotAZero() throws Exception {
        Drawing chart = draw(new Series(
                "Northshire",
                List.of(
                        new Step("2021", WithLimits.exact(10), false),
                        new Step("2022", WithLimits.exact(11), false),
                        new Step("2023", WithLimits.unknown(ValueState.NOT_AVAILABLE), false),
                        new Step("2024", WithLimits.exact(12), false))));

        assertEquals(List.of(2), lines(chart));
        assertEquals(3, chart.with("path", "fill", ChartMark.CIRCLE.colour()).size());
        assertTrue(chart.words().contains("2023 not available"), chart.words());
    }

    @Test
    void seriesAreKeyedOnlyWhereThereAreSeveral() throws Exception {
        assertTrue(!draw(series("Northshire", false, 1, 2)).says("Northshire"));
        Drawing two = draw(series("Northshire", false, 1, 2), series("England", false, 2, 3));
        assertTrue(two.says("Northshire") && two.says("England"));
    }

    @Test
    void slopesBelowZeroHaveAnAxis() throws Exception {
        Drawing chart = draw(series("Northshire", false, -80, -60, -20));

        assertTrue(chart.says("0") && chart.says("\u221280"), chart.texts().toString());
        assertTrue(chart.words().contains("2002 \u221260"), chart.words());
    }

    @Test
    void manyPeriodsAreNamedAsFarAsTheyFitAndTheLastAlways() throws Exception {
        Drawing chart = draw(series("Northshire", false, new double[24]));

        assertTrue(chart.says("2024"));
        assertTrue(!chart.says("2023"));
        Drawing years = Drawing.of(TrendChart.svg(
                "Trend",
                RATE,
                List.of(new Series(
                        "Northshire",
                        IntStream.range(10, 22)
                                .mapToObj(
                                        k -> new Step("20" + k + "-" + (k + 1), WithLimits.exact(123_456 + k), k == 11))
                                .toList())),
                "Fictional data."));
        assertTrue(years.says("2021-22"));
    }

    @Test
    void nothingAndAllHiddenAreCharts() throws Exception {
        assertTrue(draw().says("No figure can be shown"));
        Drawing hidden = draw(
                new Series("Northshire", List.of(new Step("2024", WithLimits.unknown(ValueState.SUPPRESSED), false))));
        assertTrue(hidden.says("No figure can be shown") && hidden.says("Hidden to protect children"));
        assertEquals(1, hidden.hiddenBoxes());
    }

    @Test
    void seventhSeriesIsRefused() {
        List<Series> seven = Collections.nCopies(7, series("Northshire", false, 1));

        assertThrows(IllegalArgumentException.class, () -> TrendChart.svg("Trend", RATE, seven, ""));
    }

    /** How many points each piece of the first series' line has. */
    private static List<Integer> lines(Drawing chart) {
        return chart.with("path", "stroke-width", "1.8").stream()
                .map(line -> line.getAttribute("d").split("L").length)
                .toList();
    }

    private static Drawing draw(Series... series) throws Exception {
        return Drawing.of(TrendChart.svg("Trend", RATE, List.of(series), ""));
    }

    /** Values of 2001, 2002 ..., with a break before the third where asked for. */
    private static Series series(String name, boolean broken, double... values) {
        return new Series(
                name,
                IntStream.range(0, values.length)
                        .mapToObj(k ->
                                new Step(Integer.toString(2001 + k), WithLimits.exact(values[k]), broken && k == 2))
                        .toList());
    }
}
