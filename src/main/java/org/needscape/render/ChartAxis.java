package org.needscape.render;

import java.util.List;

/** Where the values of a chart lie along one side of it, and which of them are marked. */
sealed interface ChartAxis permits RateAxis, LogAxis {

    /** Where a value lies; one outside the axis lies at its nearer end. */
    double pixel(double value);

    /** The marked values, lowest first. */
    List<Double> marks();

    /** A marked value as it is written. */
    String tick(double mark);

    /** How many pixels the longest tick takes in a size. */
    default double tickWidth(double fontSize) {
        return marks().stream()
                .mapToDouble(mark -> TextSize.width(tick(mark), fontSize))
                .max()
                .orElse(0);
    }
}
