package org.needscape.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.NotComputed;

class HighShareTest {

    @Test
    void fifthOfElevenAreasIsTheThreeHighest() {
        AreaValues flags = HighShare.FIFTH
                .flags(AreaValues.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))
                .orElseThrow();

        assertEquals(List.of(8, 9, 10), flagged(flags));
    }

    @Test
    void areasEqualToTheLowestOfTheTenthAreHighToo() {
        AreaValues flags = HighShare.TENTH
                .flags(AreaValues.of(1, 2, 9, 4, 9, 6, 9, 8, 3, 5))
                .orElseThrow();

        assertEquals(List.of(2, 4, 6), flagged(flags));
    }

    @Test
    void beingHighSaysNothingWhereMoreThanHalfWouldBe() {
        assertTrue(HighShare.FIFTH.flags(AreaValues.of(0, 0, 0, 0)).isEmpty());
        assertTrue(HighShare.FIFTH.flags(AreaValues.of(1, 5, 5, 5, 2)).isEmpty());
        assertFalse(HighShare.FIFTH.flags(AreaValues.of(1, 5, 5, 2)).isEmpty());
    }

    @Test
    void unknownAreaIsNeitherHighNorLow() {
        AreaValues.Builder values = new AreaValues.Builder(3);
        values.known(0, 1);
        values.unknown(1, NotComputed.SUPPRESSED);
        values.known(2, 5);
        AreaValues flags = HighShare.FIFTH.flags(values.build()).orElseThrow();

        assertEquals(Optional.of(NotComputed.SUPPRESSED), flags.reason(1));
        assertEquals(
                Optional.of(NotComputed.SUPPRESSED),
                HighShare.all(List.of(AreaValues.of(0, 0, 1), flags)).reason(1));
    }

    @Test
    void highOnAllIsHighOnEach() {
        AreaValues all = HighShare.all(List.of(AreaValues.of(1, 1, 0, 0), AreaValues.of(1, 0, 1, 0)));

        assertEquals(List.of(0), flagged(all));
    }

    @Test
    void otherSharesAreRefusedNamingThoseThatThereAre() {
        assertEquals(HighShare.TENTH, HighShare.parse("highest-tenth"));
        assertThrows(IllegalArgumentException.class, () -> HighShare.parse("highest-third"));
    }

    @Property
    void noAreaThatIsLowerThanAHighOneIsHigh(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -100, max = 100) Double> numbers) {
        AreaValues values =
                AreaValues.of(numbers.stream().mapToDouble(each -> each).toArray());
        HighShare.FIFTH.flags(values).ifPresent(flags -> {
            double lowest =
                    flagged(flags).stream().mapToDouble(values::get).min().orElseThrow();
            assertTrue(5 * flagged(flags).size() >= values.size());
            assertTrue(2 * flagged(flags).size() <= values.size());
            IntStream.range(0, values.size())
                    .filter(area -> flags.get(area) == 0)
                    .forEach(area -> assertTrue(values.get(area) < lowest));
        });
    }

    private static List<Integer> flagged(AreaValues flags) {
        return IntStream.range(0, flags.size())
                .filter(area -> flags.isKnown(area) && flags.get(area) == 1)
                .boxed()
                .toList();
    }
}
