package org.needscape.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** Reads what was sent, up to a limit. */
final class Bodies {

    static final String FIELD = "body";

    private static final long MOST_DISCARDED_BYTES = 8L << 20;

    private Bodies() {}

    /** @throws BadRequestException when it is larger */
    static byte[] read(Context context, int mostKilobytes) throws IOException {
        byte[] bytes;
        try (InputStream in = context.req().getInputStream()) {
            bytes = in.readNBytes(mostKilobytes * 1024 + 1);
            if (bytes.length > mostKilobytes * 1024) {
                discard(in);
            }
        }
        if (bytes.length > mostKilobytes * 1024) {
            // What is left of a very large one is not read, and a connection with it in the way cannot be used again.
            context.header("Connection", "close");
            throw new BadRequestException(
                    413, FIELD, "This is larger than the " + mostKilobytes + " kB that are taken.");
        }
        return bytes;
    }

    /** Throws away what is left, up to a limit: who is still sending does not hear an answer. */
    private static void discard(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = MOST_DISCARDED_BYTES;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = in.read(buffer);
            left -= read;
        }
    }
}
