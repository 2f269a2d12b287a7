package org.needscape.render;

import java.util.ArrayList;
import java.util.List;

/** Finds room for labels beside their points, so that no label covers another one or a labelled point, or leaves the plot. */
final class LabelSpots {

    private static final double HEIGHT = 13;
    private static final double AWAY = 7;

    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final List<Box> taken = new ArrayList<>();

    LabelSpots(double left, double right, double top, double bottom) {
        this.left = left;
        this.right = right;
        this.top = top;
        this.bottom = bottom;
    }

    /** Keeps labels off a point. */
    void take(double x, double y) {
        taken.add(new Box(x - 4, y - 4, x + 4, y + 4));
    }

    /** Writes a label beside a point where there is room. @return whether there was */
    boolean write(ChartSheet sheet, String label, double x, double y) {
        double width = TextSize.width(label, ChartSheet.SMALL_SIZE);
        List<Box> candidates = List.of(
                box(x + AWAY, y - HEIGHT / 2, width),
                box(x - AWAY - width, y - HEIGHT / 2, width),
                box(x - width / 2, y - AWAY - HEIGHT, width),
                box(x - width / 2, y + AWAY, width),
                box(x + 4, y - AWAY - HEIGHT, width),
                box(x - 4 - width, y - AWAY - HEIGHT, width),
                box(x + 4, y + AWAY, width),
                box(x - 4 - width, y + AWAY, width));
        for (Box box : candidates) {
            if (isInside(box) && taken.stream().noneMatch(box::overlaps)) {
                taken.add(box);
                sheet.label(label, box.left(), box.bottom() - 3);
                return true;
            }
        }
        return false;
    }

    private boolean isInside(Box box) {
        return box.left() >= left && box.right() <= right && box.top() >= top && box.bottom() <= bottom;
    }

    private static Box box(double left, double top, double width) {
        return new Box(left, top, left + width, top + HEIGHT);
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }
}
