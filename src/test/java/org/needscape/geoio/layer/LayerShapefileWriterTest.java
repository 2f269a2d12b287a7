package org.needscape.geoio.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.geoio.BoundaryFiles;
import org.needscape.geoio.Ogrinfo;
import org.needscape.geoio.shapefile.ZipArchiveReader;
import org.needscape.geoio.shapefile.ZipLimits;
import org.needscape.layer.Layer;

class LayerShapefileWriterTest {

    @TempDir
    Path folder;

    @Test
    void fieldsAreInOrderAndUniqueAndOnlyColumnsWithUnknownNumbersHaveAReason() throws Exception {
        assertEquals(
                """
                field,column,label,unit,type\r
                LSOA21CD,code,Area code,,text\r
                LSOA21NM,name,Area name,,text\r
                DISTRICT,district,District code,,text\r
                VALUE,value,Rate,"per 10,000 children aged 0 to 17",number\r
                STATE,state,Whether the value is known,,text\r
                CLASS,class,Class of the legend,,text\r
                STATEWORDS,state_words,"What is known of the value, in words",,text\r
                ZSCORE,z_score,z score,,number\r
                ZSCORE_S,z_score_state,Why z score has no number,,text\r
                CHILDREN,children,Children,children,whole_number\r
                STATE_1,remark,Remark,,text\r
                """,
                file(write(SampleLayers.rates(SampleLayers.REAL)), "fields.csv"));
    }

    @Test
    void gdalReadsEveryValueAndEveryReason() throws Exception {
        String text = Ogrinfo.readZip(write(SampleLayers.rates(SampleLayers.REAL)), "-geom=NO");

        assertFalse(text.contains("Warning"), text);
        assertTrue(text.contains("Feature Count: 3"), text);
        assertTrue(text.contains("ID[\"EPSG\",27700]]"), text);
        assertTrue(
                text.contains(
                        """
                          LSOA21CD (String) = W01000001
                          LSOA21NM (String) = Llŷn a'r Ŵyl, "y de"
                          DISTRICT (String) = W06000002
                          VALUE (Real) = 12.35
                          STATE (String) = known
                          CLASS (String) = 1
                          STATEWORDS (String) = known
                          ZSCORE (Real) = -1.771
                          ZSCORE_S (String) = (null)
                          CHILDREN (Integer64) = 1296
                          STATE_1 (String) = =HYPERLINK("x")
                        """),
                text);
        assertTrue(
                text.contains(
                        """
                          VALUE (Real) = (null)
                          STATE (String) = suppressed
                          CLASS (String) = (null)
                          STATEWORDS (String) = hidden to protect children
                          ZSCORE (Real) = (null)
                          ZSCORE_S (String) = [c]
                          CHILDREN (Integer64) = 0
                        """),
                text);
        // A known zero is a zero, and a rounded one is blank with its mark.
        assertTrue(text.contains("  VALUE (Real) = 0.00\n"), text);
        assertTrue(text.contains("  ZSCORE_S (String) = [low]\n"), text);
    }

    @Test
    void hiddenIsToldFromNoDataAndFromZeroInWords() throws Exception {
        Path zip = write(SampleLayers.everyState(SampleLayers.REAL));
        String text = Ogrinfo.readZip(zip, "-geom=NO");

        for (String record : new String[] {
            "VALUE (Real) = 0.00\n  STATE (String) = known\n  CLASS (String) = (null)\n  STATEWORDS (String) = known\n",
            "CLASS (String) = suppressed\n  STATEWORDS (String) = hidden to protect children\n",
            "CLASS (String) = not-available\n  STATEWORDS (String) = not available\n",
            "CLASS (String) = not-applicable\n  STATEWORDS (String) = does not apply\n",
            "CLASS (String) = low\n  STATEWORDS (String) = rounds to zero\n"
        }) {
            assertTrue(text.contains(record), record + " in " + text);
        }
        assertTrue(file(zip, "ATTRIBUTION.txt")
                .contains(
                        "([c] hidden to protect children, [x] not available, [z] does not apply, [low] rounds to zero)"
                                + ". A blank never stands for zero.\n"));
    }

