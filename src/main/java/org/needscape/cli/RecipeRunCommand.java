package org.needscape.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.cli.Program.OpenStore;
import org.needscape.desk.WholeFile;
import org.needscape.indicator.Period;
import org.needscape.service.EncodedDocument;
import org.needscape.service.MatrixFormat;
import org.needscape.service.MatrixService.Question;
import org.needscape.service.RejectedException;
import org.needscape.service.RejectedException.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code needscape recipes run}. */
@Command(
        name = "run",
        description =
                "Writes the need matrix of a scoring method: areas by factors, with score, rank, tenth and how sure"
                        + " the rank is. 'default' is the method that takes every circumstance which is loaded.")
final class RecipeRunCommand implements Callable<Integer> {

    /** The violations that an option of this verb is about. */
    private static final Set<String> OPTIONS = Set.of("version", "geography", "period", "most", "extent");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RecipesCommand recipes;

    /** Beside a --version of its own, the standard options do not help. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("unused")
    private boolean help;

    @Parameters(index = "0", paramLabel = "ID", description = "As 'needscape recipes' lists it, or default.")
    private String id = "";

    @Option(names = "--version", paramLabel = "N", description = "The latest without it.")
    private @Nullable Integer version;

    @Option(names = "--extent", paramLabel = "NAME", description = "Which areas; needed where the store has several.")
    private @Nullable String extent;

    @Option(
            names = "--geography",
            paramLabel = "G",
            description = "Such as lsoa-2021; the latest small areas that have the figures without it.")
    private @Nullable String geography;

    @Option(
            names = "--period",
            paramLabel = "P",
            description = "Of figures where the method names none; the latest of each without it.")
    private @Nullable String period;

    @Option(
            names = "--most",
            paramLabel = "K",
            description = "How likely each area is among the K with most need; 10 without it.")
    private @Nullable Integer most;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "json, csv, xlsx or geojson.")
    private String format = "";

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        MatrixFormat chosen;
        try {
            chosen = MatrixFormat.parse(format);
        } catch (RejectedException unknown) {
            throw usage(String.valueOf(unknown.getMessage()));
        }
        if ((version != null && version < 1) || (most != null && most < 1)) {
            throw usage("--version and --most are whole numbers from 1.");
        }
        Optional<Geography> wantedGeography = option("--geography", geography, Geography::parse);
        Optional<Period> wantedPeriod = option("--period", period, Period::new);
        Optional<ExtentName> wantedExtent = option("--extent", extent, ExtentName::new);
        WholeFile file = WholeFile.at(output);
        try (OpenStore open = recipes.open()) {
            Question question = new Question(
                    wantedExtent.orElseGet(() -> only(open.matrices().extents())),
                    id,
                    Optional.ofNullable(version),
                    wantedGeography,
                    wantedPeriod,
                    Optional.ofNullable(most));
            EncodedDocument matrix = open.matrices().document(question, chosen);
            file.write(out -> out.write(matrix.bytes(false)));
        } catch (RejectedException wrong) {
            throw new RejectedException(wrong.violations().stream()
                    .map(violation -> OPTIONS.contains(violation.field())
                            ? violation
                            : new Violation("", RecipeAddCommand.sentence(violation)))
                    .toList());
        }
        return RootCommand.DONE;
    }

    private static ExtentName only(List<ExtentName> extents) {
        if (extents.size() != 1) {
            throw new RejectedException(
                    "extent",
                    extents.isEmpty()
                            ? "Nothing is loaded: import areas and measures first."
                            : "The store has several extents: name one of "
                                    + String.join(
                                            ", ",
                                            extents.stream()
                                                    .map(ExtentName::value)
                                                    .toList())
                                    + ".");
        }
        return extents.get(0);
    }

    private <T> Optional<T> option(String name, @Nullable String text, Function<String, T> parser) {
        try {
            return Optional.ofNullable(text).map(parser);
        } catch (IllegalArgumentException wrong) {
            throw usage(name + ": " + wrong.getMessage());
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
