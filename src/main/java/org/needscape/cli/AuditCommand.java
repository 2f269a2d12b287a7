package org.needscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.needscape.cli.Program.OpenStore;
import org.needscape.protection.AuditedMeasure;
import org.needscape.protection.HiddenAtSource;
import org.needscape.service.AuditService.Audit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code needscape audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what somebody could work out of hidden counts from everything that is published, and of counts that the publisher"
                    + " of an imported file has hidden.",
            "Ends with 1 if anything is pinned down."
        })
final class AuditCommand implements Callable<Integer> {

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints a JSON object.")
    private boolean json;

    @Mixin
    private StoreOption store = new StoreOption();

    AuditCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Audit audit;
        try (OpenStore open = program.openExisting(store.location)) {
            audit = open.audits().run();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(audit).toPrettyString());
        } else {
            audit.measures().forEach(measure -> print(out, measure));
            for (HiddenAtSource hidden : audit.atSource()) {
                out.println("Hidden by the publisher of a file: " + hidden.what() + ": " + hidden.sum() + "."
                        + (hidden.pinnedDown() ? " PINNED DOWN." : ""));
            }
            if (audit.measures().isEmpty() && audit.atSource().isEmpty()) {
                out.println("The store holds no counts of help or protection.");
            }
            out.println(audit.passed() ? "Nothing is pinned down." : "Something is pinned down.");
        }
        out.flush();
        return audit.passed() ? RootCommand.DONE : RootCommand.NOT_DONE;
    }

    private static void print(PrintWriter out, AuditedMeasure measure) {
        out.println(measure.measure().label() + ", " + measure.geography() + ": " + measure.hidden() + " of "
                + measure.published() + " counts are hidden; " + measure.totals() + " totals tie them together.");
        if (measure.hidden() > 0) {
            out.println(
                    measure.passed()
                            ? "  Of each hidden count at least " + (measure.narrowest() + 1)
                                    + " values remain possible."
                            : "  " + measure.tooNarrow() + " hidden counts are known too closely.");
            measure.closest().forEach(line -> out.println("  known best: " + line));
            if (measure.knownBefore() > 0) {
                out.println("  " + measure.knownBefore()
                        + " hidden counts can be told from figures that were shown before they were"
                        + " hidden; hiding them again protects nobody who kept those.");
            }
        }
    }

    private static ObjectNode json(Audit audit) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("passed", audit.passed());
        ArrayNode measures = node.putArray("measures");
        for (AuditedMeasure measure : audit.measures()) {
            ObjectNode item = measures.addObject();
            item.put("measure", measure.measure().code());
            item.put("geography", measure.geography().code());
            ArrayNode extents = item.putArray("extents");
            measure.extents().forEach(extent -> extents.add(extent.value()));
            item.put("publishedFigures", measure.published());
            item.put("hiddenFigures", measure.hidden());
            item.put("publishedTotals", measure.totals());
            if (measure.narrowest() < 0) {
                item.putNull("narrowestWidth");
            } else {
                item.put("narrowestWidth", measure.narrowest());
            }
            item.put("knownTooClosely", measure.tooNarrow());
            item.put("knownFromEarlier", measure.knownBefore());
            ArrayNode closest = item.putArray("knownBest");
            measure.closest().forEach(closest::add);
        }
        ArrayNode atSource = node.putArray("hiddenAtSource");
        for (HiddenAtSource hidden : audit.atSource()) {
            atSource.addObject()
                    .put("what", hidden.what())
                    .put("sum", hidden.sum())
                    .put("pinnedDown", hidden.pinnedDown());
        }
        return node;
    }
}
