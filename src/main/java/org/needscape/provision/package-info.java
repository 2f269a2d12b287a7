/**
 * Coverage of provision: which services a county has for which age and level of need, where they can be reached, and what their budgets
 * come to beside need.
 *
 * <p>A {@link org.needscape.provision.Service} is for a range of ages and for some of the four levels of need. The
 * {@link org.needscape.provision.CoverageMatrix} sets ages against levels and shows where there is no service.
 * {@link org.needscape.provision.Reach} counts the children who live near its sites. An {@link org.needscape.provision.Allocation} shares a
 * budget out to places by a key: an estimate, because nobody knows where a budget is spent. Numbers are those already shown: protected
 * before they come here.
 *
 * <p>May use: {@code area}, {@code indicator}.
 */
@NullMarked
package org.needscape.provision;

import org.jspecify.annotations.NullMarked;
