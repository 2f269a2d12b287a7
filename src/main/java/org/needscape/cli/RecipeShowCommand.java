package org.needscape.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.needscape.cli.Program.OpenStore;
import org.needscape.desk.WholeFile;
import org.needscape.service.ScoringMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code needscape recipes show}. */
@Command(
        name = "show",
        description = "Prints a scoring method as the JSON that it was saved as, or writes it to a file.")
final class RecipeShowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RecipesCommand recipes;

    /** Beside a --version of its own, the standard options do not help. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("unused")
    private boolean help;

    @Parameters(index = "0", paramLabel = "ID", description = "As 'needscape recipes' lists it.")
    private String id = "";

    @Option(names = "--version", paramLabel = "N", description = "The latest without it.")
    private @Nullable Integer version;

    @Option(names = "--output", paramLabel = "FILE.json", description = "The file to write.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        Optional<WholeFile> file = Optional.ofNullable(output).map(WholeFile::at);
        ScoringMethod method;
        try (OpenStore open = recipes.open()) {
            method = open.recipes().get(id, Optional.ofNullable(version)).method();
        }
        String text = method.json() + "\n";
        if (file.isPresent()) {
            file.get().write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } else {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
        }
        return RootCommand.DONE;
    }
}
