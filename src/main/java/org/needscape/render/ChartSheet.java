package org.needscape.render;

import java.util.ArrayList;
import java.util.List;

/**
 * The sheet that a chart is drawn on, 360 pixels wide: its title and description for readers who do not see it, and the strokes
 * that charts share. Identifiers in it are made of the kind and the title, so that several charts can stand in one page.
 */
final class ChartSheet {

    static final String INK = "#14213d";
    static final String PAPER = "#ffffff";
    static final String GRID = "#d5dbe3";
    static final String MUTED = "#59657a";
    static final double WIDTH = 360;
    static final double RIGHT = 354;
    static final double FONT_SIZE = 13;
    static final double SMALL_SIZE = 12;
    static final double ROW = 18;
    private static final double LEAST_LEFT = 44;

    private final SvgText svg = new SvgText();
    private final String id;

    /**
     * Opens a sheet.
     *
     * @param kind one word, such as {@code funnel}
     * @param title what is shown
     * @param words all that the chart shows, in sentences
     * @param height in pixels
     */
    ChartSheet(String kind, String title, String words, double height) {
        id = kind + "-" + Integer.toHexString((title + words).hashCode());
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + SvgText.number(WIDTH) + " " + SvgText.number(height),
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc",
                "font-family",
                "system-ui, sans-serif",
                "font-size",
                FONT_SIZE,
                "fill",
                INK);
        svg.leaf("title", title, "id", id + "-title").leaf("desc", words.strip(), "id", id + "-desc");
        svg.empty("rect", "width", WIDTH, "height", height, "fill", PAPER);
    }

    /** Ends the sheet. @return the complete SVG element */
    String close() {
        return svg.close("svg").toString();
    }

    /** Where a plot starts so that the ticks of its upright axis stand beside it. */
    static double leftOf(ChartAxis axis) {
        return Math.max(LEAST_LEFT, axis.tickWidth(FONT_SIZE) + 9);
    }

    /** The hatch that stands for hidden values; must be called before {@link #hidden}. */
    void defineHatch() {
        svg.open("defs")
                .open("pattern", "id", id + "-hidden", "width", 5, "height", 5, "patternUnits", "userSpaceOnUse")
                .empty("rect", "width", 5, "height", 5, "fill", "#f3f5f8")
                .empty("path", "d", "M0,5L5,0", "stroke", MUTED, "stroke-width", 1.5)
                .close("pattern")
                .close("defs");
    }

    /** A hatched box, which stands for a hidden value. */
    void hidden(double x, double y, double width, double height) {
        svg.empty(
                "rect",
                "x",
                x,
                "y",
                y,
                "width",
                width,
                "height",
                height,
                "fill",
                "url(#" + id + "-hidden)",
                "stroke",
                MUTED,
                "stroke-width",
                1);
    }

    /** The heading over an upright axis, and a line across the plot at every mark. */
    void upright(ChartAxis axis, String label, double left) {
        heading(label);
        for (double mark : axis.marks()) {
            double y = axis.pixel(mark);
            line(left, y, RIGHT, y, mark == 0 ? INK : GRID, 1, "");
            text(axis.tick(mark), left - 5, y + 4, "end", FONT_SIZE);
        }
    }

    /** The marks of an axis along the bottom, and its label under them. */
    void along(ChartAxis axis, String label, double y) {
        for (double mark : axis.marks()) {
            double x = axis.pixel(mark);
            line(x, y, x, y + 4, INK, 1, "");
            textWithin(axis.tick(mark), x, y + 17, FONT_SIZE);
        }
        text(TextSize.cut(label, RIGHT - 4, SMALL_SIZE), RIGHT, y + 35, "end", SMALL_SIZE);
    }

    /** What the upright side shows, above the plot. */
    void heading(String label) {
        String fitting = TextSize.cut(label, WIDTH - 8, FONT_SIZE);
        svg.leaf("text", fitting, "x", 4, "y", 15, "font-size", FONT_SIZE, "font-weight", 600);
    }

    /** A text; {@code anchor} is start, middle or end. */
    void text(String content, double x, double y, String anchor, double fontSize) {
        svg.leaf("text", content, "x", x, "y", y, "text-anchor", anchor, "font-size", fontSize);
    }

    /** A text with a pale edge, so that it is read across lines and marks; starts at {@code x}. */
    void label(String content, double x, double y) {
        svg.leaf(
                "text",
                content,
                "x",
                x,
                "y",
                y,
                "font-size",
                SMALL_SIZE,
                "stroke",
                PAPER,
                "stroke-width",
                3,
                "stroke-linejoin",
                "round",
                "paint-order",
                "stroke");
    }

    /** A text about a middle, moved so far that it stays on the sheet. */
    void textWithin(String content, double middle, double y, double fontSize) {
        double half = TextSize.width(content, fontSize) / 2;
        text(content, Math.max(half + 2, Math.min(middle, WIDTH - half - 2)), y, "middle", fontSize);
    }

    /** Says in the middle of the plot that nothing is drawn in it. */
    void nothing(String why, double top, double bottom) {
        textWithin(why, WIDTH / 2, (top + bottom) / 2, FONT_SIZE);
    }

    void line(double x1, double y1, double x2, double y2, String colour, double width, String dash) {
        path(
                "M" + SvgText.number(x1) + "," + SvgText.number(y1) + "L" + SvgText.number(x2) + ","
                        + SvgText.number(y2),
                "none",
                colour,
                width,
                dash);
    }

    /** A line through points, with a pale edge so that it is seen on others; nothing for fewer than two points. */
    void curve(List<Point> points, String colour, double width, String dash) {
        if (points.size() > 1) {
            List<String> places = new ArrayList<>();
            points.forEach(point -> places.add(SvgText.number(point.x()) + "," + SvgText.number(point.y())));
            path("M" + String.join("L", places), "none", PAPER, width + 2, "");
            path("M" + String.join("L", places), "none", colour, width, dash);
        }
    }

    /** An upright line with caps from the upper to the lower limit, pale underneath so that it is seen on a mark. */
    void limits(double x, double high, double low, String colour) {
        String middle = SvgText.number(x);
        String path = "M" + SvgText.number(x - 2.5) + "," + SvgText.number(high) + "h5M" + middle + ","
                + SvgText.number(high) + "V" + SvgText.number(low) + "M" + SvgText.number(x - 2.5) + ","
                + SvgText.number(low) + "h5";
        path(path, "none", colour, 1.2);
    }

    /** A level line with caps between two limits, on a pale one. */
    void levelLimits(double left, double right, double y, String colour) {
        String path = "M" + SvgText.number(left) + "," + SvgText.number(y - 4) + "v8M" + SvgText.number(left) + ","
                + SvgText.number(y) + "H" + SvgText.number(right) + "M" + SvgText.number(right) + ","
                + SvgText.number(y - 4) + "v8";
        path(path, "none", PAPER, 3.5);
        path(path, "none", colour, 1.5);
    }

    void box(double x, double y, double width, double height, String fill) {
        svg.empty("rect", "x", x, "y", y, "width", width, "height", height, "fill", fill);
    }

    void path(String path, String fill, String stroke, double width) {
        path(path, fill, stroke, width, "");
    }

    private void path(String path, String fill, String stroke, double width, String dash) {
        if (dash.isEmpty()) {
            svg.empty("path", "d", path, "fill", fill, "stroke", stroke, "stroke-width", width);
        } else {
            svg.empty(
                    "path", "d", path, "fill", fill, "stroke", stroke, "stroke-width", width, "stroke-dasharray", dash);
        }
    }

    /** A row of the key: a piece of the line with its mark, and what it stands for. */
    void key(ChartMark mark, String name, double y) {
        line(6, y - 4, 40, y - 4, mark.colour(), 2, mark.dash());
        mark.draw(this, 23, y - 4, 4);
        text(TextSize.cut(name, RIGHT - 48, FONT_SIZE), 48, y, "start", FONT_SIZE);
    }

    /** The row of the key that says what the thin lines are and, where some are hidden, the hatch. */
    void keyOfLimits(boolean limits, boolean hidden, double y) {
        if (limits) {
            limits(23, y - 11, y + 3, INK);
            text("95 % limits", 48, y, "start", FONT_SIZE);
        }
        if (hidden) {
            double x = limits ? 134 : 6;
            hidden(x, y - 10, 12, 12);
            text("Hidden to protect children", x + 18, y, "start", FONT_SIZE);
        }
    }

    /** Draws a caption with its first line standing at {@code y}. */
    void caption(Caption caption, double y) {
        caption.draw(svg, 4, y);
    }

    /** A place on the sheet. */
    record Point(double x, double y) {}
}
