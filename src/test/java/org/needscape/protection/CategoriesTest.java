package org.needscape.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.protection.HandMadeCounty.YEAR;
import static org.needscape.protection.HandMadeCounty.code;
import static org.needscape.protection.HandMadeCounty.district;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.tables.Attacker;
import org.needscape.indicator.Value;

/** What the counts of districts consist of, and that it gives no small count away. */
class CategoriesTest {

    private static final double TOLERANCE = 1e-6;
    private static final DisclosurePolicy POLICY = DisclosurePolicy.DEFAULT;

    @Test
    void districtConsistsOfTheCategoriesOfItsAreas() {
        PublishedCounts counts = new HandMadeCounty()
                .district(1, 30, 50)
                .category(1, "neglect", Value.known(20))
                .category(1, "emotional", Value.known(10))
                .category(2, "neglect", Value.known(42))
                .category(2, "emotional", Value.known(8))
                .published();

        assertEquals(Map.of("emotional", Value.known(18), "neglect", Value.known(62)), categories(counts, 1));
    }

    @Test
    void loneSmallCategoryTakesAnotherWithIt() {
        PublishedCounts counts = new HandMadeCounty()
                .district(1, 60)
                .category(1, "neglect", Value.known(40))
                .category(1, "emotional", Value.known(17))
                .category(1, "sexual", Value.known(3))
                .published();

        assertEquals(
                Map.of("emotional", Value.suppressed(), "neglect", Value.known(40), "sexual", Value.suppressed()),
                categories(counts, 1));
        assertTrue(counts.audit().passed());
    }

    @Test
    void nobodyInACategoryIsNotHidden() {
        PublishedCounts counts = new HandMadeCounty()
                .district(1, 60, 20)
                .category(1, "neglect", Value.known(60))
                .category(2, "emotional", Value.known(20))
                .category(2, "sexual", Value.known(0))
                .published();

        assertEquals(
                Map.of("emotional", Value.known(20), "neglect", Value.known(60), "sexual", Value.known(0)),
                categories(counts, 1));
    }

    @Test
    void whatCategoriesLackOfTheirTotalIsNotStated() {
        PublishedCounts counts = new HandMadeCounty()
                .district(1, 60, 20)
                .category(1, "neglect", Value.known(50))
                .published();

        assertEquals(Map.of("neglect", Value.known(50), "not stated", Value.known(30)), categories(counts, 1));
    }

    /** Methods 2.7, Staffordshire 2015: 624 in all; the file itself hides two categories. Neither is shown, nor shown as 0. */
    @Test
    void categoriesThatTheirPublisherHidStayHidden() {
        PublishedCounts counts = new HandMadeCounty()
                .district(1, 624)
                .category(1, "neglect", Value.known(341))
                .category(1, "physical", Value.suppressed())
                .category(1, "sexual", Value.known(30))
                .category(1, "emotional", Value.known(227))
                .category(1, "multiple", Value.suppressed())
                .published();

        Map<String, Value> shown = categories(counts, 1);
        assertEquals(Value.suppressed(), shown.get("physical"));
        assertEquals(Value.suppressed(), shown.get("multiple"));
        assertEquals(Value.known(341), shown.get("neglect"));
        assertEquals(5, shown.size());
    }

    @Test
    void categoriesThatContradictTheirTotalAreNotAvailable() {
        PublishedCounts counts = new HandMadeCounty()
                .district(1, 60)
                .category(1, "neglect", Value.known(50))
                .category(1, "emotional", Value.known(20))
                .published();

        assertEquals(Map.of("emotional", Value.notAvailable(), "neglect", Value.notAvailable()), categories(counts, 1));
    }

    @Test
    void districtWithoutCategoriesHasNone() {
        assertEquals(Map.of(), categories(new HandMadeCounty().district(1, 60).published(), 1));
    }

    @Test
    void eachBreakdownSharesTheTotalOutByItself() {
        PublishedCounts counts = new HandMadeCounty()
                .district(1, 60)
                .category(1, "sex: girls", Value.known(25))
                .category(1, "sex: boys", Value.known(35))
                .category(1, "age band: under 1", Value.known(12))
                .published();

        Map<String, Value> all = Map.of(
                "sex: girls", Value.known(25),
                "sex: boys", Value.known(35),
                "age band: under 1", Value.known(12),
                "age band: not stated", Value.known(48));
        assertEquals(all, categories(counts, 1));
        Map<String, Value> ofCounty = new TreeMap<>();
        counts.extentCategories(YEAR, HandMadeCounty.COUNTY)
                .forEach(part -> ofCounty.put(part.category().text(), part.count()));
        assertEquals(all, ofCounty);
    }

    /** Four, four, five and three in the tenths 1 to 4: few in each, not in two together. Every two have 140 children. */
    @Test
    void decilesWithoutUnaccompaniedChildrenAreMergedUntilTheseAreNotFew() {
        HandMadeCounty county = new HandMadeCounty()
                .district(1, 40, 30, 20, 50)
                .district(2, 40, 30, 20, 50)
                .decile(1, 1, 5)
                .decile(2, 2, 6)
                .decile(3, 3, 7)
                .decile(4, 4, 8);
        int[] unaccompanied = {2, 3, 1, 3, 2, 1, 4, 0};
        for (int area = 1; area <= 8; area++) {
            county.category(area, "unaccompanied: unaccompanied asylum-seeking children", Value.known((double)
                    unaccompanied[area - 1]));
        }

        PublishedCounts counts = county.published();

        assertEquals(
                List.of("1 to 2: 132", "3 to 4: 132"),
                counts.accompaniedDeciles(HandMadeCounty.COUNTY, YEAR).stream()
                        .map(group -> group.first() + " to " + group.last() + ": "
                                + Math.round(group.count().number().orElse(0)))
                        .toList());
        assertTrue(counts.audit().passed());
    }

