package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "29199.00|29199",
                "1,296|1296",
                "12,345,678.5|12345678.5",
                "-1.771|-1.771",
                "\u22120.5|-0.5",
                "+3|3",
                ".5|0.5",
                "1e-05|0.00001",
                "007|7",
                "-0|0"
            })
    void readsNumbersAsPublishersWriteThem(String text, double expected) {
        assertEquals(OptionalDouble.of(expected), NumberText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1,29",
                "1,2960",
                ",296",
                "1,296,",
                "1.296,5",
                "NaN",
                "Infinity",
                "-Infinity",
                "0x1A",
                "1f",
                "1d",
                "12%",
                "\u00A312",
                "<5",
                "1 296",
                "5.",
                "--1",
                "1e999",
                "(5)",
                "\u0661"
            })
    void refusesWhatIsNoNumber(String text) {
        assertEquals(OptionalDouble.empty(), NumberText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12%", "1,29", "abc"})
    void theReasonNeverRepeatsTheCell(String text) {
        assertTrue(!NumberText.reasonAgainst(text).contains(text));
        assertTrue(!NumberText.whatToDoAbout(text).contains(text));
    }

    @Property(seed = "20240101", tries = 200)
    boolean everyFiniteNumberComesBackFromItsText(@ForAll double number) {
        return !Double.isFinite(number)
                || NumberText.parse(Double.toString(number)).getAsDouble() == number;
    }

    @Property(seed = "20240102", tries = 200)
    boolean thousandsSeparatorsChangeNothing(@ForAll long number) {
        return NumberText.parse(String.format(Locale.UK, "%,d", number)).getAsDouble() == number;
    }
}
