package org.needscape.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.needscape.desk.HotspotsDesk;
import org.needscape.desk.HotspotsRequest;
import org.needscape.spatial.Contiguity;
import org.needscape.stats.Alternative;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code needscape hotspots}: spatial statistics from file to file. */
@Command(
        name = "hotspots",
        mixinStandardHelpOptions = true,
        description = "Finds hotspots from files, without a store.",
        footer = "Without --suppress the output is unprotected: counts can be worked out from it.")
@SuppressWarnings("NullAway.Init") // picocli sets the required options before call()
public final class HotspotsCommand implements Callable<Integer> {

    private static final int MOST_PERMUTATIONS = 999_999;
    private static final int SCAN_DRAWS = 999;
    private static final int LOCAL_JOIN_DRAWS = 9_999;

    private final HotspotsDesk desk;

    @Spec
    private CommandSpec spec;

    @Option(names = "--values", paramLabel = "CSV", required = true, description = "A row per area.")
    private Path values;

    @Option(names = "--code", paramLabel = "COLUMN", required = true, description = "The code column of the values.")
    private String code;

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            description =
                    "The values to test. For join-count a column of flags, 0 or 1; given several times, an area counts"
                            + " that has all of them (co-location).")
    private List<String> value = List.of();

    @Option(names = "--count", paramLabel = "COLUMN", description = "Counts, with --population instead of --value.")
    private @Nullable String count;

    @Option(names = "--population", paramLabel = "COLUMN", description = "Populations of the counts.")
    private @Nullable String population;

    @Option(
            names = "--method",
            required = true,
            description = "gi-star, gi, local-moran, moran, eb, scan or join-count.")
    private String method;

    @Mixin
    private NeighbourOptions neighbourOptions = new NeighbourOptions();

    @Option(
            names = "--weights",
            description =
                    "row or binary; default binary for gi and gi-star, row otherwise. Gi and Gi* are the same by both; binary"
                            + " makes a join count one of pairs, as local join counts always are.")
    private @Nullable String weights;

    @Option(
            names = "--permutations",
            paramLabel = "N",
            description =
                    "How many, at most 999999; default 0, analytic only, 999 for scan, 9999 for local join counts.")
    private @Nullable String permutations;

    @Option(names = "--seed", defaultValue = "1", description = "Of the permutations; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--alternative",
            description = "two-sided, greater or less; default two-sided, and greater for join-count and scan, where"
                    + " less means low rates.")
    private @Nullable String alternative;

    @Option(
            names = "--max-population",
            paramLabel = "SHARE",
            description = "For scan: the largest share of the population in a circle; default 0.5.")
    private @Nullable Double maxPopulation;

    @Option(names = "--suppress", paramLabel = "N", defaultValue = "0", description = "Hide counts of 1 to N as [c].")
    private int suppress;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description =
                    "Ends in .csv, .json, or with --boundaries in .geojson, .gpkg or .zip (shapefile). moran writes .json;"
                            + " join-count writes the count of all areas to .json, each area's to the others.")
    private Path output;

    /** @param desk does the work */
    public HotspotsCommand(HotspotsDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        HotspotsRequest.Method statistic =
                choose("--method", method, HotspotsRequest.Method.values(), HotspotsRequest.Method::code);
        if (maxPopulation != null && statistic != HotspotsRequest.Method.SCAN) {
            throw usage("--max-population belongs to --method scan.");
        }
        HotspotsRequest.MeasureColumns measure = measure();
        HotspotsRequest request = new HotspotsRequest(
                values,
                code,
                measure,
                neighbourOptions.links(spec, statistic),
                statistic,
                options(statistic),
                suppress,
                output);
        DeskOutput.requireNotNegative(spec, "--suppress", suppress);
        String unprotected = DeskOutput.UNPROTECTED;
        if (suppress > 0) {
            unprotected = measure instanceof HotspotsRequest.MeasureColumns.OfRate
                    ? ""
                    : DeskOutput.UNPROTECTED + ": --suppress hides counts, and --value names none";
        }
        return DeskOutput.run(spec, unprotected, () -> desk.run(request));
    }

    private HotspotsRequest.MeasureColumns measure() {
        if (!value.isEmpty() && count == null && population == null) {
            return value.size() == 1
                    ? new HotspotsRequest.MeasureColumns.OfValue(value.get(0))
                    : new HotspotsRequest.MeasureColumns.OfFlags(value);
        }
        if (value.isEmpty() && count != null && population != null) {
            return new HotspotsRequest.MeasureColumns.OfRate(count, population);
        }
        throw usage("Give either --value, or --count and --population.");
    }

    private HotspotsRequest.Options options(HotspotsRequest.Method statistic) {
        boolean getisOrd = statistic == HotspotsRequest.Method.GI || statistic == HotspotsRequest.Method.GI_STAR;
        String scheme = weights == null ? (getisOrd ? "binary" : "row") : weights;
        if (!scheme.equals("row") && !scheme.equals("binary")) {
            throw usage("--weights is row or binary, not " + scheme + ".");
        }
        boolean scan = statistic == HotspotsRequest.Method.SCAN;
        boolean upperTailed = scan || statistic == HotspotsRequest.Method.JOIN_COUNT;
        int draws = permutations == null ? usualDraws(statistic) : draws(permutations);
        String side = alternative == null ? (upperTailed ? "greater" : "two-sided") : alternative;
        return new HotspotsRequest.Options(
                choose("--contiguity", neighbourOptions.contiguity(), Contiguity.values(), Contiguity::code),
                scheme.equals("row"),
                draws,
                seed,
                choose("--alternative", side, Alternative.values(), Alternative::code),
                maxPopulation == null ? 0.5 : maxPopulation);
    }

    private int draws(String number) {
        // As many digits as fit a long; more are too many as well.
        if (!number.matches("\\d{1,18}") || Long.parseLong(number) > MOST_PERMUTATIONS) {
            throw usage("--permutations is a whole number from 0 to " + MOST_PERMUTATIONS + ", not " + number + ".");
        }
        return Integer.parseInt(number);
    }

    private int usualDraws(HotspotsRequest.Method statistic) {
        if (statistic == HotspotsRequest.Method.SCAN) {
            return SCAN_DRAWS;
        }
        boolean json =
                String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json");
        return statistic == HotspotsRequest.Method.JOIN_COUNT && !json ? LOCAL_JOIN_DRAWS : 0;
    }

    private <E> E choose(String option, String word, E[] possible, Function<E, String> code) {
        for (E choice : possible) {
            if (code.apply(choice).equals(word)) {
                return choice;
            }
        }
        throw usage(option + " is one of "
                + String.join(", ", Arrays.stream(possible).map(code).toList()) + ", not " + word + ".");
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
