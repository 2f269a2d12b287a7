/**
 * What is measured about areas: indicators, the state of each value, observations and where they come from.
 *
 * <p>A <em>value</em> is known, suppressed, not available, not applicable or low; a suppressed value is never zero and is never
 * told apart from another suppressed one; {@link org.needscape.indicator.ValueArithmetic} says what becomes of it in a sum, a rate or a
 * rank. An <em>observation</em> is identified by indicator, area, period, category and edition.
 *
 * <p>May use: {@code area}.
 */
@NullMarked
package org.needscape.indicator;

import org.jspecify.annotations.NullMarked;
