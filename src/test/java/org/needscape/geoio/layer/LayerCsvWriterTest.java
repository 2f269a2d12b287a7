package org.needscape.geoio.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.needscape.layer.Layer;
import org.needscape.layer.Release;

class LayerCsvWriterTest {

    @Test
    void unknownNumbersAreMarksAndOnlyTextsAreGuardedAgainstFormulas() throws IOException {
        assertEquals(
                """
                code,name,district,value,state,class,z_score,children,remark,state_words\r
                W01000001,"Llŷn a'r Ŵyl, ""y de\""",W06000002,12.35,known,1,-1.771,1296,"'=HYPERLINK(""x"")",known\r
                W01000002,'-2 Two,W06000002,[c],suppressed,,[c],0,,hidden to protect children\r
                W01000003,Three,,0,known,10,[low],7,plain,known\r
                """,
                write(SampleLayers.rates(SampleLayers.REAL)));
    }

    @Test
    void everyLineOfAnInventedExtentSaysFictional() throws IOException {
        for (String line : write(SampleLayers.rates(SampleLayers.INVENTED)).split("\r\n")) {
            assertEquals(
                    line.startsWith("code,") ? "fictional" : "fictional data",
                    line.substring(line.lastIndexOf(',') + 1));
        }
    }

    @Test
    void everyLineOfRestrictedFiguresCarriesTheirMarkingBeforeFictional() throws IOException {
        Release release = new Release("=Official", "approved", "A. Lead", "2026-11-01", "");
        Layer layer = SampleLayers.restricted(SampleLayers.INVENTED, release);

        for (String line : write(layer).split("\r\n")) {
            String end = line.startsWith("code,") ? ",state_words,marking,fictional" : ",'=Official,fictional data";
            assertEquals(end, line.substring(line.length() - end.length()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LayerCsvMetadata.write(layer, "layer.csv", out);
        JsonNode metadata = new ObjectMapper().readTree(out.toByteArray());
        assertEquals("marking", metadata.at("/tableSchema/columns/10/name").textValue());
        assertEquals("=Official", metadata.at("/notes/marking").textValue());
        assertEquals("2026-11-01", metadata.at("/notes/release/approvedAt").textValue());
    }

    @Test
    void keptLayerIsReadWithItsRelease() {
        Release release = new Release("Official", "approved", "A. Lead", "2026-11-01", "2027-01-31");
        Layer layer = SampleLayers.restricted(SampleLayers.REAL, release);

        assertEquals(LayerJson.write(layer), LayerJson.write(LayerJson.read(LayerJson.write(layer))));
        assertEquals(
                Optional.of(release), LayerJson.read(LayerJson.write(layer)).release());
        assertEquals(
                Optional.empty(),
                LayerJson.read(LayerJson.write(SampleLayers.rates(SampleLayers.REAL)))
                        .release());
    }

    @Test
    void withoutRowsThereAreHeadings() throws IOException {
        assertEquals(
                "code,name,district,value,state,class,z_score,children,remark,state_words\r\n",
                write(SampleLayers.layer(SampleLayers.REAL, List.of())));
    }

    @Test
    void everyReasonForNoNumberHasAMarkAndWordsOfItsOwnAndZeroIsANumber() throws IOException {
        assertEquals(
                List.of(
                        "0,known,,0,3,,known",
                        "[c],suppressed,suppressed,0,3,,hidden to protect children",
                        "[x],not-available,not-available,0,3,,not available",
                        "[z],not-applicable,not-applicable,0,3,,does not apply",
                        "[low],low,low,0,3,,rounds to zero"),
                write(SampleLayers.everyState(SampleLayers.REAL))
                        .lines()
                        .skip(1)
                        .map(line -> line.substring("W01000001,Area,W06000002,".length()))
                        .toList());
    }

    @Test
    void metadataNamesEveryColumnAndSaysWhatTheMarksMean() throws IOException {
        Layer layer = SampleLayers.everyState(SampleLayers.INVENTED);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LayerCsvMetadata.write(layer, "layer.csv", out);

        List<String> names = new ArrayList<>();
        JsonNode columns = new ObjectMapper().readTree(out.toByteArray()).at("/tableSchema/columns");
        columns.forEach(column -> names.add(column.required("name").textValue()));
        assertEquals(write(layer).lines().findFirst().orElseThrow(), String.join(",", names));
        assertEquals(
                "Unit: per 10,000 children aged 0 to 17. Where no number stands: [c] hidden to protect children, [x] not"
                        + " available, [z] does not apply, [low] rounds to zero. Zero is written 0.",
                columns.at("/3/dc:description").textValue());
    }

    @Test
    void excelGetsTheByteOrderMark() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LayerCsvWriter.writeForExcel(SampleLayers.rates(SampleLayers.REAL), out);

        assertEquals("\uFEFFcode,", out.toString(StandardCharsets.UTF_8).substring(0, 6));
    }

    private static String write(Layer layer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LayerCsvWriter.write(layer, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
