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

/** Numbers that the unit in the codebook does not allow are refused by row, and never made to fit. */
class IndicatorRangeTest {

    private static final String PERCENTAGE = "The number is not a percentage from 0 to 100.";
    private static final String PROPORTION = "The number is not a proportion from 0 to 1.";
    private static final String PEOPLE = "The number is not a number of 0 or more.";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "percent              | 100.1",
                "Percent              | -0.5",
                "%                    | 130",
                "per cent             | 101",
                "percentage           | 101",
                "percent of children  | 101",
                "% of households      | 101",
                "percent (0-100)      | 101"
            })
    void percentageBelow0OrAbove100IsARefusedRow(String unit, String number) {
        assertEquals(List.of("2 [n] E01029345: " + PERCENTAGE), refusals(unit, number));
    }

    @ParameterizedTest
    @CsvSource({"proportion, 1.01", "proportion 0-1, 12.8", "Proportion of people, -0.1"})
    void proportionBelow0OrAbove1IsARefusedRow(String unit, String number) {
        assertEquals(List.of("2 [n] E01029345: " + PROPORTION), refusals(unit, number));
    }

    @ParameterizedTest
    @CsvSource({"children, -1", "persons, -5", "households, -0.5", "number of referrals, -1", "cases, -1"})
    void negativeCountIsARefusedRow(String unit, String number) {
        assertEquals(List.of("2 [n] E01029345: " + PEOPLE), refusals(unit, number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "percent                     | 0",
                "percent                     | 100",
                "proportion                  | 1",
                "'per 1,000'                 | 1296",
                "per 10,000 children         | 10500",
                "children per 1,000 children | 1001",
                "percent change              | -12",
                "percentage points           | -3",
                "% of the England average    | 140",
                "change in children          | -4",
                "people, change since 2011   | -40",
                "persons                     | 12.5",
                "score                       | -1.771",
                "rate                        | 45",
                "as published                | 1000",
                "''                          | -7"
            })
    void whatTheUnitAllowsIsTaken(String unit, String number) {
        assertEquals(List.of(), refusals(unit, number));
    }

    @Test
    void refusedNumberSaysWhatToDoAndCostsItsWideRowOnly() {
        TableProbe probe = read(
                codebook("a,A,percent", "b,B,\"per 1,000\""),
                "LSOA21CD,a,b",
                "E01029345,130,1500",
                "E01029346,99,1500",
                "E01029347,c,1500");
        assertEquals(List.of("2 [a] E01029345: " + PERCENTAGE), probe.refusals());
        assertEquals(
                "Correct the cell, or the unit in the codebook.",
                probe.report().problems().get(0).whatToDo());
        assertEquals(99, probe.number("a", "E01029346"));
        assertEquals(Value.suppressed(), probe.value("a", "E01029347"));
        assertEquals(4, probe.observations.size());
    }

    @Test
    void longRowIsRefusedByTheUnitOfItsOwnIndicator() {
        TableProbe probe = read(
                codebook("a,A,percent", "b,B,\"per 1,000\"", "n,N,children"),
                "LSOA21CD,indicator_id,value",
                "E01029345,a,130",
                "E01029345,b,130",
                "E01029345,n,-1");
        assertEquals(List.of("2 [value] E01029345: " + PERCENTAGE, "4 [value] E01029345: " + PEOPLE), probe.refusals());
        assertEquals(130, probe.number("b", "E01029345"));
    }

    @Test
    void numeratorAboveTheDenominatorOfAShareIsARefusedRow() {
        TableProbe probe = read(
                codebook("a,A,percent", "b,B,\"per 1,000\"", "p,P,proportion"),
                "LSOA21CD,indicator_id,value,numerator,denominator",
                "E01029345,a,90,45,50",
                "E01029346,a,90,50,45",
                "E01029345,b,1100,55,50",
                "E01029345,p,0.9,46,45",
                "E01029346,p,1,45,45",
                "E01029347,p,0.5,c,45");
        assertEquals(
                List.of(
                        "3 [numerator] E01029346: The numerator of a share is larger than its denominator.",
                        "5 [numerator] E01029345: The numerator of a share is larger than its denominator."),
                probe.refusals());
        assertEquals(4, probe.observations.size());
        assertEquals(Value.known(45), probe.observation("a", "E01029345").numerator());
        assertEquals(List.of(), probe.report().notes());
    }

    @Test
    void negativeNumeratorOrDenominatorIsARefusedRow() {
        TableProbe probe = read(
                codebook("a,A,percent", "b,B,\"per 1,000\""),
                "LSOA21CD,indicator_id,value,numerator,denominator",
                "E01029345,a,90,-1,50",
                "E01029345,b,90,1,-50",
                "E01029346,b,90,,");
        assertEquals(
                List.of("2 [numerator] E01029345: " + PEOPLE, "3 [denominator] E01029345: " + PEOPLE),
                probe.refusals());
    }

    private List<String> refusals(String unit, String number) {
        return read(codebook("n,Label,\"" + unit + "\""), "LSOA21CD,n", "E01029345," + number)
                .refusals();
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
