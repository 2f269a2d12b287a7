/**
 * The product's own ideas: the need matrix and its recipe, hotspots, the deprivation gradient, and co-occurrence of risk factors.
 *
 * <p>A <em>recipe</em> names factors with polarity, standardisation and weight, the aggregation, and how much of the weight must
 * be known; a <em>need matrix</em> is its result over areas. Rank 1 and decile 1 are most need. A suppressed or missing factor is
 * unavailable, never zero. A <em>hotspot</em> is an area whose own and neighbours' values are higher than chance would give,
 * multiple testing controlled. A <em>gradient</em> is how a rate falls from the most to the least deprived tenth.
 * <em>Co-occurrence</em> is how often risk factors come together: of cases of children ({@code Case…}) or of areas ({@code Place…}),
 * never one for the other; <em>lift</em> is how many times more often than by chance. A <em>cohort</em> is a group of different
 * children; a <em>system</em> is a cohort that children of others may be in too.
 *
 * <p>May use: {@code area}, {@code indicator}, {@code spatial}, {@code stats}.
 */
@NullMarked
package org.needscape.need;

import org.jspecify.annotations.NullMarked;
