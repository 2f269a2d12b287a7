package org.needscape.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.protection.HandMadeCounty.COUNTY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.tables.Attacker;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;

/** Asks for one selection after the other and solves everything that was ever answered as one linear system. */
class SelectionAttackTest {

    private static final double TOLERANCE = 1e-6;
    private static final DisclosurePolicy POLICY = DisclosurePolicy.DEFAULT;
    private static final ExtentName NORTH = new ExtentName("north");
    private static final List<Period> YEARS = List.of(HandMadeCounty.YEAR, new Period("2023"));

    @Property(tries = 250, seed = "1")
    void noSmallCountIsPinnedDownByAnySequenceOfSelections(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 10) int areas,
            @ForAll @IntRange(min = 1, max = 3) int districts,
            @ForAll @IntRange(min = 1, max = 2) int years,
            @ForAll @IntRange(min = 2, max = 14) int mean) {
        attack(new Random(seed), areas, districts, years, mean, 12);
    }

    @Property(tries = 12, seed = "2")
    void norByManyOfOneYear(@ForAll long seed, @ForAll @IntRange(min = 8, max = 16) int areas) {
        attack(new Random(seed), areas, 3, 1, 8, 40);
    }

    private static void attack(Random random, int areas, int districts, int years, int mean, int questions) {
        HandMadeCounty county = county(random, areas, districts, years, mean);
        Answers answers = new Answers(county.exact());
        answers.read(county.published());
        List<List<AreaCode>> asked = new ArrayList<>();
        for (int question = 0; question < questions; question++) {
            List<AreaCode> selection = selection(random, areas, asked);
            Period period = YEARS.get(random.nextInt(years));
            ExtentName extent = random.nextInt(5) == 0 ? NORTH : COUNTY;
            asked.add(selection);

            Selected selected = county.ask(extent, period, selection);

            assertEquals(selected, county.ask(extent, period, selection));
            answers.add(period, selection, selected.count());
            Statistics.label("selections of several areas")
                    .collect(selected.count().isKnown());
        }
        answers.read(county.published());
        answers.assertNothingSmallIsPinnedDown();
    }

    private static HandMadeCounty county(Random random, int areas, int districts, int years, int mean) {
        HandMadeCounty county = new HandMadeCounty();
        for (int district = 1; district <= districts; district++) {
            int of = areas / districts + (district <= areas % districts ? 1 : 0);
            county.district(
                    district,
                    IntStream.range(0, of)
                            .mapToLong(area -> count(random, mean))
                            .toArray());
        }
        for (int area = 1; area <= areas; area++) {
            AreaCode code = HandMadeCounty.code(area);
            if (years > 1) {
                county.count(YEARS.get(1), code, Value.known((double) count(random, mean)));
            }
            county.decile(1 + random.nextInt(3), area);
            if (random.nextInt(3) > 0) {
                county.extent(NORTH, List.of(code));
            }
        }
        return county;
    }

    private static long count(Random random, int mean) {
        return random.nextInt(5) == 0 ? 0 : random.nextInt(2 * mean + 1);
    }

    /** Any areas, or an earlier question with one area more or less. */
    private static List<AreaCode> selection(Random random, int areas, List<List<AreaCode>> asked) {
        TreeSet<AreaCode> codes = new TreeSet<>();
        if (!asked.isEmpty() && random.nextBoolean()) {
            codes.addAll(asked.get(random.nextInt(asked.size())));
        } else {
            for (int area = 1; area <= areas; area++) {
                if (random.nextInt(3) > 0) {
                    codes.add(HandMadeCounty.code(area));
                }
            }
        }
        AreaCode other = HandMadeCounty.code(1 + random.nextInt(areas));
        if (!codes.remove(other) || codes.isEmpty()) {
            codes.add(other);
        }
        return List.copyOf(codes);
    }

    /** Everything that was ever answered, and the truth to compare it with. */
    private static final class Answers {

        private final ExactCounts exact;
        private final Map<Period, Map<AreaCode, Integer>> numbers = new TreeMap<>();
        private final List<AreaCode> codes = new ArrayList<>();
        private final List<Period> periods = new ArrayList<>();
        private final Map<Integer, Long> known = new HashMap<>();
        private final List<List<Integer>> sums = new ArrayList<>();
        private final List<Long> totals = new ArrayList<>();

        Answers(ExactCounts exact) {
            this.exact = exact;
            exact.counts().forEach((period, byArea) -> byArea.keySet().forEach(code -> {
                numbers.computeIfAbsent(period, ignored -> new TreeMap<>()).put(code, codes.size());
                codes.add(code);
                periods.add(period);
            }));
        }

        /** Everything on the pages. */
        void read(PublishedCounts published) {
            for (Period period : exact.periods()) {
                for (AreaCode code : exact.areas()) {
                    add(period, List.of(code), published.area(period, code));
                }
                new TreeSet<>(exact.districts().values())
                        .forEach(district -> add(
                                period,
                                exact.districts().entrySet().stream()
                                        .filter(entry -> entry.getValue().equals(district))
                                        .map(Map.Entry::getKey)
                                        .toList(),
                                published.district(period, district)));
                exact.extents().forEach((extent, areas) -> {
                    add(period, List.copyOf(areas.codes()), published.extent(period, extent));
                    published.localTenths(extent, period).forEach(group -> add(period, group.areas(), group.count()));
                    published.deciles(extent, period).forEach(group -> add(period, group.areas(), group.count()));
                });
            }
        }

        void add(Period period, List<AreaCode> areas, Value count) {
            add(areas.stream().map(code -> number(period, code)).toList(), count);
        }

        private void add(List<Integer> parts, Value count) {
            if (count.isKnown()) {
                long sum = Math.round(count.number().orElseThrow());
                assertEquals(parts.stream().mapToLong(this::truth).sum(), sum, "a wrong answer");
                if (parts.size() == 1) {
                    known.put(parts.get(0), sum);
                }
                sums.add(parts);
                totals.add(sum);
            }
        }

        void assertNothingSmallIsPinnedDown() {
            List<Integer> hidden = IntStream.range(0, codes.size())
                    .filter(number -> !known.containsKey(number))
                    .boxed()
                    .toList();
            Attacker attacker = new Attacker(hidden);
            for (int number : hidden) {
                attacker.learnAtLeast(number, 1);
                if (POLICY.hides((double) truth(number))) {
                    attacker.learnAtMost(number, POLICY.threshold());
                }
            }
            for (int sum = 0; sum < sums.size(); sum++) {
                List<Integer> unknown = sums.get(sum).stream()
                        .filter(number -> !known.containsKey(number))
                        .toList();
                long shown = sums.get(sum).stream()
                        .mapToLong(number -> known.getOrDefault(number, 0L))
                        .sum();
                if (!unknown.isEmpty()) {
                    attacker.learnSum(unknown, totals.get(sum) - shown);
                } else {
                    assertEquals(totals.get(sum), shown);
                }
            }
            for (int number = 0; number < codes.size(); number++) {
                if (POLICY.hides((double) truth(number))) {
                    assertTrue(!known.containsKey(number), "a small count is shown");
                    assertTrue(
                            attacker.width(List.of(number)) >= POLICY.protectionWidth() - TOLERANCE,
                            codes.get(number) + " in " + periods.get(number));
                }
            }
        }

        private int number(Period period, AreaCode code) {
            return java.util.Objects.requireNonNull(
                    numbers.getOrDefault(period, Map.of()).get(code));
        }

        private long truth(int number) {
            return Math.round(
                    exact.count(periods.get(number), codes.get(number)).number().orElseThrow());
        }
    }
}
