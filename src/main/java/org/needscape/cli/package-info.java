/**
 * The command line: one class per verb, each parses its options, calls a service and says how it went. Exit 0 done, 1 the work could
 * not be done, 2 wrong usage.
 *
 * <p>May use: {@code service}, {@code desk}, {@code report}, {@code progress}, {@code store} and {@code config} for their exceptions, domain values;
 * picocli, Jackson.
 */
@NullMarked
package org.needscape.cli;

import org.jspecify.annotations.NullMarked;
