package org.needscape.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.SafeGroups;
import org.needscape.indicator.Period;

/**
 * National deprivation deciles within extents and districts, neighbours taken together where one alone would give a count away.
 *
 * <p>The districts of an extent are all given in the same groups, as fine as the one with the fewest children allows: what one
 * district's group leaves open would otherwise follow from the extent's and the other districts'.
 *
 * <p>Extents are given by tenths of their own areas as well, which cut the same areas at other places.
 */
final class DecileTables {

    private static final int DECILES = 10;

    private final ExactCounts exact;
    private final DisclosurePolicy policy;
    private final Fineness fineness;
    private final Map<Period, Map<String, List<Group>>> groups = new TreeMap<>();

    /** Deciles that are published together. */
    record Group(int first, int last, List<AreaCode> areas, CellKey key) {}

    DecileTables(ExactCounts exact, DisclosurePolicy policy, Fineness fineness) {
        this.exact = exact;
        this.policy = policy;
        this.fineness = fineness;
    }

    /** Adds the groups of districts in a period, whose areas are in the ledger, if districts are given by deprivation. */
    void addDistricts(CellLedger ledger, Period period) {
        if (fineness.districtWidth() > 0) {
            Map<AreaId, List<AreaCode>> districts = exact.districtAreas(period);
            exact.extents().values().forEach(areas -> addDistricts(ledger, period, districts, areas.codes()));
        }
    }

    /** Adds the groups of extents in a period, whose areas are in the ledger. */
    void addExtents(CellLedger ledger, Period period) {
        exact.extents().forEach((extent, areas) -> {
            Map<Integer, List<AreaCode>> byDecile = byDecile(period, areas.codes());
            List<SafeGroups.Group> merged = new SafeGroups(policy).merge(singles(period, List.of(byDecile), 1));
            publish(ledger, period, nameOf(extent), byDecile, merged);
        });
    }

    /**
     * Adds the groups of extents by their own tenths in a period, whose areas and national deciles are in the ledger, if extents are given
     * by them. What an own group shares with a national one must be safe by itself: it is the difference of sums of either.
     */
    void addLocal(CellLedger ledger, Period period) {
        if (fineness.local()) {
            exact.extents().forEach((extent, areas) -> {
                Map<Integer, List<AreaCode>> byTenth = byGroup(exact, period, areas.codes(), areas.tenths());
                List<Map<Integer, List<AreaCode>>> shared = new ArrayList<>();
                for (Group national : groups(extent, period)) {
                    shared.add(byGroup(exact, period, national.areas(), areas.tenths()));
                }
                if (shared.isEmpty()) {
                    shared.add(byTenth);
                }
                List<SafeGroups.Group> merged = finest(period, shared);
                if (merged.size() > 1) {
                    publish(ledger, period, localNameOf(extent), byTenth, merged);
                }
            });
        }
    }

    /** The most groups in which every place is safe, merged from either end, of single groups or of pairs of them. */
    private List<SafeGroups.Group> finest(Period period, Collection<Map<Integer, List<AreaCode>>> places) {
        List<SafeGroups.Group> finest = List.of();
        for (int width : List.of(1, 2)) {
            List<SafeGroups.Group> singles = singles(period, places, width);
            List<SafeGroups.Group> fromEnd = new ArrayList<>(singles);
            Collections.reverse(fromEnd);
            List<SafeGroups.Group> backwards = new ArrayList<>(new SafeGroups(policy).merge(fromEnd));
            Collections.reverse(backwards);
            backwards.replaceAll(group -> new SafeGroups.Group(
                    Math.min(group.first(), group.last()), Math.max(group.first(), group.last()), group.places()));
            for (List<SafeGroups.Group> merged : List.of(new SafeGroups(policy).merge(singles), backwards)) {
                finest = merged.size() > finest.size() ? merged : finest;
            }
        }
        return finest;
    }

    List<Group> groups(ExtentName extent, Period period) {
        return groups(nameOf(extent), period);
    }

    List<Group> localGroups(ExtentName extent, Period period) {
        return groups(localNameOf(extent), period);
    }

    List<Group> groups(AreaId district, Period period) {
        return groups(nameOf(district), period);
    }

