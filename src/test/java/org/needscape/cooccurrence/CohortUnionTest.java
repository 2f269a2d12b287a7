package org.needscape.cooccurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CohortUnionTest {

    private static final List<Cohort> THREE = List.of(new Cohort("a", 60), new Cohort("b", 50), new Cohort("c", 10));
    private static final List<Cohort> UNIQUE = List.of(new Cohort("u", 7));

    @Test
    void unionIsAtLeastTheLargestCohortAndAtMostAllOfThem() {
        assertEquals(
                new ChildrenRange(60, 120), CohortUnion.of(THREE, List.of()).bounds());
        assertEquals(new ChildrenRange(67, 127), CohortUnion.of(THREE, UNIQUE).bounds());
    }

    @Test
    void populationCapsTheUnionWhereItIsKnown() {
        assertEquals(
                new ChildrenRange(67, 100),
                CohortUnion.of(THREE, UNIQUE).inPopulation(100).bounds());
        assertEquals(
                new ChildrenRange(67, 67),
                CohortUnion.of(THREE, UNIQUE).inPopulation(67).bounds());
        assertThrows(IllegalArgumentException.class, () -> CohortUnion.of(THREE, UNIQUE)
                .inPopulation(66));
    }

    @Test
    void overlappingCohortsAreDividedAndUniqueOnesAddedUndivided() {
        // By hand: 7 + 120/1.5 = 87, 7 + 120/1.2 = 107.
        SystemsEstimate estimate = CohortUnion.of(THREE, UNIQUE).bySystemsPerChild(1.2, 1.5);

        assertEquals(new ChildrenRange(87, 107), estimate.byRule());
        assertTrue(estimate.isPossible());
        assertTrue(estimate.caution().isEmpty());
        assertEquals(2, CohortUnion.of(THREE, UNIQUE).highestSystemsPerChild().orElseThrow());
    }

    @Test
    void ruleThatGivesFewerChildrenThanTheLargestCohortIsReportedNotHidden() {
        // 120/3 = 40 is fewer than the 60 of one cohort alone; 120/1.5 = 80 is not.
        SystemsEstimate partly = CohortUnion.of(THREE, List.of()).bySystemsPerChild(1.5, 3);
        SystemsEstimate nowhere = CohortUnion.of(THREE, List.of()).bySystemsPerChild(3, 4);

        assertEquals(new ChildrenRange(40, 80), partly.byRule());
        assertEquals(Optional.of(new ChildrenRange(60, 80)), partly.possiblePart());
        assertEquals(
                Optional.of(
                        "The rule gives between 40 and 80 children, the sizes of the cohorts allow between 60 and 120"
                                + " children; only between 60 and 80 children agree with them."),
                partly.caution());
        assertTrue(nowhere.possiblePart().isEmpty());
        assertEquals(
                Optional.of(
                        "The rule gives between 30 and 40 children, the sizes of the cohorts allow between 60 and 120"
                                + " children; no part of it agrees with them."),
                nowhere.caution());
    }

    @Test
    void withoutChildrenThereAreNone() {
        CohortUnion union = CohortUnion.of(List.of(), List.of());

        assertEquals(new ChildrenRange(0, 0), union.bounds());
        assertTrue(union.highestSystemsPerChild().isEmpty());
        assertTrue(union.bySystemsPerChild(2, 3).isPossible());
    }

    @Test
    void systemsPerChildAreOneOrMoreAndRise() {
        CohortUnion union = CohortUnion.of(THREE, List.of());

        assertThrows(IllegalArgumentException.class, () -> union.bySystemsPerChild(0.99, 2));
        assertThrows(IllegalArgumentException.class, () -> union.bySystemsPerChild(3, 2));
        assertThrows(IllegalArgumentException.class, () -> union.bySystemsPerChild(1, Double.POSITIVE_INFINITY));
        assertEquals(new ChildrenRange(120, 120), union.bySystemsPerChild(1, 1).byRule());
        assertThrows(IllegalArgumentException.class, () -> new Cohort("a", -1));
    }

    @Test
    void rangeIsSaidInWords() {
        assertEquals("between 13,150 and 19,725 children", new ChildrenRange(13_149.67, 19_724.5).words());
        assertEquals("1,000 children", new ChildrenRange(999.6, 1_000.4).words());
        assertEquals("1 child", new ChildrenRange(1, 1).words());
        assertEquals("0 children", new ChildrenRange(0, 0).words());
        assertThrows(IllegalArgumentException.class, () -> new ChildrenRange(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new ChildrenRange(Double.NaN, 1));
    }

    @Property(tries = 300, seed = "1")
    void boundsHoldForAnySetsOfChildrenAndTheTrueAverageGivesTheTrueNumber(
            @ForAll int seed,
            @ForAll @IntRange(min = 1, max = 6) int cohorts,
            @ForAll @IntRange(min = 1, max = 80) int population,
            @ForAll @IntRange(max = 20) int unique) {
        Random random = new Random(seed);
        BitSet all = new BitSet();
        List<Cohort> overlapping = new ArrayList<>();
        long memberships = 0;
        for (int k = 0; k < cohorts; k++) {
            BitSet members = new BitSet();
            double share = random.nextDouble();
            for (int child = 0; child < population; child++) {
                members.set(child, random.nextDouble() < share);
            }
            overlapping.add(new Cohort("c" + k, members.cardinality()));
            memberships += members.cardinality();
            all.or(members);
        }
        CohortUnion union =
                CohortUnion.of(overlapping, List.of(new Cohort("u", unique))).inPopulation(population + unique);
        long children = all.cardinality() + unique;

        assertTrue(
                union.bounds().low() <= children && children <= union.bounds().high());
        if (memberships > 0) {
            double average = (double) memberships / all.cardinality();
            SystemsEstimate estimate = union.bySystemsPerChild(average, average);
            assertEquals(children, estimate.byRule().low(), 1e-9);
            assertTrue(average <= union.highestSystemsPerChild().orElseThrow() + 1e-12);
        }
    }
}
