package org.needscape.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.needscape.desk.GradientDesk;
import org.needscape.desk.GradientRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code needscape gradient}: the deprivation-intervention gradient from file to file. */
@Command(
        name = "gradient",
        mixinStandardHelpOptions = true,
        description = "Fits how a rate falls from the most to the least deprived tenth, from files, without a store.",
        footer = "Without --suppress the output is unprotected: small counts are shown as they are.")
@SuppressWarnings("NullAway.Init") // picocli sets the required options before call()
public final class GradientCommand implements Callable<Integer> {

    private final GradientDesk desk;

    @Spec
    private CommandSpec spec;

    @Option(names = "--values", paramLabel = "CSV", required = true, description = "A row per area.")
    private Path values;

    @Option(names = "--code", paramLabel = "COLUMN", required = true, description = "The code column.")
    private String code;

    @Option(names = "--count", paramLabel = "COLUMN", required = true, description = "Events per area.")
    private String count;

    @Option(names = "--population", paramLabel = "COLUMN", required = true, description = "People per area.")
    private String population;

    @Option(names = "--decile", paramLabel = "COLUMN", description = "National decile, 1 most deprived.")
    private @Nullable String decile;

    @Option(names = "--rank", paramLabel = "COLUMN", description = "National rank, 1 most deprived, with --of.")
    private @Nullable String rank;

    @Option(names = "--of", paramLabel = "N", description = "How many areas are ranked, such as 32844.")
    private @Nullable Integer of;

    @Option(names = "--area", paramLabel = "COLUMN", description = "Place of each row: compares the places.")
    private @Nullable String area;

    @Option(
            names = "--families-squared",
            paramLabel = "COLUMN",
            description = "Squared numbers of events per family, added up over a row's families: widens the limits.")
    private @Nullable String familiesSquared;

    @Option(
            names = "--counted-once",
            description = "A person is counted at most once: rows with more events than people are left out.")
    private boolean countedOnce;

    @Option(names = "--suppress", paramLabel = "N", defaultValue = "0", description = "Hide counts of 1 to N as [c].")
    private int suppress;

    @Option(names = "--output", paramLabel = "FILE.json", required = true, description = "The file to write.")
    private Path output;

    /** @param desk does the work */
    public GradientCommand(GradientDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        DeskOutput.requireNotNegative(spec, "--suppress", suppress);
        GradientRequest request =
                new GradientRequest(values, code, count, population, deprivation(), options(), suppress, output);
        return DeskOutput.run(spec, suppress > 0 ? "" : DeskOutput.UNPROTECTED, () -> desk.run(request));
    }

    private GradientRequest.Options options() {
        return new GradientRequest.Options(
                area == null ? "" : area, familiesSquared == null ? "" : familiesSquared, countedOnce);
    }

    private GradientRequest.Deprivation deprivation() {
        if (decile != null && rank == null && of == null) {
            return new GradientRequest.Deprivation.OfDecile(decile);
        }
        if (decile == null && rank != null && of != null) {
            if (of < 1) {
                throw usage("--of is the number of ranked areas, above 0, not " + of + ".");
            }
            return new GradientRequest.Deprivation.OfRank(rank, of);
        }
        throw usage("Give either --decile, or --rank and --of.");
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
