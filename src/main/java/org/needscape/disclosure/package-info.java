/**
 * What may be shown. Counts of 1 to 5 people, and whatever derives from them, are hidden before anything leaves the service
 * (<em>primary suppression</em>); a total is shown only where no hidden part of it can be worked out from the parts shown beside
 * it. Pure: stands between exact values and everything that leaves.
 *
 * <p>May use: {@code indicator}.
 */
@NullMarked
package org.needscape.disclosure;

import org.jspecify.annotations.NullMarked;
