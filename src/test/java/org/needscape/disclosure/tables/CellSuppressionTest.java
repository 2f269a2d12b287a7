package org.needscape.disclosure.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.needscape.disclosure.DisclosurePolicy;

class CellSuppressionTest {

    private static final DisclosurePolicy POLICY = DisclosurePolicy.DEFAULT;

    @Test
    void smallCountsAreHiddenAndZeroIsShown() {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        int zero = builder.addCell(0);
        int one = builder.addCell(1);
        int five = builder.addCell(5);
        int six = builder.addCell(6);

        ProtectedTables shown = protect(builder.build());

        assertEquals(OptionalLong.of(0), shown.shown(zero));
        assertEquals(OptionalLong.empty(), shown.shown(one));
        assertEquals(OptionalLong.empty(), shown.shown(five));
        assertEquals(OptionalLong.of(6), shown.shown(six));
    }

    @Test
    void zeroIsHiddenWhereThePolicySaysSo() {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        int zero = builder.addCell(0);

        ProtectedTables shown =
                CellSuppression.protect(builder.build(), new DisclosurePolicy(5, true, 0, 30, 3), new BitSet());

        assertTrue(shown.isHidden(zero));
    }

    @Test
    void loneSmallCountTakesTheNextSmallestWithIt() {
        // One small count of 3 in a total of 53: the next smallest, 20, goes with it.
        LinkedTables.Builder builder = new LinkedTables.Builder();
        int[] parts = {builder.addCell(3), builder.addCell(30), builder.addCell(20), builder.addCell(0)};
        int total = builder.addCell(53);
        builder.addTotal(total, parts);

        ProtectedTables shown = protect(builder.build());

        assertEquals(List.of(0, 2), hiddenCells(shown, 5));
    }

    /** Methods 2.7: rows A 12 3 9, B 8 20 11, C 30 6 14 with all totals. */
    @Test
    void toyTableHidesNoCellAloneAndLeavesEveryHiddenCellThreeWide() {
        long[][] rows = {{12, 3, 9}, {8, 20, 11}, {30, 6, 14}};
        LinkedTables tables = twoWay(rows);

        ProtectedTables shown = protect(tables);

        assertTrue(shown.isHidden(1), "the 3 is small");
        assertNoneAlone(tables, shown);
        assertTrue(shown.audit().passed());
        assertTrue(shown.audit().narrowest() >= 3, "narrowest " + shown.audit().narrowest());
    }

    /** Staffordshire 2015 as published (methods 2.7): 624 in all; neglect 341, sexual 30, emotional 227, two categories hidden. */
    @Test
    void auditOfPublishedPlansSaysWhatTheTwoHiddenCategoriesAddUpTo() {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        int total = builder.addCell(624);
        int neglect = builder.addCell(341);
        int physical = builder.addUnknownCell();
        int sexual = builder.addCell(30);
        int emotional = builder.addCell(227);
        int multiple = builder.addUnknownCell();
        builder.addTotal(total, neglect, physical, sexual, emotional, multiple);

        ProtectedTables published = CellSuppression.asPublished(builder.build(), POLICY);
        AuditReport.HiddenSum sum = published.audit().sums().get(0);

        assertEquals(OptionalLong.empty(), published.shown(physical));
        assertEquals(OptionalLong.empty(), published.shown(multiple));
        assertEquals(List.of(physical, multiple), sum.hidden());
        assertEquals(26, sum.sum());
        assertEquals("1 to 5", sum.ifSmall(5).orElseThrow().toString());
        assertEquals("21 to 25", sum.othersIfSmall(5).orElseThrow().toString());
    }

    /** Staffordshire 2010 as published (methods 2.7): 380 in all; 209, 107 and 35 shown. */
    @Test
    void auditOfPublishedPlansOf2010FindsTwentyNineHidden() {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        int total = builder.addCell(380);
        builder.addTotal(
                total,
                builder.addCell(209),
                builder.addUnknownCell(),
                builder.addUnknownCell(),
                builder.addCell(107),
                builder.addCell(35));

        AuditReport report =
                CellSuppression.asPublished(builder.build(), POLICY).audit();

        assertEquals(29, report.sums().get(0).sum());
    }

    @Test
    void auditOfFiguresPublishedWithOneHiddenPartSaysThatItIsKnown() {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        int hidden = builder.addUnknownCell();
        builder.addTotal(builder.addCell(20), builder.addCell(17), hidden);

        AuditReport report =
                CellSuppression.asPublished(builder.build(), POLICY).audit();

        assertFalse(report.passed());
        assertEquals(0, report.narrowest());
        assertEquals(hidden, report.ranges().get(0).cell());
        assertEquals("3", report.ranges().get(0).range().toString());
    }

    @Test
    void severalSmallCountsThatAreAllAsSmallAsTheyCanBeAreNotGivenAwayByTheirSum() {
        // Six counts of 1 add up to 6, and nothing else does: the total must go.
        assertSafe(oneTotal(1, 1, 1, 1, 1, 1));
        // So must the total of counts that are all as large as a small count can be.
        assertSafe(oneTotal(5, 5, 5));
        assertSafe(oneTotal(1, 2, 9, 40));
    }

