package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableHashTest {

    private static final MovedTable TABLE = MovedTable.of(
            "things",
            "things",
            new MovedTable.Column("text", ColumnKind.TEXT),
            new MovedTable.Column("other", ColumnKind.TEXT),
            new MovedTable.Column("number", ColumnKind.NUMBER),
            new MovedTable.Column("integer", ColumnKind.INTEGER),
            new MovedTable.Column("flag", ColumnKind.FLAG),
            new MovedTable.Column("time", ColumnKind.TIME));

    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00.123456Z");

    @Test
    void orderOfRowsDoesNotCount() {
        List<Object[]> rows = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            rows.add(row("name", "", number, number));
        }
        TableHash.Content content = content(rows);
        Collections.shuffle(rows, new Random(1));
        assertEquals(content, content(rows));
        assertEquals(500, content.rows());
    }

    @Test
    void everyDifferenceOfARowCounts() {
        List<Object[]> different = List.of(
                row("a", "bc", 1, 1),
                row("ab", "c", 1, 1),
                row("", "abc", 1, 1),
                row("a", "bc", Math.nextUp(1), 1),
                row("a", "bc", 0, 1),
                row("a", "bc", -1, 1),
                row("a", "bc", 1, -1),
                new Object[] {"a", "bc", OptionalDouble.empty(), 1, true, NOON},
                new Object[] {"a", "bc", OptionalDouble.of(1), 1, false, NOON},
                new Object[] {"a", "bc", OptionalDouble.of(1), 1, true, NOON.plusNanos(1000)});
        Set<TableHash.Content> contents = new HashSet<>();
        different.forEach(row -> contents.add(content(List.<Object[]>of(row))));
        assertEquals(different.size(), contents.size());
    }

    @Test
    void numberOfEqualRowsCounts() {
        Object[] row = row("a", "b", 1, 1);
        assertNotEquals(
                content(List.of(row, row, row)).hash(),
                content(List.<Object[]>of(row)).hash());
        assertEquals(new TableHash.Content(0, "0".repeat(64)), content(List.of()));
    }

    @Test
    void negativeZeroIsZeroBecauseNotEveryDatabaseKeepsIt() {
        assertEquals(
                content(List.<Object[]>of(row("a", "b", 0.0, 1))), content(List.<Object[]>of(row("a", "b", -0.0, 1))));
    }

    @Test
    void hashIsTheSumOfTheHashesOfItsRows() {
        BigInteger sum = BigInteger.ZERO;
        List<Object[]> rows = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            Object[] row = row("name", "other", number, number);
            rows.add(row);
            sum = sum.add(new BigInteger(content(List.<Object[]>of(row)).hash(), 16));
        }
        assertEquals(
                sum.mod(BigInteger.TWO.pow(256)), new BigInteger(content(rows).hash(), 16));
    }

    @Test
    void longRowsAreHashedToTheirEnd() {
        assertNotEquals(
                content(List.<Object[]>of(row("x".repeat(1_000_000) + "a", "", 1, 1))),
                content(List.<Object[]>of(row("x".repeat(1_000_000) + "b", "", 1, 1))));
    }

    private static Object[] row(String text, String other, double number, int integer) {
        return new Object[] {text, other, OptionalDouble.of(number), integer, true, NOON};
    }

    private static TableHash.Content content(List<Object[]> rows) {
        TableHash hash = new TableHash(TABLE);
        rows.forEach(hash::add);
        return hash.content();
    }
}
