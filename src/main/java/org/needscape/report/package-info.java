/**
 * What reading a file accepted, repaired and refused, and the one sentence when it cannot be read at all.
 *
 * <p>Uses nothing of ours.
 */
@NullMarked
package org.needscape.report;

import org.jspecify.annotations.NullMarked;
