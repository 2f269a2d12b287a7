package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.area.Geography;
import org.needscape.service.RejectedException.Violation;

/** What somebody sends is taken as it stands or refused with its field: nothing of it is dropped silently. */
class DecisionJsonTest {

    private static final Geography DISTRICTS = Geography.parse("lad-2024");

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "[]", "null", "{'a':1} x", "{'a':1}{'a':2}", "{'a':1,'a':2}", "{'a':NaN}"})
    void onlyOneObjectWithEachFieldOnceIsTaken(String text) {
        RejectedException refused =
                assertThrows(RejectedException.class, () -> DecisionJson.object(text.replace('\'', '"')));
        assertEquals(List.of(""), fields(refused));
    }

    @Test
    void unknownFieldsAreNamedInOrder() {
        RejectedException refused = assertThrows(
                RejectedException.class,
                () -> DecisionJson.requireOnly(DecisionJson.object("{\"b\":1,\"areas\":[],\"a\":2}"), Set.of("areas")));
        assertEquals(List.of("a", "b"), fields(refused));
    }

    /** Java reads years of up to nine digits, which no calendar of a board has. */
    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01", "2026-13-01", "2026-02-30", "30/09/2027", "-2026-01-01"})
    void reviewIsADayOfAFourDigitYear(String day) {
        RejectedException refused = assertThrows(
                RejectedException.class,
                () -> DecisionJson.read(
                        DecisionJson.object(
                                ("{'title':'T','savedBy':'S','district':'E07999001','areas':[],'review':'" + day + "'}")
                                        .replace('\'', '"')),
                        DISTRICTS));
        assertEquals(List.of("review"), fields(refused));
    }

    private static List<String> fields(RejectedException refused) {
        return refused.violations().stream().map(Violation::field).toList();
    }
}
