/** Routes, request parsing, response views, problem documents, static files. */
@NullMarked
package org.needscape.http;

import org.jspecify.annotations.NullMarked;
