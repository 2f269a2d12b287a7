package org.needscape.cooccurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.needscape.stats.Estimate;

/** What must hold of any cases. */
class CaseCombinationsPropertyTest {

    private static final List<String> LEVELS = List.of("low", "high");

    // At most twenty products and quotients.
    private static final double ROUNDING = 1e-12;

    private record Case(List<FactorFlag> flags, int level) {

        void addTo(CaseCounter counter) {
            if (level < LEVELS.size()) {
                counter.add(flags, LEVELS.get(level));
            } else {
                counter.add(flags);
            }
        }
    }

    @Property(tries = 200, seed = "1")
    void orderOfAddingDoesNotMatter(
            @ForAll int seed, @ForAll @IntRange(min = 2, max = 20) int factors, @ForAll @IntRange(max = 60) int size) {
        List<Case> cases = random(seed, factors, size);
        List<Case> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, new Random(seed));

        CaseCombinations first = count(factors, cases);
        CaseCombinations second = count(factors, shuffled);

        assertEquals(first, second);
        assertEquals(first.hashCode(), second.hashCode());
        assertEquals(first.list(), second.list());
    }

    @Property(tries = 200, seed = "2")
    void mergingTwoCountsIsCountingAll(
            @ForAll int seed,
            @ForAll @IntRange(min = 2, max = 6) int factors,
            @ForAll @IntRange(max = 60) int size,
            @ForAll @IntRange(max = 60) int cut) {
        List<Case> cases = random(seed, factors, size);
        CaseCombinations head = count(factors, cases.subList(0, Math.min(cut, size)));
        CaseCombinations tail = count(factors, cases.subList(Math.min(cut, size), size));

        assertEquals(count(factors, cases), head.plus(tail));
        assertEquals(count(factors, cases), tail.plus(head));
    }

    @Property(tries = 200, seed = "3")
    void numbersOfFactorsAddUpToTheCases(
            @ForAll int seed, @ForAll @IntRange(min = 2, max = 8) int factors, @ForAll @IntRange(max = 60) int size) {
        List<Case> cases = random(seed, factors, size);
        CaseCombinations counted = count(factors, cases);
        CaseFactorNumbers numbers = CaseFactorNumbers.of(counted, names(factors));

        assertEquals(size, counted.cases());
        assertEquals(size, numbers.of() + numbers.leftOut());
        assertEquals(counted.casesWithUnknownFactors(), numbers.leftOut());
        assertEquals(
                numbers.of(),
                counted.list().stream()
                        .mapToLong(CaseCombinations.CaseCount::cases)
                        .sum());
        if (numbers.of() > 0) {
            assertEquals(
                    1,
                    numbers.expectedFractions().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum(),
                    ROUNDING);
        }
    }

    @Property(tries = 200, seed = "4")
    void everythingIsCountedAsOneWouldFromTheCasesThemselves(
            @ForAll int seed, @ForAll @IntRange(min = 2, max = 6) int factors, @ForAll @IntRange(max = 60) int size) {
        List<Case> cases = random(seed, factors, size);
        CaseCoOccurrence two = CaseCoOccurrence.of(count(factors, cases), List.of("f1", "f0"));
        List<Case> known = cases.stream()
                .filter(one -> !one.flags.subList(0, 2).contains(FactorFlag.UNKNOWN))
                .toList();

        assertEquals(known.size(), two.of());
        assertEquals(size - known.size(), two.leftOut());
        assertEquals(List.of(having(known, 1), having(known, 0)), two.having());
        assertEquals(
                known.stream()
                        .filter(one -> !one.flags.subList(0, 2).contains(FactorFlag.ABSENT))
                        .count(),
                two.together());
        assertEquals(two.whyNoLift().isEmpty(), two.lift().isPresent());
        assertTrue(two.lift().stream().allMatch(lift -> lift >= 0 && Double.isFinite(lift)));
    }

    @Property(tries = 100, seed = "5")
    void liftIsOneUnderExactIndependence(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 3) Integer> with,
            @ForAll @IntRange(min = 1, max = 3) int without) {
        // Every combination as often as the product of its factors' weights says.
        int factors = with.size();
        CaseCounter counter = new CaseCounter(names(factors), List.of());
        for (int mask = 0; mask < 1 << factors; mask++) {
            List<FactorFlag> flags = new ArrayList<>();
            int times = 1;
            for (int k = 0; k < factors; k++) {
                boolean present = (mask >> k & 1) == 1;
                flags.add(present ? FactorFlag.PRESENT : FactorFlag.ABSENT);
                times *= present ? with.get(k) : without;
            }
            for (int n = 0; n < times; n++) {
                counter.add(flags);
            }
        }
        CaseCombinations cases = counter.combinations();
        Estimate odds = CasePair.of(cases, "f0", "f1").oddsRatio().orElseThrow();

        assertEquals(1, CaseCoOccurrence.of(cases, names(factors)).lift().orElseThrow(), ROUNDING);
        assertEquals(1, odds.estimate(), ROUNDING);
        assertTrue(odds.lower() < 1 && odds.upper() > 1);
        CaseFactorNumbers numbers = CaseFactorNumbers.of(cases, names(factors));
        for (int k = 0; k <= factors; k++) {
            assertEquals(1, numbers.timesExpected(k).orElseThrow(), ROUNDING);
        }
    }

    private static long having(List<Case> cases, int factor) {
        return cases.stream()
                .filter(one -> one.flags.get(factor) == FactorFlag.PRESENT)
                .count();
    }

    private static CaseCombinations count(int factors, List<Case> cases) {
        CaseCounter counter = new CaseCounter(names(factors), LEVELS);
        cases.forEach(one -> one.addTo(counter));
        return counter.combinations();
    }

    private static List<String> names(int factors) {
        return IntStream.range(0, factors).mapToObj(k -> "f" + k).toList();
    }

    /** Cases of which about one flag in ten is unknown and one level in three. */
    private static List<Case> random(int seed, int factors, int size) {
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            List<FactorFlag> flags = new ArrayList<>();
            for (int k = 0; k < factors; k++) {
                int draw = random.nextInt(10);
                flags.add(draw == 0 ? FactorFlag.UNKNOWN : draw < 5 ? FactorFlag.PRESENT : FactorFlag.ABSENT);
            }
            cases.add(new Case(flags, random.nextInt(3)));
        }
        return cases;
    }
}
