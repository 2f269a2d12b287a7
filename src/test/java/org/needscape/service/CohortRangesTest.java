package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CohortRangesTest {

    // Staffordshire County Council, 2015, tier "few": cohorts divided by four to five systems and cohorts added as they
    // are; the
    // printed total is 5,959.
    private static final List<Long> DIVIDED = List.of(3_000L, 200L, 809L);
    private static final List<Long> UNIQUE = List.of(960L, 340L, 650L);

    @Test
    void saysWhatIsCertainAndWhatTheRuleGives() {
        ObjectNode range = CohortRanges.json(
                DIVIDED, UNIQUE, OptionalLong.of(192_000), Optional.of(CohortRanges.Systems.parse("4-5")));

        assertEquals(
                "between 4,950 and 5,959 children", range.at("/certain/words").textValue());
        // By hand: 1,950 + 4,009 / 5 and 1,950 + 4,009 / 4, fewer than the largest cohort leaves room for.
        assertEquals(2_752, range.at("/bySystems/low").longValue());
        assertEquals(2_952, range.at("/bySystems/high").longValue());
        assertTrue(range.at("/bySystems/caution").textValue().contains("no part of it agrees"));
    }

    @Test
    void withoutARuleThereIsOnlyWhatIsCertain() {
        ObjectNode range = CohortRanges.json(List.of(7L, 9L), List.of(), OptionalLong.of(12), Optional.empty());

        assertEquals("between 9 and 12 children", range.at("/certain/words").textValue());
        assertTrue(range.required("bySystems").isNull());
    }

    @Test
    void numbersThatCannotBeAreRefusedByTheirField() {
        assertEquals("count", field(List.of(), OptionalLong.empty()));
        assertEquals("count", field(List.of(-1L), OptionalLong.empty()));
        assertEquals("count", field(List.of(Long.MAX_VALUE, 1L), OptionalLong.empty()));
        assertEquals("population", field(List.of(9L), OptionalLong.of(8)));
        assertEquals("population", field(List.of(9L), OptionalLong.of(-8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.5", "3-2", "31", "NaN", "two", "", "2-", "1e400"})
    void systemsThatCannotBeAreAMistake(String text) {
        assertThrows(IllegalArgumentException.class, () -> CohortRanges.Systems.parse(text));
    }

    private static String field(List<Long> counts, OptionalLong population) {
        return assertThrows(
                        RejectedException.class,
                        () -> CohortRanges.json(counts, List.of(), population, Optional.empty()))
                .violations()
                .get(0)
                .field();
    }
}
