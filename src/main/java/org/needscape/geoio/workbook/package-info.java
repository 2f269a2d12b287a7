/**
 * Excel workbooks in (Office Open XML, ISO/IEC 29500-1): their sheets row by row, each cell as the text that a CSV of the sheet would have.
 * A workbook is a zip of XML that a stranger made: what it holds is checked before it is read, and no part of it is taken on trust.
 *
 * <p>May use: {@code geoio.shapefile} (zip files), {@code report}; the JDK's StAX.
 */
@NullMarked
package org.needscape.geoio.workbook;

import org.jspecify.annotations.NullMarked;
