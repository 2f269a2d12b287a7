package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.geoio.workbook.RawWorkbook;
import org.needscape.report.UnreadableFileException;

/** The Indices by small area as the Ministry's workbooks, which have a sheet of notes before the table. */
class DeprivationWorkbookTest {

    @TempDir
    private Path folder;

    @Test
    void file1IsReadAsPublished() {
        TableProbe probe = TableProbe.real(
                        "deprivation/as_published/File_1_-_IMD2019_Index_of_Multiple_Deprivation.xlsx")
                .withLoaded(
                        TableProbe.LSOA_2011, TableProbe.realCodes(TableProbe.LSOA_2011, TableProbe.staffordshire()));

        probe.readDeprivation(2019);

        assertEquals("32844 read, 528 accepted, 0 refused, 32316 outside", probe.counts());
        // Indices of Deprivation 2019, File 1: Cannock Chase 003A has rank 13,970 and decile 5.
        assertEquals(13_970, probe.number("imd-rank", "E01029345"));
        assertEquals(5, probe.number("imd-decile", "E01029345"));
    }

    @Test
    void whichOfSeveralTablesIsMeantIsNotGuessed() {
        String rows = row(1, "LSOA code (2011)", "Index of Multiple Deprivation (IMD) Rank") + row(2, "E01000001", "7");
        assertEquals(
                "two.xlsx has several sheets with a column of area codes: save a workbook, or a CSV, with only one of them.",
                refusal("two.xlsx", new RawWorkbook().sheet("A", rows).sheet("B", rows)));
        assertEquals(
                "notes.xlsx has no sheet with a column of area codes among its first rows: give the publisher's own file.",
                refusal("notes.xlsx", new RawWorkbook().sheet("Notes", row(1, "Notes", "none"))));
    }

    private String refusal(String name, RawWorkbook workbook) {
        TableProbe probe =
                TableProbe.bytes(folder, name, workbook.bytes()).withLoaded(TableProbe.LSOA_2011, "E01000001");
        return String.valueOf(assertThrows(UnreadableFileException.class, () -> probe.readDeprivation(2019))
                .getMessage());
    }

    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (String cell : cells) {
            row.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}
