package org.needscape.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourKindsTest {

    @Test
    void everyKindIsReadBackFromItsCode() {
        NeighbourKinds.OFFERED.forEach(kind -> assertEquals(kind, NeighbourKinds.parse(kind.code())));
        assertEquals(
                "Areas within 1,500 m", NeighbourKinds.parse("distance-1500").title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "king", "nearest-0", "nearest-51", "nearest--1", "distance-0", "distance-99999"})
    void anythingElseIsRefusedWithASentence(String code) {
        String message = assertThrows(IllegalArgumentException.class, () -> NeighbourKinds.parse(code))
                .getMessage();

        assertEquals('.', message.charAt(message.length() - 1));
    }
}
