package org.needscape.http;

import io.javalin.http.Context;
import java.util.Locale;

/**
 * Answers only where the service is asked for by a name of this machine. Without it a page of another host could have its own name
 * resolved to this machine (DNS rebinding) and read what the service serves, since nobody has to sign in.
 */
final class HostGuard {

    private final String boundTo;

    /** @param boundTo the address the service listens on, which is a good name too */
    HostGuard(String boundTo) {
        this.boundTo = boundTo;
    }

    /** @throws MisdirectedException when the request names another host */
    void check(Context context) {
        String header = context.header("Host");
        if (header == null || !isAllowed(name(header))) {
            throw new MisdirectedException("Ask for the service by its own name, such as http://localhost.");
        }
    }

    private boolean isAllowed(String name) {
        return ServerSettings.isLoopback(name) || name.equals(boundTo.toLowerCase(Locale.ROOT));
    }

    private static String name(String header) {
        String host = header.strip().toLowerCase(Locale.ROOT);
        int port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }

    /** A request for another host. */
    static final class MisdirectedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MisdirectedException(String message) {
            super(message);
        }
    }
}
