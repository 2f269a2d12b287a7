package org.needscape.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.needscape.cli.Program.OpenStore;
import org.needscape.report.UnreadableFileException;
import org.needscape.service.RejectedException;
import org.needscape.service.RejectedException.Violation;
import org.needscape.service.ScoringMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code needscape recipes add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Saves a recipe as a scoring method, or as a new version of one, and computes its need score in every county that has"
                    + " the figures for it.",
            "Its id is made of its name."
        })
final class RecipeAddCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RecipesCommand recipes;

    @Parameters(index = "0", paramLabel = "FILE.json", description = "The recipe.")
    private Path file = Path.of("");

    @Option(names = "--to", paramLabel = "ID", description = "The method that it is a new version of.")
    private @Nullable String to;

    @Override
    public Integer call() {
        String json = read();
        try (OpenStore open = recipes.open()) {
            ScoringMethod saved = to == null
                    ? named(() -> open.recipes().create(json))
                    : named(() -> open.recipes().addVersion(String.valueOf(to), json));
            TerminalProgress terminal = new TerminalProgress(spec.commandLine().getErr());
            try {
                open.recipes().refresh(terminal);
            } finally {
                terminal.end();
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println("Saved as " + saved.id() + ", version " + saved.version() + ".");
            out.flush();
        }
        return RootCommand.DONE;
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UnreadableFileException(file.getFileName() + " cannot be read: check the path.", unreadable);
        }
    }

    /** Says of everything that is wrong in which file and field it is. */
    private ScoringMethod named(Supplier<ScoringMethod> saving) {
        try {
            return saving.get();
        } catch (RejectedException wrong) {
            throw new RejectedException(wrong.violations().stream()
                    .map(violation -> new Violation("", file.getFileName() + ": " + sentence(violation)))
                    .toList());
        }
    }

    /** A violation with its field in front, unless its sentence begins with it. */
    static String sentence(Violation violation) {
        return List.of("", "name").contains(violation.field())
                        || violation.message().startsWith(violation.field())
                ? violation.message()
                : violation.field() + ": " + violation.message();
    }
}
