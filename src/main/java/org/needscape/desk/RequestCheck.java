package org.needscape.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.needscape.spatial.InverseDistance;
import org.needscape.stats.Alternative;

/** Whether what is asked of a method goes together, before any file is read. */
final class RequestCheck {

    private RequestCheck() {}

    /** @throws WrongUsageException when it does not, with the first thing that is wrong */
    static void check(HotspotsRequest request) {
        switch (request.method()) {
            case SCAN -> ScanDesk.check(request);
            case JOIN_COUNT -> JoinCountDesk.check(request);
            default -> {
                if (request.measure() instanceof HotspotsRequest.MeasureColumns.OfFlags) {
                    throw new WrongUsageException("Several --value belong to --method join-count.");
                }
            }
        }
        if (request.method() != HotspotsRequest.Method.SCAN) {
            checkNeighbours(request);
        }
        if (request.method() == HotspotsRequest.Method.EB) {
            if (!(request.measure() instanceof HotspotsRequest.MeasureColumns.OfRate)) {
                throw new WrongUsageException("The method eb needs --count and --population.");
            }
            if (request.options().permutations() > 0) {
                throw new WrongUsageException("The method eb has no permutations.");
            }
        }
        checkOutput(request);
    }

    private static void checkNeighbours(HotspotsRequest request) {
        HotspotsRequest.Links links = request.links();
        if (links.rule().isPresent() && !links.hasPlaces()) {
            throw new WrongUsageException("--nearest, --band and --inverse need --x and --y, columns of coordinates in"
                    + " metres, or --boundaries.");
        }
        if (links.isNone() && request.method() != HotspotsRequest.Method.EB) {
            throw new WrongUsageException(
                    "The method " + request.method().code() + " needs --neighbours or --boundaries.");
        }
        if (links.bridges().isEmpty()) {
            return;
        }
        if (links.isNone()) {
            throw new WrongUsageException(
                    "--bridge adds to neighbours: give --neighbours, --boundaries or a distance as well.");
        }
        if (links.rule().orElse(null) instanceof InverseDistance) {
            throw new WrongUsageException(
                    "--bridge and --inverse do not go together: a bridge has no distance to weigh it by.");
        }
    }

    private static void checkOutput(HotspotsRequest request) {
        boolean table = request.method() != HotspotsRequest.Method.MORAN;
        String extension = OutputFile.extension(request.output());
        if (table && TableOutput.format(extension).isPresent()) {
            if (request.links().boundaries().isEmpty()) {
                throw new WrongUsageException("The output " + request.output().getFileName()
                        + " has shapes and needs --boundaries; without" + " them write .csv or .json.");
            }
            return;
        }
        List<String> possible = new ArrayList<>(List.of("json"));
        if (table) {
            possible.add(0, "csv");
            Arrays.stream(AreaTableSink.Format.values())
                    .map(AreaTableSink.Format::extension)
                    .forEach(possible::add);
        }
        OutputFile.requireExtension(request.output(), possible);
    }

    /** @throws WrongUsageException when the test is of one side, and another is asked for */
    static void requireAlternative(HotspotsRequest request, Alternative only, String sentence) {
        if (request.options().alternative() != only) {
            throw new WrongUsageException(sentence);
        }
    }
}
