package org.needscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.needscape.report.UnreadableFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code needscape demo-data}. */
@Command(
        name = "demo-data",
        mixinStandardHelpOptions = true,
        description =
                "Writes the fictional county's files: boundaries, deprivation, lookup, population, measures and counts.")
final class DemoDataCommand implements Callable<Integer> {

    private final Program program;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder to write to; made when it is not there.")
    private Path folder = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Another county of the same kind; same seed, same files.")
    private @Nullable Long seed;

    DemoDataCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try {
            program.writeDemoData(folder, seed);
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "The folder " + folder + " cannot be written to: check its name, your rights and the disk's space.",
                    e);
        }
        return RootCommand.DONE;
    }
}
