package org.needscape.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A funnel plot: the rate of each place against how many children live there, with the rate of all together and the limits within
 * which chance alone would leave 95 % and 99.8 % of places. Places outside are named; their marks differ by shape. Drawn for a
 * width of 320 pixels and more.
 *
 * <p>Spiegelhalter, D. J. (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24, 1185-1202,
 * doi:10.1002/sim.1970.
 */
public final class FunnelChart {

    private static final double TOP = 30;
    private static final double BOTTOM = 246;
    private static final double KEY = BOTTOM + 60;
    private static final int KEY_ROWS = 5;
    private static final int MOST_LABELS = 14;
    private static final double LABEL_WIDTH = 150;
    private static final String CURVE = "#4a5568";

    private FunnelChart() {}

    /** How a place stands to the limits. */
    public enum Standing {
        HIGH_998("above the 99.8 % limit", ChartMark.TRIANGLE, true),
        HIGH_95("above the 95 % limit", ChartMark.TRIANGLE, false),
        WITHIN("within the limits", ChartMark.CIRCLE, false),
        LOW_95("below the 95 % limit", ChartMark.TRIANGLE_DOWN, false),
        LOW_998("below the 99.8 % limit", ChartMark.TRIANGLE_DOWN, true);

        private final String words;
        private final ChartMark mark;
        private final boolean filled;

        Standing(String words, ChartMark mark, boolean filled) {
            this.words = words;
            this.mark = mark;
            this.filled = filled;
        }

        void draw(ChartSheet sheet, double x, double y) {
            if (filled) {
                mark.draw(sheet, x, y, 4.2);
            } else {
                mark.drawHollow(sheet, x, y, 4, this == WITHIN ? ChartSheet.MUTED : mark.colour());
            }
        }
    }

    /**
     * A place whose rate may be shown.
     *
     * @param name as it is written beside its mark
     * @param children how many live there, above 0
     * @param ratePer10000 0 or above
     * @param standing to the limits
     */
    public record Point(String name, double children, double ratePer10000, Standing standing) {
        public Point {
            requireFinite(children, "children");
            requireFinite(ratePer10000, "ratePer10000");
        }
    }

    /**
     * The limits for a number of children, as rates per 10,000.
     *
     * @param children above 0; curves are given in rising order of it
     */
    public record Limits(double children, double lower95, double upper95, double lower998, double upper998) {
        public Limits {
            requireFinite(children, "children");
            requireFinite(lower95, "lower95");
            requireFinite(upper95, "upper95");
            requireFinite(lower998, "lower998");
            requireFinite(upper998, "upper998");
        }
    }

    /**
     * Draws the chart.
     *
     * @param title what is shown, such as "Children looked after, 2024, by district"
     * @param rateLabel the rate with its unit, such as "Rate per 10,000 children aged 0 to 17"
     * @param baselinePer10000 the rate of all places together
     * @param points the places with a rate, in any order
     * @param curve the limits, by rising number of children; empty for none
     * @param hidden the names of places whose rate is hidden
     * @param marking how far the figures may go, in sentences; empty when they are open
     * @return a complete SVG element
     */
    public static String svg(
            String title,
            String rateLabel,
            double baselinePer10000,
            List<Point> points,
            List<Limits> curve,
            List<String> hidden,
            String marking) {
        requireFinite(baselinePer10000, "baselinePer10000");
        Caption said =
                new Caption(hidden.isEmpty() ? "" : "Hidden to protect children: " + ChartWords.list(hidden) + ".");
        Caption marked = new Caption(marking);
        double captions = KEY + ChartSheet.ROW * KEY_ROWS + 4;
        ChartSheet sheet = new ChartSheet(
                "funnel",
                title,
                words(rateLabel, baselinePer10000, points, hidden) + " " + marking,
                captions + said.height() + marked.height());
        double highest =
                Math.max(points.stream().mapToDouble(Point::ratePer10000).max().orElse(0), baselinePer10000 * 1.6);
        double most = Math.max(
                points.stream().mapToDouble(Point::children).max().orElse(0),
                curve.stream().mapToDouble(Limits::children).max().orElse(0));
        RateAxis rates = RateAxis.covering(highest, TOP, BOTTOM);
        double left = ChartSheet.leftOf(rates);
        RateAxis children = RateAxis.covering(most, ChartSheet.RIGHT, left);
        sheet.upright(rates, rateLabel, left);
        sheet.along(children, "Children aged 0 to 17 who live there", BOTTOM);
        Plot plot = new Plot(sheet, rates, children);
        plot.curves(curve);
        double level = rates.pixel(baselinePer10000);
        sheet.line(left, level, ChartSheet.RIGHT, level, ChartSheet.INK, 1.5, "");
        if (points.isEmpty()) {
            sheet.nothing("No rate can be shown", TOP, BOTTOM);
        }
        plot.points(points, baselinePer10000);
        key(sheet, baselinePer10000);
        sheet.caption(said, captions);
        sheet.caption(marked, captions + said.height());
        return sheet.close();
    }

    private static void key(ChartSheet sheet, double baselinePer10000) {
        double y = KEY;
        sheet.line(6, y - 4, 40, y - 4, ChartSheet.INK, 1.5, "");
        sheet.text("All together: " + ChartWords.number(baselinePer10000), 48, y, "start", ChartSheet.FONT_SIZE);
        sheet.line(186, y - 4, 220, y - 4, CURVE, 1.5, "6 3");
        sheet.text("95 % limits", 228, y, "start", ChartSheet.FONT_SIZE);
        sheet.line(186, y + ChartSheet.ROW - 4, 220, y + ChartSheet.ROW - 4, CURVE, 1.5, "1.5 3");
        sheet.text("99.8 % limits", 228, y + ChartSheet.ROW, "start", ChartSheet.FONT_SIZE);
        List<Standing> standings = List.of(Standing.values());
        for (int k = 0; k < standings.size(); k++) {
            double row = y + ChartSheet.ROW * (2 + k / 2);
            double x = k % 2 == 0 ? 12 : 192;
            standings.get(k).draw(sheet, x, row - 4);
            sheet.text(standings.get(k).words, x + 12, row, "start", ChartSheet.SMALL_SIZE);
        }
    }

    private static String words(String rateLabel, double baseline, List<Point> points, List<String> hidden) {
        StringBuilder words = new StringBuilder(rateLabel)
                .append(" of ")
                .append(points.size())
                .append(points.size() == 1 ? " place" : " places")
                .append(" against the number of children. All together: ")
                .append(ChartWords.number(baseline))
                .append('.');
        for (Standing standing : Standing.values()) {
            List<String> named = points.stream()
                    .filter(point -> point.standing() == standing)
                    .map(point -> point.name() + " " + ChartWords.number(point.ratePer10000()))
                    .toList();
            if (!named.isEmpty()) {
                words.append(" Places ")
                        .append(standing.words)
                        .append(": ")
                        .append(ChartWords.list(named))
                        .append('.');
            }
        }
        if (!hidden.isEmpty()) {
            words.append(" Hidden to protect children: ")
                    .append(ChartWords.list(hidden))
                    .append('.');
        }
        return words.toString();
    }

    private static void requireFinite(double value, String name) {
        if (!Double.isFinite(value) || value < 0) {
            throw new IllegalArgumentException(name + " of a funnel must be a number of 0 or more, not " + value + ".");
        }
    }

    /** Where everything lies in one chart. */
    private record Plot(ChartSheet sheet, RateAxis rates, RateAxis children) {

        void curves(List<Limits> curve) {
            curve(curve, Limits::lower998, "1.5 3");
            curve(curve, Limits::upper998, "1.5 3");
            curve(curve, Limits::lower95, "6 3");
            curve(curve, Limits::upper95, "6 3");
        }

        /** A limit, where it lies on the sheet: for few children it is higher than any rate. */
        private void curve(List<Limits> curve, ToDoubleFunction<Limits> limit, String dash) {
            List<ChartSheet.Point> line = curve.stream()
                    .filter(limits -> limit.applyAsDouble(limits) <= rates.highest())
                    .map(limits -> new ChartSheet.Point(
                            children.pixel(limits.children()), rates.pixel(limit.applyAsDouble(limits))))
                    .toList();
            sheet.curve(line, CURVE, 1.5, dash);
        }

        void points(List<Point> points, double baseline) {
            List<Point> outside = new ArrayList<>();
            for (Point point : points) {
                if (point.standing() == Standing.WITHIN) {
                    point.standing().draw(sheet, x(point), y(point));
                } else {
                    outside.add(point);
                }
            }
            LabelSpots spots = new LabelSpots(children.bottom() + 2, ChartSheet.WIDTH - 2, TOP - 8, BOTTOM - 1);
            outside.sort(Comparator.comparingDouble(point -> -distance(point, baseline)));
            for (Point point : outside) {
                point.standing().draw(sheet, x(point), y(point));
                spots.take(x(point), y(point));
            }
            for (Point point : outside.subList(0, Math.min(MOST_LABELS, outside.size()))) {
                String label = TextSize.cut(point.name(), LABEL_WIDTH, ChartSheet.SMALL_SIZE);
                spots.write(sheet, label, x(point), y(point));
            }
        }

        /** How far out of the funnel a place lies: about in standard errors, whose number falls with the root of the children. */
        private static double distance(Point point, double baseline) {
            return Math.abs(point.ratePer10000() - baseline) * Math.sqrt(point.children());
        }

        private double x(Point point) {
            return children.pixel(point.children());
        }

        private double y(Point point) {
            return rates.pixel(point.ratePer10000());
        }
    }
}
