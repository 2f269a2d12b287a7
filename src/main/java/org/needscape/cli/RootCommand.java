package org.needscape.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import org.needscape.config.SettingsException;
import org.needscape.desk.GradientDesk;
import org.needscape.desk.HotspotsDesk;
import org.needscape.desk.MatrixDesk;
import org.needscape.desk.RefusedException;
import org.needscape.report.UnreadableFileException;
import org.needscape.service.NotFoundException;
import org.needscape.service.RejectedException;
import org.needscape.service.SoftwareVersion;
import org.needscape.store.StoreException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs, and how their ends become exit codes. */
@Command(
        name = "needscape",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        description = "Maps where children and families need help, why, and whether help reaches them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; refused rows are reported and are no failure",
            "1:the work could not be done; one sentence says why, and nothing is half-written",
            "2:wrong usage"
        })
public final class RootCommand implements Runnable {

    static final int DONE = 0;
    static final int NOT_DONE = 1;
    static final int WRONG_USAGE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private RootCommand() {}

    /** The command line with all verbs. */
    public static CommandLine commandLine(Program program) {
        CommandLine commandLine = new CommandLine(new RootCommand())
                .addSubcommand(new ServeCommand(program))
                .addSubcommand(ImportCommand.commandLine(program))
                .addSubcommand(new LayersCommand(program))
                .addSubcommand(new ExportCommand(program))
                .addSubcommand(RecipesCommand.commandLine(program))
                .addSubcommand(DatasetsCommand.commandLine(program))
                .addSubcommand(new AuditCommand(program))
                .addSubcommand(new ExactUsesCommand(program))
                .addSubcommand(new MoveCommand(program))
                .addSubcommand(new HotspotsCommand(new HotspotsDesk(program.boundaryFiles(), program.areaTableFiles())))
                .addSubcommand(new GradientCommand(new GradientDesk()))
                .addSubcommand(new MatrixCommand(new MatrixDesk()))
                .addSubcommand(new DemoDataCommand(program));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((thrown, failed, parsed) -> notDone(thrown, failed));
        commandLine.setExecutionStrategy(RootCommand::execute);
        commandLine.setParameterExceptionHandler((thrown, arguments) -> wrongUsage(thrown));
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do.");
    }

    private static int execute(CommandLine.ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            PrintWriter err = parsed.commandSpec().commandLine().getErr();
            String verb =
                    parsed.hasSubcommand() ? parsed.subcommand().commandSpec().name() : "";
            err.println("The program may not take as much memory as this needs; " + kept(verb)
                    + ". Give it more with NEEDSCAPE_JAVA_OPTIONS=-Xmx4g and run it again.");
            err.flush();
            return NOT_DONE;
        }
    }

    private static int notDone(Exception thrown, CommandLine failed) {
        PrintWriter err = failed.getErr();
        if (thrown instanceof RejectedException rejected) {
            rejected.violations()
                    .forEach(violation ->
                            err.println((violation.field().isEmpty() ? "" : "--" + violation.field() + ": ")
                                    + violation.message()));
        } else if (thrown instanceof NotFoundException
                || thrown instanceof UnreadableFileException
                || thrown instanceof RefusedException
                || thrown instanceof StoreException
                || thrown instanceof SettingsException) {
            err.println(thrown.getMessage());
        } else if (thrown instanceof CancellationException) {
            err.println("Stopped; nothing of it was kept.");
        } else {
            LoggerFactory.getLogger(RootCommand.class).debug("not foreseen", thrown);
            err.println("This was not foreseen; " + kept(failed.getCommandName())
                    + ". For the details set NEEDSCAPE_JAVA_OPTIONS=-Dneedscape.log=DEBUG and run it again.");
        }
        err.flush();
        return NOT_DONE;
    }

    /** A move is the one verb that keeps what it has done, and goes on. */
    private static String kept(String verb) {
        return verb.equals("move") ? "what was copied stays, and the same command goes on" : "nothing of it was kept";
    }

    private static int wrongUsage(ParameterException thrown) {
        CommandLine commandLine = thrown.getCommandLine();
        PrintWriter err = commandLine.getErr();
        err.println(thrown.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(thrown, err);
        err.println("See '" + commandLine.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return WRONG_USAGE;
    }

    /** The program's version for {@code --version}. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Needscape " + SoftwareVersion.version()};
        }
    }
}