    /** Names from files may hold what separates names in what is remembered. */
    @Test
    void categoriesOfAnyNameAreRememberedApart() {
        PublishedCounts counts = new HandMadeCounty()
                .district(1, 60)
                .category(1, "a|b=c", Value.known(10))
                .category(1, "a\nb=c", Value.known(20))
                .category(1, "a%007cb=c", Value.known(30))
                .published();

        Released again = Released.parse(counts.released().text());

        assertEquals(counts.released().text(), again.text());
        // Of the district and of the county.
        assertEquals(
                6,
                again.text().lines().filter(line -> line.contains("CATEGORY")).count());
    }

    @Property(tries = 300, seed = "1")
    void noSmallCountOfAreasOrCategoriesCanBeWorkedOut(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 9) int areas,
            @ForAll @IntRange(min = 1, max = 3) int districts,
            @ForAll @IntRange(min = 1, max = 4) int categories,
            @ForAll @IntRange(min = 1, max = 12) int mean) {
        Random random = new Random(seed);
        HandMadeCounty county = new HandMadeCounty();
        Map<Integer, Map<String, Long>> truth = new TreeMap<>();
        for (int area = 1; area <= areas; area++) {
            int district = area <= districts ? area : 1 + random.nextInt(districts);
            long total = 0;
            for (int category = 1; category <= categories; category++) {
                long count = random.nextInt(3) == 0 ? 0 : random.nextInt(2 * mean + 1);
                String name = "c" + category;
                county.category(area, name, Value.known((double) count));
                truth.computeIfAbsent(district, ignored -> new TreeMap<>()).merge(name, count, Long::sum);
                total += count;
            }
            county.district(district, total);
        }
        PublishedCounts published = county.published();

        new Reader(county.exact(), published, truth).assertNothingSmallIsPinnedDown();
        assertTrue(published.audit().passed());
    }

    private static Map<String, Value> categories(PublishedCounts counts, int district) {
        Map<String, Value> shown = new TreeMap<>();
        counts.districtCategories(YEAR, district(district))
                .forEach(part -> shown.put(part.category().text(), part.count()));
        return shown;
    }

    /** Somebody who reads everything and solves it as one. */
    private static final class Reader {

        private final Map<String, Value> shown = new LinkedHashMap<>();
        private final Map<String, Long> truths = new LinkedHashMap<>();
        private final List<List<String>> sums = new ArrayList<>();
        private final List<Value> totals = new ArrayList<>();

        Reader(ExactCounts exact, PublishedCounts published, Map<Integer, Map<String, Long>> truth) {
            List<String> all = new ArrayList<>();
            exact.counts().getOrDefault(YEAR, Map.of()).forEach((code, count) -> {
                put(
                        code.value(),
                        published.area(YEAR, code),
                        Math.round(count.number().orElseThrow()));
                all.add(code.value());
            });
            truth.forEach((district, byCategory) -> {
                List<String> areas = all.stream()
                        .filter(code -> district(district)
                                .equals(exact.districts().get(code(Integer.parseInt(code.substring(1))))))
                        .toList();
                sum(areas, published.district(YEAR, district(district)));
                List<String> parts = new ArrayList<>();
                published.districtCategories(YEAR, district(district)).forEach(part -> {
                    String name = district + " " + part.category().text();
                    put(
                            name,
                            part.count(),
                            byCategory.getOrDefault(part.category().text(), 0L));
                    parts.add(name);
                });
                sum(parts, published.district(YEAR, district(district)));
            });
            sum(all, published.extent(YEAR, HandMadeCounty.COUNTY));
        }

        private void put(String name, Value value, long exact) {
            shown.put(name, value);
            truths.put(name, exact);
        }

        private void sum(List<String> parts, Value total) {
            sums.add(parts);
            totals.add(total);
        }

        void assertNothingSmallIsPinnedDown() {
            List<String> names = List.copyOf(shown.keySet());
            List<String> hidden = names.stream()
                    .filter(name ->
                            !shown.getOrDefault(name, Value.notAvailable()).isKnown())
                    .toList();
            Attacker attacker = new Attacker(hidden.stream().map(names::indexOf).toList());
            for (String name : hidden) {
                attacker.learnAtLeast(names.indexOf(name), 1);
                if (POLICY.hides((double) truth(name))) {
                    attacker.learnAtMost(names.indexOf(name), POLICY.threshold());
                }
            }
            for (int at = 0; at < sums.size(); at++) {
                if (totals.get(at).isKnown()) {
                    learn(attacker, names, hidden, sums.get(at));
                }
            }
            for (String name : names) {
                if (POLICY.hides((double) truth(name))) {
                    assertTrue(hidden.contains(name), name + " is shown");
                    assertTrue(
                            attacker.width(List.of(names.indexOf(name))) >= POLICY.protectionWidth() - TOLERANCE, name);
                }
            }
        }

        private void learn(Attacker attacker, List<String> names, List<String> hidden, List<String> parts) {
            List<String> unknown = parts.stream().filter(hidden::contains).toList();
            if (!unknown.isEmpty()) {
                attacker.learnSum(
                        unknown.stream().map(names::indexOf).toList(),
                        unknown.stream().mapToLong(this::truth).sum());
            }
        }

        private long truth(String name) {
            return truths.getOrDefault(name, 0L);
        }
    }
}
