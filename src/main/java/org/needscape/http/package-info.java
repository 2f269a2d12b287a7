/**
 * Routes, request parsing, response views, problem documents, static files. A controller registers its routes; each handler parses,
 * calls a service and gives a view.
 *
 * <p>May use: {@code service}, {@code progress}, {@code report} and domain values; Javalin, Jackson, Micrometer.
 */
@NullMarked
package org.needscape.http;

import org.jspecify.annotations.NullMarked;
