/** The fictional demonstration county. */
@NullMarked
package org.needscape.demo;

import org.jspecify.annotations.NullMarked;
