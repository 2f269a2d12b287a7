package org.needscape.cli;

import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.needscape.cli.Program.OpenStore;
import org.needscape.progress.Progress;
import org.needscape.service.DatasetService;
import org.needscape.service.ListedDataset;
import org.needscape.service.Signature;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What the verbs have in common that change what holds for a data set. */
abstract class DatasetChange implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    DatasetsCommand datasets;

    @Parameters(index = "0", paramLabel = "ID", description = "A data set's number, as 'needscape datasets' lists it.")
    long id;

    /** What a change came to: a sentence, which may be empty, and the data set as it is now. */
    record Answer(String sentence, ListedDataset dataset) {}

    /** Does the work on an open store and prints what came of it. */
    final int run(BiFunction<DatasetService, Progress, Answer> work) {
        try (OpenStore open = datasets.open()) {
            TerminalProgress terminal = new TerminalProgress(spec.commandLine().getErr());
            Answer answer;
            try {
                answer = work.apply(open.datasets(), terminal);
            } finally {
                terminal.end();
            }
            datasets.print(answer.sentence(), answer.dataset());
        }
        return RootCommand.DONE;
    }

    /** Who decides, and why, or wrong usage. */
    final Signature signature(String by, String note) {
        checked("--by", () -> new Signature(by));
        return checked("--note", () -> new Signature(by, note));
    }

    /** Something made of options, or wrong usage. */
    final <T> T checked(String option, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }
}