    @Test
    void totalsOfTotalsDoNotGiveAHiddenTotalAway() {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        int[] first = cells(builder, 2, 1, 0);
        int firstTotal = builder.addCell(3);
        int[] second = cells(builder, 10, 20, 30);
        int secondTotal = builder.addCell(60);
        int[] third = cells(builder, 8, 9, 12);
        int thirdTotal = builder.addCell(29);
        builder.addTotal(firstTotal, first);
        builder.addTotal(secondTotal, second);
        builder.addTotal(thirdTotal, third);
        builder.addTotal(builder.addCell(92), firstTotal, secondTotal, thirdTotal);

        ProtectedTables shown = assertSafe(builder.build());

        assertTrue(shown.isHidden(firstTotal));
        assertTrue(shown.isHidden(thirdTotal), "the next smallest district");
        assertFalse(shown.isHidden(secondTotal));
    }

    @Test
    void whatWasHiddenBeforeStaysHidden() {
        LinkedTables tables = oneTotal(10, 20, 30);
        BitSet before = new BitSet();
        before.set(1);

        ProtectedTables shown = CellSuppression.protect(tables, POLICY, before);

        assertEquals(List.of(0, 1), hiddenCells(shown, tables.size()));
    }

    @Test
    void roundedCountsAreShownUnlessRoundedTotalsGiveThemAway() {
        DisclosurePolicy rounding = new DisclosurePolicy(5, false, 5, 30, 3);
        LinkedTables.Builder builder = new LinkedTables.Builder();
        int[] parts = cells(builder, 3, 3);
        int total = builder.addCell(6);
        builder.addTotal(total, parts);

        ProtectedTables shown = CellSuppression.protect(builder.build(), rounding, new BitSet());

        // Both parts round to 5 and so does their sum of 6; then the sum is at most 7 and each of them 3 or 4.
        assertEquals(OptionalLong.of(5), shown.shown(parts[0]));
        assertEquals(OptionalLong.empty(), shown.shown(total));
        assertTrue(shown.audit().passed());
    }

    @Test
    void totalThatContradictsItsPartsIsRefused() {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        builder.addTotal(builder.addCell(10), builder.addCell(4), builder.addCell(5));
        LinkedTables tables = builder.build();

        assertEquals(List.of(0), tables.contradictions());
        assertThrows(IllegalArgumentException.class, () -> protect(tables));
    }

    private static LinkedTables oneTotal(long... counts) {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        int[] parts = cells(builder, counts);
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        builder.addTotal(builder.addCell(sum), parts);
        return builder.build();
    }

    static LinkedTables twoWay(long[][] rows) {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        int columns = rows[0].length;
        int[][] cells = new int[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            cells[row] = cells(builder, rows[row]);
        }
        int[] rowTotals = new int[rows.length];
        long all = 0;
        for (int row = 0; row < rows.length; row++) {
            long sum = 0;
            for (long count : rows[row]) {
                sum += count;
            }
            all += sum;
            rowTotals[row] = builder.addCell(sum);
            builder.addTotal(rowTotals[row], cells[row]);
        }
        int[] columnTotals = new int[columns];
        for (int column = 0; column < columns; column++) {
            long sum = 0;
            int[] parts = new int[rows.length];
            for (int row = 0; row < rows.length; row++) {
                sum += rows[row][column];
                parts[row] = cells[row][column];
            }
            columnTotals[column] = builder.addCell(sum);
            builder.addTotal(columnTotals[column], parts);
        }
        int total = builder.addCell(all);
        builder.addTotal(total, rowTotals);
        builder.addTotal(total, columnTotals);
        return builder.build();
    }

    private static int[] cells(LinkedTables.Builder builder, long... counts) {
        int[] cells = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            cells[i] = builder.addCell(counts[i]);
        }
        return cells;
    }

    private static ProtectedTables protect(LinkedTables tables) {
        return CellSuppression.protect(tables, POLICY, new BitSet());
    }

    private static ProtectedTables assertSafe(LinkedTables tables) {
        ProtectedTables shown = protect(tables);
        Attacker attacker = new Attacker(tables, shown, POLICY);
        for (int cell : attacker.hiddenCells()) {
            assertTrue(attacker.width(cell) >= POLICY.protectionWidth() - 1e-6, "cell " + cell);
        }
        assertTrue(shown.audit().passed());
        return shown;
    }

    private static void assertNoneAlone(LinkedTables tables, ProtectedTables shown) {
        for (int line = 0; line < tables.lineCount(); line++) {
            int count = 0;
            for (int cell : tables.line(line)) {
                count += shown.isHidden(cell) ? 1 : 0;
            }
            assertTrue(count != 1, "total " + line + " hides one cell alone");
        }
    }

    private static List<Integer> hiddenCells(ProtectedTables shown, int size) {
        List<Integer> hidden = new ArrayList<>();
        for (int cell = 0; cell < size; cell++) {
            if (shown.isHidden(cell)) {
                hidden.add(cell);
            }
        }
        return hidden;
    }
}
