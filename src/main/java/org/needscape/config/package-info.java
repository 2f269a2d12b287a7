/**
 * Settings that do not belong on a command line, from the environment and from a file, and what is wrong with them, all at once.
 *
 * <p>May use: nothing but the JDK.
 */
@NullMarked
package org.needscape.config;

import org.jspecify.annotations.NullMarked;
