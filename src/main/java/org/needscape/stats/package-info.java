/** Pure numerical methods on arrays. NaN never leaves a method. */
@NullMarked
package org.needscape.stats;

import org.jspecify.annotations.NullMarked;
