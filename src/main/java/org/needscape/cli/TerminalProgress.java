package org.needscape.cli;

import java.io.PrintWriter;
import org.needscape.progress.Progress;

/** Shows progress on a terminal, on one line that is written over; quiet in a pipe. */
final class TerminalProgress implements Progress {

    private static final long WRITE_EVERY_MILLISECONDS = 200;
    private static final int WIDTH = 78;

    private final PrintWriter err;
    // From Java 22 on there is always a console; a pipe would then see progress lines, which is harmless.
    @SuppressWarnings("SystemConsoleNull")
    private final boolean terminal = System.console() != null;

    private long lastWritten;
    private boolean written;

    TerminalProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void report(double fraction, String message) {
        long now = System.currentTimeMillis();
        if (!terminal || now - lastWritten < WRITE_EVERY_MILLISECONDS) {
            return;
        }
        lastWritten = now;
        written = true;
        String line = String.format("%3d %% %s", Math.round(100 * fraction), message);
        err.print("\r" + (line + " ".repeat(WIDTH)).substring(0, WIDTH));
        err.flush();
    }

    void end() {
        if (written) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }
}
