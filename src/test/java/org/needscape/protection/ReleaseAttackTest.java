package org.needscape.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.needscape.protection.HandMadeCounty.COUNTY;
import static org.needscape.protection.HandMadeCounty.YEAR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.needscape.area.AreaCode;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.tables.Attacker;
import org.needscape.indicator.Value;

/**
 * Releases counts again and again while counts are corrected, areas move to other districts and deciles, and the county grows, and
 * lets somebody attack who kept everything that was ever shown and is even told which of it has not changed since.
 */
class ReleaseAttackTest {

    private static final double TOLERANCE = 1e-6;
    private static final DisclosurePolicy POLICY = DisclosurePolicy.DEFAULT;

    @Property(tries = 300, seed = "1")
    void noSmallCountAndNoSmallCorrectionIsPinnedDownByAnySequenceOfReleases(
            @ForAll long seed,
            @ForAll @IntRange(min = 4, max = 10) int areas,
            @ForAll @IntRange(min = 1, max = 3) int districts,
            @ForAll @IntRange(min = 2, max = 4) int releases,
            @ForAll @IntRange(min = 3, max = 14) int mean) {
        Random random = new Random(seed);
        World world = new World(random, areas, districts, mean);
        Released before = Released.of(POLICY.toString());
        List<Shown> everything = new ArrayList<>();
        for (int release = 0; release < releases; release++) {
            if (release > 0) {
                world.change(random);
            }
            PublishedCounts published = PublishedCounts.byDeprivation(world.exact(), POLICY, before, Map.of());
            List<Shown> now = world.read(published);
            Statistics.label("by tenths of the county's own")
                    .collect(!published.localTenths(COUNTY, YEAR).isEmpty());

            List<List<Integer>> tooNarrow = world.attack(everything, now);
            // Where all that could be hidden was shown already, hiding helps no more: that must be said then.
            assertEquals(tooNarrow.isEmpty(), published.audit().passed(), "areas " + tooNarrow);
            Statistics.label("protected as far as they should be").collect(tooNarrow.isEmpty());

            everything.addAll(now);
            before = before.then(published.released());
            // What is remembered must survive being written down.
            before = Released.parse(before.text());
        }
    }

    /** A number that was shown for areas, by their positions. */
    private record Shown(List<Integer> areas, long number) {}

    /** The truth, which changes. */
    private static final class World {

        private final long[] counts;
        private final int[] districtOf;
        private final int[] decileOf;
        private final int districts;
        private int size;

        World(Random random, int areas, int districts, int mean) {
            this.counts = new long[areas];
            this.districtOf = new int[areas];
            this.decileOf = new int[areas];
            this.districts = districts;
            this.size = Math.max(3, areas - random.nextInt(3));
            for (int area = 0; area < areas; area++) {
                counts[area] = random.nextInt(5) == 0 ? 0 : random.nextInt(2 * mean + 1);
                districtOf[area] = 1 + random.nextInt(districts);
                decileOf[area] = 1 + random.nextInt(3);
            }
        }

        void change(Random random) {
            int area = random.nextInt(size);
            switch (random.nextInt(5)) {
                case 0 -> districtOf[area] = 1 + random.nextInt(districts);
                case 1 -> decileOf[area] = 1 + random.nextInt(3);
                case 2 -> size = Math.min(counts.length, size + 1);
                default -> {
                    for (int corrected = 1 + random.nextInt(3); corrected > 0; corrected--) {
                        int where = random.nextInt(size);
                        int by = random.nextBoolean() ? random.nextInt(11) - 5 : random.nextInt(61) - 30;
                        counts[where] = Math.max(0, counts[where] + by);
                    }
                }
            }
        }

        ExactCounts exact() {
            HandMadeCounty county = new HandMadeCounty();
            for (int area = 0; area < size; area++) {
                county.district(districtOf[area], counts[area]);
                county.decile(decileOf[area], area + 1);
                // Ranked as the national deciles have them: what lies between the two kinds of tenths can be told from
                // both.
                county.rank(100.0 * decileOf[area] + area, area + 1);
            }
            return county.exact();
        }

