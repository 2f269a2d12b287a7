package org.needscape.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.RealData;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Measure;

class DemoFilesTest {

    @Test
    void theSeedMakesTheCommittedFilesAgainByteForByte(@TempDir Path folder) throws IOException {
        DemoCounty.write(folder.resolve("made"), DemoCounty.DEFAULT_SEED);

        assertEquals(names(Aldermoor.FOLDER), names(folder.resolve("made")));
        for (String name : names(Aldermoor.FOLDER)) {
            assertArrayEquals(
                    Files.readAllBytes(Aldermoor.FOLDER.resolve(name)),
                    Files.readAllBytes(folder.resolve("made").resolve(name)),
                    name);
        }
    }

    @Test
    void theZipsHoldNothingOfTheMachineThatMadeThem() throws IOException {
        for (String name : List.of(BoundaryFiles.LSOA_FILE, BoundaryFiles.DISTRICT_FILE)) {
            try (ZipFile zip = new ZipFile(Aldermoor.FOLDER.resolve(name).toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    // An extra field would carry a time in the machine's zone; compression would carry its library.
                    assertNull(entry.getExtra(), entry.getName());
                    assertEquals(ZipEntry.STORED, entry.getMethod());
                    assertEquals(LocalDateTime.of(1980, 2, 1, 0, 0), entry.getTimeLocal());
                }
            }
        }
    }

    @Test
    void theFilesTogetherStayUnderFiveMegabytes() throws IOException {
        long bytes = 0;
        for (String name : names(Aldermoor.FOLDER)) {
            bytes += Files.size(Aldermoor.FOLDER.resolve(name));
        }

        assertTrue(bytes < 5_000_000, bytes + " bytes");
    }

    @Test
    void everyCodeInEveryTableIsFictional() throws IOException {
        Pattern code = Pattern.compile("\\bE\\d{8}\\b");
        Set<String> real = new TreeSet<>();
        for (String name : names(Aldermoor.FOLDER)) {
            if (!name.endsWith(".zip")) {
                Matcher found = code.matcher(Files.readString(Aldermoor.FOLDER.resolve(name)));
                found.results()
                        .map(result -> result.group())
                        .filter(text -> !new AreaCode(text).isFictional())
                        .forEach(real::add);
            }
        }

        assertEquals(Set.of(), real);
    }

    @Test
    void theNamesOfItsDistrictsBelongToNoRealOne() throws IOException {
        String changes = Files.readString(RealData.require("lookups/LAD_2016_to_2024_code_changes.csv"));
        String counties = Files.readString(RealData.require("lookups/LAD23_CTYUA23.csv"));

        for (District district : CountyPlan.DISTRICTS) {
            assertFalse(changes.contains("," + district.name() + ","), district.name());
            assertFalse(counties.contains("," + district.name() + ","), district.name());
        }
        assertFalse(counties.contains(CountyPlan.COUNTY_NAME));
        for (Neighbour neighbour : Neighbour.ALL) {
            assertFalse(counties.contains(neighbour.name()), neighbour.name());
        }
    }

    @Test
    void theDeprivationFileHasThePublishedHeaderOf2025() throws IOException {
        List<String> published = new ArrayList<>();
        Path headers = RealData.require("deprivation/official_file7_headers.csv");
        for (CSVRecord row : records(Files.readString(headers))) {
            if (row.get("release").equals("2025")) {
                published.add(row.get("official_header"));
            }
        }

        assertEquals(56, published.size());
        assertEquals(published, header(GeographyTables.DEPRIVATION_FILE));
    }

    @Test
    void theHeaderThatThePublisherCutAt80CharactersIsCut() throws IOException {
        List<String> cut = header(GeographyTables.DEPRIVATION_FILE).stream()
                .filter(name -> name.startsWith("Children and Young People Sub-domain Decile"))
                .toList();

        assertEquals(List.of("Children and Young People Sub-domain Decile (where 1 is most deprived 10% of LSO"), cut);
    }

