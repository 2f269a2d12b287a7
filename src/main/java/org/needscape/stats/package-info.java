/**
 * Pure numerical methods on arrays: intervals of counts and proportions, standard scores, ranks and deciles, gradients,
 * standardised rates, funnel plots, trends, count regression, empirical Bayes rates, false discovery rates, correlation, and tables of properties against
 * independence.
 *
 * <p>Terms: a <em>count</em> is a whole number of events, an <em>exposure</em> the population it is related to, a <em>rate</em>
 * their quotient (per 10,000 only where the name says so). Confidence is a fraction such as 0.95.
 *
 * <p>No method returns NaN or an infinite number: where a statistic does not exist the result is an empty {@code Optional} or
 * says why. Input that the caller could have checked is refused with an {@code IllegalArgumentException}.
 *
 * <p>May use: nothing of ours; commons-math.
 */
@NullMarked
package org.needscape.stats;

import org.jspecify.annotations.NullMarked;
