/**
 * Use cases: import, standard results, layers, profile, gradient, export. The only place that joins store, files and domain.
 *
 * <p>Exact values are behind the door of {@code protection}; everything in this package, and so everything that leaves the program,
 * sees protected values only, but for {@code ExactExport}: it records its use first, and only the command line reaches it.
 *
 * <p>May use: the domain packages, {@code disclosure}, {@code protection}, {@code geoio}, {@code render}, {@code report}, {@code store},
 * {@code progress}; Jackson to keep results.
 */
@NullMarked
package org.needscape.service;

import org.jspecify.annotations.NullMarked;
