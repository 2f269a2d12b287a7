package org.needscape.cli;

import org.jspecify.annotations.Nullable;
import org.needscape.service.ImportRequest;
import org.needscape.service.PolicyChange;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What was agreed about restricted figures, for those who import them: from the first moment on nothing else is shown. */
final class AgreedOption {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--threshold",
            paramLabel = "N",
            description =
                    "Counts of 1 to N of restricted figures are hidden, 1 to 100; without it as for the file before, at first 1 to 5.")
    private @Nullable Integer threshold;

    ImportRequest.Options addTo(ImportRequest.Options options) {
        if (threshold == null) {
            return options;
        }
        try {
            return options.withAgreed(PolicyChange.none().withThreshold(threshold));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
