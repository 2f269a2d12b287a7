package org.needscape.http;

/**
 * How the web service listens.
 *
 * @param host the address it binds to; loopback unless sign-in is configured
 * @param port 0 for any free one
 * @param uploadMegabytes the largest accepted request body
 */
public record ServerSettings(String host, int port, int uploadMegabytes) {

    /** The size of the largest workbook that a publisher offers, with room to spare. */
    public static final int DEFAULT_UPLOAD_MEGABYTES = 200;

    public ServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is 0 to 65535, not " + port + ".");
        }
        if (uploadMegabytes < 1) {
            throw new IllegalArgumentException("The upload limit is at least 1 megabyte.");
        }
    }

    /** Whether only this machine can reach the address. */
    public static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || host.equals("::1")
                || host.equals("[::1]");
    }
}
