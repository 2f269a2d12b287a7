package org.needscape.render;

import java.util.List;
import org.needscape.need.Gradient;
import org.needscape.need.GradientGroup;
import org.needscape.stats.LogLinearGradient;

/**
 * The gradient as a chart: a bar per national decile with its 95 % limits, most deprived first, and the fitted line. Deciles
 * taken together share a wide bar; a hidden decile is hatched and says so in words. Shows {@link Gradient#groups()}, never the
 * single deciles behind them. Drawn for a width of 320 pixels and more.
 */
public final class GradientChart {

    private static final String BAR = "#0a6c74";
    private static final String INK = "#14213d";
    private static final String GRID = "#d5dbe3";
    private static final String FIT = "#b3541e";
    private static final double WIDTH = 360;
    private static final double HEIGHT = 300;
    private static final double LEFT = 44;
    private static final double RIGHT = 354;
    private static final double TOP = 30;
    private static final double BOTTOM = 218;
    private static final double SLOT = (RIGHT - LEFT) / 10;
    private static final double GAP = 3;

    private GradientChart() {}

    /**
     * Draws the chart.
     *
     * @param title what is shown, such as "Children looked after, 2020"
     * @param rateLabel the rate with its unit, such as "Rate per 10,000 children aged 0 to 17"
     * @param gradient what to draw, after small deciles were taken together
     * @return a complete SVG element
     */
    public static String svg(String title, String rateLabel, Gradient gradient) {
        return svg(title, rateLabel, gradient, "");
    }

    /**
     * Draws the chart with what must stand under it.
     *
     * @param title what is shown, such as "Children looked after, 2020"
     * @param rateLabel the rate with its unit, such as "Rate per 10,000 children aged 0 to 17"
     * @param gradient what to draw, after small deciles were taken together
     * @param marking how far the figures may go, in sentences; empty when they are open
     * @return a complete SVG element
     */
    public static String svg(String title, String rateLabel, Gradient gradient, String marking) {
        return svg(title, rateLabel, gradient, Tenths.NATIONAL, marking);
    }

