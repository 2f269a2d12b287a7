package org.needscape.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.needscape.JourneyStores;

/** The program in a process of its own, so that it can be told to end, be killed or run out of disk. */
final class ProgramProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Needscape is at (http\\S+)");

    private final Process process;
    private final Path err;

    private ProgramProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    /** On a store, which becomes its last option. */
    static ProgramProcess start(Path folder, Path store, Object... arguments) throws IOException {
        return start(List.of(), folder, store, arguments);
    }

    /** With variables of its own. */
    static ProgramProcess start(Path folder, Map<String, String> environment, Object... arguments) throws IOException {
        return run(
                List.of(),
                folder,
                environment,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** With a limit on the size of any file that it writes, which ends writing as a full disk does. */
    static ProgramProcess startWithFileLimit(int kilobytes, Path folder, Path store, Object... arguments)
            throws IOException {
        return start(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "-"), folder, store, arguments);
    }

    private static ProgramProcess start(List<String> prefix, Path folder, Path store, Object... arguments)
            throws IOException {
        List<String> all =
                new ArrayList<>(Arrays.stream(arguments).map(String::valueOf).toList());
        all.addAll(List.of("--store", JourneyStores.location(store)));
        return run(prefix, folder, JourneyStores.environment(store), all);
    }

    private static ProgramProcess run(
            List<String> prefix, Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "org.needscape.Main"));
        command.addAll(arguments);
        Path err = Files.createTempFile(folder, "program", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new ProgramProcess(builder.start(), err);
    }

    /** The address of a service, once it listens. */
    URI awaitAddress() throws IOException, InterruptedException {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            Matcher address = ADDRESS.matcher(err());
            if (address.find()) {
                return URI.create(address.group(1));
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("It does not listen: " + err());
    }

    /** Waits until a store has grown by so many bytes, as it does in mid-import. */
    void awaitGrowth(Path store, long bytes) throws IOException, InterruptedException {
        long before = JourneyStores.size(store);
        for (int i = 0; i < 2_000 && process.isAlive(); i++) {
            if (JourneyStores.size(store) >= before + bytes) {
                return;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("It ended or never wrote so much: " + err());
    }

    /** Asks it to end, as Ctrl+C and service managers do. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Ends it at once, with no chance to put anything in order. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Its exit code. */
    int await(int seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It did not end within " + seconds + " s: " + err());
        }
        return process.exitValue();
    }

    /** What it has printed on standard error. */
    String err() throws IOException {
        return Files.readString(err, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
