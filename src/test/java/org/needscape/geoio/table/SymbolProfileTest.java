package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;
import org.needscape.indicator.ValueState;

class SymbolProfileTest {

    @ParameterizedTest
    @CsvSource({
        "c, SUPPRESSED",
        "[c], SUPPRESSED",
        "C, SUPPRESSED",
        "*, SUPPRESSED",
        "z, NOT_APPLICABLE",
        "Z, NOT_APPLICABLE",
        "[z], NOT_APPLICABLE",
        "low, LOW",
        "k, LOW",
        "[low], LOW",
        ":, NOT_AVAILABLE",
        ".., NOT_AVAILABLE",
        "-, NOT_AVAILABLE",
        "NA, NOT_AVAILABLE",
        "na, NOT_AVAILABLE",
        "u, NOT_AVAILABLE",
        "[x], NOT_AVAILABLE"
    })
    void sharedSymbolsMeanTheSameToEveryPublisher(String symbol, ValueState state) {
        for (SymbolProfile profile : SymbolProfile.values()) {
            assertEquals(state, stateOf(profile, symbol), profile.name());
        }
    }

    @Test
    void aBlankIsSuppressedOnlyInTheIndicesCounts() {
        assertEquals(ValueState.SUPPRESSED, stateOf(SymbolProfile.INDICES_COUNTS, ""));
        assertEquals(ValueState.NOT_AVAILABLE, stateOf(SymbolProfile.INDICES, ""));
        assertEquals(ValueState.NOT_AVAILABLE, stateOf(SymbolProfile.GENERAL, ""));
        assertEquals(ValueState.NOT_AVAILABLE, stateOf(SymbolProfile.DFE, ""));
    }

    @Test
    void anXHidesNumbersInTheDepartmentForEducationsFilesUpTo2018() {
        assertEquals(ValueState.SUPPRESSED, stateOf(SymbolProfile.dfe(2018), "x"));
        assertEquals(ValueState.NOT_AVAILABLE, stateOf(SymbolProfile.dfe(2019), "x"));
        assertEquals(ValueState.NOT_AVAILABLE, stateOf(SymbolProfile.GENERAL, "X"));
    }

    @Test
    void aTildeIsLowForTheDepartmentForEducationAndUnknownToOthers() {
        assertEquals(ValueState.LOW, stateOf(SymbolProfile.DFE, "~"));
        assertEquals(Optional.empty(), SymbolProfile.GENERAL.read("~"));
    }

    @Test
    void aNumberWithUIsKnownWithLowConfidence() {
        CellReading expected = new CellReading(Value.known(12.5), Set.of(ValueFlag.LOW_CONFIDENCE));
        assertEquals(Optional.of(expected), SymbolProfile.GENERAL.read("12.5u"));
        assertEquals(Optional.of(expected), SymbolProfile.GENERAL.read("12.5 [u]"));
    }

    @ParameterizedTest
    @EnumSource(SymbolProfile.class)
    void unknownSymbolsAreNeverGuessedAt(SymbolProfile profile) {
        for (String symbol : new String[] {"<5", "?", "n/a", "cc", "[k]", "#N/A", "nil", "none", "1,29u", "uu"}) {
            assertEquals(Optional.empty(), profile.read(symbol), symbol);
        }
    }

    @Test
    void suppressedIsNeverZero() {
        assertEquals(
                Value.known(0), SymbolProfile.GENERAL.read("0").orElseThrow().value());
        assertEquals(
                Value.suppressed(),
                SymbolProfile.GENERAL.read("c").orElseThrow().value());
    }

    private static ValueState stateOf(SymbolProfile profile, String cell) {
        return profile.read(cell).orElseThrow().value().state();
    }
}
