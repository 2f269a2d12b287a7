package org.needscape.geoio.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.needscape.layer.Layer;

class LayerCsvWriterTest {

    @Test
    void unknownNumbersAreMarksAndOnlyTextsAreGuardedAgainstFormulas() throws IOException {
        assertEquals(
                """
                code,name,district,value,state,class,z_score,children,remark\r
                W01000001,"Llŷn a'r Ŵyl, ""y de\""",W06000002,12.35,known,1,-1.771,1296,"'=HYPERLINK(""x"")"\r
                W01000002,'-2 Two,W06000002,[c],suppressed,,[c],0,\r
                W01000003,Three,,0,known,10,[low],7,plain\r
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
    void withoutRowsThereAreHeadings() throws IOException {
        assertEquals(
                "code,name,district,value,state,class,z_score,children,remark\r\n",
                write(SampleLayers.layer(SampleLayers.REAL, List.of())));
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