        List<Shown> read(PublishedCounts published) {
            List<Shown> shown = new ArrayList<>();
            List<Integer> all = IntStream.range(0, size).boxed().toList();
            all.forEach(area -> add(shown, List.of(area), published.area(YEAR, HandMadeCounty.code(area + 1))));
            for (int district :
                    new TreeSet<>(Arrays.stream(districtOf, 0, size).boxed().toList())) {
                add(
                        shown,
                        all.stream()
                                .filter(area -> districtOf[area] == district)
                                .toList(),
                        published.district(YEAR, HandMadeCounty.district(district)));
            }
            add(shown, all, published.extent(YEAR, COUNTY));
            published.deciles(YEAR).forEach(group -> add(shown, positions(group.areas()), group.count()));
            return shown;
        }

        /** What must not be told and is known too well. */
        List<List<Integer>> attack(List<Shown> before, List<Shown> now) {
            List<Shown> known = new ArrayList<>(now);
            before.stream()
                    .filter(shown -> truth(shown.areas()) == shown.number())
                    .forEach(known::add);
            TreeSet<Integer> open =
                    new TreeSet<>(IntStream.range(0, size).boxed().toList());
            known.stream()
                    .filter(shown -> shown.areas().size() == 1)
                    .forEach(shown -> open.remove(shown.areas().get(0)));
            Attacker attacker = new Attacker(open);
            for (int area : open) {
                attacker.learnAtLeast(area, Math.min(1, counts[area]));
                if (POLICY.hides((double) counts[area])) {
                    attacker.learnAtMost(area, POLICY.threshold());
                }
            }
            for (Shown sum : known) {
                List<Integer> unknown =
                        sum.areas().stream().filter(open::contains).toList();
                if (!unknown.isEmpty()) {
                    attacker.learnSum(unknown, truth(unknown));
                }
            }
            List<List<Integer>> asked = new ArrayList<>();
            for (int area = 0; area < size; area++) {
                if (POLICY.hides((double) counts[area])) {
                    asked.add(List.of(area));
                }
            }
            // A correction by few is a small number of children as well.
            before.stream()
                    .filter(shown -> truth(shown.areas()) != shown.number()
                            && POLICY.hides((double) Math.abs(truth(shown.areas()) - shown.number())))
                    .forEach(shown -> asked.add(shown.areas()));
            Statistics.label("small counts or corrections").collect(!asked.isEmpty());
            return asked.stream()
                    .filter(areas -> !isWide(
                            attacker, areas.stream().filter(open::contains).toList()))
                    .toList();
        }

        private static boolean isWide(Attacker attacker, List<Integer> unknown) {
            return !unknown.isEmpty() && attacker.width(unknown) >= POLICY.protectionWidth() - TOLERANCE;
        }

        private static void add(List<Shown> shown, List<Integer> areas, Value count) {
            count.number().ifPresent(number -> shown.add(new Shown(areas, Math.round(number))));
        }

        private long truth(List<Integer> areas) {
            return areas.stream().mapToLong(area -> counts[area]).sum();
        }

        private static List<Integer> positions(List<AreaCode> codes) {
            return codes.stream()
                    .map(code -> Integer.parseInt(code.value().substring(1)) - 1)
                    .toList();
        }
    }

    /** The example that comparing with the last release alone would miss: 20, then 12, then 17 children. */
    @Example
    void countIsComparedWithEveryNumberThatWasShownOfIt() {
        Released first = released(Released.of(POLICY.toString()), 20);
        Released second = released(first, 12);

        PublishedCounts third = published(second, 17);

        assertEquals(Value.suppressed(), third.area(YEAR, HandMadeCounty.code(1)));
    }

    private static Released released(Released before, long count) {
        return before.then(published(before, count).released());
    }

    private static PublishedCounts published(Released before, long count) {
        return new PublishedCounts(
                new HandMadeCounty()
                        .district(1, count, 40, 50)
                        .district(2, 60, 70)
                        .exact(),
                POLICY,
                before,
                Map.of());
    }
}
