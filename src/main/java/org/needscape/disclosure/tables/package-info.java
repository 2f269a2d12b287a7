/**
 * Which cells of tables with totals are hidden so that no small count can be worked out, and what can be worked out from what is
 * shown. Pure: counts and totals in, cells and ranges out.
 *
 * <p>May use: {@code disclosure}; the solver ojAlgo.
 */
@NullMarked
package org.needscape.disclosure.tables;

import org.jspecify.annotations.NullMarked;
