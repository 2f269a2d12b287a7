package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.area.AreaParent;
import org.needscape.area.Geography;
import org.needscape.report.UnreadableFileException;

class LookupFileTest {

    @TempDir
    Path folder;

    private final List<AreaParent> parents = new ArrayList<>();

    @Test
    void readsEveryLargerLevelOfTheLookupOf2011() {
        TableProbe probe = TableProbe.real("lookups/LSOA11_MSOA11_WD19_LAD19_CTYUA19_RGN19_England.csv")
                .withLoaded(TableProbe.LSOA_2011, "E01029345");
        TableSummary summary = read(probe);
        // The row of E01029345 in the published lookup.
        assertEquals(
                List.of(
                        "msoa-2011 E02006120 Cannock Chase 003",
                        "ward-2019 E05006902 Brereton and Ravenhill",
                        "lad-2019 E07000192 Cannock Chase",
                        "ctyua-2019 E10000028 Staffordshire"),
                described());
        assertEquals("Lookup from lsoa-2011 to msoa-2011, ward-2019, lad-2019, ctyua-2019", summary.title());
        assertEquals("32844 read, 1 accepted, 0 refused, 32843 outside", probe.counts());
        assertEquals(
                List.of("Columns that are not used: RGN19CD, RGN19NM."),
                probe.report().notes());
    }

    @Test
    void readsTheLookupOf2021ForACounty() {
        TableProbe probe = TableProbe.real("lookups/LSOA21_WD24_LAD24_England.csv")
                .withLoaded(
                        TableProbe.LSOA_2021, TableProbe.realCodes(TableProbe.LSOA_2021, TableProbe.staffordshire()));
        read(probe);
        assertEquals(534 * 2, parents.size());
        assertEquals(0, probe.report().refused());
    }

