package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.indicator.Value;

/** What an indicator's value was divided from is kept beside it, where it is that and nothing is given away by it. */
class IndicatorRatioTest {

    @TempDir
    Path folder;

    @Test
    void longTableHasThemInTwoColumns() {
        TableProbe probe = read(
                codebook("a,A,percent"),
                "LSOA21CD,indicator_id,value,numerator,denominator",
                "E01029345,a,22.5,45,200",
                "E01029346,a,c,c,180",
                "E01029347,a,:,,");
        assertRatio(Value.known(45), Value.known(200), probe, "a", "E01029345");
        assertRatio(Value.suppressed(), Value.known(180), probe, "a", "E01029346");
        assertRatio(Value.notAvailable(), Value.notAvailable(), probe, "a", "E01029347");
        assertEquals(List.of(), probe.report().notes());
    }

    @Test
    void wideTableHasThemBesideTheColumnOfTheIndicatorWhateverTheirCase() {
        TableProbe probe = read(
                codebook("a,A,percent", "b,B,\"per 1,000\""),
                "LSOA21CD,a,b,A_Numerator,A_DENOMINATOR,b_numerator",
                "E01029345,22.5,7,45,200,3",
                "E01029346,[c],[z],[c],180,[z]");
        assertRatio(Value.known(45), Value.known(200), probe, "a", "E01029345");
        assertRatio(Value.suppressed(), Value.known(180), probe, "a", "E01029346");
        assertRatio(Value.known(3), Value.notAvailable(), probe, "b", "E01029345");
        assertRatio(Value.notApplicable(), Value.notAvailable(), probe, "b", "E01029346");
        assertEquals(List.of(), probe.report().notes());
    }

    @Test
    void columnOfACountThatTheCodebookDescribesIsAnIndicatorOfItsOwn() {
        TableProbe probe = read(
                codebook("a,A,percent", "a_numerator,Those,people"),
                "LSOA21CD,a,a_numerator,mystery_numerator",
                "E01029345,22.5,45,9");
        assertEquals(45, probe.number("a_numerator", "E01029345"));
        assertRatio(Value.notAvailable(), Value.notAvailable(), probe, "a", "E01029345");
        assertEquals(
                List.of("Column mystery_numerator is not in the codebook; it was left out."),
                probe.report().notes());
    }

