package org.needscape.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.needscape.desk.MatrixDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code needscape matrix}: the need matrix from file to file. */
@Command(
        name = "matrix",
        mixinStandardHelpOptions = true,
        description = "Scores and ranks areas by a recipe, from files, without a store.",
        footer = "Without --suppress the output is unprotected. --suppress works on factors that name their count.")
@SuppressWarnings("NullAway.Init") // picocli sets the required options before call()
public final class MatrixCommand implements Callable<Integer> {

    private static final int MOST_DRAWS = 100_000;

    private final MatrixDesk desk;

    @Spec
    private CommandSpec spec;

    @Option(names = "--values", paramLabel = "CSV", required = true, description = "A row per area.")
    private Path values;

    @Option(names = "--code", paramLabel = "COLUMN", required = true, description = "The code column.")
    private String code;

    @Option(names = "--recipe", paramLabel = "FILE.json", required = true, description = "Factors, polarity, weights.")
    private Path recipe;

    @Option(
            names = "--neighbours",
            paramLabel = "CSV",
            description = "Columns id and neighbour, for factors with \"shrinkage\": \"local\".")
    private @Nullable Path neighbours;

    @Option(
            names = "--district",
            paramLabel = "COLUMN",
            description = "The column of districts, for factors with \"shrinkage\": \"district\".")
    private @Nullable String district;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description =
                    "How sure ranks are: draws rates of factors that name count and population, and weights, N times.")
    private @Nullable Integer draws;

    @Option(names = "--seed", paramLabel = "S", description = "Of the draws; 1 unless given.")
    private @Nullable Long seed;

    @Option(
            names = "--most",
            paramLabel = "K",
            description = "With --draws: how likely each area is among the K with most need.")
    private @Nullable Integer most;

    @Option(
            names = "--sensitivity",
            paramLabel = "FILE.csv",
            description =
                    "A second file: how many times its weight a factor would have to count to move an area into the"
                            + " highest-need tenth or out of it.")
    private @Nullable Path sensitivity;

    @Option(names = "--suppress", paramLabel = "N", defaultValue = "0", description = "Hide counts of 1 to N as [c].")
    private int suppress;

    @Option(names = "--output", paramLabel = "FILE.csv", required = true, description = "The file to write.")
    private Path output;

    /** @param desk does the work */
    public MatrixCommand(MatrixDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (draws == null && seed != null) {
            throw new ParameterException(spec.commandLine(), "--seed belongs to --draws.");
        }
        if (draws == null && most != null) {
            throw new ParameterException(spec.commandLine(), "--most belongs to --draws.");
        }
        if (most != null && most < 1) {
            throw new ParameterException(spec.commandLine(), "--most is at least 1, not " + most + ".");
        }
        if (draws != null && (draws < 1 || draws > MOST_DRAWS)) {
            throw new ParameterException(
                    spec.commandLine(), "--draws is 1 to " + MOST_DRAWS + ", not " + draws + ": 1000 is usual.");
        }
        int times = draws == null ? 0 : draws;
        long from = seed == null ? 1 : seed;
        DeskOutput.requireNotNegative(spec, "--suppress", suppress);
        return DeskOutput.run(
                spec,
                suppress > 0 ? "" : DeskOutput.UNPROTECTED,
                () -> desk.run(new MatrixDesk.Request(
                        values,
                        code,
                        recipe,
                        suppress,
                        Optional.ofNullable(neighbours),
                        Optional.ofNullable(district),
                        times,
                        from,
                        Optional.ofNullable(most),
                        Optional.ofNullable(sensitivity),
                        output)));
    }
}
