/** The need matrix and hotspots. */
@NullMarked
package org.needscape.need;

import org.jspecify.annotations.NullMarked;