    @Test
    void ourOwnReaderGetsTheSameBoundariesAndNamesBack() throws IOException {
        BoundaryFiles.Reading reading = BoundaryFiles.read(write(SampleLayers.rates(SampleLayers.REAL)), "lsoa-2021");

        Map<AreaCode, MultiPolygon> expected = SampleLayers.boundaries();
        assertEquals(List.of("W01000001", "W01000002", "W01000003"), reading.codes());
        reading.areas()
                .forEach(area -> assertTrue(
                        area.boundary().equalsTopo(expected.get(area.id().code())), area.toString()));
        assertEquals("Llŷn a'r Ŵyl, \"y de\"", reading.area("W01000001").name());
        assertEquals(0, reading.report().repaired());
    }

    @Test
    void attributionNamesSourcesCautionsAndOrdnanceSurvey() throws IOException {
        String text = file(write(SampleLayers.rates(SampleLayers.REAL)), "ATTRIBUTION.txt");

        assertTrue(
                text.contains("- Children looked after: Department for Education, Open Government Licence v3.0\n"),
                text);
        assertTrue(text.contains("Contains OS data © Crown copyright and database right 2021."), text);
        assertTrue(text.contains("- These figures describe areas, not people.\n"), text);
        assertFalse(text.contains("FICTIONAL"), text);
    }

    @Test
    void inventedExtentSaysSoInEveryPart() throws Exception {
        Layer layer = SampleLayers.rates(SampleLayers.INVENTED);
        Path zip = write(layer);

        assertEquals("fictional-rate-cla-2020", LayerShapefileWriter.baseName(layer));
        String attribution = file(zip, "ATTRIBUTION.txt");
        assertTrue(attribution.startsWith("FICTIONAL DATA."), attribution);
        assertFalse(attribution.contains("Ordnance"), attribution);
        assertFalse(attribution.contains("OS data"), attribution);
        assertTrue(file(zip, "manifest.json").contains("\"fictional\" : true"));
        assertTrue(file(zip, "fields.csv").contains("FICTIONAL,fictional,Fictional data,,text\r\n"));
        String text = Ogrinfo.readZip(zip, "-geom=NO");
        assertEquals(3, text.split("FICTIONAL \\(String\\) = fictional data", -1).length - 1, text);
    }

    @Test
    void layerWithoutRowsIsAValidFileSet() throws Exception {
        String text = Ogrinfo.readZip(write(SampleLayers.layer(SampleLayers.REAL, List.of())));

        assertTrue(text.contains("Feature Count: 0"), text);
        assertTrue(text.contains("LSOA21CD: String (1.0)"), text);
    }

    @Test
    void sameLayerGivesTheSameBytes() throws IOException {
        Layer layer = SampleLayers.rates(SampleLayers.REAL);

        assertArrayEquals(Files.readAllBytes(write(layer)), Files.readAllBytes(write(layer)));
    }

    @Test
    void areaWithoutBoundaryIsNeverLeftOutInSilence() {
        Map<AreaCode, MultiPolygon> boundaries = SampleLayers.boundaries();
        boundaries.remove(new AreaCode("W01000002"));

        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> LayerShapefileWriter.write(
                        SampleLayers.rates(SampleLayers.REAL), boundaries, new ByteArrayOutputStream()));
        assertEquals("Layer rate-cla-2020 has no boundary for area W01000002.", e.getMessage());
    }

    private Path write(Layer layer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LayerShapefileWriter.write(layer, SampleLayers.boundaries(), out);
        return Files.write(Files.createTempFile(folder, "layer", ".zip"), out.toByteArray());
    }

    private static String file(Path zip, String name) throws IOException {
        try (ZipArchiveReader reader = ZipArchiveReader.open(zip, "zip", ZipLimits.defaults());
                InputStream in = reader.open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
