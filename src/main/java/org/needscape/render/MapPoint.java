package org.needscape.render;

/**
 * A place on a map.
 *
 * @param eastMetres on the British National Grid
 * @param northMetres on the British National Grid
 */
public record MapPoint(double eastMetres, double northMetres) {}
