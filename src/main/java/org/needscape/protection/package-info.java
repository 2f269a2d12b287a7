/**
 * The one door between exact values and everything that leaves. What other packages get from here is protected: small counts are
 * hidden, and whatever would give them away through totals, groups, years, models or earlier releases. Exact values leave by one narrow
 * door beside it, and every use of that is recorded.
 *
 * <p>May use: {@code area}, {@code indicator}, {@code disclosure}, {@code disclosure.tables}, {@code stats}, {@code store}.
 */
@NullMarked
package org.needscape.protection;

import org.jspecify.annotations.NullMarked;
