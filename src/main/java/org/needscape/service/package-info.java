/**
 * Use cases: import, standard results, layers, profile, gradient, export. The only place that joins store, files and domain.
 *
 * <p>{@link org.needscape.service.ProtectedObservations} is the one door to exact values; everything else in this package, and
 * so everything that leaves the program, sees protected values only.
 *
 * <p>May use: the domain packages, {@code disclosure}, {@code protection}, {@code geoio}, {@code render}, {@code report}, {@code store},
 * {@code progress}; Jackson to keep results.
 */
@NullMarked
package org.needscape.service;

import org.jspecify.annotations.NullMarked;
