package org.needscape.geoio.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.geoio.Ogrinfo;
import org.needscape.layer.Layer;

class LayerGeoPackageWriterTest {

    @TempDir
    Path folder;

    @Test
    void gdalReadsEveryValueAndEveryReason() throws Exception {
        String text = Ogrinfo.read(write(SampleLayers.rates(SampleLayers.REAL)), "-geom=NO");

        assertFalse(text.contains("Warning"), text);
        assertTrue(text.contains("Feature Count: 3"), text);
        assertTrue(text.contains("ID[\"EPSG\",27700]]"), text);
        assertTrue(
                text.contains(
                        """
                          code (String) = W01000001
                          name (String) = Llŷn a'r Ŵyl, "y de"
                          district (String) = W06000002
                          value (Real) = 12.35
                          state (String) = known
                          class (String) = 1
                          state_words (String) = known
                          z_score (Real) = -1.771
                        """),
                text);
        assertTrue(
                text.contains(
                        """
                          value (Real) = (null)
                          state (String) = suppressed
                        """),
                text);
        assertTrue(text.contains("  z_score_state (String) = [c]\n"), text);
        // A known zero is a zero.
        assertTrue(text.contains("  value (Real) = 0\n"), text);
    }

    @Test
    void descriptionSaysHowItWasMadeAndWhatIsFictional() throws Exception {
        String real = Ogrinfo.read(write(SampleLayers.rates(SampleLayers.REAL)), "-so");
        String invented = Ogrinfo.read(write(SampleLayers.rates(SampleLayers.INVENTED)), "-so");

        assertTrue(real.contains("resultHash"), real);
        assertFalse(real.contains("Fictional data"), real);
        assertTrue(invented.contains("IDENTIFIER=Fictional data: "), invented);
        assertTrue(invented.contains("fictional: String"), invented);
    }

    @Test
    void sameLayerGivesTheSameBytesAndNoRowsGiveAnEmptyTable() throws Exception {
        Layer layer = SampleLayers.rates(SampleLayers.REAL);
        assertArrayEquals(bytes(layer), bytes(layer));

        String none = Ogrinfo.read(write(SampleLayers.layer(SampleLayers.REAL, List.of())), "-so");
        assertTrue(none.contains("Feature Count: 0"), none);
    }

    @Test
    void tableIsNamedAfterTheLayer() throws Exception {
        Layer layer = SampleLayers.rates(SampleLayers.REAL);

        String text = Ogrinfo.read(write(layer), "-so");

        assertTrue(text.contains("Layer name: rate_cla_2020\n"), text);
    }

    private String write(Layer layer) throws Exception {
        Path file = folder.resolve("layer.gpkg");
        Files.write(file, bytes(layer));
        return file.toString();
    }

    private static byte[] bytes(Layer layer) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LayerGeoPackageWriter.write(layer, SampleLayers.boundaries(), out);
        return out.toByteArray();
    }
}
