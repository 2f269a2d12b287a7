package org.needscape.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.needscape.spatial.GetisOrd;
import org.needscape.spatial.GlobalMoran;
import org.needscape.spatial.LocalMoran;
import org.needscape.spatial.LocalTests;
import org.needscape.spatial.Neighbours;
import org.needscape.spatial.Permutations;

/** Local and global spatial statistics from file to file. */
public final class HotspotsDesk {

    private final BoundarySource boundaries;

    /** @param boundaries reads the boundary files */
    public HotspotsDesk(BoundarySource boundaries) {
        this.boundaries = boundaries;
    }

    /**
     * Reads, tests and writes.
     *
     * @return what a person should know, one sentence each
     * @throws WrongUsageException when the options do not go together
     * @throws RefusedException when the files cannot be used, or {@code UnreadableFileException} when one cannot be read
     */
    public List<String> run(HotspotsRequest request) {
        check(request);
        List<String> notices = new ArrayList<>();
        HotspotsInput input = HotspotsInput.read(request, notices);
        if (request.method() == HotspotsRequest.Method.SCAN) {
            new ScanDesk(boundaries).write(request, input, notices);
            return notices;
        }
        Neighbours neighbours = neighbours(request, input, notices);
        switch (request.method()) {
            case GI_STAR -> writeGetisOrd(GetisOrd.GI_STAR, request, input, neighbours);
            case GI -> writeGetisOrd(GetisOrd.GI, request, input, neighbours);
            case LOCAL_MORAN -> writeLocalMoran(request, input, neighbours);
            case MORAN -> writeMoran(request, input, neighbours, notices);
            case EB ->
                new SmoothedRates(input, neighbours, request.links() instanceof HotspotsRequest.Links.None)
                        .write(request.output());
            case JOIN_COUNT -> JoinCountDesk.write(request, input, neighbours, notices);
            default -> throw new IllegalStateException("checked before: " + request.method());
        }
        return notices;
    }

    private static void check(HotspotsRequest request) {
        HotspotsRequest.Method method = request.method();
        if (method == HotspotsRequest.Method.SCAN) {
            ScanDesk.check(request);
            return;
        }
        if (request.links() instanceof HotspotsRequest.Links.OfCentres
                || (request.links() instanceof HotspotsRequest.Links.None && method != HotspotsRequest.Method.EB)) {
            throw new WrongUsageException("The method " + method.code() + " needs --neighbours or --boundaries.");
        }
        if (method == HotspotsRequest.Method.EB) {
            if (!(request.measure() instanceof HotspotsRequest.MeasureColumns.OfRate)) {
                throw new WrongUsageException("The method eb needs --count and --population.");
            }
            if (request.options().permutations() > 0) {
                throw new WrongUsageException("The method eb has no permutations.");
            }
        }
        boolean global = method == HotspotsRequest.Method.MORAN || method == HotspotsRequest.Method.JOIN_COUNT;
        OutputFile.requireExtension(request.output(), global ? List.of("json") : List.of("csv", "json"));
    }

    private Neighbours neighbours(HotspotsRequest request, HotspotsInput input, List<String> notices) {
        if (request.links() instanceof HotspotsRequest.Links.OfList list) {
            return NeighbourFile.read(list.file(), input.areas(), notices);
        }
        if (request.links() instanceof HotspotsRequest.Links.OfBoundaries source) {
            return NeighbourFile.fromBoundaries(
                    boundaries.read(source.file(), source.codeColumn()),
                    request.options().contiguity(),
                    input.areas(),
                    notices);
        }
        return Neighbours.ofLists(new int[input.areas().size()][0]);
    }

    private static void writeGetisOrd(
            GetisOrd form, HotspotsRequest request, HotspotsInput input, Neighbours neighbours) {
        HotspotsRequest.Options options = request.options();
        LocalTests tests = form.test(input.tested(), neighbours, options.alternative());
        LocalTable table = new LocalTable(input, neighbours, tests);
        if (options.permutations() > 0) {
            table.withPermuted(new Permutations(options.permutations(), options.seed())
                    .getisOrd(tests, input.tested(), neighbours, options.alternative()));
        }
        table.write(request.method(), request.output());
    }

    private static void writeLocalMoran(HotspotsRequest request, HotspotsInput input, Neighbours neighbours) {
        HotspotsRequest.Options options = request.options();
        LocalMoran moran =
                LocalMoran.test(input.tested(), neighbours, options.rowStandardised(), options.alternative());
        LocalTable table = new LocalTable(input, neighbours, moran.tests()).withMoran(moran);
        if (options.permutations() > 0) {
            table.withPermuted(new Permutations(options.permutations(), options.seed())
                    .localMoran(moran, input.tested(), neighbours, options.alternative()));
        }
        table.write(request.method(), request.output());
    }

    private static void writeMoran(
            HotspotsRequest request, HotspotsInput input, Neighbours neighbours, List<String> notices) {
        HotspotsRequest.Options options = request.options();
        GlobalMoran moran = GlobalMoran.compute(input.tested(), neighbours, options.rowStandardised())
                .orElseThrow(
                        () -> new RefusedException("Moran's I does not exist for these values: it needs at least four"
                                + " areas with neighbours and values that vary."));
        int leftOut = input.areas().size() - moran.areaCount();
        if (leftOut > 0) {
            notices.add(leftOut + " areas without a value or without neighbours were left out.");
        }
        // Rounded where counts are hidden, so that a hidden count cannot be found by trying.
        double unit = input.hidesSomething() ? 1e-2 : 0;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("i", round(moran.statistic(), unit));
        json.put("expectation", moran.expectation());
        json.put("variance_randomisation", round(moran.varianceRandomisation(), unit * 1e-2));
        json.put("z_randomisation", round(moran.zRandomisation(), unit));
        json.put("p_randomisation", round(options.alternative().pValue(moran.zRandomisation()), unit));
        json.put("variance_normality", round(moran.varianceNormality(), unit * 1e-2));
        json.put("z_normality", round(moran.zNormality(), unit));
        if (options.permutations() > 0) {
            json.put(
                    "p_sim",
                    new Permutations(options.permutations(), options.seed())
                            .globalMoran(input.tested(), neighbours, options.rowStandardised(), options.alternative()));
        } else {
            json.putNull("p_sim");
        }
        OutputFile.writeJson(request.output(), json);
    }

    static double round(double number, double unit) {
        return unit == 0 ? number : Math.round(number / unit) * unit;
    }
}
