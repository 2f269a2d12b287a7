/**
 * The product's own ideas: the need matrix and its recipe, how sure its ranks are, hotspots and the deprivation gradient.
 *
 * <p>A <em>recipe</em> names factors with polarity, standardisation and weight, the aggregation, and how much of the weight must
 * be known; a <em>need matrix</em> is its result over areas. Rank 1 and decile 1 are most need. A suppressed or missing factor is
 * unavailable, never zero. A <em>hotspot</em> is an area whose own and neighbours' values are higher than chance would give,
 * multiple testing controlled. A <em>gradient</em> is how a rate falls from the most to the least deprived tenth;
 * places are compared at equal deprivation, by national deciles that all of them have.
 *
 * <p>May use: {@code area}, {@code indicator}, {@code spatial}, {@code stats}.
 */
@NullMarked
package org.needscape.need;

import org.jspecify.annotations.NullMarked;
