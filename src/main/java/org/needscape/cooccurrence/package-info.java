/**
 * How often risk factors come together: of cases of children ({@code Case…}) or of areas ({@code Place…}), never one for the other; and
 * how many different children cohorts hold that may overlap.
 *
 * <p>Terms: <em>lift</em> is how many times more often than by chance factors come together. A <em>cohort</em> is a group of different
 * children; a <em>system</em> is a cohort that children of others may be in too.
 *
 * <p>May use: {@code area}, {@code indicator}, {@code stats}.
 */
@NullMarked
package org.needscape.cooccurrence;

import org.jspecify.annotations.NullMarked;