    /**
     * Draws the chart by tenths of something.
     *
     * @param title what is shown, such as "Children looked after, 2020"
     * @param rateLabel the rate with its unit, such as "Rate per 10,000 children aged 0 to 17"
     * @param gradient what to draw, after small deciles were taken together
     * @param tenths what the gradient's deciles are tenths of
     * @param marking how far the figures may go, in sentences; empty when they are open
     * @return a complete SVG element
     */
    public static String svg(String title, String rateLabel, Gradient gradient, Tenths tenths, String marking) {
        Caption caption = new Caption(marking);
        double height = HEIGHT + caption.height();
        List<GradientGroup> groups = gradient.groups();
        double highest = groups.stream()
                .mapToDouble(group -> group.upper().number().orElse(0))
                .max()
                .orElse(0);
        RateAxis axis = RateAxis.covering(highest, TOP, BOTTOM);
        SvgText svg = new SvgText();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + SvgText.number(WIDTH) + " " + SvgText.number(height),
                "role",
                "img",
                "aria-labelledby",
                "gradient-title gradient-desc",
                "font-family",
                "system-ui, sans-serif",
                "font-size",
                13,
                "fill",
                INK);
        svg.leaf("title", title, "id", "gradient-title");
        svg.leaf(
                "desc",
                (GradientInWords.describe(rateLabel, gradient, tenths) + " " + marking).strip(),
                "id",
                "gradient-desc");
        svg.empty("rect", "width", WIDTH, "height", height, "fill", "#ffffff");
        drawHatch(svg);
        drawAxis(svg, rateLabel, axis);
        for (GradientGroup group : groups) {
            drawGroup(svg, group, axis);
        }
        gradient.fit().ifPresent(fit -> drawFit(svg, groups, fit, axis));
        for (GradientGroup group : groups) {
            drawLimits(svg, group, axis);
        }
        drawDirection(svg, tenths);
        drawLegend(svg, groups, gradient.fit().isPresent());
        caption.draw(svg, 4, HEIGHT);
        return svg.close("svg").toString();
    }

    private static void drawHatch(SvgText svg) {
        svg.open("defs")
                .open(
                        "pattern",
                        "id",
                        "gradient-hidden",
                        "width",
                        6,
                        "height",
                        6,
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(45)")
                .empty("rect", "width", 6, "height", 6, "fill", "#f3f5f8")
                .empty("line", "x1", 0, "y1", 0, "x2", 0, "y2", 6, "stroke", "#8a94a6", "stroke-width", 2)
                .close("pattern")
                .close("defs");
    }

    private static void drawAxis(SvgText svg, String rateLabel, RateAxis axis) {
        svg.leaf("text", rateLabel, "x", 4, "y", 15, "font-size", 13, "font-weight", 600);
        for (int k = 0; k <= axis.steps(); k++) {
            double y = axis.pixel(k * axis.step());
            svg.empty(
                    "line",
                    "x1",
                    LEFT,
                    "x2",
                    RIGHT,
                    "y1",
                    y,
                    "y2",
                    y,
                    "stroke",
                    k == 0 ? INK : GRID,
                    "stroke-width",
                    1);
            svg.leaf("text", axis.tick(k * axis.step()), "x", LEFT - 5, "y", y + 4, "text-anchor", "end");
        }
    }

    private static void drawGroup(SvgText svg, GradientGroup group, RateAxis axis) {
        double left = LEFT + SLOT * (group.firstDecile() - 1) + GAP;
        double width = SLOT * (group.lastDecile() - group.firstDecile() + 1) - 2 * GAP;
        double centre = centre(group);
        svg.leaf("text", group.label().replace('-', '\u2013'), "x", centre, "y", BOTTOM + 16, "text-anchor", "middle");
        if (!group.ratePer10000().isKnown()) {
            svg.empty(
                    "rect",
                    "x",
                    left,
                    "y",
                    TOP,
                    "width",
                    width,
                    "height",
                    BOTTOM - TOP,
                    "fill",
                    "url(#gradient-hidden)",
                    "stroke",
                    "#8a94a6",
                    "stroke-width",
                    1);
            double middle = (TOP + BOTTOM) / 2;
            svg.empty("rect", "x", centre - 8, "y", middle - 28, "width", 16, "height", 56, "rx", 3, "fill", "#ffffff");
            svg.leaf(
                    "text",
                    "hidden",
                    "x",
                    centre,
                    "y",
                    middle,
                    "text-anchor",
                    "middle",
                    "dominant-baseline",
                    "central",
                    "transform",
                    "rotate(-90 " + SvgText.number(centre) + " " + SvgText.number(middle) + ")");
            return;
        }
        double top = axis.pixel(group.ratePer10000().number().orElseThrow());
        svg.empty("rect", "x", left, "y", top, "width", width, "height", BOTTOM - top, "fill", BAR);
    }

    private static void drawLimits(SvgText svg, GradientGroup group, RateAxis axis) {
        if (group.ratePer10000().isKnown()) {
            double high = axis.pixel(group.upper().number().orElseThrow());
            double low = axis.pixel(group.lower().number().orElseThrow());
            drawLimits(svg, centre(group), high, low, "#ffffff", 3);
            drawLimits(svg, centre(group), high, low, INK, 1.5);
        }
    }

    /** Where the middle of a group's bar lies. */
    private static double centre(GradientGroup group) {
        return LEFT + SLOT * (group.firstDecile() - 1 + group.lastDecile()) / 2;
    }

    /** A vertical line with caps; drawn in white underneath too, so that it is seen on the bar. */
    private static void drawLimits(SvgText svg, double x, double high, double low, String colour, double width) {
        String path = "M" + SvgText.number(x - 4) + " " + SvgText.number(high) + "H" + SvgText.number(x + 4) + "M"
                + SvgText.number(x) + " " + SvgText.number(high) + "V" + SvgText.number(low) + "M"
                + SvgText.number(x - 4) + " " + SvgText.number(low) + "H" + SvgText.number(x + 4);
        svg.empty("path", "d", path, "fill", "none", "stroke", colour, "stroke-width", width);
    }

    private static void drawFit(SvgText svg, List<GradientGroup> groups, LogLinearGradient fit, RateAxis axis) {
        double[] midpoints = LogLinearGradient.midpoints(
                groups.stream().mapToDouble(GradientGroup::population).toArray());
        StringBuilder points = new StringBuilder();
        for (int k = 0; k < midpoints.length; k++) {
            double x = centre(groups.get(k));
            points.append(k == 0 ? "" : " ")
                    .append(SvgText.number(x))
                    .append(',')
                    .append(SvgText.number(axis.pixel(fit.ratePer10000At(midpoints[k]))));
        }
        svg.empty(
                "polyline",
                "points",
                points,
                "fill",
                "none",
                "stroke",
                "#ffffff",
                "stroke-width",
                5,
                "stroke-linejoin",
                "round");
        svg.empty(
                "polyline",
                "points",
                points,
                "fill",
                "none",
                "stroke",
                FIT,
                "stroke-width",
                2.5,
                "stroke-linejoin",
                "round",
                "stroke-dasharray",
                "7 3");
    }

    private static void drawDirection(SvgText svg, Tenths tenths) {
        double y = BOTTOM + 35;
        svg.leaf("text", tenths.most(), "x", LEFT, "y", y);
        svg.leaf("text", tenths.least(), "x", RIGHT, "y", y, "text-anchor", "end");
    }

    private static void drawLegend(SvgText svg, List<GradientGroup> groups, boolean fitted) {
        double y = BOTTOM + 62;
        svg.empty("rect", "x", LEFT, "y", y - 10, "width", 12, "height", 12, "fill", BAR);
        svg.leaf("text", "Rate", "x", LEFT + 17, "y", y);
        drawLimits(svg, LEFT + 69, y - 11, y + 3, INK, 1.5);
        svg.leaf("text", "95 % limits", "x", LEFT + 79, "y", y);
        if (fitted) {
            svg.empty(
                    "line",
                    "x1",
                    LEFT + 162,
                    "x2",
                    LEFT + 190,
                    "y1",
                    y - 4,
                    "y2",
                    y - 4,
                    "stroke",
                    FIT,
                    "stroke-width",
                    2.5,
                    "stroke-dasharray",
                    "7 3");
            svg.leaf("text", "Fitted gradient", "x", LEFT + 196, "y", y);
        } else if (groups.stream().anyMatch(group -> !group.ratePer10000().isKnown())) {
            svg.empty(
                    "rect",
                    "x",
                    LEFT + 162,
                    "y",
                    y - 10,
                    "width",
                    12,
                    "height",
                    12,
                    "fill",
                    "url(#gradient-hidden)",
                    "stroke",
                    "#8a94a6");
            svg.leaf("text", "Hidden", "x", LEFT + 180, "y", y);
        }
    }
}
