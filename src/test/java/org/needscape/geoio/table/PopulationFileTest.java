package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.area.Geography;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.Value;
import org.needscape.report.UnreadableFileException;

class PopulationFileTest {

    private static final String REAL = "indicators/population_mid2020_single_year_lsoa11_pilot.csv";
    private static final Period YEAR_2020 = new Period("2020");

    @TempDir
    Path folder;

    @Test
    void addsTheEighteenYearsOfChildhoodOfThePublishedTable() {
        TableProbe probe = TableProbe.real(REAL)
                .withLoaded(
                        TableProbe.LSOA_2011, TableProbe.realCodes(TableProbe.LSOA_2011, TableProbe.staffordshire()));
        TableSummary summary = read(probe, TableProbe.LSOA_2011, YEAR_2020);
        // E01029345, mid-2020: 436 aged 0 to 17 and 1,995 of all ages, as in the indicator pop_0_17_mid2020 made from
        // the same table.
        assertEquals(436, probe.number("population-0-17", "E01029345"));
        assertEquals(1995, probe.number("population-all", "E01029345"));
        assertEquals("1114 read, 528 accepted, 0 refused, 586 outside", probe.counts());
        Observation children = probe.observation("population-0-17", "E01029345");
        assertEquals("2020", children.series().period().text());
        assertEquals("mid-2020 estimates", children.series().edition());
        assertEquals(Sensitivity.OPEN, probe.indicator("population-0-17").sensitivity());
        assertEquals("children", probe.indicator("population-0-17").unit());
        assertEquals("Population, mid-2020 estimates", summary.title());
        assertEquals("Office for National Statistics, small area population estimates", summary.source());
    }

