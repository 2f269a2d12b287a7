package org.needscape.protection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;

/** Exact counts written down by hand, and what is published of them while selections are asked for one after the other. */
final class HandMadeCounty {

    static final ExtentName COUNTY = new ExtentName("county");
    static final Period YEAR = new Period("2024");

    private static final Geography DISTRICTS = Geography.parse("lad-2024");

    private final Map<Period, Map<AreaCode, Value>> counts = new TreeMap<>();
    private final Map<AreaCode, AreaId> districts = new TreeMap<>();
    private final Map<ExtentName, Set<AreaCode>> extents = new TreeMap<>();
    private final Map<AreaCode, Integer> deciles = new HashMap<>();
    private final Map<AreaCode, Double> ranks = new HashMap<>();
    private final Map<Period, Map<AreaCode, Map<String, Value>>> categories = new TreeMap<>();
    private DisclosurePolicy policy = DisclosurePolicy.DEFAULT;
    private Optional<PublishedCounts> published = Optional.empty();

    /** Adds a district of the county with areas of these counts; the areas of all districts are numbered through from 1. */
    HandMadeCounty district(int number, long... counted) {
        return district(
                number,
                Arrays.stream(counted)
                        .mapToObj(count -> Value.known((double) count))
                        .toList());
    }

    HandMadeCounty district(int number, List<Value> counted) {
        for (Value count : counted) {
            AreaCode code = code(districts.size() + 1);
            districts.put(code, district(number));
            count(YEAR, code, count);
            extent(COUNTY, List.of(code));
        }
        return this;
    }

    HandMadeCounty count(Period period, AreaCode code, Value count) {
        counts.computeIfAbsent(period, ignored -> new TreeMap<>()).put(code, count);
        return this;
    }

    HandMadeCounty extent(ExtentName name, List<AreaCode> areas) {
        extents.computeIfAbsent(name, ignored -> new TreeSet<>()).addAll(areas);
        return this;
    }

    HandMadeCounty decile(int decile, int... areas) {
        codes(areas).forEach(code -> deciles.put(code, decile));
        return this;
    }

    /** Says how deprived areas are among all of the country, 1 most. */
    HandMadeCounty rank(double rank, int area) {
        ranks.put(code(area), rank);
        return this;
    }

    /** Says how many children of an area belong to a category. */
    HandMadeCounty category(int area, String category, Value count) {
        categories
                .computeIfAbsent(YEAR, ignored -> new TreeMap<>())
                .computeIfAbsent(code(area), ignored -> new TreeMap<>())
                .put(category, count);
        return this;
    }

    HandMadeCounty under(DisclosurePolicy rule) {
        policy = rule;
        return this;
    }

    static AreaCode code(int number) {
        return new AreaCode(String.format(java.util.Locale.ROOT, "A%03d", number));
    }

    static List<AreaCode> codes(int... numbers) {
        return Arrays.stream(numbers).mapToObj(HandMadeCounty::code).toList();
    }

    static List<AreaCode> codes(IntStream numbers) {
        return numbers.mapToObj(HandMadeCounty::code).toList();
    }

    static AreaId district(int number) {
        return new AreaId(DISTRICTS, new AreaCode("D" + number));
    }

    ExactCounts exact() {
        Map<ExtentName, ExtentAreas> ranked = new TreeMap<>();
        extents.forEach((name, areas) -> ranked.put(name, ExtentAreas.ranked(areas, ranks)));
        return new ExactCounts(counts, districts, ranked, deciles, categories, Map.of());
    }

    /** Everything that is shown now. */
    PublishedCounts published() {
        if (published.isEmpty()) {
            published = Optional.of(PublishedCounts.byDeprivation(exact(), policy, Released.nothing(), Map.of()));
        }
        return published.get();
    }

    /** Puts these selections among those that were shown, whether they may be or not. */
    HandMadeCounty shown(List<List<AreaCode>> selections) {
        published = Optional.of(
                new PublishedCounts(exact(), policy, Released.nothing(), Map.of(YEAR, new ArrayList<>(selections))));
        return this;
    }

    /** Asks for a selection; what is answered counts as shown from then on. */
    Selected ask(int... areas) {
        return ask(codes(areas));
    }

    Selected ask(List<AreaCode> areas) {
        return ask(COUNTY, YEAR, areas);
    }

    Selected ask(ExtentName extent, Period period, List<AreaCode> areas) {
        SelectionGuard.Decision decision = new SelectionGuard(published(), extent, period).decide(areas);
        decision.toRecord().ifPresent(next -> published = Optional.of(next));
        return decision.selected();
    }

    /** How many selections of the year were recorded. */
    int recorded() {
        return published().selections(YEAR).size();
    }
}
