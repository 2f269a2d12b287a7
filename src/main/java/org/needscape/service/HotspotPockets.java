package org.needscape.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.hotspot.HotspotFindings;
import org.needscape.layer.LayerRow;
import org.needscape.need.HotspotClass;
import org.needscape.spatial.AreaValues;

/**
 * High values outside hotspots, by district. Deprivation hides in affluent places: a district without a hotspot has its highest areas named
 * all the same, one with hotspots those that are high by themselves.
 */
final class HotspotPockets {

    /** As many are named of a district without a hotspot. */
    static final int NAMED = 3;

    /** Where a district has hotspots, an area outside them is named when it is among this share of all. */
    private static final double HIGH_SHARE = 0.1;

    private HotspotPockets() {}

    /**
     * What stands for a district.
     *
     * @param code of the district
     * @param name of the district
     * @param areas how many areas it has
     * @param hotspots how many of them are hotspots
     * @param pockets indices of areas, the highest first
     * @param areJoins whether areas that are high on all measures were looked for
     * @param end which end of the values is looked for
     */
    record OfDistrict(
            String code,
            String name,
            int areas,
            int hotspots,
            List<Integer> pockets,
            boolean areJoins,
            HotspotEnd end) {

        OfDistrict {
            pockets = List.copyOf(pockets);
        }

        String sentence() {
            if (areJoins) {
                return joinSentence();
            }
            if (hotspots == 0) {
                return pockets.isEmpty()
                        ? "No hotspot, and no area with a value."
                        : "No hotspot; its areas " + end.named() + " are named instead.";
            }
            String found =
                    hotspots + " of " + areas + " areas " + (hotspots == 1 ? "is a hotspot" : "are hotspots") + ".";
            return pockets.isEmpty()
                    ? found
                    : found + " Outside them, " + (pockets.size() == 1 ? "one area is" : pockets.size() + " areas are")
                            + " among the " + end.tenth() + " by themselves.";
        }

        private String joinSentence() {
            String alone = pockets.isEmpty()
                    ? ""
                    : " Apart from such areas " + (pockets.size() == 1 ? "one is" : "some are") + " high all the same:";
            return hotspots == 0
                    ? "No areas that are high on all lie together more than chance would give." + alone
                    : hotspots + " of " + areas + " areas " + (hotspots == 1 ? "is" : "are") + " high on all and lie"
                            + (hotspots == 1 ? "s" : "") + " beside others that are." + alone;
        }
    }

    /** Districts by name; areas that no lookup puts into one are left out. */
    static List<OfDistrict> of(HotspotRun run) {
        HotspotSubject subject = run.subject();
        HotspotFindings findings = run.findings();
        List<Integer> ranks = ranks(subject.input().tested());
        boolean areJoins = subject.joint().isPresent();
        int high = (int) Math.ceil(HIGH_SHARE * subject.input().tested().knownCount());
        Map<String, List<Integer>> byDistrict = new TreeMap<>();
        List<LayerRow> rows = subject.layer().rows();
        for (int area = 0; area < rows.size(); area++) {
            if (!rows.get(area).district().isEmpty()) {
                byDistrict
                        .computeIfAbsent(rows.get(area).district(), ignored -> new ArrayList<>())
                        .add(area);
            }
        }
        List<OfDistrict> districts = new ArrayList<>();
        byDistrict.forEach((district, areas) -> {
            int hotspots = (int) areas.stream()
                    .filter(area -> findings.areas().get(area).hotspotClass() == HotspotClass.HOT)
                    .count();
            List<Integer> pockets = areas.stream()
                    .filter(area -> (areJoins ? isHigh(subject, area) : ranks.get(area) > 0)
                            && findings.areas().get(area).hotspotClass() != HotspotClass.HOT)
                    .filter(area -> areJoins || hotspots == 0 || ranks.get(area) <= high)
                    .sorted(Comparator.comparing(ranks::get))
                    .limit(NAMED)
                    .toList();
            AreaCode first = rows.get(areas.get(0)).code();
            districts.add(new OfDistrict(
                    district, run.frame().districtNameOf(first), areas.size(), hotspots, pockets, areJoins, run.end()));
        });
        districts.sort(Comparator.comparing(OfDistrict::name));
        return districts;
    }

    private static boolean isHigh(HotspotSubject subject, int area) {
        AreaValues flags = subject.input().tested();
        return flags.isKnown(area) && flags.get(area) == 1;
    }

    /** By area its rank, 1 for the highest, equal values with the rank of the first; 0 without a value. */
    static List<Integer> ranks(AreaValues values) {
        List<Integer> order = new ArrayList<>();
        List<Integer> ranks = new ArrayList<>();
        for (int area = 0; area < values.size(); area++) {
            ranks.add(0);
            if (values.isKnown(area)) {
                order.add(area);
            }
        }
        order.sort(Comparator.<Integer>comparingDouble(values::get).reversed());
        for (int at = 0; at < order.size(); at++) {
            boolean isTie = at > 0 && values.get(order.get(at)) == values.get(order.get(at - 1));
            ranks.set(order.get(at), isTie ? ranks.get(order.get(at - 1)) : at + 1);
        }
        return ranks;
    }
}
