/** Charts and legends as SVG. */
@NullMarked
package org.needscape.render;

import org.jspecify.annotations.NullMarked;
