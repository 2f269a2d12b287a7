package org.needscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.needscape.cli.Program.OpenStore;
import org.needscape.service.ExactUseRegister;
import org.needscape.store.ExactUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code needscape exact-uses}. */
@Command(
        name = "exact-uses",
        mixinStandardHelpOptions = true,
        description = "Lists who exported exact values of a store: when, who, what and why, oldest first.")
final class ExactUsesCommand implements Callable<Integer> {

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    ExactUsesCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (OpenStore open = program.openExisting(store.location)) {
            List<ExactUse> uses = open.exactUses().list();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ObjectNode answer = JsonNodeFactory.instance.objectNode();
                ArrayNode list = answer.putArray("exactUses");
                uses.forEach(use -> list.add(ExactUseRegister.json(use)));
                out.println(answer.toPrettyString());
            } else {
                uses.forEach(use -> out.println(ExactUseRegister.line(use)));
            }
            out.flush();
        }
        return RootCommand.DONE;
    }
}