    /** The groups of every place. */
    List<Group> groups(Period period) {
        return groups.getOrDefault(period, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Group> groups(String place, Period period) {
        return groups.getOrDefault(period, Map.of()).getOrDefault(place, List.of());
    }

    /** The districts that have areas in an extent, unless they have their groups by another. */
    private void addDistricts(
            CellLedger ledger, Period period, Map<AreaId, List<AreaCode>> districts, Set<AreaCode> extent) {
        Map<String, Map<Integer, List<AreaCode>>> within = new TreeMap<>();
        districts.forEach((district, areas) -> {
            if (groups(district, period).isEmpty() && areas.stream().anyMatch(extent::contains)) {
                within.put(nameOf(district), byDecile(period, areas));
            }
        });
        if (!within.isEmpty()) {
            List<SafeGroups.Group> merged =
                    new SafeGroups(policy).merge(singles(period, within.values(), fineness.districtWidth()));
            within.forEach((name, byDecile) -> publish(ledger, period, name, byDecile, merged));
        }
    }

    private void publish(
            CellLedger ledger,
            Period period,
            String place,
            Map<Integer, List<AreaCode>> byDecile,
            List<SafeGroups.Group> merged) {
        List<Group> added = new ArrayList<>();
        for (SafeGroups.Group group : merged) {
            List<AreaCode> within = new ArrayList<>();
            for (int decile = group.first(); decile <= group.last(); decile++) {
                within.addAll(byDecile.getOrDefault(decile, List.of()));
            }
            CellKey key = key(period, place, group, within);
            ledger.publishSum(key, within);
            if (ledger.isPublished(key)) {
                added.add(new Group(group.first(), group.last(), within, key));
            }
        }
        groups.computeIfAbsent(period, ignored -> new TreeMap<>()).put(place, added);
    }

    private Map<Integer, List<AreaCode>> byDecile(Period period, Collection<AreaCode> areas) {
        return byDecile(exact, period, areas);
    }

    /** The areas of each decile that have a count. */
    static Map<Integer, List<AreaCode>> byDecile(ExactCounts exact, Period period, Collection<AreaCode> areas) {
        return byGroup(exact, period, areas, exact.deciles());
    }

    private static Map<Integer, List<AreaCode>> byGroup(
            ExactCounts exact, Period period, Collection<AreaCode> areas, Map<AreaCode, Integer> groups) {
        Map<Integer, List<AreaCode>> byDecile = new TreeMap<>();
        for (AreaCode code : areas) {
            Integer decile = groups.get(code);
            if (decile != null && exact.count(period, code).isKnown()) {
                byDecile.computeIfAbsent(decile, ignored -> new ArrayList<>()).add(code);
            }
        }
        return byDecile;
    }

    /** Groups of so many deciles each, in each of which every place must be safe by itself. */
    private List<SafeGroups.Group> singles(Period period, Collection<Map<Integer, List<AreaCode>>> places, int width) {
        List<SafeGroups.Group> singles = new ArrayList<>();
        for (int first = 1; first <= DECILES; first += width) {
            int last = first + width - 1;
            List<SafeGroups.Part> parts = new ArrayList<>();
            for (Map<Integer, List<AreaCode>> byDecile : places) {
                SafeGroups.Part part = SafeGroups.Part.NONE;
                for (int decile = first; decile <= last; decile++) {
                    part = part.with(part(period, byDecile.getOrDefault(decile, List.of())));
                }
                parts.add(part);
            }
            singles.add(new SafeGroups.Group(first, last, parts));
        }
        return singles;
    }

    private SafeGroups.Part part(Period period, List<AreaCode> areas) {
        double count = 0;
        int hidden = 0;
        double hiddenCount = 0;
        for (AreaCode code : areas) {
            double number = exact.count(period, code).number().orElse(0);
            count += number;
            if (policy.roundingBase() == 0 && policy.hides(number)) {
                hidden++;
                hiddenCount += number;
            }
        }
        return new SafeGroups.Part(count, hidden, hiddenCount);
    }

    /** Names the count of deciles of a place. */
    static CellKey key(Period period, String place, SafeGroups.Group group, List<AreaCode> areas) {
        return CellKey.ofSum(period, CellKey.Kind.GROUP, place + " deciles " + group.label(), areas);
    }

    static String nameOf(ExtentName extent) {
        return extent.value();
    }

    private static String localNameOf(ExtentName extent) {
        return extent.value() + " local";
    }

    private static String nameOf(AreaId district) {
        return district.geography() + " " + district.code();
    }
}
