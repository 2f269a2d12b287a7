/**
 * Neighbour relations between areas and the statistics built on them.
 *
 * <p>Areas are indices 0 to n - 1 in an order that the caller keeps; {@link org.needscape.spatial.Neighbours} says which are
 * next to which. An <em>isolate</em> is an area with no neighbour whose value is known. For every local statistic isolates,
 * missing and suppressed areas are <em>not computed</em>, for a stated reason, and do not count among the tests that the false
 * discovery rate corrects for.
 *
 * <p>A neighbour whose value is not known is dropped from the neighbour set of its neighbours, as if the link did not exist; it
 * is never taken as zero or as average. Its absence makes the statistic of the others less certain, not biased, as long as it
 * is not hidden because of its size.
 *
 * <p>A <em>scan</em> asks the other way round: not whether each area stands out, but which circle of areas does most, whatever its size;
 * one p for the whole map, so that nothing needs correcting for many tests. A <em>join</em> is a pair of neighbours that are both flagged.
 *
 * <p>Neighbours touch ({@link org.needscape.spatial.Contiguity}), lie near ({@link org.needscape.spatial.DistanceRule}), come from a list,
 * or are bridged by a person. Distances that differ by less than 1e-6 m are equal everywhere here.
 *
 * <p>May use: {@code area}, {@code stats}, JTS.
 */
@NullMarked
package org.needscape.spatial;

import org.jspecify.annotations.NullMarked;
