package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SortedSampleTest {

    @Test
    void equalsShareTheirMeanRankAndStrangersStandBetween() {
        SortedSample sample = new SortedSample(new double[] {4, 2, 4, 9});

        assertEquals(1, sample.rankOf(2));
        assertEquals(2.5, sample.rankOf(4));
        assertEquals(4, sample.rankOf(9));
        assertEquals(1.5, sample.rankOf(3));
        assertEquals(3.5, sample.rankOf(5));
        assertEquals(1, sample.rankOf(-1));
        assertEquals(4, sample.rankOf(100));
    }

    @Test
    void emptySampleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SortedSample(new double[0]));
    }

    @Property(tries = 200, seed = "1")
    void ranksOfItsOwnNumbersAreTheirMeanRanks(
            @ForAll @Size(min = 1, max = 30) int @IntRange(min = 0, max = 9) [] numbers) {
        double[] values = java.util.Arrays.stream(numbers).asDoubleStream().toArray();
        double[] ranks = Ranks.averageAscending(values);
        SortedSample sample = new SortedSample(values);
        for (int k = 0; k < values.length; k++) {
            assertEquals(ranks[k], sample.rankOf(values[k]));
        }
    }
}
