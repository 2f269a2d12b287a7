/**
 * Hotspots that stand up: several statistics over several meanings of "neighbour", and what they agree on.
 *
 * <p>One statistic with one meaning of "neighbour" is a <em>setting</em>. Each setting has a vote on each area; an area is a hotspot when
 * most of the settings that tested it say so. A lone high value among low ones is never part of a hotspot; it is a <em>pocket</em>.
 *
 * <p>May use: {@code area}, {@code stats}, {@code spatial}, {@code need}, {@code progress}.
 */
@NullMarked
package org.needscape.hotspot;

import org.jspecify.annotations.NullMarked;
