package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.needscape.JourneyService;

/** What files of a layer say of its areas. */
final class ExportedArea {

    private ExportedArea() {}

    /** Its feature in a collection. */
    static JsonNode feature(JsonNode collection, String code) {
        for (JsonNode feature : collection.required("features")) {
            if (feature.required("id").asText().equals(code)) {
                return feature;
            }
        }
        throw new AssertionError("There is no feature " + code + ".");
    }

    /** How many areas are in a state; those with a zero are in one of their own. */
    static int countIn(JsonNode values, String state) {
        int count = 0;
        for (JsonNode area : values.required("areas")) {
            JsonNode value = area.required("value");
            boolean isZero = value.isNumber() && value.doubleValue() == 0;
            count += (isZero ? "zero" : area.required("state").textValue()).equals(state) ? 1 : 0;
        }
        return count;
    }

    /** The cells of its row in a CSV file. */
    static List<String> row(JourneyService service, String path, String code) throws Exception {
        String csv = new String(service.get(path).body(), StandardCharsets.UTF_8);
        String row = csv.lines()
                .filter(line -> line.startsWith(code + ","))
                .findFirst()
                .orElseThrow();
        return List.of(row.split(",", -1));
    }

    /** What ogrinfo reads of it in a zipped shapefile. */
    static String read(JourneyService service, String path, String code, Path zip) throws Exception {
        Files.write(zip, service.get(path).body());
        Process process = new ProcessBuilder(
                        "ogrinfo",
                        "-al",
                        "-q",
                        "-ro",
                        "-geom=NO",
                        "-where",
                        "LSOA21CD = '" + code + "'",
                        "/vsizip/" + zip)
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        return text;
    }
}
