package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;
import org.needscape.JourneyStores;

/** Files that contradict themselves or the store, through both doors: said by row, and nothing is made to fit. */
class ContradictionJourneyTest {

    private static final Path COUNTY = Path.of("geodata", "fictional-county");
    private static final Map<String, Object> LSOA = Map.of("geography", "lsoa-2021");

    @TempDir
    private static Path folder;

    private static Path commandStore;
    private static JourneyService service;

    @BeforeAll
    static void serveTheFictionalCounty() throws IOException {
        commandStore = folder.resolve("command-store");
        run("boundaries", COUNTY.resolve("LSOA_2021_fictional_BGC.zip"), LSOA).done();
        run("population", COUNTY.resolve("population_mid2024_fictional.csv"), with(LSOA, "period", "2024"))
                .done();
        run("lookup", COUNTY.resolve("LSOA21_MSOA21_LAD24_CTYUA24_fictional_lookup.csv"), Map.of())
                .done();
        service = JourneyService.over(JourneyStores.copy(commandStore, folder.resolve("page-store")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void totalBelowItsCategoriesIsRefusedByRowAndNotGuessedFromThem() throws Exception {
        Path file = file(
                "plans.csv",
                "LSOA21CD,period,category,count",
                "E01999001,2024,neglect,21",
                "E01999001,2024,all,37",
                "E01999001,2024,emotional,17",
                "E01999002,2024,neglect,21",
                "E01999002,2024,all,40",
                "E01999002,2024,emotional,c",
                "E01999003,2024,all,9",
                "E01999003,2024,neglect,8");

        List<String> said = bothDoors("counts", file, with(LSOA, "measure", "cpp"));

        assertEquals(
                List.of(
                        "plans.csv: 8 records read, 7 accepted, 1 refused.",
                        "Note: 3 of the 540 loaded areas have a count in the file; an area without a row is not taken as"
                                + " zero.",
                        "Note: The categories add up to less than the total for 1 area and period; the others are"
                                + " shown as not stated. Check whether a category is missing.",
                        "Row 3, count, E01999001 refused: The categories of the area and period add up to more than this"
                                + " total. Correct the total or its parts, or leave the total out."),
                said);
        String layer = text("/api/v1/layers/rate-cpp-2024.csv");
        assertTrue(row(layer, "E01999001").contains("[x]"), layer);
        assertTrue(!row(layer, "E01999002").contains("[x]"), layer);
    }

    @Test
    void numbersThatTheirUnitDoesNotAllowAreRefusedByRowAndField() throws Exception {
        Path codebook = file(
                "codebook.csv",
                "indicator_id,label,unit,period",
                "absent,Absent,percent,2024",
                "share,Share,proportion,2024",
                "crimes,Crimes,\"per 1,000\",2024",
                "carers,Young carers,children,2024");
        Path file = file(
                "odd.csv",
                "LSOA21CD,absent,share,crimes,carers",
                "E01999001,130,0.2,1300,9",
                "E01999002,30,20,1300,9",
                "E01999003,30,0.2,1300,-9",
                "E01999004,30,0.2,1300,9");

        List<String> said = bothDoors("indicators", file, with(LSOA, "codebook", codebook));

        assertEquals(
                List.of(
                        "odd.csv: 4 records read, 1 accepted, 3 refused.",
                        "Row 2, absent, E01999001 refused: The number is not a percentage from 0 to 100. Correct the cell,"
                                + " or the unit in the codebook.",
                        "Row 3, share, E01999002 refused: The number is not a proportion from 0 to 1. Correct the cell, or"
                                + " the unit in the codebook.",
                        "Row 4, carers, E01999003 refused: The number is not a number of 0 or more. Correct the cell, or"
                                + " the unit in the codebook."),
                said);
    }

    /** population_mid2024_fictional.csv has 284 children in E01999003. */
    @Test
    void moreChildrenThanLiveInAnAreaAreSaidByAreaAndGetNoRate() throws Exception {
        Path file = file("helped.csv", "LSOA21CD,period,count", "E01999003,2024,5000", "E01999004,2024,12");

        List<String> said = bothDoors("counts", file, with(LSOA, "measure", "early-help"));

        assertEquals(
                List.of(
                        "helped.csv: 2 records read, 2 accepted, 0 refused.",
                        "Note: 2 of the 540 loaded areas have a count in the file; an area without a row is not taken as"
                                + " zero.",
                        "Note: More children receiving early help (2024) are counted than children aged 0 to 17 live there"
                                + " (2024), which cannot be, in E01999003 (Alder Valley 001C, 284 children): the figures are"
                                + " kept as they were sent, and no rate is shown there. Correct the counts or the population"
                                + " and import them again."),
                said);
        String layer = text("/api/v1/layers/rate-early-help-2024.csv");
        assertTrue(row(layer, "E01999003").contains(",[x],not-available,not-available,5000,284,[x],[x],"), layer);
        assertTrue(!row(layer, "E01999004").contains("[x]"), layer);
    }

    @Test
    void areaInTwoDistrictsIsRefusedByRowAndAMoveToAnotherDistrictIsSaid() throws Exception {
        Path file = file(
                "districts.csv",
                "LSOA21CD,LAD24CD,LAD24NM",
                "E01999001,E07999002,Elsewhere",
                "E01999002,E07999001,Alder Valley",
                "E01999001,E07999001,Alder Valley");

        List<String> said = bothDoors("lookup", file, Map.of());

        String refused =
                "Row 4, LAD24CD, E01999001 refused: Row 2 puts the area into another one of lad-2024. Keep the row"
                        + " that is right and remove the other.";
        assertEquals(
                List.of(
                        "districts.csv: 3 records read, 2 accepted, 1 refused.",
                        "Note: 1 area has another parent now than before.",
                        refused),
                said);
        // The second time it is there already.
        assertEquals(
                List.of("districts.csv: 3 records read, 2 accepted, 1 refused.", refused),
                bothDoors("lookup", file, Map.of()));
    }

    /** What an import prints; that the page's job says the same is held on the way. */
    private static List<String> bothDoors(String kind, Path file, Map<String, Object> options) throws Exception {
        List<String> printed = run(kind, file, options).done().lines().toList();
        Map<String, Object> form = new LinkedHashMap<>(options);
        form.put("kind", kind);
        form.put("file", file);
        JsonNode job = service.awaitJob(service.upload(form, "X-Needscape", "1"));
        assertEquals("done", job.required("state").textValue(), job.toString());
        JsonNode report = job.at("/result/report");
        List<String> said = new ArrayList<>();
        report.required("notes").forEach(note -> said.add("Note: " + note.textValue()));
        for (JsonNode problem : report.required("problems")) {
            said.add("Row " + problem.required("row") + ", " + text(problem, "field") + ", " + text(problem, "area")
                    + " refused: " + text(problem, "reason") + " " + text(problem, "whatToDo"));
        }
        assertEquals(printed.subList(1, printed.size()), said, report.toString());
        return printed;
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).textValue();
    }

    private static String text(String path) throws Exception {
        return new String(service.get(path).body(), StandardCharsets.UTF_8);
    }

    private static String row(String csv, String area) {
        return csv.lines().filter(line -> line.contains(area)).findFirst().orElseThrow();
    }

    private static Path file(String name, String... lines) throws IOException {
        return Files.write(Files.createTempDirectory(folder, "file").resolve(name), List.of(lines));
    }

    private static CommandLineRun run(String kind, Path file, Map<String, Object> options) {
        List<Object> arguments = new ArrayList<>(List.of("import", kind, file));
        options.forEach((name, value) -> arguments.addAll(List.of("--" + name, value)));
        return CommandLineRun.on(commandStore, arguments.toArray());
    }

    private static Map<String, Object> with(Map<String, Object> options, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(options);
        more.put(name, value);
        return more;
    }
}
