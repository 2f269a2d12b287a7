package org.needscape.layer;

/**
 * One entry of a legend, which is also one bar of its histogram.
 *
 * @param code the {@code valueClass} of the rows it covers
 * @param label in words and numbers
 * @param colour {@code #rrggbb}
 * @param areaCount how many areas of the extent fall in it
 */
public record LegendClass(String code, String label, String colour, int areaCount) {}
