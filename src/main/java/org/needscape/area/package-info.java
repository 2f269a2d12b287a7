/**
 * What a small area, a geography and an analysis extent are.
 *
 * <p>A <em>geography</em> is a level and a vintage ({@code lsoa-2011}); a code means nothing without it, because E01 codes
 * are reused between vintages. Boundaries are in metres on the British National Grid (EPSG:27700).
 *
 * <p>May use: JTS.
 */
@NullMarked
package org.needscape.area;

import org.jspecify.annotations.NullMarked;
