package org.needscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.needscape.cli.Program.OpenStore;
import org.needscape.service.ScoringMethod;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code needscape recipes}: lists scoring methods, and has the verbs that show, save and run them. */
@Command(
        name = "recipes",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the scoring methods of a store and those that come with the program, each with its latest version.",
            "A saved method is never changed: a change is a new version, and every version can be run again."
        })
final class RecipesCommand implements Callable<Integer> {

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--store",
            scope = ScopeType.INHERIT,
            paramLabel = "STORE",
            defaultValue = StoreOption.DEFAULT,
            description = StoreOption.DESCRIPTION)
    private String store = StoreOption.DEFAULT;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    private RecipesCommand(Program program) {
        this.program = program;
    }

    static CommandLine commandLine(Program program) {
        return new CommandLine(new RecipesCommand(program))
                .addSubcommand(new RecipeShowCommand())
                .addSubcommand(new RecipeAddCommand())
                .addSubcommand(new RecipeRunCommand());
    }

    @Override
    public Integer call() {
        try (OpenStore open = open()) {
            List<ScoringMethod> methods = open.recipes().list();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ObjectNode answer = JsonNodeFactory.instance.objectNode();
                ArrayNode list = answer.putArray("recipes");
                for (ScoringMethod method : methods) {
                    list.addObject()
                            .put("id", method.id())
                            .put("name", method.name())
                            .put("version", method.version())
                            .put("factors", method.factors());
                }
                out.println(answer.toPrettyString());
            } else {
                methods.forEach(
                        method -> out.println(method.id() + "\tversion " + method.version() + "\t" + method.name()));
            }
            out.flush();
        }
        return RootCommand.DONE;
    }

    /** The store, which is named before or after a verb. */
    OpenStore open() {
        return program.openExisting(store);
    }
}
