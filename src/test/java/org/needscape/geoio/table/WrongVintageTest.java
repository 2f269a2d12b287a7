package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.RealData;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.report.UnreadableFileException;

/**
 * 31,810 of England's 33,755 LSOA codes of 2021 are codes of 2011 too: a table of the wrong boundary year matches for 94 % of
 * the areas, and is refused all the same, whatever kind of table it is.
 */
class WrongVintageTest {

    private static final Optional<Period> YEAR = Optional.of(new Period("2020"));

    @TempDir
    Path folder;

    @Test
    void theRegistersAreAsTheOfficialLookupsSay() throws IOException {
        TreeSet<String> of2001 = column("lookups/LSOA01_LSOA11_LAD11_England.csv", 0);
        TreeSet<String> of2011 = column("lookups/LSOA11_LSOA21_LAD22_England.csv", 0);
        TreeSet<String> of2021 = column("lookups/LSOA11_LSOA21_LAD22_England.csv", 3);
        assertEquals("E01032482", of2001.last());
        assertEquals("E01033768", of2011.last());
        assertEquals("E01035762", of2021.last());
        TreeSet<String> shared = new TreeSet<>(of2021);
        shared.retainAll(of2011);
        assertEquals(31_810, shared.size());
        // No code that came with a register lies among those of the register before.
        of2021.removeAll(of2011);
        assertEquals("E01033769", of2021.first());
        of2011.removeAll(of2001);
        assertEquals("E01032483", of2011.first());
    }

    @Test
    void anIndexOf2011IsNotTakenFor2021AndTheOtherWayRound() {
        String bare = "LSOA Code";
        TableProbe old = TableProbe.of(rewritten(
                        "deprivation/IoD2019_LSOA11_England.csv",
                        "LSOA code (2011)",
                        bare,
                        "(2019)",
                        "",
                        "mid 2015",
                        ""))
                .withLoaded(TableProbe.LSOA_2021, staffordshire(TableProbe.LSOA_2021));
        assertEquals(
                "rewritten.csv was given as lsoa-2021, but has none of the 15 loaded areas that are new in 2021 and 519 of "
                        + "the 519 older ones: it is about an earlier boundary year. Give it as that year, with its boundaries.",
                refusal(() -> old.readDeprivation(2025)));
        TableProbe recent = TableProbe.of(
                        rewritten("deprivation/IoD2025_LSOA21_England.csv", "LSOA code (2021)", bare, "(2024)", ""))
                .withLoaded(TableProbe.LSOA_2011, staffordshire(TableProbe.LSOA_2011));
        assertCameLater(refusal(() -> recent.readDeprivation(2019)));
    }

    @Test
    void aHeaderThatNamesTheWrongYearDoesNotHelp() {
        TableProbe probe = TableProbe.of(rewritten(
                        "deprivation/IoD2019_LSOA11_England.csv",
                        "LSOA code (2011)",
                        "LSOA code (2021)",
                        "code (2019)",
                        "code (2024)",
                        "mid 2015",
                        "mid 2022"))
                .withLoaded(TableProbe.LSOA_2021, staffordshire(TableProbe.LSOA_2021));
        assertTrue(refusal(() -> probe.readDeprivation(2025))
                .contains("none of the 15 loaded areas that are new in 2021"));
    }

    @Test
    void thePopulationOf2011AreasIsNotTakenFor2021() {
        // The published table says "LSOA Code" and nothing about its boundary year.
        TableProbe probe = TableProbe.real("indicators/population_mid2020_single_year_lsoa11_pilot.csv")
                .withLoaded(TableProbe.LSOA_2021, staffordshire(TableProbe.LSOA_2021));
        assertTrue(refusal(() -> PopulationFile.read(
                        probe.request(), TableProbe.LSOA_2021, YEAR.orElseThrow(), x -> {}, x -> {}))
                .contains("has none of the 15 loaded areas that are new in 2021 and 519 of the 519 older ones"));
    }

