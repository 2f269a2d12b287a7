package org.needscape.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.needscape.area.AreaCode;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.JoinCount;
import org.needscape.spatial.Neighbours;

/**
 * The join count of flagged areas. The flag is the value itself where values are given, 0 or 1; where counts and populations are, the
 * value is the empirical Bayes standardised rate, and the flag says whether it is above 0, which is a rate above that of all areas
 * together.
 */
final class JoinCountDesk {

    private JoinCountDesk() {}

    static void write(HotspotsRequest request, HotspotsInput input, Neighbours neighbours, List<String> notices) {
        HotspotsRequest.Options options = request.options();
        AreaValues flags = flags(request.measure(), input);
        JoinCount count = JoinCount.compute(flags, neighbours, options.rowStandardised())
                .orElseThrow(() ->
                        new RefusedException("The join count does not exist for these flags: it needs at least four"
                                + " areas with neighbours, two of them flagged and one not, and some pair that is not"
                                + " next to each other."));
        int leftOut = flags.size() - count.areaCount();
        if (leftOut > 0) {
            notices.add(leftOut + " areas without a flag or without neighbours were left out.");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("bb", count.statistic());
        json.put("expectation", count.expectation());
        json.put("variance", count.variance());
        json.put("z", count.z());
        json.put("p", options.alternative().pValue(count.z()));
        if (options.permutations() > 0) {
            json.put(
                    "p_sim",
                    JoinCount.permuted(
                            flags,
                            neighbours,
                            options.rowStandardised(),
                            options.permutations(),
                            options.seed(),
                            options.alternative()));
        } else {
            json.putNull("p_sim");
        }
        json.put("areas", count.areaCount());
        json.put("flagged", count.flaggedCount());
        OutputFile.writeJson(request.output(), json);
    }

    private static AreaValues flags(HotspotsRequest.MeasureColumns measure, HotspotsInput input) {
        AreaValues values = input.tested();
        AreaValues.Builder flags = new AreaValues.Builder(values.size());
        for (int area = 0; area < values.size(); area++) {
            if (!values.isKnown(area)) {
                flags.unknown(area, values.reason(area).orElseThrow());
            } else if (measure instanceof HotspotsRequest.MeasureColumns.OfValue column) {
                flags.known(area, flag(column.column(), input.areas().get(area), values.get(area)));
            } else {
                flags.known(area, values.get(area) > 0 ? 1 : 0);
            }
        }
        return flags.build();
    }

    private static double flag(String column, AreaCode code, double value) {
        if (value != 0 && value != 1) {
            throw new RefusedException("Area " + code + ", column " + column + ": a flag is 0 or 1, not "
                    + CellText.format(value) + "; join-count needs a column of flags, or --count and --population.");
        }
        return value;
    }
}
