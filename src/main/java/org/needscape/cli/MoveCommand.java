package org.needscape.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.needscape.store.MoveReport;
import org.needscape.store.SameStoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code needscape move}. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        description = {
            "Moves everything of one store into another, empty one and compares the two by counts and content hashes.",
            "The store that is moved is left as it was. When the move is interrupted, the same command goes on."
        },
        footer = {
            "%nA store is a folder, or a database as jdbc:postgresql://HOST:PORT/DATABASE. As whom to go to a database is set in"
                    + " NEEDSCAPE_STORE_USER and NEEDSCAPE_STORE_PASSWORD, and for --to, where it is somebody else, in"
                    + " NEEDSCAPE_MOVE_TO_USER and NEEDSCAPE_MOVE_TO_PASSWORD."
        })
final class MoveCommand implements Callable<Integer> {

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "STORE", description = "The store that is moved.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "STORE",
            description = "The store that it is moved to: an empty one, or a folder or database without one.")
    private String to = "";

    MoveCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        requireName("--from", from);
        requireName("--to", to);
        TerminalProgress terminal = new TerminalProgress(spec.commandLine().getErr());
        try {
            print(program.move(from, to, terminal));
        } catch (SameStoreException same) {
            throw new ParameterException(spec.commandLine(), String.valueOf(same.getMessage()), same);
        } finally {
            terminal.end();
        }
        return RootCommand.DONE;
    }

    private void requireName(String option, String location) {
        if (location.isBlank()) {
            throw new ParameterException(spec.commandLine(), option + " names no store.");
        }
    }

    private void print(MoveReport report) {
        PrintWriter out = spec.commandLine().getOut();
        int width = report.tables().stream()
                .mapToInt(table -> table.label().length())
                .max()
                .orElse(0);
        for (MoveReport.Table table : report.tables()) {
            out.println(table.label()
                    + " ".repeat(width - table.label().length())
                    + String.format(Locale.UK, "%,15d", table.rows()));
        }
        report.notes().forEach(note -> out.println("Note: " + note));
        out.println(String.format(
                Locale.UK,
                "Everything of %s is in %s: %d tables, %,d rows, counts and content hashes equal. %s was left as it was.",
                from,
                to,
                report.tables().size(),
                report.rows(),
                from));
        out.flush();
    }
}
