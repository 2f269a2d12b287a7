package org.needscape.cli;

import java.util.Locale;
import org.needscape.service.DatasetService;
import org.needscape.service.Signature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code needscape datasets approve}, {@code withdraw} and {@code forget}. */
final class DatasetDecisions {

    private DatasetDecisions() {}

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Approves a draft for release, as its policy stands.")
    static final class Approve extends DatasetChange {

        @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who approves it.")
        private String by = "";

        @Option(names = "--note", paramLabel = "TEXT", description = "Why, or under what conditions.")
        private String note = "";

        @Override
        public Integer call() {
            Signature signature = signature(by, note);
            return run((service, progress) -> new Answer(
                    "Data set " + id + " is approved for release.", service.approve(id, signature, progress)));
        }
    }

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description =
                    "Withdraws a data set for good: nothing of it is shown any more. Its values stay until 'forget'.")
    static final class Withdraw extends DatasetChange {

        @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who withdraws it.")
        private String by = "";

        @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
        private String note = "";

        @Override
        public Integer call() {
            Signature signature = signature(by, note);
            return run((service, progress) ->
                    new Answer("Data set " + id + " is withdrawn.", service.withdraw(id, signature, progress)));
        }
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description = {
                "Deletes the values of a data set that is withdrawn or past its last day; they cannot be brought back.",
                "That it was imported, its policy and the decisions about it are kept."
            })
    static final class Forget extends DatasetChange {

        @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who deletes them.")
        private String by = "";

        @Override
        public Integer call() {
            Signature signature = signature(by, "");
            return run((service, progress) -> {
                DatasetService.Forgotten forgotten = service.forget(id, signature.by(), progress);
                return new Answer(
                        String.format(Locale.UK, "%,d values of data set %d were deleted.", forgotten.values(), id),
                        forgotten.dataset());
            });
        }
    }
}
