package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.needscape.Components;
import org.needscape.JourneyStores;
import org.needscape.cli.RootCommand;
import picocli.CommandLine;

/**
 * What a run of the command line came to, in this process.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it printed on standard error
 */
record CommandLineRun(int exit, String out, String err) {

    static CommandLineRun of(Object... arguments) {
        return of(System.getenv(), arguments);
    }

    /** A run with variables of its own. */
    static CommandLineRun of(Map<String, String> environment, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine program = RootCommand.commandLine(new Components(environment))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int exit = program.execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new CommandLineRun(exit, out.toString(), err.toString());
    }

    /** A run on a store. */
    static CommandLineRun on(Path store, Object... arguments) {
        return of(
                JourneyStores.environment(store),
                Stream.concat(Arrays.stream(arguments), Stream.of("--store", JourneyStores.location(store)))
                        .toArray());
    }

    /** What it printed; anything but exit code 0 and a quiet standard error fails. */
    String done() {
        assertEquals("", err);
        assertEquals(0, exit, err);
        return out;
    }

    /** The one sentence of work that could not be done; anything else fails. */
    String refusal() {
        assertEquals("", out);
        assertEquals(1, exit, err);
        List<String> lines = err.lines().toList();
        assertEquals(1, lines.size(), err);
        return lines.get(0);
    }

    /** The sentence of wrong usage, without the line that points to the help; anything else fails. */
    String wrongUsage() {
        assertEquals("", out);
        assertEquals(2, exit, err);
        List<String> lines = err.lines().toList();
        assertEquals(true, lines.get(lines.size() - 1).matches("See 'needscape[a-z -]* --help'\\."), err);
        return lines.get(0);
    }
}
