package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import org.needscape.hotspot.HotspotFindings;
import org.needscape.need.HotspotClass;

/**
 * Whether hotspots are the same in other years, and by other scoring methods.
 *
 * @param years the same measure in other years, latest first; empty where there is none
 * @param recipes need scores of other methods; empty for other measures
 */
record HotspotStability(List<Other> years, List<Other> recipes) {

    HotspotStability {
        years = List.copyOf(years);
        recipes = List.copyOf(recipes);
    }

    /**
     * The same test of something else.
     *
     * @param subject key of the layer
     * @param title of the layer
     * @param period it is about
     * @param hot for each area whether it is a hotspot there
     */
    record Other(String subject, String title, String period, List<Boolean> hot) {

        Other {
            hot = List.copyOf(hot);
        }

        int hotCount() {
            return (int) hot.stream().filter(isHot -> isHot).count();
        }

        /** How many hotspots of a finding are hotspots here as well. */
        int sameAs(HotspotFindings findings) {
            int same = 0;
            for (int area = 0; area < hot.size(); area++) {
                same += hot.get(area) && isHot(findings, area) ? 1 : 0;
            }
            return same;
        }

        String sentence(HotspotFindings findings, boolean isYear) {
            int all = findings.count(HotspotClass.HOT);
            if (all == 0) {
                return (isYear ? "In " + period : "By " + title) + " there are " + hotCount() + " hotspots.";
            }
            return (isYear ? "In " + period : "By " + title) + ", " + sameAs(findings) + " of these " + all
                    + (all == 1 ? " hotspot" : " hotspots") + " are hotspots as well, and "
                    + (hotCount() - sameAs(findings)) + " others.";
        }
    }

    /** In how many years, this one among them, an area is a hotspot. */
    int hotYears(HotspotFindings findings, int area) {
        return (isHot(findings, area) ? 1 : 0)
                + (int) years.stream().filter(year -> year.hot().get(area)).count();
    }

    /** How many years there are, this one among them. */
    int yearCount() {
        return years.size() + 1;
    }

    /** How many areas are hotspots in every year and by every scoring method. */
    int steadyCount(HotspotFindings findings) {
        List<Other> all = new ArrayList<>(years);
        all.addAll(recipes);
        int steady = 0;
        for (int area = 0; area < findings.areas().size(); area++) {
            int at = area;
            steady += isHot(findings, area)
                            && all.stream().allMatch(other -> other.hot().get(at))
                    ? 1
                    : 0;
        }
        return steady;
    }

    String sentence(HotspotFindings findings) {
        if (years.isEmpty() && recipes.isEmpty()) {
            return "There is no other year and no other scoring method to compare with.";
        }
        int all = findings.count(HotspotClass.HOT);
        if (all == 0) {
            return "There is no hotspot that could be one in other years or by other scoring methods as well.";
        }
        return steadyCount(findings) + " of " + all + (all == 1 ? " hotspot is one" : " hotspots are so")
                + (years.isEmpty() ? "" : " in every year")
                + (!years.isEmpty() && !recipes.isEmpty() ? " and" : "")
                + (recipes.isEmpty() ? "" : " by every scoring method") + " compared.";
    }

    private static boolean isHot(HotspotFindings findings, int area) {
        return findings.areas().get(area).hotspotClass() == HotspotClass.HOT;
    }
}