    @Test
    void theLookupLeadsEveryAreaToTheOneCounty() throws IOException {
        List<CSVRecord> rows = records(text(GeographyTables.LOOKUP_FILE));

        assertEquals(540, rows.size());
        assertEquals("E01999001", rows.get(0).get("LSOA21CD"));
        assertEquals("Alder Valley 001A", rows.get(0).get("LSOA21NM"));
        assertEquals("E01999540", rows.get(539).get("LSOA21CD"));
        for (CSVRecord row : rows) {
            assertEquals("E10999001", row.get("CTYUA24CD"));
            assertEquals("Aldermoor", row.get("CTYUA24NM"));
            assertEquals(
                    row.get("MSOA21NM"),
                    row.get("LSOA21NM").substring(0, row.get("LSOA21NM").length() - 1));
            assertTrue(row.get("MSOA21NM").startsWith(row.get("LAD24NM") + " "));
        }
        Map<String, Long> sizes =
                rows.stream().collect(Collectors.groupingBy(row -> row.get("MSOA21CD"), Collectors.counting()));
        assertTrue(sizes.values().stream().allMatch(size -> size >= 4 && size <= 6), sizes.toString());
    }

    @Test
    void theTotalsOfResidentsAddUpAndAgreeWithTheDeprivationFile() throws IOException {
        List<CSVRecord> deprivation = records(text(GeographyTables.DEPRIVATION_FILE));
        for (int year : Residents.YEARS) {
            List<CSVRecord> rows = records(text(GeographyTables.populationFile(year)));
            for (int at = 0; at < rows.size(); at++) {
                CSVRecord row = rows.get(at);
                int sum = 0;
                int children = 0;
                for (int age = 0; age <= 90; age++) {
                    int here = Integer.parseInt(row.get("F" + age)) + Integer.parseInt(row.get("M" + age));
                    sum += here;
                    children += age <= 15 ? here : 0;
                }
                assertEquals(row.get("Total"), Integer.toString(sum));
                assertTrue(sum >= 900 && sum <= 3000, row.get("LSOA 2021 Code") + " has " + sum);
                if (year == 2022) {
                    CSVRecord denominators = deprivation.get(at);
                    assertEquals(row.get("LSOA 2021 Code"), denominators.get("LSOA code (2021)"));
                    assertEquals(Integer.toString(sum), denominators.get("Total population: mid 2022"));
                    assertEquals(
                            Integer.toString(children), denominators.get("Dependent Children aged 0-15: mid 2022"));
                }
            }
        }
    }

    @Test
    void theCodebookDescribesEveryColumnOfTheIndicatorFile() throws IOException {
        List<CSVRecord> codebook = records(text(NeedTables.CODEBOOK_FILE));
        List<String> columns = header(NeedTables.INDICATOR_FILE);

        List<String> ids = codebook.stream().map(row -> row.get("indicator_id")).toList();
        assertEquals(ids, columns.subList(4, 20));
        assertEquals(
                ids.stream()
                        .flatMap(id -> Stream.of(id + "_numerator", id + "_denominator"))
                        .toList(),
                columns.subList(20, columns.size()));
        assertEquals(16, codebook.size());
        assertEquals("Fictional data", codebook.get(0).get("source"));
        assertEquals(
                List.of("good_development_pct"),
                codebook.stream()
                        .filter(row -> row.get("higher_means").equals("less need"))
                        .map(row -> row.get("indicator_id"))
                        .toList());
    }