    @Test
    void readsDistrictsToCounties() {
        TableProbe probe = TableProbe.real("lookups/LAD23_CTYUA23.csv")
                .withLoaded(Geography.parse("lad-2023"), "E07000192", "E06000001");
        assertEquals("lad-2023", read(probe).geography().code());
        assertEquals(List.of("ctyua-2023 E06000001 Hartlepool", "ctyua-2023 E10000028 Staffordshire"), described());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lookups/LSOA11_LSOA21_LAD22_England.csv",
                "lookups/LSOA01_LSOA11_LAD11_England.csv",
                "lookups/LAD_2016_to_2024_code_changes.csv"
            })
    void lookupsBetweenBoundaryYearsAreRefused(String file) {
        TableProbe probe = TableProbe.real(file).withLoaded(TableProbe.LSOA_2011, "E01029345");
        String level = file.contains("LSOA") ? "small areas" : "districts";
        assertEquals(
                Path.of(file).getFileName()
                        + " is a lookup between boundary years, which this version does not use: give one from " + level
                        + " to larger areas.",
                assertThrows(UnreadableFileException.class, () -> read(probe)).getMessage());
        assertEquals(List.of(), parents);
    }

    @Test
    void aLookupOfAnotherBoundaryYearThanTheLoadedAreasIsRefusedAlthough94PercentMatch() {
        TableProbe probe = TableProbe.real("lookups/LSOA11_MSOA11_WD19_LAD19_CTYUA19_RGN19_England.csv")
                .withLoaded(TableProbe.LSOA_2021, TableProbe.realCodes(TableProbe.LSOA_2021));
        assertEquals(
                "LSOA11_MSOA11_WD19_LAD19_CTYUA19_RGN19_England.csv is about lsoa-2011, but no boundaries of lsoa-2011 "
                        + "are loaded: import those first, or use the file for the boundaries that are loaded.",
                assertThrows(UnreadableFileException.class, () -> read(probe)).getMessage());
    }

    @Test
    void aLookupWhoseHeaderNamesTheWrongBoundaryYearIsRefused() {
        Path renamed =
                TableProbe.rewritten(folder, "lookups/LSOA21_WD24_LAD24_England.csv", Map.of("LSOA21", "LSOA11"));
        TableProbe probe = TableProbe.of(renamed)
                .withLoaded(
                        TableProbe.LSOA_2011, TableProbe.realCodes(TableProbe.LSOA_2011, TableProbe.staffordshire()));
        // The first code of the register of 2021, which no register before had.
        assertEquals(
                "rewritten.csv was given as lsoa-2011, but holds the code E01033769, which came with the boundaries of 2021: "
                        + "give it as that, with the boundaries of that year.",
                assertThrows(UnreadableFileException.class, () -> read(probe)).getMessage());
    }

    @Test
    void pseudoCodesAndBlanksMeanThatThereIsNoParent() {
        TableProbe probe = TableProbe.written(
                        folder,
                        "LSOA21CD,WD24CD,WD24NM,LTLA23CD,LTLA23NM,UTLA23CD,UTLA23NM",
                        "E01000001,E99999999,,E07000192,Cannock Chase,,",
                        "W01000001,W05000001,Ward,W06000001,Isle of Anglesey,W06000001,Isle of Anglesey")
                .withLoaded(TableProbe.LSOA_2021, "E01000001");
        read(probe);
        assertEquals(List.of("lad-2023 E07000192 Cannock Chase"), described());
        assertEquals("2 read, 1 accepted, 0 refused, 1 outside", probe.counts());
    }

    @Test
    void aFinerLookupMayRepeatItsSmallAreasButNotContradictItself() {
        TableProbe probe = TableProbe.written(
                        folder,
                        "\uFEFFOA21CD,LSOA21CD,LSOA21NM,LAD22CD,LAD22NM",
                        "E00000001,E01000001,City of London 001A,E09000001,City of London",
                        "E00000003,E01000001,City of London 001A,E09000001,City of London",
                        "E00000005,E01000001,City of London 001A,E09000002,Barking",
                        "E00000007,E01000002,City of London 001B,E10000028,Staffordshire",
                        "E00000009,E01000002,City of London 001B,E09000001,")
                .withLoaded(TableProbe.LSOA_2021, "E01000001", "E01000002");
        read(probe);
        assertEquals(List.of("lad-2022 E09000001 City of London"), described());
        assertEquals(
                List.of(
                        "4 [LAD22CD] E01000001: Row 2 puts the area into another one of lad-2022.",
                        "5 [LAD22CD] E01000002: The code is not one of districts.",
                        "6 [LAD22CD] E01000002: The larger area has a code but no name."),
                probe.refusals());
    }

    @Test
    void areaInTwoParentsOfAGeographyIsRefusedInTheLaterRowWhichNamesTheFirst() {
        TableProbe probe = TableProbe.written(
                        folder,
                        "LSOA21CD,MSOA21CD,MSOA21NM,LAD24CD,LAD24NM",
                        "E01000001,E02000001,City 001,E09000001,City of London",
                        "E01000002,E02000001,City 001,E09000001,City of London",
                        "E01000001,E02000002,Barking 002,E09000001,City of London",
                        "E01000001,E02000001,City 001,E09000001,City of London",
                        "E01000002,E02000001,City 001,E09000001,The City",
                        "E01000002,E02000001,City 001,,",
                        "E01000003,,,E09000001,City of London",
                        "E01000003,E02000001,City 001,E09000001,City of London")
                .withLoaded(TableProbe.LSOA_2021, "E01000001", "E01000002", "E01000003");
        read(probe);
        assertEquals(
                List.of(
                        "4 [MSOA21CD] E01000001: Row 2 puts the area into another one of msoa-2021.",
                        "6 [LAD24CD] E01000002: Row 3 gives the larger area another name.",
                        "7 [LAD24CD] E01000002: Row 3 puts the area into one of lad-2024, this row into none.",
                        "9 [MSOA21CD] E01000003: Row 8 puts the area into none of msoa-2021, this row into one."),
                probe.refusals());
        assertEquals("8 read, 4 accepted, 4 refused, 0 outside", probe.counts());
        assertEquals(
                List.of(
                        "msoa-2021 E02000001 City 001",
                        "lad-2024 E09000001 City of London",
                        "msoa-2021 E02000001 City 001",
                        "lad-2024 E09000001 City of London",
                        "lad-2024 E09000001 City of London"),
                described());
    }

    @Test
    void districtsOfTwoYearsAreNoContradiction() {
        TableProbe probe = TableProbe.written(
                        folder, "LSOA21CD,LAD19CD,LAD19NM,LAD24CD,LAD24NM", "E01000001,E07000001,Old,E06000001,New")
                .withLoaded(TableProbe.LSOA_2021, "E01000001");
        read(probe);
        assertEquals(List.of(), probe.refusals());
        assertEquals(List.of("lad-2019 E07000001 Old", "lad-2024 E06000001 New"), described());
    }

    @Test
    void withoutAColumnOfNamesTheCodesServe() {
        TableProbe probe = TableProbe.written(folder, "F_LSOA11CD,LAD19CD", "E01000001,E09000001")
                .withLoaded(TableProbe.LSOA_2011, "E01000001");
        read(probe);
        assertEquals(List.of("lad-2019 E09000001 E09000001"), described());
        assertEquals(
                List.of("There is no column of names for lad-2019; the codes serve as names."),
                probe.report().notes());
    }

    @Test
    void tablesWithoutALargerLevelAreNoLookups() {
        assertEquals(
                "table.csv has codes of small areas only: a lookup also has a column of the larger areas they belong to, such as LAD24CD.",
                refusal("LSOA21CD,LSOA21NM"));
        assertEquals(
                "table.csv has no code column with a boundary year, such as LSOA21CD: give a lookup as it is published.",
                refusal("LSOA Code,LA Code"));
    }

    private String refusal(String header) {
        TableProbe probe =
                TableProbe.written(folder, header, "E01000001,A").withLoaded(TableProbe.LSOA_2021, "E01000001");
        return assertThrows(UnreadableFileException.class, () -> read(probe)).getMessage();
    }

    private TableSummary read(TableProbe probe) {
        return LookupFile.read(probe.request(), parents::add);
    }

    private List<String> described() {
        return parents.stream()
                .map(parent ->
                        parent.parent().geography() + " " + parent.parent().code() + " " + parent.parentName())
                .toList();
    }
}
