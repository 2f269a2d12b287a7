package org.needscape.render;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Authorities by how deprived they are and by their rate, with the fitted curve: a place above the curve has a higher rate than
 * places of its deprivation. Chosen authorities are filled, larger and named. Drawn for a width of 320 pixels and more.
 */
public final class ScatterChart {

    private static final double TOP = 30;
    private static final double BOTTOM = 246;
    private static final double KEY = BOTTOM + 60;
    private static final double LABEL_WIDTH = 170;
    private static final String FIT = "#b3541e";

    private ScatterChart() {}

    /**
     * An authority whose rate may be shown.
     *
     * @param name as it is written beside its mark
     * @param score its deprivation, higher for more, 0 or above
     * @param ratePer10000 0 or above
     * @param chosen whether it is named
     */
    public record Point(String name, double score, double ratePer10000, boolean chosen) {
        public Point {
            requireFinite(score, "score");
            requireFinite(ratePer10000, "ratePer10000");
        }
    }

    /**
     * A place of the fitted curve.
     *
     * @param score deprivation
     * @param ratePer10000 what is expected at it
     */
    public record Fitted(double score, double ratePer10000) {
        public Fitted {
            requireFinite(score, "score");
            requireFinite(ratePer10000, "ratePer10000");
        }
    }

    /**
     * Draws the chart.
     *
     * @param title what is shown, such as "Children looked after against deprivation, 2024"
     * @param scoreLabel the score with its direction, such as "Average score (IMD 2019), higher = more deprived"
     * @param rateLabel the rate with its unit, such as "Rate per 10,000 children aged 0 to 17"
     * @param points the authorities with a rate, in any order
     * @param curve the fitted curve; empty for none
     * @param hidden the names of authorities whose rate is hidden
     * @param marking how far the figures may go, in sentences; empty when they are open
     * @return a complete SVG element
     */
    public static String svg(
            String title,
            String scoreLabel,
            String rateLabel,
            List<Point> points,
            List<Fitted> curve,
            List<String> hidden,
            String marking) {
        Caption said =
                new Caption(hidden.isEmpty() ? "" : "Hidden to protect children: " + ChartWords.list(hidden) + ".");
        Caption marked = new Caption(marking);
        double captions = KEY + 2 * ChartSheet.ROW + 4;
        ChartSheet sheet = new ChartSheet(
                "scatter",
                title,
                words(scoreLabel, rateLabel, points, curve, hidden) + " " + marking,
                captions + said.height() + marked.height());
        RateAxis rates = RateAxis.covering(
                highest(points.stream().map(Point::ratePer10000), curve.stream().map(Fitted::ratePer10000)),
                TOP,
                BOTTOM);
        double left = ChartSheet.leftOf(rates);
        RateAxis scores = RateAxis.covering(
                highest(points.stream().map(Point::score), curve.stream().map(Fitted::score)), ChartSheet.RIGHT, left);
        sheet.upright(rates, rateLabel, left);
        sheet.along(scores, scoreLabel, BOTTOM);
        if (points.isEmpty()) {
            sheet.nothing("No rate can be shown", TOP, BOTTOM);
        }
        drawPoints(sheet, scores, rates, points, curve);
        key(sheet, !curve.isEmpty());
        sheet.caption(said, captions);
        sheet.caption(marked, captions + said.height());
        return sheet.close();
    }

    private static void drawPoints(
            ChartSheet sheet, RateAxis scores, RateAxis rates, List<Point> points, List<Fitted> curve) {
        for (Point point : points) {
            if (!point.chosen()) {
                ChartMark.CIRCLE.drawHollow(
                        sheet, scores.pixel(point.score()), rates.pixel(point.ratePer10000()), 3, ChartSheet.MUTED);
            }
        }
        List<ChartSheet.Point> line = curve.stream()
                .sorted(Comparator.comparingDouble(Fitted::score))
                .map(fitted -> new ChartSheet.Point(scores.pixel(fitted.score()), rates.pixel(fitted.ratePer10000())))
                .toList();
        sheet.curve(line, FIT, 2.2, "7 3");
        LabelSpots spots = new LabelSpots(scores.bottom() + 2, ChartSheet.WIDTH - 2, TOP - 8, BOTTOM - 1);
        List<Point> chosen = points.stream().filter(Point::chosen).toList();
        for (Point point : chosen) {
            double x = scores.pixel(point.score());
            double y = rates.pixel(point.ratePer10000());
            ChartMark.DIAMOND.draw(sheet, x, y, 4.6);
            spots.take(x, y);
        }
        for (Point point : chosen) {
            String label = TextSize.cut(point.name(), LABEL_WIDTH, ChartSheet.SMALL_SIZE);
            spots.write(sheet, label, scores.pixel(point.score()), rates.pixel(point.ratePer10000()));
        }
    }

    private static void key(ChartSheet sheet, boolean fitted) {
        ChartMark.DIAMOND.draw(sheet, 23, KEY - 4, 4.6);
        sheet.text("Chosen", 48, KEY, "start", ChartSheet.FONT_SIZE);
        ChartMark.CIRCLE.drawHollow(sheet, 140, KEY - 4, 3, ChartSheet.MUTED);
        sheet.text("Other authorities", 156, KEY, "start", ChartSheet.FONT_SIZE);
        if (fitted) {
            double y = KEY + ChartSheet.ROW;
            sheet.line(6, y - 4, 40, y - 4, FIT, 2.2, "7 3");
            sheet.text("Expected at that deprivation", 48, y, "start", ChartSheet.FONT_SIZE);
        }
    }

    private static String words(
            String scoreLabel, String rateLabel, List<Point> points, List<Fitted> curve, List<String> hidden) {
        StringBuilder words = new StringBuilder(rateLabel)
                .append(" of ")
                .append(points.size())
                .append(points.size() == 1 ? " authority" : " authorities")
                .append(" against deprivation: ")
                .append(scoreLabel)
                .append('.');
        points.stream().filter(Point::chosen).forEach(point -> words.append(' ')
                .append(point.name())
                .append(": score ")
                .append(ChartWords.number(point.score()))
                .append(", rate ")
                .append(ChartWords.number(point.ratePer10000()))
                .append('.'));
        if (curve.size() > 1) {
            List<Fitted> sorted = curve.stream()
                    .sorted(Comparator.comparingDouble(Fitted::score))
                    .toList();
            words.append(" The fitted curve runs from ")
                    .append(end(sorted.get(0)))
                    .append(" to ")
                    .append(end(sorted.get(sorted.size() - 1)))
                    .append('.');
        }
        if (!hidden.isEmpty()) {
            words.append(" Hidden to protect children: ")
                    .append(ChartWords.list(hidden))
                    .append('.');
        }
        return words.toString();
    }

    private static String end(Fitted fitted) {
        return ChartWords.number(fitted.ratePer10000()) + " at a score of " + ChartWords.number(fitted.score());
    }

    private static double highest(Stream<Double> first, Stream<Double> second) {
        return Stream.concat(first, second).max(Double::compare).orElse(0.0);
    }

    private static void requireFinite(double value, String name) {
        if (!Double.isFinite(value) || value < 0) {
            throw new IllegalArgumentException(
                    name + " of a scatter must be a number of 0 or more, not " + value + ".");
        }
    }
}
