package org.needscape.render;

import java.util.List;

/**
 * A map of areas of which some are marked, for print: those are hatched, have a thick border and a label, so that they are told apart
 * without colour. North is up.
 */
public final class MarkedAreasMap {

    private static final double WIDTH = 680;
    private static final double MOST_HEIGHT = 620;
    private static final double MARGIN = 6;
    private static final double LEGEND = 30;

    /** Corners nearer to each other than this are one on paper. */
    private static final double LEAST_STEP = 0.4;

    private static final double LABEL_SIZE = 15;

    private final List<MapShape> shapes;
    private final SvgText svg = new SvgText();
    private double west = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private final double pixelsPerMetre;

    private MarkedAreasMap(List<MapShape> shapes) {
        this.shapes = shapes;
        shapes.stream()
                .flatMap(shape -> shape.rings().stream())
                .flatMap(List::stream)
                .forEach(point -> {
                    west = Math.min(west, point.eastMetres());
                    east = Math.max(east, point.eastMetres());
                    south = Math.min(south, point.northMetres());
                    north = Math.max(north, point.northMetres());
                });
        pixelsPerMetre = Math.min(
                (WIDTH - 2 * MARGIN) / Math.max(1, east - west),
                (MOST_HEIGHT - 2 * MARGIN) / Math.max(1, north - south));
    }

    /**
     * The map as an SVG element.
     *
     * @param title what it shows
     * @param words the same in sentences, for readers who do not see it
     * @param marked what a marked area is, for the legend
     * @param other what another one is
     * @return empty text where there is no area to draw
     */
    public static String svg(String title, String words, String marked, String other, List<MapShape> shapes) {
        return shapes.stream().allMatch(shape -> shape.rings().isEmpty())
                ? ""
                : new MarkedAreasMap(shapes).draw(title, words, marked, other);
    }

    private String draw(String title, String words, String marked, String other) {
        double mapHeight = (north - south) * pixelsPerMetre + 2 * MARGIN;
        double height = mapHeight + LEGEND;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + SvgText.number(WIDTH) + " " + SvgText.number(height),
                "role",
                "img",
                "aria-labelledby",
                "map-title map-desc",
                "font-family",
                "system-ui, sans-serif",
                "fill",
                ChartSheet.INK);
        svg.leaf("title", title, "id", "map-title").leaf("desc", words, "id", "map-desc");
        svg.open("defs")
                .open("pattern", "id", "marked", "width", 7, "height", 7, "patternUnits", "userSpaceOnUse")
                .empty("rect", "width", 7, "height", 7, "fill", "#e9ddef")
                .empty("path", "d", "M0,7L7,0", "stroke", "#6a1b6e", "stroke-width", 1.5)
                .close("pattern")
                .close("defs");
        shapes.stream().filter(shape -> !shape.isMarked()).forEach(this::area);
        shapes.stream().filter(MapShape::isMarked).forEach(this::area);
        shapes.stream().filter(MapShape::isMarked).forEach(this::label);
        legend(mapHeight, marked, other);
        return svg.close("svg").toString();
    }

    private void area(MapShape shape) {
        svg.open(
                "path",
                "d",
                path(shape),
                "fill",
                shape.isMarked() ? "url(#marked)" : "#f3f5f8",
                "fill-rule",
                "evenodd",
                "stroke",
                shape.isMarked() ? ChartSheet.INK : ChartSheet.MUTED,
                "stroke-width",
                shape.isMarked() ? 2.0 : 0.6);
        svg.leaf("title", shape.name()).close("path");
    }

    private String path(MapShape shape) {
        StringBuilder path = new StringBuilder();
        for (List<MapPoint> ring : shape.rings()) {
            double lastX = Double.NEGATIVE_INFINITY;
            double lastY = Double.NEGATIVE_INFINITY;
            boolean isFirst = true;
            for (MapPoint point : ring) {
                double x = x(point);
                double y = y(point);
                if (isFirst || Math.hypot(x - lastX, y - lastY) >= LEAST_STEP) {
                    path.append(isFirst ? 'M' : 'L')
                            .append(SvgText.number(x))
                            .append(',')
                            .append(SvgText.number(y));
                    lastX = x;
                    lastY = y;
                    isFirst = false;
                }
            }
            path.append('Z');
        }
        return path.toString();
    }

    private void label(MapShape shape) {
        svg.leaf(
                "text",
                shape.label(),
                "x",
                x(shape.middle()),
                "y",
                y(shape.middle()) + LABEL_SIZE / 3,
                "font-size",
                LABEL_SIZE,
                "font-weight",
                "bold",
                "text-anchor",
                "middle",
                "stroke",
                ChartSheet.PAPER,
                "stroke-width",
                4,
                "paint-order",
                "stroke");
    }

    private void legend(double top, String marked, String other) {
        double second = MARGIN + 30 + TextSize.width(marked, ChartSheet.FONT_SIZE) + 24;
        entry(MARGIN, top, "url(#marked)", marked);
        entry(second, top, "#f3f5f8", other);
    }

    private void entry(double x, double top, String fill, String words) {
        svg.empty(
                "rect",
                "x",
                x,
                "y",
                top + 6,
                "width",
                22,
                "height",
                16,
                "fill",
                fill,
                "stroke",
                ChartSheet.INK,
                "stroke-width",
                1);
        svg.leaf("text", words, "x", x + 30, "y", top + 19, "font-size", ChartSheet.FONT_SIZE);
    }

    private double x(MapPoint point) {
        double unused = WIDTH - 2 * MARGIN - (east - west) * pixelsPerMetre;
        return MARGIN + unused / 2 + (point.eastMetres() - west) * pixelsPerMetre;
    }

    private double y(MapPoint point) {
        return MARGIN + (north - point.northMetres()) * pixelsPerMetre;
    }
}
