/** What may be shown: the rules that hide small numbers of people. Pure; stands between exact values and everything that leaves. */
@NullMarked
package org.needscape.disclosure;

import org.jspecify.annotations.NullMarked;