    @Test
    void theCellsWithoutANumberAreThoseOfThePlantedTruth() throws IOException {
        JsonNode truth = new ObjectMapper().readTree(text("planted-truth.json"));
        List<CSVRecord> rows = records(text(NeedTables.INDICATOR_FILE));
        int suppressed = 0;
        for (JsonNode each : truth.get("cellsWithoutNumber")) {
            String indicator = each.get("indicator").asText();
            assertEquals(codes(each.get("suppressed")), marked(rows, indicator, "[c]"));
            assertEquals(codes(each.get("notAvailable")), marked(rows, indicator, "[x]"));
            assertEquals(codes(each.get("notApplicable")), marked(rows, indicator, "[z]"));
            suppressed += each.get("suppressed").size();
        }

        assertTrue(suppressed >= 100 && suppressed <= 400, suppressed + " of 8,640 cells");
        assertEquals(List.of(truth.get("retirementVillage").asText()), marked(rows, "good_development_pct", "[z]"));
        assertEquals(5, marked(rows, "parental_substance_misuse_pct", "[x]").size());
    }

    @Test
    void theCountBehindACellIsHiddenWhereTheCellIsAndMakesItElsewhere() throws IOException {
        Map<String, String> units = records(text(NeedTables.CODEBOOK_FILE)).stream()
                .collect(Collectors.toMap(row -> row.get("indicator_id"), row -> row.get("unit")));
        int made = 0;
        for (CSVRecord row : records(text(NeedTables.INDICATOR_FILE))) {
            for (String id : units.keySet()) {
                String cell = row.get(id);
                String counted = row.get(id + "_numerator");
                if (cell.startsWith("[")) {
                    assertEquals(cell, counted, row.get("lsoa21cd") + " " + id);
                    continue;
                }
                BigDecimal per = units.get(id).equals("percent") ? BigDecimal.valueOf(100) : BigDecimal.valueOf(1000);
                assertEquals(
                        cell,
                        new BigDecimal(counted)
                                .multiply(per)
                                .divide(new BigDecimal(row.get(id + "_denominator")), 1, RoundingMode.HALF_UP)
                                .toPlainString());
                made++;
            }
        }

        // Of 8,640 cells 100 to 400 are hidden, and six more have no number.
        assertTrue(made >= 8_640 - 400 - 6 && made <= 8_640 - 100, made + " cells");
    }

    @Test
    void eachCountFileHasEveryAreaInEachOfThreeYears() throws IOException {
        for (Measure measure : Caseload.MEASURES) {
            if (HelpTables.isWide(measure)) {
                continue;
            }
            List<CSVRecord> rows = records(text(HelpTables.countFile(measure))).stream()
                    .filter(row ->
                            !row.isMapped("category") || row.get("category").equals("all"))
                    .toList();
            Set<String> keys = rows.stream()
                    .map(row -> row.get("LSOA21CD") + " " + row.get("period"))
                    .collect(Collectors.toSet());
            assertEquals(3 * 540, rows.size());
            assertEquals(3 * 540, keys.size());
            assertTrue(keys.contains("E01999540 2024"));
            assertTrue(rows.stream().allMatch(row -> Integer.parseInt(row.get("count")) >= 0));
        }
    }

    @Test
    void earlyHelpHasAColumnForEachYear() throws IOException {
        List<CSVRecord> rows = records(text(HelpTables.countFile(Measure.EARLY_HELP)));
        assertEquals(540, rows.size());
        for (int at = 0; at < 540; at++) {
            assertEquals(Aldermoor.COUNTY.areas().get(at).code(), rows.get(at).get("LSOA21CD"));
            for (int year : Residents.YEARS) {
                assertEquals(
                        Integer.toString(Aldermoor.COUNTY.caseload().count(Measure.EARLY_HELP, year, at)),
                        rows.get(at).get(Integer.toString(year)));
            }
        }
    }

