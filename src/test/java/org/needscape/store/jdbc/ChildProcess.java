package org.needscape.store.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program of these tests in a process of its own, so that it can be killed or run out of disk. */
final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ChildProcess start(Class<?> program, String... arguments) throws IOException {
        return start(Map.of(), java(program, arguments));
    }

    /** With variables of its own. */
    static ChildProcess start(Map<String, String> environment, Class<?> program, String... arguments)
            throws IOException {
        return start(environment, java(program, arguments));
    }

    /** With a limit on the size of any file that it writes, which ends writing as a full disk does. */
    static ChildProcess startWithFileLimit(int megabytes, Class<?> program, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", "ulimit -f " + megabytes * 1024 + "; exec \"$@\"", "-"));
        command.addAll(java(program, arguments));
        return start(Map.of(), command);
    }

    private static ChildProcess start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start());
    }

    private static List<String> java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The next line that it prints. */
    String readLine() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** All that it prints from here on. */
    List<String> readToEnd() {
        return output.lines().toList();
    }

    /** Ends it at once, with no chance to put anything in order, and returns what it had printed. */
    List<String> kill() throws InterruptedException {
        // By its handle, because Process would also close what is still to be read.
        process.toHandle().destroyForcibly();
        process.waitFor();
        return readToEnd();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
