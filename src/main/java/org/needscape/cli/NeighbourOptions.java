package org.needscape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needscape.desk.HotspotsRequest;
import org.needscape.spatial.DistanceBand;
import org.needscape.spatial.DistanceRule;
import org.needscape.spatial.InverseDistance;
import org.needscape.spatial.NearestNeighbours;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say where areas lie and which are neighbours. */
final class NeighbourOptions {

    /** Nearer centres count as if they were so far apart, so that one neighbour does not outweigh all others. */
    private static final double NEAREST_METRES = 100;

    @Option(
            names = "--boundaries",
            paramLabel = "FILE",
            description =
                    "Boundaries: neighbours are areas that touch, unless --nearest, --band or --inverse says otherwise.")
    private @Nullable Path boundaries;

    @Option(names = "--boundary-code", paramLabel = "COLUMN", description = "The code column of the boundaries.")
    private @Nullable String boundaryCode;

    @Option(names = "--neighbours", paramLabel = "CSV", description = "Columns id, neighbour and optionally weight.")
    private @Nullable Path neighbours;

    @Option(names = "--contiguity", description = "Of boundaries that touch: queen or rook; default queen.")
    private @Nullable String contiguity;

    @Option(names = "--nearest", paramLabel = "K", description = "Neighbours are the K areas with the nearest centres.")
    private @Nullable String nearest;

    @Option(
            names = "--band",
            paramLabel = "METRES",
            description = "Neighbours are all areas whose centres are within a distance.")
    private @Nullable String band;

    @Option(
            names = "--inverse",
            paramLabel = "METRES[,POWER]",
            description = "As --band, each weighted by 1 / distance^POWER; default 1. Less than 100 m counts as 100 m.")
    private @Nullable String inverse;

    @Option(
            names = "--bridge",
            paramLabel = "A,B",
            description = "Two areas that are neighbours besides, both ways; may be given several times.")
    private List<String> bridge = List.of();

    @Option(names = "--bridges", paramLabel = "CSV", description = "Bridges in columns id and neighbour.")
    private @Nullable Path bridges;

    @Option(
            names = "--x",
            paramLabel = "COLUMN",
            description = "For scan and distances: eastings of centres in metres; else centroids of --boundaries.")
    private @Nullable String x;

    @Option(
            names = "--y",
            paramLabel = "COLUMN",
            description = "For scan and distances: northings of centres in metres; else centroids of --boundaries.")
    private @Nullable String y;

    /** The word of the contiguity asked for. */
    String contiguity() {
        return contiguity == null ? "queen" : contiguity;
    }

    /** What was asked for, or wrong usage. */
    HotspotsRequest.Links links(CommandSpec spec, HotspotsRequest.Method method) {
        Optional<DistanceRule> rule = rule(spec);
        if ((x == null) != (y == null)) {
            throw usage(spec, "Give --x and --y together.");
        }
        if (x != null && method != HotspotsRequest.Method.SCAN && rule.isEmpty()) {
            throw usage(spec, "--x and --y belong to --method scan, or to --nearest, --band or --inverse.");
        }
        if (boundaries != null && neighbours != null) {
            throw usage(spec, "Give either --boundaries or --neighbours, not both.");
        }
        if (rule.isPresent() && neighbours != null) {
            throw usage(spec, "Give either --neighbours or one of --nearest, --band and --inverse, not both.");
        }
        if (contiguity != null && (rule.isPresent() || boundaries == null)) {
            throw usage(spec, "--contiguity belongs to --boundaries without --nearest, --band or --inverse.");
        }
        if (boundaryCode != null && boundaries == null) {
            throw usage(spec, "--boundary-code belongs to --boundaries.");
        }
        for (String pair : bridge) {
            if (pair.split(",", -1).length != 2) {
                throw usage(spec, "--bridge is two codes with a comma between them, not " + pair + ".");
            }
        }
        return new HotspotsRequest.Links(
                Optional.ofNullable(boundaries)
                        .map(file -> new HotspotsRequest.BoundaryFile(file, boundaryCode == null ? "" : boundaryCode)),
                Optional.ofNullable(neighbours),
                x == null || y == null ? Optional.empty() : Optional.of(new HotspotsRequest.CentreColumns(x, y)),
                rule,
                new HotspotsRequest.Bridges(bridge, Optional.ofNullable(bridges)));
    }

    private Optional<DistanceRule> rule(CommandSpec spec) {
        List<DistanceRule> rules = new ArrayList<>();
        try {
            if (nearest != null) {
                rules.add(new NearestNeighbours(Integer.parseInt(nearest), false));
            }
            if (band != null) {
                rules.add(new DistanceBand(Double.parseDouble(band)));
            }
            if (inverse != null) {
                rules.add(inverse(inverse));
            }
        } catch (NumberFormatException noNumber) {
            throw usage(
                    spec,
                    "Not a number: --nearest is how many, --band a distance in metres, --inverse such a distance and, if"
                            + " wanted, a comma and a power, as in 3000,2.");
        } catch (IllegalArgumentException impossible) {
            throw usage(spec, String.valueOf(impossible.getMessage()));
        }
        if (rules.size() > 1) {
            throw usage(spec, "Give one of --nearest, --band and --inverse.");
        }
        return rules.stream().findFirst();
    }

    private static InverseDistance inverse(String words) {
        String[] parts = words.split(",", -1);
        if (parts.length > 2) {
            throw new NumberFormatException(words);
        }
        double metres = Double.parseDouble(parts[0].strip());
        double power = parts.length == 1 ? 1 : Double.parseDouble(parts[1].strip());
        return new InverseDistance(power, metres, Math.min(metres, NEAREST_METRES));
    }

    private static ParameterException usage(CommandSpec spec, String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
