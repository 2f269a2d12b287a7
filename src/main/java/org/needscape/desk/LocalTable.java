package org.needscape.desk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.need.HotspotClass;
import org.needscape.need.HotspotFinder;
import org.needscape.spatial.LocalMoran;
import org.needscape.spatial.LocalTests;
import org.needscape.spatial.Neighbours;
import org.needscape.spatial.NotComputed;

/**
 * The table of a local statistic, one row per area. Where counts are hidden, an area's value is hidden with its count, and its
 * scores also when a neighbour's count is, because the sum over the neighbourhood would give it back; the other scores are
 * rounded to two figures; the class is always shown.
 */
final class LocalTable {

    private static final MathContext TWO_FIGURES = new MathContext(2);

    private final HotspotsInput input;
    private final Neighbours neighbours;
    private final LocalTests tests;
    private final boolean rounded;
    private @Nullable LocalMoran moran;
    private @Nullable LocalTests permuted;

    LocalTable(HotspotsInput input, Neighbours neighbours, LocalTests tests) {
        this.input = input;
        this.neighbours = neighbours;
        this.tests = tests;
        this.rounded = input.hidesSomething();
    }

    LocalTable withMoran(LocalMoran localMoran) {
        moran = localMoran;
        return this;
    }

    LocalTable withPermuted(LocalTests other) {
        permuted = other;
        return this;
    }

    void write(TableOutput output, List<String> notices) {
        if (IntStream.range(0, tests.size()).noneMatch(tests::isComputed)) {
            notices.add(
                    "No area could be tested; the column reason says why. A local statistic needs at least three areas"
                            + " with neighbours and values that vary.");
        }
        List<String> header = header();
        List<List<String>> rows = new ArrayList<>();
        for (int area = 0; area < tests.size(); area++) {
            rows.add(row(area));
        }
        output.write(header, rows);
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("code", "value"));
        if (moran != null) {
            header.addAll(List.of("i", "expectation", "variance"));
        }
        header.addAll(List.of("z", "p", "q"));
        if (moran != null) {
            header.add("quadrant");
        }
        header.addAll(List.of("class", "reason"));
        if (permuted != null) {
            header.addAll(List.of("p_sim", "q_sim"));
        }
        return header;
    }

    private List<String> row(int area) {
        boolean computed = tests.isComputed(area);
        boolean hidden = input.hidesAround(area, neighbours);
        List<String> row = new ArrayList<>();
        row.add(input.areas().get(area).value());
        row.add(value(area));
        if (moran != null) {
            row.add(computed ? score(moran.statistic(area), hidden) : "");
            row.add(computed ? score(moran.expectation(area), hidden) : "");
            row.add(computed ? score(moran.variance(area), hidden) : "");
        }
        row.add(computed ? score(tests.z(area), hidden) : "");
        row.add(computed ? score(tests.p(area), hidden) : "");
        row.add(computed ? score(tests.q(area), hidden) : "");
        if (moran != null) {
            LocalMoran.Quadrant quadrant = moran.quadrant(area);
            row.add(quadrant == LocalMoran.Quadrant.NONE ? "none" : quadrant.name());
        }
        row.add(classOf(area).code());
        row.add(tests.reason(area).map(NotComputed::code).orElse(""));
        if (permuted != null) {
            row.add(computed ? score(permuted.p(area), hidden) : "");
            row.add(computed ? score(permuted.q(area), hidden) : "");
        }
        return row;
    }

    private String value(int area) {
        if (input.hidden().get(area)) {
            return ValueState.SUPPRESSED.mark();
        }
        if (input.tested().isKnown(area)) {
            return score(input.tested().get(area), false);
        }
        boolean suppressed = input.tested().reason(area).orElseThrow() == NotComputed.SUPPRESSED;
        return CellText.format(suppressed ? Value.suppressed() : Value.notAvailable());
    }

    private String score(double number, boolean hidden) {
        if (hidden) {
            return ValueState.SUPPRESSED.mark();
        }
        return rounded ? new BigDecimal(number).round(TWO_FIGURES).toString() : CellText.format(number);
    }

    private HotspotClass classOf(int area) {
        LocalTests deciding = permuted == null ? tests : permuted;
        HotspotClass byZ = HotspotFinder.classOf(deciding, area);
        if (moran == null || byZ == HotspotClass.NOT_COMPUTED || byZ == HotspotClass.NOT_SIGNIFICANT) {
            return byZ;
        }
        return switch (moran.quadrant(area)) {
            case HH -> HotspotClass.HOT;
            case LL -> HotspotClass.COLD;
            case HL, LH -> HotspotClass.OUTLIER;
            case NONE -> HotspotClass.NOT_SIGNIFICANT;
        };
    }
}
