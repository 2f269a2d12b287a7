package org.needscape.disclosure.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.needscape.cooccurrence.CaseCombinations;
import org.needscape.cooccurrence.CaseCounter;
import org.needscape.cooccurrence.FactorFlag;
import org.needscape.disclosure.DisclosurePolicy;

/**
 * Attacks on what is shown of cases. The attacker knows the method and everything that is shown, has all the time in the world and
 * asks for each count, whether shown, hidden or to be had by a difference: is there only one number that it can be?
 */
class CaseAttackTest {

    private static final DisclosurePolicy UP_TO_TWO_HIDDEN = new DisclosurePolicy(2);
    private static final List<String> TWO = List.of("a", "b");

    /** Cases with both factors, only a, only b, neither; and all sums of some of these, as bits. */
    private static final int CELLS = 4;

    private static final int SUMS = 1 << CELLS;

    /** For each document that may be shown, what each sum of cells may be. */
    private static final class Possible {
        private final Map<ShownCases, List<BitSet>> sums = new HashMap<>();

        void add(ShownCases shown, int[] truth) {
            List<BitSet> known = sums.computeIfAbsent(shown, document -> {
                List<BitSet> none = new ArrayList<>();
                for (int sum = 0; sum < SUMS; sum++) {
                    none.add(new BitSet());
                }
                return none;
            });
            for (int sum = 1; sum < SUMS; sum++) {
                known.get(sum).set(of(truth, sum));
            }
        }

        /** Sums above 0 that are given away when this is shown. */
        List<Integer> givenAway(ShownCases shown, int[] truth) {
            List<Integer> found = new ArrayList<>();
            for (int sum = 1; sum < SUMS; sum++) {
                if (of(truth, sum) > 0 && sums.get(shown).get(sum).cardinality() == 1) {
                    found.add(of(truth, sum));
                }
            }
            return found;
        }
    }

    @Test
    void withCasesLeftOutNoCountIsEverCertain() {
        // Every table with up to three cases in a cell, and every choice of those left out.
        Possible possible = new Possible();
        forEachTable(
                3,
                truth -> forEachTable(3, counted -> {
                    if (isPart(counted, truth)) {
                        possible.add(CaseProtection.show(cases(truth), cases(counted), UP_TO_TWO_HIDDEN), truth);
                    }
                }));

        // A fourth case is not among the tables, so that only those with up to two have all their alternatives here.
        Set<ShownCases> attacked = new HashSet<>();
        forEachTable(
                2,
                truth -> forEachTable(2, counted -> {
                    if (isPart(counted, truth)) {
                        ShownCases shown = CaseProtection.show(cases(truth), cases(counted), UP_TO_TWO_HIDDEN);
                        assertEquals(List.of(), possible.givenAway(shown, truth));
                        attacked.add(shown);
                    }
                }));
        assertTrue(attacked.size() > 50, attacked.size() + " documents");
    }

    @Test
    void hidingAndRoundingAloneWouldGiveSmallCountsAway() {
        // Shown counts of up to 10 stand for up to 12 cases, so that tables with up to 8 in a cell have all
        // alternatives
        // here.
        Possible possible = new Possible();
        forEachTable(
                12, truth -> possible.add(CaseProtection.show(cases(truth), cases(truth), UP_TO_TWO_HIDDEN), truth));

        // Two hidden, 7, 7 and 7 are shown as 5, all 23 as 25: no other numbers go together.
        int[] unlucky = {2, 7, 7, 7};
        List<Integer> givenAway =
                possible.givenAway(CaseProtection.show(cases(unlucky), cases(unlucky), UP_TO_TWO_HIDDEN), unlucky);

        assertTrue(givenAway.contains(2), givenAway.toString());
        assertTrue(givenAway.contains(7), givenAway.toString());
    }