    @Test
    void indicatorsOfAnotherYearAreRefusedByHeaderOrByCode() {
        Path codebook = RealData.require("indicators/codebook.csv");
        TableProbe byHeader = TableProbe.real("indicators/indicators_lsoa11_staffordshire_and_stoke_wide.csv")
                .withLoaded(TableProbe.LSOA_2021, staffordshire(TableProbe.LSOA_2021));
        assertEquals(
                "indicators_lsoa11_staffordshire_and_stoke_wide.csv holds codes of lsoa-2011 (column lsoa11cd), but was "
                        + "given as lsoa-2021: codes of different boundary years must not be joined, although many are the same.",
                refusal(() -> IndicatorFile.read(
                        byHeader.request(), codebook, "codebook.csv", TableProbe.LSOA_2021, x -> {}, x -> {})));
        TableProbe byCode = TableProbe.of(
                        rewritten("indicators/indicators_lsoa21_pilot_long.csv", "lsoa21cd", "lsoa_code"))
                .withLoaded(TableProbe.LSOA_2011, staffordshire(TableProbe.LSOA_2011));
        assertCameLater(refusal(() -> IndicatorFile.read(
                byCode.request(), codebook, "codebook.csv", TableProbe.LSOA_2011, x -> {}, x -> {})));
        TableProbe longOld = TableProbe.of(
                        rewritten("indicators/indicators_lsoa11_pilot_long.csv", "lsoa11cd", "lsoa_code"))
                .withLoaded(TableProbe.LSOA_2021, staffordshire(TableProbe.LSOA_2021));
        assertTrue(refusal(() -> IndicatorFile.read(
                        longOld.request(), codebook, "codebook.csv", TableProbe.LSOA_2021, x -> {}, x -> {}))
                .contains("none of the 15 loaded areas that are new in 2021"));
    }

    @Test
    void countsOfAnotherYearAreRefusedByHeaderOrByCode() {
        assertTrue(refusal(() -> counts("LSOA11CD", TableProbe.LSOA_2011, TableProbe.LSOA_2021))
                .contains("holds codes of lsoa-2011 (column LSOA11CD), but was given as lsoa-2021"));
        assertTrue(refusal(() -> counts("lsoa", TableProbe.LSOA_2011, TableProbe.LSOA_2021))
                .contains("has none of the 15 loaded areas that are new in 2021 and 519 of the 519 older ones"));
        assertCameLater(refusal(() -> counts("lsoa", TableProbe.LSOA_2021, TableProbe.LSOA_2011)));
        // The same tables with the year they are of.
        assertEquals(
                TableProbe.LSOA_2021,
                counts("lsoa", TableProbe.LSOA_2021, TableProbe.LSOA_2021).geography());
        assertEquals(
                TableProbe.LSOA_2011,
                counts("lsoa", TableProbe.LSOA_2011, TableProbe.LSOA_2011).geography());
    }

    @Test
    void aSparseTableIsNotCondemnedForWhatItLacks() {
        // Fewer than half of the older areas: children are not looked after from everywhere.
        Set<AreaCode> loaded = staffordshire(TableProbe.LSOA_2021);
        List<String> lines = new ArrayList<>(List.of("lsoa,count"));
        loaded.stream()
                .filter(code -> code.value().compareTo("E01033768") <= 0)
                .limit(250)
                .forEach(code -> lines.add(code + ",1"));
        TableProbe probe =
                TableProbe.written(folder, lines.toArray(String[]::new)).withLoaded(TableProbe.LSOA_2021, loaded);
        CountsFile.read(probe.request(), Measure.CLA, TableProbe.LSOA_2021, YEAR, x -> {}, x -> {});
        assertEquals(250, probe.report().accepted());
    }

    private TableSummary counts(String header, Geography ofCodes, Geography declared) {
        List<String> lines = new ArrayList<>(List.of(header + ",count"));
        staffordshire(ofCodes).forEach(code -> lines.add(code + ",1"));
        TableProbe probe =
                TableProbe.written(folder, lines.toArray(String[]::new)).withLoaded(declared, staffordshire(declared));
        return CountsFile.read(probe.request(), Measure.CLA, declared, YEAR, x -> {}, x -> {});
    }

    private static void assertCameLater(String message) {
        assertTrue(message.contains("was given as lsoa-2011, but holds the code E0103"), message);
        assertTrue(message.contains("which came with the boundaries of 2021"), message);
    }

    private static String refusal(Executable reading) {
        return assertThrows(UnreadableFileException.class, reading).getMessage();
    }

    private static Set<AreaCode> staffordshire(Geography geography) {
        return TableProbe.realCodes(geography, TableProbe.staffordshire());
    }

    private Path rewritten(String file, String... fromTo) {
        Map<String, String> replacements = new LinkedHashMap<>();
        for (int i = 0; i < fromTo.length; i += 2) {
            replacements.put(fromTo[i], fromTo[i + 1]);
        }
        return TableProbe.rewritten(folder, file, replacements);
    }

    private static TreeSet<String> column(String file, int column) throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        List<String> lines = Files.readAllLines(RealData.require(file));
        lines.subList(1, lines.size()).forEach(line -> codes.add(splitted(line)[column]));
        return codes;
    }

    /** Names with commas stand in quotes. */
    private static String[] splitted(String line) {
        return line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    }
}
