/** Builds everything once, in order, with no conditions. */
@NullMarked
package org.needscape;

import org.jspecify.annotations.NullMarked;
