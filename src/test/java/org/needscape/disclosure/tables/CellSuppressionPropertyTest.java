package org.needscape.disclosure.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.needscape.disclosure.DisclosurePolicy;

/** Builds random hierarchies, publishes them and attacks what is published with another solver. */
class CellSuppressionPropertyTest {

    private static final double TOLERANCE = 1e-6;

    /** Areas in districts in a county, over some years, with years together and groups of areas across districts. */
    @Property(tries = 1_500, seed = "1")
    void noHiddenCountOfAreasDistrictsYearsAndGroupsCanBeWorkedOut(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 9) int areas,
            @ForAll @IntRange(min = 1, max = 3) int districts,
            @ForAll @IntRange(min = 1, max = 3) int years,
            @ForAll @IntRange(min = 0, max = 3) int groups,
            @ForAll @IntRange(min = 1, max = 12) int mean) {
        LinkedTables tables = RandomTables.county(new Random(seed), areas, districts, years, groups, mean);

        assertNothingCanBeWorkedOut(tables, DisclosurePolicy.DEFAULT);
    }

    @Property(tries = 500, seed = "2")
    void otherPoliciesHoldTheSameWay(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 12) int threshold,
            @ForAll boolean zeroIsDisclosive,
            @ForAll @IntRange(min = 1, max = 5) int width) {
        DisclosurePolicy policy = new DisclosurePolicy(threshold, zeroIsDisclosive, 0, 30, width);
        LinkedTables tables = RandomTables.county(new Random(seed), 6, 2, 2, 2, threshold);

        assertNothingCanBeWorkedOut(tables, policy);
    }

    @Property(tries = 1_000, seed = "3")
    void treesOfTotalsAndSparseCounts(@ForAll long seed, @ForAll @IntRange(min = 2, max = 25) int areas) {
        LinkedTables tables = RandomTables.county(new Random(seed), areas, 4, 1, 0, 2);

        assertNothingCanBeWorkedOut(tables, DisclosurePolicy.DEFAULT);
    }

    @Property(tries = 300, seed = "4")
    void theSameTablesAreProtectedTheSameWay(@ForAll long seed) {
        LinkedTables tables = RandomTables.county(new Random(seed), 8, 2, 3, 2, 5);

        assertEquals(
                CellSuppression.protect(tables, DisclosurePolicy.DEFAULT, new BitSet())
                        .hidden(),
                CellSuppression.protect(tables, DisclosurePolicy.DEFAULT, new BitSet())
                        .hidden());
    }

    /** Larger than what is solved whole, so that proofs by shifting and by surroundings are under attack as well. */
    @Property(tries = 6, seed = "5")
    void noHiddenCountOfALargeTableCanBeWorkedOut(@ForAll long seed) {
        LinkedTables tables = RandomTables.county(new Random(seed), 60, 4, 4, 5, 3);
        ProtectedTables shown = CellSuppression.protect(tables, DisclosurePolicy.DEFAULT, new BitSet());
        Attacker attacker = new Attacker(tables, shown, DisclosurePolicy.DEFAULT);
        assertTrue(attacker.hiddenCells().size() > DisclosureAudit.CELLS_SOLVED_WHOLE);

        List<Integer> sample = new ArrayList<>(attacker.hiddenCells());
        java.util.Collections.shuffle(sample, new Random(seed));
        for (int cell : sample.subList(0, 12)) {
            assertTrue(attacker.width(cell) >= 3 - TOLERANCE, "cell " + cell);
        }
    }

    /** A second release of the same counts, of which everybody knows what the first has shown, hides the same and is as safe. */
    @Property(tries = 12, seed = "6")
    void releasedAgainTheSameCountsAreHiddenAndSafe(
            @ForAll long seed,
            @ForAll @IntRange(min = 20, max = 120) int areas,
            @ForAll @IntRange(min = 1, max = 6) int mean) {
        LinkedTables tables = RandomTables.county(new Random(seed), areas, 5, 3, 6, mean);
        ProtectedTables first = CellSuppression.protect(tables, DisclosurePolicy.DEFAULT, new BitSet());

        ProtectedTables again =
                CellSuppression.protect(releasedBefore(tables, first), DisclosurePolicy.DEFAULT, first.hidden());

        assertEquals(first.hidden(), again.hidden());
        assertTrue(again.audit().passed());
    }

    /** As sparse as counts get, with totals over ten years: what is proven step by step while hiding is hard to prove at once. */
    @Example
    void sparseCountsOfManyYearsReleasedAgainAreAsSafe() {
        LinkedTables tables = RandomTables.countyMean(new Random(0), 530, 8, 10, 0, 0.3);
        ProtectedTables first = CellSuppression.protect(tables, DisclosurePolicy.DEFAULT, new BitSet());

        ProtectedTables again =
                CellSuppression.protect(releasedBefore(tables, first), DisclosurePolicy.DEFAULT, first.hidden());

        assertEquals(first.hidden(), again.hidden());
        assertTrue(again.audit().passed());
    }

    private static LinkedTables releasedBefore(LinkedTables tables, ProtectedTables shown) {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        for (int cell = 0; cell < tables.size(); cell++) {
            builder.addCell(tables.count(cell));
            if (!shown.isHidden(cell)) {
                builder.knownToAll(cell);
            }
        }
        for (int line = 0; line < tables.lineCount(); line++) {
            int[] cells = tables.line(line);
            builder.addTotal(cells[0], java.util.Arrays.copyOfRange(cells, 1, cells.length));
        }
        return builder.build();
    }

    private static void assertNothingCanBeWorkedOut(LinkedTables tables, DisclosurePolicy policy) {
        ProtectedTables shown = CellSuppression.protect(tables, policy, new BitSet());
        Attacker attacker = new Attacker(tables, shown, policy);
        for (int cell = 0; cell < tables.size(); cell++) {
            if (policy.hides((double) tables.count(cell))) {
                assertTrue(shown.isHidden(cell), "a small count is shown");
            } else if (tables.count(cell) == 0) {
                assertTrue(!shown.isHidden(cell), "a zero is hidden");
            }
        }
        for (int cell : attacker.hiddenCells()) {
            double width = Math.min(policy.protectionWidth(), widest(tables, policy, cell));
            assertTrue(attacker.width(cell) >= width - TOLERANCE, "cell " + cell + " of " + tables.count(cell));
        }
        assertTrue(shown.audit().passed());
    }

    /** How wide a cell can be at all: a small part as its threshold allows, any other without limit, a total as its parts. */
    private static double widest(LinkedTables tables, DisclosurePolicy policy, int cell) {
        double widest = Double.POSITIVE_INFINITY;
        boolean small = policy.hides((double) tables.count(cell));
        if (!tables.isTotal(cell)) {
            int least = policy.zeroIsDisclosive() ? 0 : 1;
            return small ? policy.threshold() - least : tables.count(cell) == 0 ? 0 : widest;
        }
        for (int line : tables.linesOf(cell)) {
            if (tables.totalOf(line) == cell) {
                double parts = 0;
                for (int part : tables.line(line)) {
                    parts += part == cell ? 0 : widest(tables, policy, part);
                }
                widest = Math.min(widest, parts);
            }
        }
        return widest;
    }
}
