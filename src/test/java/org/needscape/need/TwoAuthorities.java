package org.needscape.need;

import java.util.ArrayList;
import java.util.List;
import org.needscape.indicator.Value;

/** Invented authorities by national decile: A better off than B, C between them. */
final class TwoAuthorities {

    private static final double[] POPULATIONS_A = {9200, 9800, 10100, 10500, 11200, 11800, 12300, 12900, 13500, 13700};
    private static final long[] COUNTS_A = {170, 128, 104, 83, 71, 60, 47, 38, 30, 22};
    private static final double[] POPULATIONS_B = {31000, 27500, 22000, 18000, 14500, 11000, 8200, 6100, 4800, 3900};
    private static final long[] COUNTS_B = {420, 310, 205, 140, 98, 62, 40, 25, 17, 11};
    private static final double[] POPULATIONS_C = {15000, 16000, 14000, 15000, 13000, 12000, 12500, 11000, 10500, 9000};
    private static final long[] COUNTS_C = {240, 190, 140, 115, 80, 60, 52, 35, 26, 17};

    private TwoAuthorities() {}

    static PlaceDeciles affluent() {
        return new PlaceDeciles("A", "Aldermoor", groups(POPULATIONS_A, COUNTS_A));
    }

    static PlaceDeciles deprived() {
        return new PlaceDeciles("B", "Brackendale", groups(POPULATIONS_B, COUNTS_B));
    }

    static PlaceDeciles between() {
        return new PlaceDeciles("C", "Cleverton", groups(POPULATIONS_C, COUNTS_C));
    }

    static List<GradientGroup> groups(double[] populations, long[] counts) {
        List<GradientGroup> groups = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            groups.add(GradientGroup.of(k + 1, k + 1, populations[k], Value.known(counts[k])));
        }
        return groups;
    }

    /** A place without a decile, or with groups in place of others. */
    static PlaceDeciles with(PlaceDeciles place, int firstGone, int lastGone, GradientGroup... instead) {
        List<GradientGroup> groups = new ArrayList<>(place.groups());
        groups.removeIf(group -> group.firstDecile() >= firstGone && group.lastDecile() <= lastGone);
        groups.addAll(List.of(instead));
        return new PlaceDeciles(place.code(), place.name(), groups);
    }
}
