/**
 * What may be shown of cases of children: counts of which some cases are left out, small ones hidden, all others rounded, and what
 * follows from these alone.
 *
 * <p>Terms: a case is <em>left out</em> when the store's secret says so; the others are <em>counted</em>. A count is <em>shown</em>
 * as a rounded number, or <em>hidden</em>.
 *
 * <p>May use: {@code cooccurrence}, {@code disclosure}, {@code indicator}, {@code stats}.
 */
@NullMarked
package org.needscape.disclosure.cases;

import org.jspecify.annotations.NullMarked;