    @Property(tries = 100, seed = "1")
    void oneMoreCaseOfAnyKindMayHaveBeenLeftOut(
            @ForAll int seed,
            @ForAll @IntRange(min = 2, max = 6) int factors,
            @ForAll @IntRange(min = 1, max = 300) int size) {
        List<RandomCase> cases = RandomCase.list(new Random(seed), factors, size);
        CaseCombinations all = RandomCase.count(cases, factors);
        CaseSample.Draw draw = (combination, which) -> Math.floorMod(31 * combination.hashCode() + which, 10) == 0;
        ShownCases shown = CaseProtection.show(all, CaseSample.of(all, draw), DisclosurePolicy.DEFAULT);

        for (RandomCase one : new HashSet<>(cases)) {
            List<RandomCase> more = new ArrayList<>(cases);
            more.add(one);
            CaseCombinations allAndOne = RandomCase.count(more, factors);
            Map<String, Long> before = numbers(all);
            // Who does not know the secret cannot rule out that it leaves out just this one.
            CaseSample.Draw secret = (combination, which) ->
                    which > before.getOrDefault(combination, 0L) || draw.leavesOut(combination, which);
            assertEquals(
                    shown, CaseProtection.show(allAndOne, CaseSample.of(allAndOne, secret), DisclosurePolicy.DEFAULT));
        }
    }

    @Property(tries = 100, seed = "2")
    void noSmallCountIsShownAndNoneLooksLikeZero(
            @ForAll int seed,
            @ForAll @IntRange(min = 2, max = 6) int factors,
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @IntRange(min = 1, max = 20) int threshold) {
        CaseCombinations all = RandomCase.count(RandomCase.list(new Random(seed), factors, size), factors);
        CaseSample.Draw draw = (combination, which) -> Math.floorMod(31 * combination.hashCode() + which, 10) == 0;
        DisclosurePolicy rule = new DisclosurePolicy(threshold);

        Cells.compare(CaseProtection.show(all, CaseSample.of(all, draw), rule), all, (shown, truth) -> {
            if (truth == 0) {
                assertEquals(0, shown.number().orElseThrow());
            } else if (truth <= threshold) {
                assertTrue(shown.number().isEmpty(), truth + " is shown as " + shown);
            } else if (shown.isKnown()) {
                double number = shown.number().orElseThrow();
                assertTrue(number > threshold && number % 5 == 0, truth + " is shown as " + shown);
            }
        });
    }

    private static Map<String, Long> numbers(CaseCombinations cases) {
        Map<String, Long> numbers = new TreeMap<>();
        CaseCombinations same = cases.keeping((combination, number) -> {
            numbers.put(combination, number);
            return number;
        });
        assertEquals(cases, same);
        return numbers;
    }

    private static void forEachTable(int most, java.util.function.Consumer<int[]> consumer) {
        int base = most + 1;
        for (int code = 0; code < base * base * base * base; code++) {
            consumer.accept(
                    new int[] {code % base, code / base % base, code / base / base % base, code / base / base / base});
        }
    }

    private static boolean isPart(int[] part, int[] whole) {
        for (int cell = 0; cell < CELLS; cell++) {
            if (part[cell] > whole[cell]) {
                return false;
            }
        }
        return true;
    }

    private static int of(int[] cells, int sum) {
        int total = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            if ((sum >> cell & 1) == 1) {
                total += cells[cell];
            }
        }
        return total;
    }

    private static CaseCombinations cases(int[] cells) {
        CaseCounter counter = new CaseCounter(TWO, List.of());
        BiConsumer<Integer, List<FactorFlag>> add = (cell, flags) -> {
            for (int n = 0; n < cells[cell]; n++) {
                counter.add(flags);
            }
        };
        add.accept(0, List.of(FactorFlag.PRESENT, FactorFlag.PRESENT));
        add.accept(1, List.of(FactorFlag.PRESENT, FactorFlag.ABSENT));
        add.accept(2, List.of(FactorFlag.ABSENT, FactorFlag.PRESENT));
        add.accept(3, List.of(FactorFlag.ABSENT, FactorFlag.ABSENT));
        return counter.combinations();
    }
}
