package org.needscape.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {

    /** The codes of starts begin with those of the stocks: the longest that fits is meant. */
    @ParameterizedTest
    @CsvSource({
        "cla-2024, CLA",
        "cla-starts-2024, CLA_STARTS",
        "cla-starts-2023-24-lad-2024, CLA_STARTS",
        "cla-2024-lad-2024, CLA",
        "early-help-2024, EARLY_HELP",
        "early-help-starts-2024, EARLY_HELP_STARTS",
        "cin-starts-2024, CIN_STARTS",
        "cpp-starts-2024, CPP_STARTS",
        "referrals-2024, REFERRALS"
    })
    void anIdentifierBelongsToTheMeasureWithTheLongestCode(String id, Measure expected) {
        assertEquals(Optional.of(expected), Measure.findAtStart(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cla", "clap-2024", "early-2024", "CLA-2024", "-2024"})
    void otherIdentifiersBelongToNone(String id) {
        assertEquals(Optional.empty(), Measure.findAtStart(id));
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyMeasureIsFoundByItsCodeItsIndicatorAndItsIdentifiers(Measure measure) {
        assertEquals(measure, Measure.parse(measure.code()));
        assertEquals(measure, Measure.parse(" " + measure.code().toUpperCase(java.util.Locale.ROOT) + " "));
        assertEquals(Optional.of(measure), Measure.find(measure.indicatorId()));
        assertEquals(Optional.of(measure), Measure.findAtStart(measure.code() + "-2024"));
    }

    @Test
    void anUnknownWordIsRefusedWithWhatIsPossible() {
        String message = assertThrows(IllegalArgumentException.class, () -> Measure.parse("fostering"))
                .getMessage();
        assertTrue(
                message.startsWith("Unknown measure 'fostering': use one of early-help, early-help-starts, "), message);
    }

    @Test
    void startsAreNeverTakenForStocks() {
        for (Measure measure : Measure.values()) {
            assertEquals(measure.code().endsWith("-starts"), measure.basis() == Basis.STARTS, measure.code());
        }
        List<String> labels =
                Arrays.stream(Measure.values()).map(Measure::label).toList();
        assertEquals(labels.size(), new HashSet<>(labels).size());
        assertEquals(Basis.EVENTS, Measure.REFERRALS.basis());
    }

    @ParameterizedTest
    @CsvSource({
        "STOCK, 2024, at 31 March 2024",
        "STOCK, 2023/24, at 31 March (2023/24)",
        "STARTS, 2024, starting in 2024",
        "STARTS, 2023/24, starting in 2023/24",
        "EVENTS, 2023/24, in 2023/24"
    })
    void theBasisSaysWhenInWords(Basis basis, String period, String expected) {
        assertEquals(expected, basis.words(new Period(period)));
    }

    /** A child is counted once on a day, but may start twice and bring several referrals. */
    @ParameterizedTest
    @EnumSource(Measure.class)
    void moreChildrenThanLiveSomewhereCannotBeOnADay(Measure measure) {
        boolean once = measure.basis() == Basis.STOCK;

        assertFalse(measure.hasMoreThanLive(Value.known(41), Value.known(41)));
        assertEquals(once, measure.hasMoreThanLive(Value.known(42), Value.known(41)));
        assertEquals(once, measure.hasMoreThanLive(Value.known(1), Value.known(0)));
        assertFalse(measure.hasMoreThanLive(Value.known(0), Value.known(0)));
        assertFalse(measure.hasMoreThanLive(Value.suppressed(), Value.known(0)));
        assertFalse(measure.hasMoreThanLive(Value.known(42), Value.notAvailable()));
    }
}
