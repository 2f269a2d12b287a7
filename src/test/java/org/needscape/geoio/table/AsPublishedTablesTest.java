package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.indicator.Measure;
import org.needscape.report.UnreadableFileException;

/** The published tables in the shapes that analysts upload, each with its exact outcome. */
class AsPublishedTablesTest {

    @Test
    void file3WithTwoDecimalsGivesWholeRanks() {
        TableProbe probe = TableProbe.real(
                        "deprivation/as_published/File_3_-_IoD2019_IDACI_and_IDAOPI_pilot_rows_two_decimals.csv")
                .withLoaded(TableProbe.LSOA_2011, TableProbe.realCodes(TableProbe.LSOA_2011, TableProbe.pilots()));
        probe.readDeprivation(2019);
        // 13970.00, 8361.00 and 12373.00 in the row of E01029345.
        assertEquals(13970, probe.number("imd-rank", "E01029345"));
        assertEquals(8361, probe.number("idaci-rank", "E01029345"));
        assertEquals(12373, probe.number("idaopi-rank", "E01029345"));
        assertEquals("1114 read, 1114 accepted, 0 refused, 0 outside", probe.counts());
        assertEquals(
                List.of("imd-rank", "imd-decile", "idaci-rank", "idaci-decile", "idaopi-rank", "idaopi-decile"),
                probe.indicators.stream()
                        .map(indicator -> indicator.id().value())
                        .toList());
    }

    @Test
    void file6WithThousandsSeparatorsGivesPopulations() {
        TableProbe probe = TableProbe.real(
                        "deprivation/as_published/File_6_-_IoD2019_Population_Denominators_thousands_commas.csv")
                .withLoaded(TableProbe.LSOA_2011, "E01000001", "E01029345");
        probe.readDeprivation(2019);
        // "1,296" and "1,751" in the published file.
        assertEquals(1296, probe.number("iod-population-total", "E01000001"));
        assertEquals(1751, probe.number("iod-population-total", "E01029345"));
        assertEquals(1042, probe.number("iod-population-16-59", "E01029345"));
        assertEquals("32844 read, 2 accepted, 0 refused, 32842 outside", probe.counts());
    }

    @Test
    void file7Of2025HasEveryMeasureAlsoUnderItsCutHeader() {
        TableProbe probe = TableProbe.real("deprivation/as_published/File_7_IoD2025_extract_Tamworth_42_LSOAs.csv")
                .withLoaded(TableProbe.LSOA_2021, TableProbe.realCodes(TableProbe.LSOA_2021, "E07000199"));
        probe.readDeprivation(2025);
        // The row of E01029827 in the published file.
        assertEquals(39.581, probe.number("imd-score", "E01029827"));
        assertEquals(0.473, probe.number("idaci-score", "E01029827"));
        assertEquals(1, probe.number("children-and-young-people-decile", "E01029827"));
        assertEquals(848, probe.number("iod-population-working-age", "E01029827"));
        assertEquals(
                "mid-2022",
                probe.observation("iod-population-total", "E01029827")
                        .series()
                        .period()
                        .text());
        assertEquals("42 read, 42 accepted, 0 refused, 0 outside", probe.counts());
        assertEquals(52, probe.indicators.size());
        assertEquals(List.of(), probe.report().notes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local_authority/as_published_b1_children_in_need_2013_to_2022.csv",
                "local_authority/as_published_c3_factors_identified_at_end_of_assessment_2018_to_2022.csv",
                "local_authority/as_published_cla_number_and_rate_per_10k_children_2020_to_2024.csv",
                "local_authority/as_published_d1_child_protection_plans_2013_to_2022.csv"
            })
    void authorityLevelFilesAreNotTakenForCountsOfSmallAreas(String file) {
        TableProbe probe = TableProbe.real(file).withLoaded(TableProbe.LSOA_2011, Set.of(new AreaCode("E01029345")));
        String message = assertThrows(
                        UnreadableFileException.class,
                        () -> CountsFile.read(
                                probe.request(),
                                Measure.CIN,
                                TableProbe.LSOA_2011,
                                Optional.empty(),
                                probe.indicators::add,
                                probe.observations::add))
                .getMessage();
        assertTrue(message.endsWith(" has no column of area codes: name it LSOA11CD."), message);
        assertEquals(0, probe.report().read());
    }

    @Test
    void authorityLevelFilesAreNotLookups() {
        TableProbe probe = TableProbe.real("local_authority/as_published_b1_children_in_need_2013_to_2022.csv")
                .withLoaded(Geography.parse("ctyua-2021"), "E06000001");
        assertTrue(assertThrows(UnreadableFileException.class, () -> LookupFile.read(probe.request(), parent -> {}))
                .getMessage()
                .contains("has no code column with a boundary year"));
    }
}
