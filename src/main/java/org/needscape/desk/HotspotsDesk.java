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
    private final AreaTableSink sink;

    /**
     * @param boundaries reads the boundary files
     * @param sink writes the formats with shapes
     */
    public HotspotsDesk(BoundarySource boundaries, AreaTableSink sink) {
        this.boundaries = boundaries;
        this.sink = sink;
    }

    /**
     * Reads, tests and writes.
     *
     * @return what a person should know, one sentence each
     * @throws WrongUsageException when the options do not go together
     * @throws RefusedException when the files cannot be used, or {@code UnreadableFileException} when one cannot be read
     */
    public List<String> run(HotspotsRequest request) {
        RequestCheck.check(request);
        List<String> notices = new ArrayList<>();
        HotspotsInput input = HotspotsInput.read(request, notices);
        Shapes shapes = new Shapes(boundaries, request.links().boundaries());
        TableOutput output = new TableOutput(request, shapes, sink);
        if (request.method() == HotspotsRequest.Method.SCAN) {
            new ScanDesk(shapes).write(request, input, output, notices);
            return notices;
        }
        Neighbours neighbours = AreaLinks.of(request, input.areas(), shapes, notices);
        switch (request.method()) {
            case GI_STAR -> writeGetisOrd(GetisOrd.GI_STAR, request, input, neighbours, output, notices);
            case GI -> writeGetisOrd(GetisOrd.GI, request, input, neighbours, output, notices);
            case LOCAL_MORAN -> writeLocalMoran(request, input, neighbours, output, notices);
            case MORAN -> writeMoran(request, input, neighbours, notices);
            case EB -> new SmoothedRates(input, neighbours, request.links().isNone()).write(output);
            case JOIN_COUNT -> new JoinCountDesk(request, input, neighbours, notices).write(output);
            default -> throw new IllegalStateException("checked before: " + request.method());
        }
        return notices;
    }

    private static void writeGetisOrd(
            GetisOrd form,
            HotspotsRequest request,
            HotspotsInput input,
            Neighbours neighbours,
            TableOutput output,
            List<String> notices) {
        HotspotsRequest.Options options = request.options();
        LocalTests tests = form.test(input.tested(), neighbours, options.alternative());
        LocalTable table = new LocalTable(input, neighbours, tests);
        if (options.permutations() > 0) {
            table.withPermuted(new Permutations(options.permutations(), options.seed())
                    .getisOrd(tests, input.tested(), neighbours, options.alternative()));
        }
        table.write(output, notices);
    }

    private static void writeLocalMoran(
            HotspotsRequest request,
            HotspotsInput input,
            Neighbours neighbours,
            TableOutput output,
            List<String> notices) {
        HotspotsRequest.Options options = request.options();
        LocalMoran moran =
                LocalMoran.test(input.tested(), neighbours, options.rowStandardised(), options.alternative());
        LocalTable table = new LocalTable(input, neighbours, moran.tests()).withMoran(moran);
        if (options.permutations() > 0) {
            table.withPermuted(new Permutations(options.permutations(), options.seed())
                    .localMoran(moran, input.tested(), neighbours, options.alternative()));
        }
        table.write(output, notices);
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
