/** Benchmarks of the parts that take the time, on a county made by formula. They measure; they are never a test. */
@NullMarked
package org.needscape.bench;

import org.jspecify.annotations.NullMarked;