    @Test
    void countBesideAHiddenValueIsHiddenWithIt() {
        TableProbe wide = read(
                codebook("a,A,percent"),
                "LSOA21CD,a,a_numerator,a_denominator",
                "E01029345,c,4,200",
                "E01029346,:,4,9");
        assertRatio(Value.suppressed(), Value.known(200), wide, "a", "E01029345");
        assertRatio(Value.known(4), Value.known(9), wide, "a", "E01029346");
        TableProbe tall = read(
                codebook("a,A,percent"), "LSOA21CD,indicator_id,value,numerator,denominator", "E01029345,a,c,4,200");
        assertRatio(Value.suppressed(), Value.known(200), tall, "a", "E01029345");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // unit            | value | numerator | denominator | kept
                "percent           | 22.5  | 45        | 200         | true",
                "proportion        | 0.225 | 45        | 200         | true",
                "'per 1,000'       | 225   | 45        | 200         | true",
                "'per 10000'       | 2250  | 45        | 200         | true",
                // 22.5 and 2 percent of it are 22.95; 22.96 is more.
                "percent           | 22.95 | 45        | 200         | true",
                "percent           | 22.96 | 45        | 200         | false",
                "percent           | 22.04 | 45        | 200         | false",
                // 10 of 3,000 are 0.333 percent; rounded to one decimal 0.3, and 0.4 is wrong.
                "percent           | 0.3   | 10        | 3000        | true",
                "percent           | 0.4   | 10        | 3000        | false",
                "percent           | 0     | 12        | 3000        | true",
                // A standardised rate, or one per 100,000 beside a unit that says otherwise.
                "'per 1,000'       | 180   | 45        | 200         | false",
                // Fewer than 10 may be far off by rounding of the count itself.
                "percent           | 30    | 9         | 40          | true",
                "percent           | 30    | 10        | 40          | false",
                // Nothing is known of the unit.
                "score             | 3     | 45        | 200         | true",
                "percentage points | 3     | 45        | 200         | true"
            })
    void theyAreKeptWhereTheValueIsOneOverTheOther(
            String unit, String value, int numerator, int denominator, boolean kept) {
        TableProbe probe = read(
                codebook("a,A,\"" + unit + "\""),
                "LSOA21CD,a,a_numerator,a_denominator",
                "E01029345," + value + "," + numerator + "," + denominator);
        Value expected = kept ? Value.known(numerator) : Value.notAvailable();
        assertEquals(expected, probe.observation("a", "E01029345").numerator());
        assertEquals(Double.parseDouble(value), probe.number("a", "E01029345"));
        assertEquals(kept ? 0 : 1, probe.report().notes().size());
    }

    @Test
    void standardisedIndicatorIsSaidOnceAndTakenWithoutThemInEveryRow() {
        String note =
                "Values of a are not its numerators over its denominators (line 3 is the first that differs): numerators"
                        + " and denominators of it were not kept. If they should agree, correct that line and import again.";
        TableProbe wide = read(
                codebook("a,A,percent", "b,B,percent"),
                "LSOA21CD,a,b,a_numerator,a_denominator,b_numerator,b_denominator",
                "E01029345,22.5,22.5,45,200,45,200",
                "E01029346,30,22.5,45,200,45,200",
                "E01029347,31,22.5,45,200,45,200");
        assertEquals(List.of(note), wide.report().notes());
        for (String area : List.of("E01029345", "E01029346", "E01029347")) {
            assertRatio(Value.notAvailable(), Value.notAvailable(), wide, "a", area);
            assertRatio(Value.known(45), Value.known(200), wide, "b", area);
        }
        TableProbe tall = read(
                codebook("a,A,percent"),
                "LSOA21CD,indicator_id,value,numerator,denominator",
                "E01029345,a,22.5,45,200",
                "E01029346,a,30,45,200");
        assertEquals(List.of(note), tall.report().notes());
        assertRatio(Value.notAvailable(), Value.notAvailable(), tall, "a", "E01029345");
        assertEquals(30, tall.number("a", "E01029346"));
    }

    @Test
    void wideRowWithAnImpossibleOneIsRefusedWhole() {
        TableProbe probe = read(
                codebook("a,A,percent", "b,B,percent"),
                "LSOA21CD,a,b,a_numerator,a_denominator",
                "E01029345,90,1,50,45",
                "E01029346,90,1,-45,50",
                "E01029347,90,1,45,many");
        assertEquals(
                List.of(
                        "2 [a_numerator] E01029345: The numerator of a share is larger than its denominator.",
                        "3 [a_numerator] E01029346: The number is not a number of 0 or more.",
                        "4 [a_denominator] E01029347: The cell holds neither a number nor a symbol that is known."),
                probe.refusals());
        assertEquals(List.of(), probe.observations);
    }

    private static void assertRatio(
            Value numerator, Value denominator, TableProbe probe, String indicator, String area) {
        assertEquals(numerator, probe.observation(indicator, area).numerator());
        assertEquals(denominator, probe.observation(indicator, area).denominator());
    }

    private TableProbe read(Path codebook, String... lines) {
        TableProbe probe = TableProbe.written(folder, lines)
                .withLoaded(TableProbe.LSOA_2021, "E01029345", "E01029346", "E01029347");
        IndicatorFile.read(
                probe.request(),
                codebook,
                "codebook.csv",
                TableProbe.LSOA_2021,
                probe.indicators::add,
                probe.observations::add);
        return probe;
    }

    private Path codebook(String... rows) {
        String text = "indicator_id,label,unit\n" + String.join("\n", rows) + "\n";
        return TableProbe.write(folder, "codebook.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