    @Test
    void everyBreakdownOfChildrenLookedAfterAddsUpToThemAndUnaccompaniedChildrenAreSomeOfThem() throws IOException {
        Map<String, Integer> totals = new TreeMap<>();
        for (CSVRecord row : records(text(HelpTables.countFile(Measure.CLA)))) {
            totals.put(row.get("LSOA21CD") + " " + row.get("period"), Integer.valueOf(row.get("count")));
        }
        totals.values().removeIf(total -> total == 0);
        Map<String, Map<String, Integer>> sums = new TreeMap<>();
        for (CSVRecord row : records(text(HelpTables.PARTS_FILE))) {
            sums.computeIfAbsent(row.get("breakdown"), ignored -> new TreeMap<>())
                    .merge(
                            row.get("LSOA21CD") + " " + row.get("period"),
                            Integer.valueOf(row.get("count")),
                            Integer::sum);
        }

        assertEquals(Set.of("age band", "legal status", "sex", "unaccompanied"), sums.keySet());
        Map<String, Integer> unaccompanied = sums.remove("unaccompanied");
        sums.forEach((breakdown, sum) -> assertEquals(totals, sum, breakdown));
        unaccompanied.forEach((place, count) -> assertTrue(count <= totals.getOrDefault(place, 0), place));
    }

    /** Nobody has to hide a count of the neighbours; the file is of its own shape, which its reader knows. */
    @Test
    void neighbouringAuthoritiesHaveTenDecilesInEachYearAndNoSmallCount() throws IOException {
        assertEquals(
                List.of("authority_code", "authority_name", "measure", "period", "decile", "children", "count"),
                header(NeighbourTable.FILE));
        List<CSVRecord> rows = records(text(NeighbourTable.FILE));
        assertEquals(2 * 2 * 3 * 10, rows.size());
        for (CSVRecord row : rows) {
            assertTrue(Integer.parseInt(row.get("count")) > 5, row.toString());
            assertTrue(Integer.parseInt(row.get("count")) < Integer.parseInt(row.get("children")), row.toString());
        }
    }

    @Test
    void reasonsOfPlansAddUpToThePlansOfEachAreaAndYear() throws IOException {
        Map<String, Integer> totals = new TreeMap<>();
        Map<String, Integer> sums = new TreeMap<>();
        for (CSVRecord row : records(text(HelpTables.countFile(Measure.CPP)))) {
            boolean isTotal = row.get("category").equals("all");
            assertTrue(isTotal || Caseload.PLAN_REASONS_PERCENT.containsKey(row.get("category")));
            (isTotal ? totals : sums)
                    .merge(
                            row.get("LSOA21CD") + " " + row.get("period"),
                            Integer.valueOf(row.get("count")),
                            Integer::sum);
        }
        totals.values().removeIf(total -> total == 0);

        assertEquals(totals, sums);
    }

    @Test
    void theNoteStatesTheChecksumOfEveryOtherFile() throws IOException {
        String note = text("SOURCE.md");
        for (String name : names(Aldermoor.FOLDER)) {
            assertEquals(!name.equals("SOURCE.md"), note.contains("| `" + name + "` |"), name);
        }
        assertTrue(note.contains("**Fictional data.**"));
    }

    @Test
    void anotherSeedMakesAnotherCountyOfTheSamePlan() throws IOException {
        Map<String, byte[]> other = DemoCounty.files(7);

        assertEquals(names(Aldermoor.FOLDER), new TreeSet<>(other.keySet()));
        String lookup =
                new String(other.getOrDefault(GeographyTables.LOOKUP_FILE, new byte[0]), StandardCharsets.UTF_8);
        assertEquals(540, records(lookup).size());
        String deprivation =
                new String(other.getOrDefault(GeographyTables.DEPRIVATION_FILE, new byte[0]), StandardCharsets.UTF_8);
        assertNotEquals(text(GeographyTables.DEPRIVATION_FILE), deprivation);
    }

    private static TreeSet<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(String name) throws IOException {
        return Files.readString(Aldermoor.FOLDER.resolve(name));
    }

    private static List<String> header(String name) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                text(name),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getHeaderNames();
        }
    }

    private static List<CSVRecord> records(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                text,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }

    private static List<String> codes(JsonNode list) {
        List<String> codes = new ArrayList<>();
        list.forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private static List<String> marked(List<CSVRecord> rows, String indicator, String mark) {
        return rows.stream()
                .filter(row -> row.get(indicator).equals(mark))
                .map(row -> row.get("lsoa21cd"))
                .toList();
    }
}
