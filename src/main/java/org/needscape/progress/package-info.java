/** A long-running job: its progress, message and cancellation, independent of how it was started. Uses nothing of ours. */
@NullMarked
package org.needscape.progress;

import org.jspecify.annotations.NullMarked;
