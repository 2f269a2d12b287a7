package org.needscape.render;

import java.util.List;

/** The marks of up to six series of a chart. They differ by shape and dash, so that colour is not needed to tell them apart. */
enum ChartMark {
    CIRCLE("#0a6c74", "") {
        @Override
        String path(double r) {
            return "m" + n(-r) + ",0a" + n(r) + "," + n(r) + " 0 1 0 " + n(2 * r) + ",0a" + n(r) + "," + n(r)
                    + " 0 1 0 " + n(-2 * r) + ",0z";
        }
    },
    SQUARE("#b3541e", "7 3") {
        @Override
        String path(double r) {
            double half = 0.9 * r;
            return "m" + n(-half) + "," + n(-half) + "h" + n(2 * half) + "v" + n(2 * half) + "h" + n(-2 * half) + "z";
        }
    },
    TRIANGLE("#4b2e83", "2 3") {
        @Override
        String path(double r) {
            return "m0," + n(-1.2 * r) + "l" + n(1.15 * r) + "," + n(2 * r) + "h" + n(-2.3 * r) + "z";
        }
    },
    DIAMOND("#8a1c4a", "10 3 2 3") {
        @Override
        String path(double r) {
            double half = 1.25 * r;
            return "m0," + n(-half) + "l" + n(half) + "," + n(half) + "l" + n(-half) + "," + n(half) + "l" + n(-half)
                    + "," + n(-half) + "z";
        }
    },
    TRIANGLE_DOWN("#3d5c12", "4 2") {
        @Override
        String path(double r) {
            return "m0," + n(1.2 * r) + "l" + n(1.15 * r) + "," + n(-2 * r) + "h" + n(-2.3 * r) + "z";
        }
    },
    PLUS("#14213d", "1 2") {
        @Override
        String path(double r) {
            double arm = 0.4 * r;
            double rest = 0.85 * r;
            return "m" + n(-arm) + "," + n(-arm - rest) + "h" + n(2 * arm) + "v" + n(rest) + "h" + n(rest) + "v"
                    + n(2 * arm)
                    + "h" + n(-rest) + "v" + n(rest) + "h" + n(-2 * arm) + "v" + n(-rest) + "h" + n(-rest) + "v"
                    + n(-2 * arm) + "h" + n(rest) + "z";
        }
    };

    /** The marks in the order in which series take them. */
    static final List<ChartMark> IN_ORDER = List.of(values());

    private final String colour;
    private final String dash;

    ChartMark(String colour, String dash) {
        this.colour = colour;
        this.dash = dash;
    }

    String colour() {
        return colour;
    }

    /** The dash pattern of its line; empty for a line without gaps. */
    String dash() {
        return dash;
    }

    /** The outline about the current point, for a mark of this radius. */
    abstract String path(double radius);

    /** Draws it filled with its colour. */
    void draw(ChartSheet sheet, double x, double y, double radius) {
        sheet.path("M" + n(x) + "," + n(y) + path(radius), colour, ChartSheet.PAPER, 1);
    }

    /** Draws it as an outline in a colour, filled with the colour of the paper. */
    void drawHollow(ChartSheet sheet, double x, double y, double radius, String outline) {
        sheet.path("M" + n(x) + "," + n(y) + path(radius), ChartSheet.PAPER, outline, 1.3);
    }

    private static String n(double value) {
        return SvgText.number(value);
    }
}
