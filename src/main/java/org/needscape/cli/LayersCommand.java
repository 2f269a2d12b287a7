package org.needscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.needscape.cli.Program.OpenStore;
import org.needscape.service.LayerHeading;
import org.needscape.service.LayerJsonViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code needscape layers}. */
@Command(name = "layers", mixinStandardHelpOptions = true, description = "Lists the layers of a store.")
final class LayersCommand implements Callable<Integer> {

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--json", description = "As the API answers at /api/v1/layers.")
    private boolean json;

    LayersCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (OpenStore open = program.openExisting(store.location)) {
            List<LayerHeading> headings = open.layers().list(Optional.empty());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ObjectNode answer = JsonNodeFactory.instance.objectNode();
                ArrayNode list = answer.putArray("layers");
                headings.forEach(heading -> list.add(LayerJsonViews.heading(heading)));
                out.println(answer.toPrettyString());
            } else {
                headings.forEach(heading -> out.println(heading.id() + "\t" + heading.title()));
            }
            out.flush();
        }
        return RootCommand.DONE;
    }
}
