package org.needscape.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands between a program and its database and cuts the connection when it is told to. */
final class CuttingProxy implements AutoCloseable {

    /** What is cut when the program sends {@code COMMIT}. */
    enum Cut {
        NOTHING,
        /** The program's message does not arrive. */
        BEFORE_COMMIT,
        /** The server commits, and its answer does not arrive. */
        AFTER_COMMIT
    }

    private static final int BYTES = 1 << 16;

    private final ServerSocket listener;
    private final int serverPort;
    private volatile Cut cut = Cut.NOTHING;

    CuttingProxy(int serverPort) {
        this.serverPort = serverPort;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        daemon(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts at the next commit, once. */
    void cutAt(Cut next) {
        cut = next;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket program = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                program.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                daemon(() -> toServer(program, server));
                daemon(() -> pass(server, program));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void toServer(Socket program, Socket server) {
        byte[] bytes = new byte[BYTES];
        try (program;
                server) {
            InputStream in = program.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                boolean commits = new String(bytes, 0, count, StandardCharsets.ISO_8859_1).contains("COMMIT");
                if (commits && cut == Cut.BEFORE_COMMIT) {
                    cut = Cut.NOTHING;
                    return;
                }
                if (commits && cut == Cut.AFTER_COMMIT) {
                    cut = Cut.NOTHING;
                    program.close();
                    out.write(bytes, 0, count);
                    out.flush();
                    // The server's own answer says that it has committed; only then is its connection closed.
                    Thread.sleep(500);
                    return;
                }
                out.write(bytes, 0, count);
                out.flush();
            }
        } catch (IOException ended) {
            // The other side closed.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // The other side closed.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
