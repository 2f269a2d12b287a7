/** Neighbour relations and local statistics over areas. */
@NullMarked
package org.needscape.spatial;

import org.jspecify.annotations.NullMarked;
