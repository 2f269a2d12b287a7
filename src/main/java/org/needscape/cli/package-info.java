/** The command line. */
@NullMarked
package org.needscape.cli;

import org.jspecify.annotations.NullMarked;
