package org.needscape.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.ValueState;
import org.needscape.render.WhatIfChart.Row;
import org.w3c.dom.Element;

class WhatIfChartTest {

    private static final String FEWER = "Fewer children looked after";
    private static final String BAR = "#0a6c74";

    @Test
    void barsAreInProportionAndSaid() throws Exception {
        Drawing chart = draw(
                new Row("gradient a quarter flatter", WithLimits.of(60, 40, 80)),
                new Row("every tenth as the least deprived", WithLimits.of(240, 200, 280)));

        List<Element> bars = chart.with("rect", "fill", BAR);
        assertEquals(
                4,
                Double.parseDouble(bars.get(1).getAttribute("width"))
                        / Double.parseDouble(bars.get(0).getAttribute("width")),
                0.01);
        assertEquals(
                FEWER + ", with 95 % limits. gradient a quarter flatter: 60 (40 to 80). "
                        + "every tenth as the least deprived: 240 (200 to 280).",
                chart.words());
        assertTrue(chart.says("gradient a quarter flatter: 60 (40 to 80)"));
        assertTrue(chart.says("95 % limits"));
    }

    @Test
    void moreChildrenThanNowLieOnTheOtherSideOfZero() throws Exception {
        Drawing chart = draw(new Row("half as steep", WithLimits.of(-10, -30, 10)));

        Element bar = chart.with("rect", "fill", BAR).get(0);
        List<Element> zero = chart.with("path", "stroke", "#14213d");
        assertTrue(
                zero.get(0).getAttribute("d").startsWith("M" + SvgText.number(right(bar)) + ","),
                zero.get(0).getAttribute("d"));
        assertTrue(chart.words().contains("half as steep: \u221210 (\u221230 to 10)."), chart.words());
    }

    @Test
    void hiddenRowIsHatchedNothingIsSaid() throws Exception {
        Drawing hidden = draw(new Row("half as steep", WithLimits.unknown(ValueState.SUPPRESSED)));

        assertEquals(1, hidden.hiddenBoxes());
        assertTrue(hidden.says("half as steep: hidden to protect children"));
        assertTrue(draw().says("Nothing can be shown"));
    }

    @Test
    void longLabelsAndMarkingStayOnTheSheet() throws Exception {
        Drawing chart = Drawing.of(WhatIfChart.svg(
                "What if",
                FEWER,
                List.of(new Row(
                        "a supposition that takes many more words than fit a line ".repeat(2), WithLimits.exact(1))),
                "Fictional data: not real children."));

        assertTrue(
                chart.texts().stream().anyMatch(text -> text.endsWith("\u2026: 1")),
                chart.texts().toString());
        assertTrue(chart.says("Fictional data: not real children."));
    }

    private static double right(Element bar) {
        return Double.parseDouble(bar.getAttribute("x")) + Double.parseDouble(bar.getAttribute("width"));
    }

    private static Drawing draw(Row... rows) throws Exception {
        return Drawing.of(WhatIfChart.svg("What if", FEWER, List.of(rows), ""));
    }
}
