package org.needscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.needscape.cli.Program.OpenStore;
import org.needscape.service.DatasetViews;
import org.needscape.service.ListedDataset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code needscape datasets}: lists what was imported, and has the verbs that agree and decide about it. */
@Command(
        name = "datasets",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the data sets of a store by number, with what was agreed about those with restricted figures.",
            "A data set begins as a draft, may be approved for release, and may be withdrawn; a withdrawn one comes back only as a"
                    + " new import. Nothing is shown of one that is withdrawn or past its last day."
        })
final class DatasetsCommand implements Callable<Integer> {

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

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Prints JSON.")
    private boolean json;

    private DatasetsCommand(Program program) {
        this.program = program;
    }

    static CommandLine commandLine(Program program) {
        return new CommandLine(new DatasetsCommand(program))
                .addSubcommand(new DatasetPolicyCommand())
                .addSubcommand(new DatasetDecisions.Approve())
                .addSubcommand(new DatasetDecisions.Withdraw())
                .addSubcommand(new DatasetDecisions.Forget());
    }

    @Override
    public Integer call() {
        try (OpenStore open = open()) {
            List<ListedDataset> all = open.datasets().list();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ObjectNode answer = JsonNodeFactory.instance.objectNode();
                ArrayNode list = answer.putArray("datasets");
                all.forEach(listed -> list.add(DatasetViews.json(listed)));
                out.println(answer.toPrettyString());
            } else {
                all.forEach(listed -> DatasetViews.lines(listed).forEach(out::println));
            }
            out.flush();
        }
        return RootCommand.DONE;
    }

    /** The store, which is named before or after a verb. */
    OpenStore open() {
        return program.openExisting(store);
    }

    /** Prints a data set after a change, below a sentence unless it is for a program. */
    void print(String sentence, ListedDataset changed) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(DatasetViews.json(changed).toPrettyString());
        } else {
            if (!sentence.isEmpty()) {
                out.println(sentence);
            }
            DatasetViews.lines(changed).forEach(out::println);
        }
        out.flush();
    }
}
