package org.needscape.cooccurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.cooccurrence.EightCases.ABUSE;
import static org.needscape.cooccurrence.EightCases.FACTORS;
import static org.needscape.cooccurrence.EightCases.HEALTH;
import static org.needscape.cooccurrence.EightCases.LEVELS;
import static org.needscape.cooccurrence.EightCases.PREVENTION;
import static org.needscape.cooccurrence.EightCases.SUBSTANCE;
import static org.needscape.cooccurrence.EightCases.TARGETED;
import static org.needscape.cooccurrence.EightCases.flags;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseCombinationsTest {

    private final CaseCombinations eight = EightCases.counter().combinations();

    @Test
    void combinationsAreListedMostFrequentFirst() {
        assertEquals(8, eight.cases());
        assertEquals(
                List.of(
                        new CaseCombinations.CaseCount(List.of(), 3),
                        new CaseCombinations.CaseCount(List.of(ABUSE, HEALTH), 2),
                        new CaseCombinations.CaseCount(List.of(ABUSE), 1),
                        new CaseCombinations.CaseCount(List.of(HEALTH), 1),
                        new CaseCombinations.CaseCount(List.of(ABUSE, HEALTH, SUBSTANCE), 1)),
                eight.list());
    }

    @Test
    void caseWithAnUnknownFactorIsCountedApartAndLeftOutOfWhatNeedsTheFactor() {
        CaseCounter counter = EightCases.counter();
        counter.add(flags("+?-"), TARGETED);
        CaseCombinations nine = counter.combinations();

        assertEquals(9, nine.cases());
        assertEquals(1, nine.casesWithUnknownFactors());
        assertEquals(eight.list(), nine.list());
        assertEquals(new CasePrevalence(ABUSE, 5, 9, 0), CasePrevalence.of(nine, ABUSE));
        assertEquals(new CasePrevalence(HEALTH, 4, 8, 1), CasePrevalence.of(nine, HEALTH));
        // Abuse and substance misuse are known of the ninth case; whatever needs mental ill-health is as it was.
        assertEquals(9, CasePair.of(nine, ABUSE, SUBSTANCE).table().total());
        assertEquals(
                CasePair.of(eight, ABUSE, HEALTH).table(),
                CasePair.of(nine, ABUSE, HEALTH).table());
        assertEquals(1, CasePair.of(nine, ABUSE, HEALTH).leftOut());
        assertEquals(1, CaseCoOccurrence.of(nine, FACTORS).leftOut());
        assertEquals(1, CaseFactorNumbers.of(nine, FACTORS).leftOut());
        assertEquals(
                CaseFactorNumbers.of(eight, FACTORS).cases(),
                CaseFactorNumbers.of(nine, FACTORS).cases());
    }

    @Test
    void levelsDivideTheCases() {
        assertEquals(4, eight.atLevel(TARGETED).cases());
        assertEquals(3, eight.atLevel(PREVENTION).cases());
        assertEquals(1, eight.withoutLevel().cases());
        assertEquals(
                eight, eight.atLevel(TARGETED).plus(eight.atLevel(PREVENTION)).plus(eight.withoutLevel()));
        assertThrows(IllegalArgumentException.class, () -> eight.atLevel("acute"));
    }

    @Test
    void subgroupHoldsTheCasesKnownToHaveTheFactors() {
        assertEquals(3, eight.having(List.of(ABUSE, HEALTH)).cases());
        assertEquals(eight, eight.having(List.of()));
        // By hand: of the three cases with both, one has the third.
        assertEquals(
                new CasePrevalence(SUBSTANCE, 1, 3, 0),
                CasePrevalence.of(eight.having(List.of(ABUSE, HEALTH)), SUBSTANCE));
    }

    @Test
    void whatIsAddedLaterDoesNotChangeWhatWasCounted() {
        CaseCounter counter = EightCases.counter();
        CaseCombinations before = counter.combinations();
        counter.add(flags("+++"));

        assertEquals(eight, before);
        assertNotEquals(before, counter.combinations());
        assertEquals(9, counter.combinations().cases());
    }

    @Test
    void casesCountedOtherwiseCannotBeAddedUp() {
        CaseCombinations others = new CaseCounter(List.of(HEALTH, ABUSE, SUBSTANCE), LEVELS).combinations();

        assertThrows(IllegalArgumentException.class, () -> eight.plus(others));
    }

    @Test
    void twoToTwentyFactorsOfDifferentNames() {
        List<String> twenty = IntStream.range(0, 20).mapToObj(k -> "f" + k).toList();
        CaseCounter counter = new CaseCounter(twenty, List.of());
        counter.add(Collections.nCopies(20, FactorFlag.PRESENT));

        assertEquals(
                List.of(new CaseCombinations.CaseCount(twenty, 1)),
                counter.combinations().list());
        assertEquals(1, CaseCoOccurrence.of(counter.combinations(), twenty).together());
        List<String> more = IntStream.range(0, 21).mapToObj(k -> "f" + k).toList();
        assertThrows(IllegalArgumentException.class, () -> new CaseCounter(more, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new CaseCounter(List.of("one"), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new CaseCounter(List.of("a", "a"), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new CaseCounter(List.of("a", " "), List.of()));
    }

    @Test
    void wrongFlagsAndLevelsAreRefused() {
        CaseCounter counter = EightCases.counter();

        assertThrows(IllegalArgumentException.class, () -> counter.add(flags("++")));
        assertThrows(IllegalArgumentException.class, () -> counter.add(flags("+++"), "acute"));
        assertThrows(IllegalArgumentException.class, () -> CasePrevalence.of(eight, "debt"));
        assertThrows(IllegalArgumentException.class, () -> CasePair.of(eight, ABUSE, ABUSE));
        assertEquals(eight, counter.combinations());
        assertTrue(new CaseCounter(FACTORS, LEVELS).combinations().list().isEmpty());
    }
}
