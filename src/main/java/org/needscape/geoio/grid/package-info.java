/**
 * The British National Grid: its text in files, and Ordnance Survey's OSTN15 between it and degrees.
 *
 * <p>May use: JTS.
 */
@NullMarked
package org.needscape.geoio.grid;

import org.jspecify.annotations.NullMarked;
