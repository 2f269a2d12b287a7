package org.needscape.geoio.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.needscape.layer.Layer;
import org.needscape.layer.Release;

class LayerXlsxWriterTest {

    @Test
    void numbersAreNumbersUnknownOnesTheirMarksAndNothingIsAFormula() throws IOException {
        List<Row> rows = read(SampleLayers.rates(SampleLayers.REAL), "Values");

        assertEquals(
                List.of(
                        "code",
                        "name",
                        "district",
                        "value",
                        "state",
                        "class",
                        "z_score",
                        "children",
                        "remark",
                        "state_words"),
                texts(rows.get(0)));
        assertEquals(CellType.NUMBER, rows.get(1).getCell(3).getType());
        assertEquals("12.35", rows.get(1).getCell(3).asNumber().toPlainString());
        assertEquals("[c]", rows.get(2).getCell(3).asString());
        assertEquals("0", rows.get(3).getCell(3).asNumber().toPlainString());
        assertEquals("[low]", rows.get(3).getCell(6).asString());
        assertEquals("=HYPERLINK(\"x\")", rows.get(1).getCell(8).asString());
        assertEquals(CellType.STRING, rows.get(1).getCell(8).getType());
        assertEquals("hidden to protect children", rows.get(2).getCell(9).asString());
        assertEquals(4, rows.size());
    }

    @Test
    void everyRowSaysFictionalAndHowFarRestrictedFiguresMayGo() throws IOException {
        Release release = new Release("Official", "draft", "", "", "");

        for (Row row : read(SampleLayers.restricted(SampleLayers.INVENTED, release), "Values")) {
            List<String> texts = texts(row);
            assertEquals(
                    row.getRowNum() == 1 ? List.of("marking", "fictional") : List.of("Official", "fictional data"),
                    texts.subList(texts.size() - 2, texts.size()));
        }
    }

    @Test
    void columnsAndSourcesAreSheetsOfTheirOwn() throws IOException {
        Layer layer = SampleLayers.rates(SampleLayers.INVENTED);

        List<String> columns = read(layer, "Columns").stream()
                .filter(row -> row.getCellCount() > 2)
                .map(row -> texts(row).get(0))
                .toList();
        List<String> about =
                read(layer, "About").stream().map(row -> texts(row).get(0)).toList();

        assertTrue(columns.containsAll(List.of("code", "value", "z_score", "fictional")), columns.toString());
        assertTrue(about.get(0).startsWith("FICTIONAL DATA."), about.get(0));
        for (String source : layer.manifest().attributions()) {
            assertTrue(about.contains("- " + source), about.toString());
        }
        assertTrue(
                about.stream().anyMatch(line -> line.contains(layer.manifest().resultHash())));
    }

    @Test
    void sameLayerHasTheSameBytes() throws IOException, InterruptedException {
        byte[] first = write(SampleLayers.rates(SampleLayers.REAL));
        // The library writes the second in which it runs.
        Thread.sleep(1_100);

        assertArrayEquals(first, write(SampleLayers.rates(SampleLayers.REAL)));
    }

    private static byte[] write(Layer layer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LayerXlsxWriter.write(layer, out);
        return out.toByteArray();
    }

    private static List<Row> read(Layer layer, String sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(write(layer)))) {
            return workbook.findSheet(sheet).orElseThrow().read();
        }
    }

    private static List<String> texts(Row row) {
        Stream<Cell> cells = row.stream();
        return cells.map(cell -> cell == null ? "" : cell.getText()).toList();
    }
}
