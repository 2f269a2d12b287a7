package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.needscape.JourneyService;
import org.needscape.JourneyService.NamedBytes;
import org.needscape.JourneyStores;

/** What strangers and tired people send, through both doors: one sentence that helps, and the store stays as it was. */
class BadInputJourneyTest {

    private static final Path COUNTY = Path.of("geodata", "fictional-county");
    private static final Map<String, String> LAD = Map.of("geography", "lad-2024");
    private static final Map<String, String> LSOA = Map.of("geography", "lsoa-2021");
    private static final Map<String, String> CLA = Map.of("geography", "lsoa-2021", "measure", "cla", "period", "2024");
    private static final int UPLOAD_MEGABYTES = 2;

    @TempDir
    private static Path folder;

    private static Path commandStore;
    private static Path pageStore;
    private static JourneyService service;

    /** A file and what is said of it. */
    record Refused(String title, String kind, NamedBytes file, Map<String, String> options, String sentence) {
        @Override
        public String toString() {
            return title;
        }
    }

    @BeforeAll
    static void serveTheFictionalCounty() throws IOException {
        commandStore = folder.resolve("command-store");
        run("boundaries", COUNTY.resolve("LSOA_2021_fictional_BGC.zip"), LSOA).done();
        run("population", COUNTY.resolve("population_mid2024_fictional.csv"), with(LSOA, "period", "2024"))
                .done();
        pageStore = JourneyStores.copy(commandStore, folder.resolve("page-store"));
        service = JourneyService.over(pageStore, UPLOAD_MEGABYTES);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static List<Refused> refusedFiles() throws IOException {
        Parts good = Parts.of(COUNTY.resolve("LAD_2024_fictional_BGC.zip"));
        byte[] zip = good.zip();
        List<Refused> refused = new ArrayList<>();
        refused.add(boundaries(
                "text instead of a zip",
                bytes("this is no zip"),
                "areas.zip is neither a zip file with a shapefile, nor a GeoPackage, nor GeoJSON: save the boundaries as one of"
                        + " them."));
        refused.add(boundaries(
                "a zip without a shapefile",
                good.without(".shp").zip(),
                "areas.zip holds no shapefile: it needs a .shp file with its .dbf and .prj."));
        refused.add(boundaries(
                "a zip with two shapefiles",
                good.with("more.shp", good.get(".shp")).zip(),
                "areas.zip holds 2 shapefiles: zip the one with the boundaries by itself."));
        refused.add(
                boundaries(
                        "no .dbf",
                        good.without(".dbf").zip(),
                        "areas.zip lacks the .dbf file of its shapefile, without which areas have no codes: add it and try again."));
        refused.add(boundaries(
                "no .prj",
                good.without(".prj").zip(),
                "areas.zip lacks the .prj file of its shapefile, so nobody can tell where its coordinates are: add it and try"
                        + " again."));
        refused.add(boundaries(
                "a zip cut off",
                Arrays.copyOf(zip, zip.length / 2),
                "areas.zip is a damaged or incomplete zip file: download or zip it again."));
        refused.add(boundaries(
                "a shapefile cut off",
                good.instead(".shp", Arrays.copyOf(good.get(".shp"), 5_000)).zip(),
                "areas.zip is damaged or cut off, or cannot be opened: get the file again."));
        refused.add(boundaries(
                "an entry that climbs out",
                good.with("../../evil.shp", bytes("x")).zip(),
                "areas.zip holds an entry whose name leads out of the zip (../../evil.shp): zip just the shapefile's own files"
                        + " again and use that."));
        refused.add(boundaries(
                "a claim of 2 GB in a header of 1 kB",
                good.instead(
                                ".shp",
                                ByteBuffer.wrap(Arrays.copyOf(good.get(".shp"), 1024))
                                        .putInt(24, 1 << 30)
                                        .array())
                        .zip(),
                "areas.zip is damaged or cut off, or cannot be opened: get the file again."));
        refused.add(new Refused(
                "GeoJSON in metres without saying so",
                "boundaries",
                new NamedBytes("areas.geojson", bytes(geoJson("400000"))),
                LAD,
                "Nothing of areas.geojson can be imported, for one reason in the only record: Its coordinates are metres, but"
                        + " the file says degrees: GeoJSON without a crs member is in WGS 84."));
        refused.add(new Refused(
                "another boundary year",
                "boundaries",
                new NamedBytes("areas.zip", zip),
                Map.of("geography", "lad-2019"),
                "areas.zip holds lad-2024 boundaries (column LAD24CD), not lad-2019: give its geography as lad-2024."));
        refused.add(new Refused(
                "a table of another boundary year",
                "counts",
                new NamedBytes("counts.csv", bytes("LSOA11CD,count\nE01999001,7\n")),
                CLA,
                "counts.csv holds codes of lsoa-2011 (column LSOA11CD), but was given as lsoa-2021: codes of different"
                        + " boundary years must not be joined, although many are the same."));
        refused.add(new Refused(
                "a table of elsewhere",
                "counts",
                new NamedBytes("counts.csv", bytes("LSOA21CD,count\nE01000001,7\n")),
                CLA,
                "Nothing in counts.csv was accepted: its only record is for an area whose boundaries are not loaded."
                        + " Import the boundaries of these areas first."));
        refused.add(new Refused(
                "a table with a header only",
                "counts",
                new NamedBytes("counts.csv", bytes("LSOA21CD,count\n")),
                CLA,
                "counts.csv has a header but no rows: nothing can be taken from it."));
        refused.add(new Refused(
                "a table of symbols that nobody knows",
                "counts",
                new NamedBytes("counts.csv", bytes("LSOA21CD,count\nE01999001,about seven\n")),
                CLA,
                "Nothing in counts.csv was accepted; the first of 1 refused records is row 2, count: The cell holds neither a"
                        + " number nor a symbol that is known. Write a plain number, or one of c (hidden), z (does not apply), low"
                        + " (rounds to zero), : (not available)."));
        refused.add(new Refused(
                "a workbook where a table belongs",
                "counts",
                new NamedBytes("counts.csv", zip),
                CLA,
                "counts.csv is a spreadsheet workbook: save the sheet as CSV (UTF-8) and give that file."));
        refused.addAll(refusedCases());
        refused.add(new Refused(
                "an extent that is not there",
                "counts",
                new NamedBytes("counts.csv", bytes("LSOA21CD,count\nE01999001,7\n")),
                with(CLA, "extent", "elsewhere"),
                "There is no extent elsewhere: import its boundaries first."));
        refused.add(new Refused(
                "a condition that is none",
                "boundaries",
                new NamedBytes("areas.zip", zip),
                with(LAD, "where", "LAD24NM LIKES 'A%'"),
                "The condition for areas.zip cannot be read: write it like LSOA11NM LIKE 'Cannock%' AND LSOA11CD <>"
                        + " 'E01029345'."));
        return refused;
    }

    /** Case files: what is said of one never holds anything that stood in it but the names of columns. */
    private static List<Refused> refusedCases() {
        Map<String, String> options = with(LSOA, "period", "2024");
        String row = "\nE01999001,2,1,0\n";
        return List.of(
                cases(
                        "a case file that names children",
                        "LSOA21CD,level,child_name,a,b\nE01999001,2,Ann,1,0\n",
                        options,
                        "cases.csv has columns that look personal (child_name); nothing was read. Leave them out: a case file has an"
                                + " area code, a level and flags, and nothing that tells one child from another."),
                cases(
                        "a case file without levels",
                        "LSOA21CD,a,b\nE01999001,1,0\n",
                        options,
                        "cases.csv has no column 'level': add it, with 1 to 4 for the level of need that help answers."),
                cases(
                        "a case file with one flag",
                        "LSOA21CD,level,a\nE01999001,2,1\n",
                        options,
                        "cases.csv has one column only of flags: what comes together takes at least two, such as domestic_abuse, with"
                                + " 1 or 0 for each case."),
                cases(
                        "a case file that does not say when",
                        "LSOA21CD,level,a,b" + row,
                        LSOA,
                        "cases.csv has no column 'period': say which period its cases are of, or add the column."),
                cases(
                        "a case file of another boundary year",
                        "LSOA11CD,level,a,b" + row,
                        options,
                        "cases.csv holds codes of lsoa-2011 (column LSOA11CD), but was given as lsoa-2021: codes of different"
                                + " boundary years must not be joined, although many are the same."),
                cases(
                        "a case file of words",
                        "LSOA21CD,level,a,b\nE01999001,2,maybe,0\n",
                        options,
                        "Nothing in cases.csv was accepted; the first of 1 refused records is row 2, a: The cell is neither 1 nor 0,"
                                + " yes nor no, nor a mark for not known. Write 1 or 0, or leave it blank where it is not known."),
                cases(
                        "cases of elsewhere",
                        "LSOA21CD,level,a,b\nE01000001,2,1,0\n",
                        options,
                        "Nothing in cases.csv was accepted: all its cases are in areas whose boundaries are not loaded. Import the"
                                + " boundaries of these areas first."),
                cases(
                        "99 cases",
                        "LSOA21CD,level,a,b" + row.stripTrailing().repeat(99) + "\n",
                        options,
                        "cases.csv has fewer than 100 cases of any period in the areas that are loaded, and what comes together is"
                                + " shown of 100 or more, so that no child can be found in it. Nothing was changed."));
    }

    @ParameterizedTest
    @MethodSource("refusedFiles")
    void badFileIsRefusedAtBothDoorsAndTheStoreStaysAsItWas(Refused refused) throws Exception {
        Path file = file(refused.file());
        StoreContents before = StoreContents.of(commandStore);
        String pageBefore = page();

        CommandLineRun run = run(refused.kind(), file, refused.options());
        JsonNode job = service.awaitJob(upload(refused.kind(), refused.file(), refused.options()));

        assertEquals(refused.sentence(), job.required("message").textValue());
        assertEquals("failed", job.required("state").textValue());
        assertTrue(job.required("result").isNull());
        assertEquals(refused.sentence(), run.refusal().replaceFirst("^--extent: ", ""));
        assertEquals(before, StoreContents.of(commandStore));
        assertEquals(pageBefore, page());
        assertEquals(List.of(), uploads());
    }

    @Test
    void whatPeopleDoToTablesIsUnderstoodAtBothDoors() throws Exception {
        Map<String, String> told = new LinkedHashMap<>();
        // The values are those of the rows below, whatever the encoding, the quotes or the blanks.
        told.put("marks.csv", "\uFEFFLSOA21CD,count\nE01999001,29199.00\nE01999002,\"1,296\"\n");
        told.put(
                "blanks.csv",
                "LSOA21CD  , count ,note \r\n E01999001 , 29199 ,\"a, quoted \"\"one\"\"\"\r\nE01999002,1296,\r\n");
        told.put("windows.csv", "LSOA21CD,count,name\nE01999001,29199,Môn – Café\nE01999002,1296,x\n");
        told.put("cut.csv", "LSOA21CD,count,a header that some progr\nE01999001,29199,\nE01999002,1296,\n");
        int year = 1991;
        for (Map.Entry<String, String> table : told.entrySet()) {
            Charset charset =
                    table.getKey().equals("windows.csv") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
            NamedBytes file = new NamedBytes(table.getKey(), table.getValue().getBytes(charset));
            Map<String, String> options = with(CLA, "period", Integer.toString(++year));

            String said = run("counts", file(file), options).done();
            JsonNode job = service.awaitJob(upload("counts", file, options));

            String summary = table.getKey() + ": 2 records read, 2 accepted, 0 refused.";
            assertEquals(summary, said.lines().findFirst().orElseThrow());
            assertEquals("done", job.required("state").textValue(), job.toString());
            assertEquals(2, job.at("/result/report/accepted").intValue());
        }
    }

    @Test
    void emptyFileIsRefusedAtBothDoors() throws Exception {
        NamedBytes file = new NamedBytes("nothing.csv", new byte[0]);

        assertEquals(
                "nothing.csv is empty: download it again.",
                run("counts", file(file), CLA).refusal());
        assertEquals("Choose a file that is not empty.", problem(422, upload("counts", file, CLA)));
    }

    @Test
    void everyRefusedRowIsNamedWithItsFieldAndTheRestIsTaken() throws Exception {
        NamedBytes file = new NamedBytes(
                "mixed.csv",
                bytes("LSOA21CD,count\nE01999001,7\nE01999002,-3\nE01999003,2.5\n=1+1,4\nE01999990,9\nE01999001,8\n"));

        Path report = folder.resolve("mixed-report.csv");
        CommandLineRun run = run("counts", file(file), with(CLA, "period", "1980"), "--report", report);
        JsonNode job = service.awaitJob(upload("counts", file, with(CLA, "period", "1980")));

        assertEquals("done", job.required("state").textValue(), job + run.err());
        String csv = report(job);
        assertEquals(
                "mixed.csv: 6 records read, 1 accepted, 4 refused, 1 for areas that are not loaded.",
                run.done().lines().findFirst().orElseThrow());
        List<String> rows = Files.readAllLines(report);
        assertTrue(rows.get(1).startsWith("summary,,,,"), rows.toString());
        assertEquals(
                List.of(
                        "refused,3,count,E01999002",
                        "refused,4,count,E01999003",
                        "refused,5,LSOA21CD,",
                        "refused,7,LSOA21CD,E01999001"),
                rows.stream()
                        .filter(row -> row.startsWith("refused,"))
                        .map(row -> String.join(",", List.of(row.split(",")).subList(0, 4)))
                        .toList());
        assertEquals(Files.readString(report), csv);
    }

    @Test
    void reportNeverHoldsAFormula() throws Exception {
        String header = "\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"";
        NamedBytes file = new NamedBytes(
                "=cmd.csv", bytes("LSOA21CD,count," + header + "\nE01999001,7,1\n@SUM(A1),4,1\n+1,2,3\n"));

        JsonNode job = service.awaitJob(upload("counts", file, with(CLA, "period", "1981")));

        assertEquals("done", job.required("state").textValue(), job.toString());
        String csv = report(job);
        for (String cell : csv.split("[,\r\n]")) {
            String bare = cell.startsWith("\"") ? cell.substring(1) : cell;
            assertFalse(!bare.isEmpty() && "=+-@\t".indexOf(bare.charAt(0)) >= 0, csv);
        }
    }

    @Test
    void uploadAboveTheLimitIsAProblemAndLeavesNothing() throws Exception {
        NamedBytes large = new NamedBytes("large.csv", new byte[(UPLOAD_MEGABYTES << 20) + 1]);
        assertEquals(
                "The file is larger than the 2 MB that this service takes: stop the service and import it by the command line.",
                problem(413, upload("counts", large, CLA)));
        NamedBytes larger = new NamedBytes("larger.csv", new byte[UPLOAD_MEGABYTES << 23]);
        assertEquals(413, upload("counts", larger, CLA).statusCode());
        assertEquals(List.of(), uploads());
    }

    @Test
    void formThatIsNoneIsAProblem() throws Exception {
        String sentence =
                "The form did not arrive whole or is no form with a file (multipart/form-data): send it again.";
        String start = "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n";
        assertEquals(sentence, problem(400, post("multipart/form-data; boundary=b", start + "look")));
        assertEquals(sentence, problem(400, post("multipart/form-data; boundary=b", "rubbish")));
        assertEquals(sentence, problem(400, post("multipart/form-data", "rubbish")));
        assertEquals(sentence, problem(400, post("application/json", "{\"kind\":\"lookup\"}")));
        assertEquals(
                sentence,
                problem(400, post("multipart/form-data; boundary=b", start + "x".repeat(300_000) + "\r\n--b--\r\n")));
    }

    @Test
    void formFieldThatIsWrongOrMisspeltIsNamed() throws Exception {
        NamedBytes file = new NamedBytes("counts.csv", bytes("LSOA21CD,count\nE01999001,7\n"));
        assertEquals("geograhpy", field(400, upload("counts", file, with(CLA, "geograhpy", "lsoa-2021"))));
        assertEquals("geography", field(422, upload("counts", file, with(CLA, "geography", "lsoa-1066"))));
        assertEquals("measure", field(422, upload("counts", file, with(CLA, "measure", "all"))));
        assertEquals("period", field(422, upload("counts", file, with(CLA, "period", "x".repeat(5_000)))));
        assertEquals("extent", field(422, upload("counts", file, with(CLA, "extent", "../x"))));
        assertEquals("kind", field(422, upload("secrets", file, CLA)));
        assertEquals("release", field(422, upload("deprivation", file, Map.of("release", "2011"))));
        assertEquals("release", field(422, upload("deprivation", file, Map.of("release", "MMXIX"))));
        assertEquals("release", field(422, upload("deprivation", file, Map.of())));
        assertEquals(List.of(), uploads());
    }

    @Test
    void hostileFileNamesAreOnlyEverShown() throws Exception {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("../../x.csv", "x.csv");
        shown.put("..\\..\\x.csv", "x.csv");
        shown.put("a\u2028b\u202Egnp.csv", "abgnp.csv");
        shown.put("..", "..");
        shown.put("/etc/passwd/", "the file");
        shown.put("<img src=x onerror=alert(1)>.csv", "<img src=x onerror=alert(1)>.csv");
        shown.put("a".repeat(500) + ".csv", "…" + "a".repeat(115) + ".csv");
        for (Map.Entry<String, String> name : shown.entrySet()) {
            JsonNode job = service.awaitJob(
                    upload("counts", new NamedBytes(name.getKey(), bytes("LSOA21CD,count\nE01000001,7\n")), CLA));
            assertEquals(name.getValue(), job.required("subject").textValue());
            assertTrue(
                    job.required("message").textValue().startsWith("Nothing in " + name.getValue() + " was accepted"),
                    job.toString());
        }
        assertEquals(List.of(), uploads());
        try (var files = Files.list(service.uploads().getParent())) {
            assertEquals(
                    JourneyStores.onServer() ? List.of("uploads") : List.of("needscape.mv.db", "uploads"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private static String report(JsonNode job) throws Exception {
        return new String(service.get(job.at("/links/report").textValue()).body(), StandardCharsets.UTF_8);
    }

    private static Refused cases(String title, String text, Map<String, String> options, String sentence) {
        return new Refused(title, "cases", new NamedBytes("cases.csv", bytes(text)), options, sentence);
    }

    private static Refused boundaries(String title, byte[] content, String sentence) {
        return new Refused(title, "boundaries", new NamedBytes("areas.zip", content), LAD, sentence);
    }

    private static String geoJson(String x) {
        return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                + "{\"LAD24CD\":\"E07999001\",\"LAD24NM\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[" + x + ",300000],[410000,300000],[410000,310000],[" + x + ",300000]]]}}]}";
    }

    private static Path file(NamedBytes file) throws IOException {
        return Files.write(Files.createTempDirectory(folder, "file").resolve(file.name()), file.content());
    }

    private static CommandLineRun run(String kind, Path file, Map<String, String> options, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("import", kind, file));
        options.forEach((name, value) -> arguments.addAll(List.of("--" + name, value)));
        arguments.addAll(List.of(more));
        return CommandLineRun.on(commandStore, arguments.toArray());
    }

    private static HttpResponse<byte[]> upload(String kind, NamedBytes file, Map<String, String> options)
            throws Exception {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("kind", kind));
        form.putAll(options);
        form.put("file", file);
        return service.upload(form, "X-Needscape", "1");
    }

    private static HttpResponse<byte[]> post(String contentType, String body) throws Exception {
        return service.post(bytes(body), contentType, "X-Needscape", "1");
    }

    private static String problem(int status, HttpResponse<byte[]> response) throws IOException {
        return problemDocument(status, response).required("detail").textValue();
    }

    private static String field(int status, HttpResponse<byte[]> response) throws IOException {
        return problemDocument(status, response).at("/errors/0/field").textValue();
    }

    private static JsonNode problemDocument(int status, HttpResponse<byte[]> response) throws IOException {
        String text = new String(response.body(), StandardCharsets.UTF_8);
        assertEquals(status, response.statusCode(), text);
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElseThrow());
        assertFalse(text.contains("Exception") || text.contains("org.needscape"), text);
        return new ObjectMapper().readTree(text);
    }

    private static String page() throws Exception {
        return service.json("/api/v1/extents") + "\n" + service.json("/api/v1/layers");
    }

    /** What is left of uploads; a job that has ended may still be deleting its file. */
    private static List<Path> uploads() throws Exception {
        List<Path> left = List.of();
        for (int i = 0; i < 100; i++) {
            try (var files = Files.list(Files.createDirectories(service.uploads()))) {
                left = files.toList();
            }
            if (left.isEmpty()) {
                break;
            }
            Thread.sleep(20);
        }
        return left;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> with(Map<String, String> options, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(name, value);
        return more;
    }
}
