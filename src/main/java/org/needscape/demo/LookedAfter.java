package org.needscape.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.indicator.Category;
import org.needscape.indicator.Measure;

/**
 * What the children looked after consist of: by sex, by age band, by legal status, and how many are unaccompanied asylum-seeking
 * children. The last live where the county found a place for them, at the same rate in every decile: of the Poisson count of an area
 * with a rate r each child is one with the probability u / r, which leaves a Poisson count with the rate u. They are mostly boys of
 * 16 and over, accommodated under section 20. The other children's categories are drawn child by child, everywhere alike. Of these each
 * next child of an area is a brother or sister of the one before with a fixed probability; the unaccompanied have nobody.
 */
final class LookedAfter {

    static final String SEX = "sex";
    static final String AGE_BAND = "age band";
    static final String LEGAL_STATUS = "legal status";

    /** Unaccompanied children looked after per 10,000 children, in every decile and year. */
    static final double UNACCOMPANIED_PER_10000 = 6.0;

    /** How often the next child of an area is of the same family. */
    static final double SAME_FAMILY = 0.4;

    /**
     * A category and of how many children in a hundred it is that of.
     *
     * @param percent of those who came with a family or were born here
     * @param ofUnaccompanied of the unaccompanied
     */
    record Share(String category, int percent, int ofUnaccompanied) {}

    /** By breakdown; each adds up to a hundred twice. */
    static final Map<String, List<Share>> SHARES = Map.of(
            SEX,
            List.of(new Share("girls", 45, 6), new Share("boys", 55, 94)),
            AGE_BAND,
            List.of(
                    new Share("under 1", 8, 0),
                    new Share("1 to 4", 14, 0),
                    new Share("5 to 9", 18, 0),
                    new Share("10 to 15", 37, 14),
                    new Share("16 and over", 23, 86)),
            LEGAL_STATUS,
            List.of(
                    new Share("full care order", 57, 0),
                    new Share("interim care order", 18, 0),
                    new Share("placement order", 9, 0),
                    new Share("accommodated under section 20", 16, 100)));

    private final List<List<Map<Category, Integer>>> parts = new ArrayList<>();
    private final List<List<Integer>> familiesSquared = new ArrayList<>();

    LookedAfter(long seed, List<DemoArea> areas, DeprivationIndices indices, Residents residents, Caseload caseload) {
        double decileOne = Caseload.ratePer10000InDecileOne(Measure.CLA, areas, indices, residents);
        for (int at = 0; at < Residents.YEARS.size(); at++) {
            int year = Residents.YEARS.get(at);
            double growth = StrictMath.pow(Caseload.GROWTH_PER_YEAR, at);
            Chance unaccompanied = Chance.of(seed, "children looked after, unaccompanied", year);
            Map<String, Chance> chances = new TreeMap<>();
            SHARES.keySet()
                    .forEach(breakdown ->
                            chances.put(breakdown, Chance.of(seed, "children looked after, " + breakdown, year)));
            Chance families = Chance.of(seed, "children looked after, families", year);
            List<Map<Category, Integer>> here = new ArrayList<>();
            List<Integer> squared = new ArrayList<>();
            for (int area = 0; area < areas.size(); area++) {
                double fall = StrictMath.exp(
                        Caseload.slopePerDecile(Measure.CLA) * (indices.decile(DeprivationMeasure.IMD, area) - 1));
                int children = caseload.count(Measure.CLA, year, area);
                int alone = unaccompanied.binomial(children, UNACCOMPANIED_PER_10000 / (decileOne * growth * fall));
                here.add(drawn(children, alone, chances));
                squared.add(alone + familiesSquared(children - alone, families));
            }
            parts.add(here);
            familiesSquared.add(squared);
        }
    }

    /** The categories of an area that have any child on 31 March of a year, in order. */
    Map<Category, Integer> parts(int year, int area) {
        return parts.get(Residents.YEARS.indexOf(year)).get(area);
    }

    /** The squared sizes of the families of an area's children on 31 March of a year, added up. */
    int familiesSquared(int year, int area) {
        return familiesSquared.get(Residents.YEARS.indexOf(year)).get(area);
    }

    private static int familiesSquared(int children, Chance chance) {
        int squares = 0;
        int size = 0;
        for (int child = 0; child < children; child++) {
            boolean sameFamily = chance.uniform() < SAME_FAMILY;
            if (!sameFamily) {
                squares += size * size;
                size = 0;
            }
            size++;
        }
        return squares + size * size;
    }

    private static Map<Category, Integer> drawn(int children, int alone, Map<String, Chance> chances) {
        Map<Category, Integer> counts = new TreeMap<>();
        chances.forEach((breakdown, chance) -> {
            for (int child = 0; child < children; child++) {
                String category = category(breakdown, child < alone, 100 * chance.uniform());
                counts.merge(new Category(breakdown, category), 1, Integer::sum);
            }
        });
        if (alone > 0) {
            counts.put(Category.UNACCOMPANIED_CHILDREN, alone);
        }
        return counts;
    }

    private static String category(String breakdown, boolean alone, double percent) {
        String last = "";
        double left = percent;
        for (Share share : SHARES.getOrDefault(breakdown, List.of())) {
            int size = alone ? share.ofUnaccompanied() : share.percent();
            if (size > 0) {
                last = share.category();
                left -= size;
                if (left < 0) {
                    return last;
                }
            }
        }
        return last;
    }
}
