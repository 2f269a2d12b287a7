package org.needscape.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import org.needscape.desk.WrongUsageException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the file-to-file commands say on standard error, and how they answer wrong usage. */
final class DeskOutput {

    static final String UNPROTECTED = "unprotected output";

    private static final int NOTICES_SHOWN = 20;

    private DeskOutput() {}

    /**
     * Runs a use case and prints its notices.
     *
     * @param spec the command
     * @param unprotected what to say where counts are not hidden; empty where they are
     * @param work answers the notices
     * @return exit code 0
     * @throws ParameterException for wrong usage, which is exit code 2
     */
    static int run(CommandSpec spec, String unprotected, Supplier<List<String>> work) {
        CommandLine command = spec.commandLine();
        List<String> notices;
        try {
            notices = work.get();
        } catch (WrongUsageException wrong) {
            throw new ParameterException(command, wrong.getMessage(), wrong);
        }
        PrintWriter err = command.getErr();
        notices.stream().limit(NOTICES_SHOWN).forEach(err::println);
        if (notices.size() > NOTICES_SHOWN) {
            err.println("… and " + (notices.size() - NOTICES_SHOWN) + " more.");
        }
        if (!unprotected.isEmpty()) {
            err.println(unprotected);
        }
        err.flush();
        return CommandLine.ExitCode.OK;
    }

    /** A whole number of 0 or more, or wrong usage. */
    static int requireNotNegative(CommandSpec spec, String option, int number) {
        if (number < 0) {
            throw new ParameterException(spec.commandLine(), option + " must be 0 or more, not " + number + ".");
        }
        return number;
    }
}
