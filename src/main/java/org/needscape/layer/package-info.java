/**
 * A layer: any result over areas as it is shown, exported and served. Everything in a layer is already protected: no class of
 * this package ever holds an exact value that must be hidden.
 *
 * <p>May use: {@code area}, {@code indicator}.
 */
@NullMarked
package org.needscape.layer;

import org.jspecify.annotations.NullMarked;
