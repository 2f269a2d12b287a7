package org.needscape.cli;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is asked of somebody who wants exact values. */
final class ExactOptions {

    @Option(
            names = "--exact",
            description =
                    "Writes exact values: counts that are hidden everywhere else. Only on the store's own machine, of"
                            + " rates and of indicators of the county's own records; every use is recorded.")
    private boolean exact;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why exact values are needed; --exact asks for it.")
    private @Nullable String reason;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who needs exact values (default: the name of the operating system's user).")
    private @Nullable String by;

    /** Whether exact values are asked for; anything about them without that is wrong usage. */
    boolean isExact(CommandSpec spec) {
        if (!exact && (reason != null || by != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--reason and --by are for exact values: add --exact or leave them out.");
        }
        if (exact && reason == null) {
            throw new ParameterException(
                    spec.commandLine(), "--exact asks for a reason: say with --reason why exact values are needed.");
        }
        return exact;
    }

    /** The name that was given, or the one of the operating system's user, or wrong usage. */
    <T> T by(CommandSpec spec, Function<String, T> maker) {
        return checked(spec, "--by", by == null ? System.getProperty("user.name", "") : by, maker);
    }

    /** The reason, or wrong usage. */
    <T> T reason(CommandSpec spec, Function<String, T> maker) {
        return checked(spec, "--reason", reason == null ? "" : reason, maker);
    }

    private static <T> T checked(CommandSpec spec, String option, String text, Function<String, T> maker) {
        try {
            return maker.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }
}
