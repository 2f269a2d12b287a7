package org.needscape.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.need.HotspotClass;
import org.needscape.need.HotspotFinder;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.JoinCount;
import org.needscape.spatial.LocalJoinCount;
import org.needscape.spatial.Neighbours;
import org.needscape.spatial.NotComputed;
import org.needscape.stats.Alternative;

/**
 * The join count of flagged areas: of all together as JSON, of each area as a table. The flag is the value itself where values are given,
 * 0 or 1; of several columns, whether an area has all of them; where counts and populations are given, the value is the empirical Bayes
 * standardised rate, and the flag says whether it is above 0, which is a rate above that of all areas together.
 */
final class JoinCountDesk {

    private static final List<String> HEADER = List.of("code", "flag", "joins", "p_sim", "q_sim", "class", "reason");

    private final HotspotsRequest request;
    private final HotspotsInput input;
    private final Neighbours neighbours;
    private final List<String> notices;

    JoinCountDesk(HotspotsRequest request, HotspotsInput input, Neighbours neighbours, List<String> notices) {
        this.request = request;
        this.input = input;
        this.neighbours = neighbours;
        this.notices = notices;
    }

    /** Whether the output is a table of local join counts, rather than the one of all areas. */
    static boolean isLocal(HotspotsRequest request) {
        return !OutputFile.extension(request.output()).equals("json");
    }

    static void check(HotspotsRequest request) {
        if (!isLocal(request)) {
            return;
        }
        if (request.options().permutations() < 1) {
            throw new WrongUsageException(
                    "Local join counts need --permutations of 1 or more: they have no other p. The join count of all"
                            + " areas is written to a .json.");
        }
        RequestCheck.requireAlternative(
                request,
                Alternative.GREATER,
                "Local join counts look for more joins than chance would give, --alternative greater, alone.");
    }

    void write(TableOutput output) {
        AreaValues flags = flags();
        if (isLocal(request)) {
            writeLocal(flags, output);
        } else {
            writeGlobal(flags);
        }
    }

    private void writeGlobal(AreaValues flags) {
        HotspotsRequest.Options options = request.options();
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

    private void writeLocal(AreaValues flags, TableOutput output) {
        HotspotsRequest.Options options = request.options();
        LocalJoinCount counts = LocalJoinCount.test(flags, neighbours, options.permutations(), options.seed());
        if (counts.isRecoded()) {
            notices.add("More than half of the areas are flagged, so joins of areas that are not flagged were looked at"
                    + " instead; such clusters are cold.");
        }
        if (counts.testedCount() == 0) {
            notices.add("No area could be tested: no two neighbours are both flagged; the column reason says more.");
        }
        List<List<String>> rows = new ArrayList<>();
        for (int area = 0; area < flags.size(); area++) {
            rows.add(row(flags, counts, area));
        }
        output.write(HEADER, rows);
    }

    private List<String> row(AreaValues flags, LocalJoinCount counts, int area) {
        boolean hidden = input.hidesAround(area, neighbours);
        String mark = ValueState.SUPPRESSED.mark();
        boolean tested = counts.isTested(area);
        return List.of(
                input.areas().get(area).value(),
                input.hidden().get(area) ? mark : flag(flags, area),
                flags.isKnown(area) ? (hidden ? mark : CellText.format(counts.joins(area))) : "",
                tested ? (hidden ? mark : CellText.format(counts.p(area))) : "",
                tested ? (hidden ? mark : CellText.format(counts.q(area))) : "",
                classOf(counts, area).code(),
                hidden && !tested
                        ? ""
                        : counts.reason(area).map(NotComputed::code).orElse(""));
    }

    private static String flag(AreaValues flags, int area) {
        if (flags.isKnown(area)) {
            return CellText.format(flags.get(area));
        }
        boolean suppressed = flags.reason(area).orElseThrow() == NotComputed.SUPPRESSED;
        return CellText.format(suppressed ? Value.suppressed() : Value.notAvailable());
    }

    private static HotspotClass classOf(LocalJoinCount counts, int area) {
        if (!counts.isTested(area)) {
            return HotspotClass.NOT_COMPUTED;
        }
        if (counts.q(area) > HotspotFinder.FALSE_DISCOVERY_FRACTION) {
            return HotspotClass.NOT_SIGNIFICANT;
        }
        return counts.isRecoded() ? HotspotClass.COLD : HotspotClass.HOT;
    }

    private AreaValues flags() {
        AreaValues values = input.tested();
        if (request.measure() instanceof HotspotsRequest.MeasureColumns.OfValue column) {
            return requireFlags(column.column(), input.areas(), values);
        }
        if (!input.isRate()) {
            return values;
        }
        AreaValues.Builder flags = new AreaValues.Builder(values.size());
        for (int area = 0; area < values.size(); area++) {
            if (values.isKnown(area)) {
                flags.known(area, values.get(area) > 0 ? 1 : 0);
            } else {
                flags.unknown(area, values.reason(area).orElseThrow());
            }
        }
        return flags.build();
    }

    /** @throws RefusedException when a value is neither 0 nor 1 */
    static AreaValues requireFlags(String column, List<AreaCode> areas, AreaValues values) {
        for (int area = 0; area < values.size(); area++) {
            if (values.isKnown(area) && values.get(area) != 0 && values.get(area) != 1) {
                throw new RefusedException("Area " + areas.get(area) + ", column " + column
                        + ": a flag is 0 or 1, not " + CellText.format(values.get(area))
                        + "; join-count needs a column of flags, or --count and --population.");
            }
        }
        return values;
    }
}
