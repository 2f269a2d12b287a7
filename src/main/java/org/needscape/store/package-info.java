/**
 * Interfaces for keeping and finding things, in domain terms, with the transaction boundary. {@code store.jdbc} implements them.
 *
 * <p>May use: {@code area}, {@code authority}, {@code disclosure}, {@code indicator}, {@code layer}, {@code progress}; JTS for points and boxes.
 */
@NullMarked
package org.needscape.store;

import org.jspecify.annotations.NullMarked;