    @Test
    void addsFemalesAndMalesOfTheNewerLayoutBelowItsTitleLines() {
        String ages = IntStream.rangeClosed(0, 90).mapToObj(age -> "F" + age).collect(Collectors.joining(",")) + ","
                + IntStream.rangeClosed(0, 90).mapToObj(age -> "M" + age).collect(Collectors.joining(","));
        // One female of each age and two males: 18 + 36 children, 91 + 182 people.
        String row = "1,".repeat(91) + "2,".repeat(90) + "2";
        TableProbe probe = TableProbe.written(
                        folder,
                        "Mid-2022 LSOA 2021",
                        "Source: Office for National Statistics",
                        "",
                        "LAD 2023 Code,LAD 2023 Name,LSOA 2021 Code,LSOA 2021 Name,Total," + ages,
                        "E07000192,Cannock Chase,E01029345,Cannock Chase 003A,273," + row)
                .withLoaded(TableProbe.LSOA_2021, "E01029345");
        read(probe, TableProbe.LSOA_2021, new Period("mid-2022"));
        assertEquals(54, probe.number("population-0-17", "E01029345"));
        assertEquals(273, probe.number("population-all", "E01029345"));
        assertEquals(
                "mid-2022 estimates",
                probe.observation("population-all", "E01029345").series().edition());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LSOA21CD,population_all,population_0_17",
                "lsoa21cd,All Ages,Aged 0 to 17",
                "LSOA 2021 Code,Total,0-17",
                "LSOA code (2021),pop_all_mid2020,pop_0_17_mid2020",
                "code,Population,Children 0-17"
            })
    void takesTotalsThatAreThereAlready(String header) {
        TableProbe probe = TableProbe.written(folder, header, "E01029345,\"1,995\",436")
                .withLoaded(TableProbe.LSOA_2021, "E01029345");
        TableSummary summary = read(probe, TableProbe.LSOA_2021, YEAR_2020);
        assertEquals(1995, probe.number("population-all", "E01029345"));
        assertEquals(436, probe.number("population-0-17", "E01029345"));
        assertEquals("Population table, publisher not stated", summary.source());
        assertEquals("not stated", summary.licence());
    }

    @Test
    void takesTheColumnsOfTheStatedYearFromAFileOfSeveral() {
        TableProbe probe = TableProbe.real("indicators/indicators_lsoa11_staffordshire_and_stoke_wide.csv")
                .withLoaded(TableProbe.LSOA_2011, "E01029345");
        read(probe, TableProbe.LSOA_2011, new Period("mid-2019"));
        // pop_0_17_mid2019 and pop_all_mid2019 in the row of E01029345.
        assertEquals(443, probe.number("population-0-17", "E01029345"));
        assertEquals(1996, probe.number("population-all", "E01029345"));
    }

    @Test
    void whatIsHiddenStaysHiddenInASum() {
        String ages = IntStream.rangeClosed(0, 17).mapToObj(Integer::toString).collect(Collectors.joining(","));
        TableProbe probe = TableProbe.written(
                        folder,
                        "LSOA21CD," + ages,
                        "E01029345," + "1,".repeat(17) + "c",
                        "E01029346," + "1,".repeat(17) + "..",
                        "E01029347," + "1,".repeat(17) + "0")
                .withLoaded(TableProbe.LSOA_2021, "E01029345", "E01029346", "E01029347");
        read(probe, TableProbe.LSOA_2021, YEAR_2020);
        assertEquals(Value.suppressed(), probe.value("population-0-17", "E01029345"));
        assertEquals(Value.notAvailable(), probe.value("population-0-17", "E01029346"));
        assertEquals(17, probe.number("population-0-17", "E01029347"));
        assertEquals(
                List.of("There is no column for all ages in the file."),
                probe.report().notes());
    }

    @Test
    void impossibleNumbersAreRefusedRows() {
        TableProbe probe = TableProbe.written(
                        folder,
                        "LSOA21CD,All Ages,0-17",
                        "E01029345,-1,0",
                        "E01029346,10.5,3",
                        "E01029347,100,101",
                        "E01029348,100,<5",
                        "E01029349,100,20",
                        "E01029349,100,20")
                .withLoaded(TableProbe.LSOA_2021, "E01029345", "E01029346", "E01029347", "E01029348", "E01029349");
        read(probe, TableProbe.LSOA_2021, YEAR_2020);
        assertEquals(
                List.of(
                        "2 [All Ages] E01029345: The number is not a whole number of 0 or more.",
                        "3 [All Ages] E01029346: The number is not a whole number of 0 or more.",
                        "4 [] E01029347: There are more children than people.",
                        "5 [0-17] E01029348: The cell holds neither a number nor a symbol that is known.",
                        "7 [LSOA21CD] E01029349: The area stands in an earlier row too."),
                probe.refusals());
        assertEquals(20, probe.number("population-0-17", "E01029349"));
    }

    @Test
    void negativeSingleYearOfAgeIsARefusedRow() {
        String ages = IntStream.rangeClosed(0, 17).mapToObj(Integer::toString).collect(Collectors.joining(","));
        TableProbe probe = TableProbe.written(
                        folder,
                        "LSOA21CD," + ages,
                        "E01029345," + "1,".repeat(9) + "-1" + ",1".repeat(8),
                        "E01029346," + "1,".repeat(17) + "\u22121")
                .withLoaded(TableProbe.LSOA_2021, "E01029345", "E01029346");
        read(probe, TableProbe.LSOA_2021, YEAR_2020);
        assertEquals(
                List.of(
                        "2 [9] E01029345: The number is not a whole number of 0 or more.",
                        "3 [17] E01029346: The number is not a whole number of 0 or more."),
                probe.refusals());
        assertEquals(List.of(), probe.observations);
    }

    @Test
    void childrenInAnAreaWithoutPeopleAreARefusedRow() {
        TableProbe probe = TableProbe.written(
                        folder, "LSOA21CD,All Ages,0-17", "E01029345,0,3", "E01029346,0,0", "E01029347,c,3")
                .withLoaded(TableProbe.LSOA_2021, "E01029345", "E01029346", "E01029347");
        read(probe, TableProbe.LSOA_2021, YEAR_2020);
        assertEquals(List.of("2 [] E01029345: There are more children than people."), probe.refusals());
        assertEquals(Value.suppressed(), probe.value("population-all", "E01029347"));
        assertEquals(3, probe.number("population-0-17", "E01029347"));
    }

    @Test
    void singleYearsThatDoNotAddUpToTheTotalAreARefusedRow() {
        String ages =
                IntStream.rangeClosed(0, 89).mapToObj(Integer::toString).collect(Collectors.joining(",")) + ",90+";
        TableProbe probe = TableProbe.written(
                        folder,
                        "LSOA11CD,All Ages," + ages,
                        "E01029345,910," + "10,".repeat(90) + "10",
                        "E01029346,1910," + "10,".repeat(90) + "10")
                .withLoaded(TableProbe.LSOA_2011, "E01029345", "E01029346");
        read(probe, TableProbe.LSOA_2011, YEAR_2020);
        assertEquals(
                List.of("3 [All Ages] E01029346: The single years of age do not add up to the total."),
                probe.refusals());
        assertEquals(180, probe.number("population-0-17", "E01029345"));
    }

    @Test
    void tablesWithoutTheseAgesAreRefused() {
        assertTrue(
                refusal("LSOA21CD,F0 to 15,M0 to 15").contains("neither single years of age nor columns for all ages"));
        assertTrue(refusal("LSOA21CD,0,1,2").contains("no column for age 3: all of 0 to 17 are needed"));
        assertTrue(refusal("LSOA21CD,F0,F1").contains("for one sex only"));
    }

    private String refusal(String header) {
        TableProbe probe =
                TableProbe.written(folder, header, "E01029345,1,2").withLoaded(TableProbe.LSOA_2021, "E01029345");
        return assertThrows(UnreadableFileException.class, () -> read(probe, TableProbe.LSOA_2021, YEAR_2020))
                .getMessage();
    }

    private static TableSummary read(TableProbe probe, Geography geography, Period period) {
        return PopulationFile.read(probe.request(), geography, period, probe.indicators::add, probe.observations::add);
    }
}
