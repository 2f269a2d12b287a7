/** Use cases: import, layers, profile, gradient, export. */
@NullMarked
package org.needscape.service;

import org.jspecify.annotations.NullMarked;
