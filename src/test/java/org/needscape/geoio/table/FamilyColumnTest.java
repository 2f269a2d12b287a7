package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.ValueState;
import org.needscape.report.UnreadableFileException;

/** How children come in families may stand beside their count, and is kept by itself. */
class FamilyColumnTest {

    @TempDir
    Path folder;

    @Test
    void squaredSizesAreKeptBesideTheCountsAndRestricted() {
        TableProbe probe = read("LSOA21CD,period,count,families_squared", "E01029345,2024,4,10", "E01029346,2024,0,0");

        assertEquals(4, probe.number("cla-count", "E01029345"));
        assertEquals(10, probe.number("cla-families-squared", "E01029345"));
        assertEquals(0, probe.number("cla-families-squared", "E01029346"));
        assertEquals(
                Sensitivity.RESTRICTED, probe.indicator("cla-families-squared").sensitivity());
        assertEquals(
                probe.observation("cla-count", "E01029345").series().period(),
                probe.observation("cla-families-squared", "E01029345").series().period());
        assertEquals("2 read, 2 accepted, 0 refused, 0 outside", probe.counts());
    }

    /** The smallest and the largest that families can give, and the next ones, which they cannot. */
    @ParameterizedTest
    @CsvSource({"4, 4", "4, 16", "4, 6", "1, 1", "0, 0", "7, 49"})
    void squaresOfFamiliesAreTaken(String count, String squared) {
        assertEquals(
                List.of(),
                read("LSOA21CD,period,count,families_squared", "E01029345,2024," + count + "," + squared)
                        .refusals());
    }

    @ParameterizedTest
    @CsvSource({"4, 2", "4, 18", "4, 7", "1, 0", "0, 1", "0, 2", "7, 8"})
    void whatNoFamiliesGiveIsRefusedByName(String count, String squared) {
        assertEquals(
                List.of("2 [families_squared] E01029345: The number cannot be the sum of the squared sizes of"
                        + " families with this many children."),
                read("LSOA21CD,period,count,families_squared", "E01029345,2024," + count + "," + squared)
                        .refusals());
    }

    @Test
    void familiesOfNoCountAreRefused() {
        assertEquals(
                List.of("2 [families_squared] E01029345: There is no count of children whose families these could be."),
                read("LSOA21CD,period,count,families_squared", "E01029345,2024,c,10")
                        .refusals());
    }

    @Test
    void halfASquareIsRefused() {
        assertEquals(
                List.of("2 [families_squared] E01029345: The number is not a whole number of 0 or more."),
                read("LSOA21CD,period,count,families_squared", "E01029345,2024,4,10.5")
                        .refusals());
    }

    @Test
    void emptyCellIsKeptAsNotSaidAndNamed() {
        TableProbe probe = read(
                "LSOA21CD,period,count,families_squared",
                "E01029345,2024,4,",
                "E01029346,2024,0,",
                "E01029347,2024,3,5");

        assertEquals(
                ValueState.NOT_AVAILABLE,
                probe.observation("cla-families-squared", "E01029345").value().state());
        assertTrue(
                probe.report()
                        .notes()
                        .contains(
                                "How children come in families is not said in 1 row with a count: limits allow for brothers and"
                                        + " sisters only where every area of a period says it."),
                probe.report().notes()::toString);
    }

    @Test
    void onlyTotalsAreKept() {
        TableProbe probe = read(
                "LSOA21CD,period,category,count,families_squared",
                "E01029345,2024,all,4,10",
                "E01029345,2024,boys,3,5",
                "E01029345,2024,girls,1,");

        assertEquals(
                1,
                probe.observations.stream()
                        .filter(one -> one.series().indicator().value().equals("cla-families-squared"))
                        .count());
    }

    @Test
    void fileWithoutTheColumnIsReadAsBefore() {
        TableProbe probe = read("LSOA21CD,period,count", "E01029345,2024,4");

        assertEquals(1, probe.observations.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"families_squared", "families-squared", "Families_Squared"})
    void wideTableCannotHaveIt(String header) {
        String message = assertThrows(
                        UnreadableFileException.class, () -> read("LSOA21CD,2023,2024," + header, "E01029345,4,4,10"))
                .getMessage();
        assertTrue(message.contains("beside " + header), message);
    }

    private TableProbe read(String... lines) {
        TableProbe probe = TableProbe.written(folder, lines)
                .withLoaded(TableProbe.LSOA_2021, "E01029345", "E01029346", "E01029347");
        CountsFile.read(
                probe.request(),
                Measure.CLA,
                TableProbe.LSOA_2021,
                Optional.empty(),
                probe.indicators::add,
                probe.observations::add);
        return probe;
    }
}
