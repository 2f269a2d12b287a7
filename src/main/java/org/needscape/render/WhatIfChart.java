package org.needscape.render;

import java.util.List;
import java.util.stream.Stream;

/**
 * What would be avoided if the gradient were flatter: a bar with its 95 % limits for each supposition, which is written over it.
 * Drawn for a width of 320 pixels and more.
 */
public final class WhatIfChart {

    private static final double LEFT = 12;
    private static final double TOP = 30;
    private static final double ROW = 44;
    private static final double BAR = 14;
    private static final String FILL = "#0a6c74";

    private WhatIfChart() {}

    /**
     * A supposition and what it comes to.
     *
     * @param label what is supposed, such as "gradient a quarter flatter"
     * @param avoided how many fewer children there would be; below 0 where there would be more
     */
    public record Row(String label, WithLimits avoided) {}

    /**
     * Draws the chart.
     *
     * @param title what is shown, such as "If the gradient were flatter: children looked after, 2024"
     * @param valueLabel the quantity with its unit, such as "Fewer children looked after"
     * @param rows in the order in which they are drawn
     * @param marking how far the figures may go, in sentences; empty when they are open
     * @return a complete SVG element
     */
    public static String svg(String title, String valueLabel, List<Row> rows, String marking) {
        Caption marked = new Caption(marking);
        double bottom = TOP + ROW * Math.max(rows.size(), 1);
        boolean limits = rows.stream().anyMatch(row -> row.avoided().hasLimits());
        boolean hidden = rows.stream().anyMatch(row -> row.avoided().isHidden());
        double key = bottom + 44;
        double captions = key + (limits || hidden ? ChartSheet.ROW : 0) + 4;
        ChartSheet sheet =
                new ChartSheet("what-if", title, words(valueLabel, rows) + " " + marking, captions + marked.height());
        sheet.defineHatch();
        List<Double> values = rows.stream()
                .map(Row::avoided)
                .filter(WithLimits::isKnown)
                .flatMap(value -> Stream.of(value.low(), value.number(), value.high()))
                .toList();
        RateAxis axis = RateAxis.covering(
                values.stream().min(Double::compare).orElse(0.0),
                values.stream().max(Double::compare).orElse(0.0),
                ChartSheet.RIGHT - 14,
                LEFT);
        sheet.heading(valueLabel);
        for (double mark : axis.marks()) {
            double x = axis.pixel(mark);
            sheet.line(x, TOP - 6, x, bottom, mark == 0 ? ChartSheet.INK : ChartSheet.GRID, 1, "");
            sheet.textWithin(axis.tick(mark), x, bottom + 16, ChartSheet.FONT_SIZE);
        }
        if (rows.isEmpty()) {
            sheet.nothing("Nothing can be shown", TOP, bottom);
        }
        for (int k = 0; k < rows.size(); k++) {
            drawRow(sheet, axis, rows.get(k), TOP + ROW * k);
        }
        sheet.keyOfLimits(limits, hidden, key);
        sheet.caption(marked, captions);
        return sheet.close();
    }

    private static void drawRow(ChartSheet sheet, RateAxis axis, Row row, double top) {
        WithLimits avoided = row.avoided();
        String figures = ": " + avoided.inWords();
        double room = ChartSheet.RIGHT - LEFT - 4 - TextSize.width(figures, ChartSheet.SMALL_SIZE);
        String label = TextSize.cut(row.label(), room, ChartSheet.SMALL_SIZE) + figures;
        sheet.label(label, LEFT + 4, top + 11);
        double zero = axis.pixel(0);
        if (avoided.isHidden()) {
            sheet.hidden(zero, top + 19, 40, BAR);
        } else if (avoided.isKnown()) {
            double end = axis.pixel(avoided.number());
            sheet.box(Math.min(zero, end), top + 19, Math.abs(end - zero), BAR, FILL);
            if (avoided.hasLimits()) {
                sheet.levelLimits(
                        axis.pixel(avoided.low()), axis.pixel(avoided.high()), top + 19 + BAR / 2, ChartSheet.INK);
            }
        }
    }

    private static String words(String valueLabel, List<Row> rows) {
        StringBuilder words = new StringBuilder(valueLabel).append(", with 95 % limits.");
        rows.forEach(row -> words.append(' ')
                .append(row.label())
                .append(": ")
                .append(row.avoided().inWords())
                .append('.'));
        return words.append(rows.isEmpty() ? " Nothing can be shown." : "").toString();
    }
}
