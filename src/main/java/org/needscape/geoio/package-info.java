/** File formats in and out, coordinate systems. */
@NullMarked
package org.needscape.geoio;

import org.jspecify.annotations.NullMarked;
