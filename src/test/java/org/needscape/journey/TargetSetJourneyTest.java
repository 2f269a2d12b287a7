package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;
import org.needscape.geoio.Ogrinfo;

/** A locality board writes down its target areas: draft, proposal, agreement, and what it meant a year later. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TargetSetJourneyTest {

    private static final Path COUNTY = Path.of("geodata/fictional-county");
    private static final String ROOT = "/api/v1/extents/fictional-county";
    private static final String SETS = ROOT + "/target-sets";
    private static final String DISTRICT = "E07999001";
    private static final String REVIEW = LocalDate.now().plusYears(1).toString();
    private static final String PLAN =
            """
            'priorities': [
              {'title': 'Earlier help', 'group': 'Families with children under 5', 'actions': ['A family hub'],
               'outcomeMeasures': ['Referrals that lead to no further action']},
              {'title': 'Safer homes', 'group': 'Children in need', 'actions': ['Two workers'],
               'outcomeMeasures': ['Plans ended within a year']},
              {'title': 'School', 'group': 'Children aged 11 to 15', 'actions': ['Mentors'],
               'outcomeMeasures': ['Attendance']}],
            'review': '%s'
            """
                    .formatted(REVIEW);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static List<String> byNeed;

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        byNeed = new ArrayList<>();
        // Of none chosen but the least needy, those left out come in order of need.
        JsonNode left = tallies(List.of()).required("leftOut");
        left.forEach(area -> byNeed.add(area.required("area").textValue()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Nothing is told of a choice that layers do not tell of its areas one by one. */
    @Test
    void talliesAreSumsOfWhatLayersShow() throws Exception {
        Map<String, Map<String, JsonNode>> layers = new HashMap<>();
        List<String> district = new ArrayList<>();
        for (JsonNode area :
                service.json("/api/v1/layers/need-score-default.geojson").required("features")) {
            if (area.at("/properties/district").asText().equals(DISTRICT)) {
                district.add(area.required("id").textValue());
            }
        }
        assertTrue(district.size() > 20, district::toString);
        Random random = new Random(7);
        int hidden = 0;
        for (int attempt = 0; attempt < 40; attempt++) {
            Set<String> chosen = new TreeSet<>();
            int size = 1 + random.nextInt(6);
            while (chosen.size() < size) {
                chosen.add(district.get(random.nextInt(district.size())));
            }
            JsonNode tallies = tallies(List.copyOf(chosen));
            assertEquals(chosen.size(), tallies.required("areas").intValue());
            for (JsonNode help : tallies.required("help")) {
                String layer = "rate-" + help.required("measure").textValue() + "-"
                        + help.required("period").textValue();
                if (!layers.containsKey(layer)) {
                    layers.put(layer, byCode(layer));
                }
                double sum = 0;
                int suppressed = 0;
                for (String code : chosen) {
                    JsonNode count = layers.get(layer).get(code).at("/properties/count");
                    sum += count.asDouble(0);
                    suppressed += count.isNumber() ? 0 : 1;
                }
                assertEquals(sum, help.required("shownSum").doubleValue(), layer + " " + chosen);
                assertEquals(
                        suppressed,
                        help.required("hiddenAreas").intValue()
                                + help.required("unknownAreas").intValue(),
                        layer + " " + chosen);
                assertTrue(suppressed == 0 || help.required("shareOfDistrict").isNull(), help::toString);
                assertEquals(
                        suppressed > 0, !help.required("reason").textValue().isEmpty(), help::toString);
                assertEquals(
                        suppressed == chosen.size(), help.required("shownSum").isNull(), help::toString);
                hidden += suppressed;
            }
        }
        assertTrue(hidden > 0, "no choice had a hidden count");
    }

    /** Children times the chance of the highest-need tenth, as the layers show both, over those of the district. */
    @Test
    void shareOfNeedIsOfWhatLayersShow() throws Exception {
        Map<String, JsonNode> need = byCode("need-score-default");
        Map<String, JsonNode> rates = byCode("rate-cin-2024");
        List<String> chosen = byNeed.subList(0, 4);
        double in = 0;
        double district = 0;
        double chances = 0;
        for (String code : need.keySet()) {
            JsonNode properties = need.get(code).required("properties");
            double expected = properties.path("probability_highest_need_tenth").asDouble(0)
                    * rates.get(code).at("/properties/children_aged_0_to_17").asDouble(0);
            in += chosen.contains(code) ? expected : 0;
            chances += chosen.contains(code)
                    ? properties.path("probability_highest_need_tenth").asDouble()
                    : 0;
            district += properties.required("district").asText().equals(DISTRICT) ? expected : 0;
        }

        JsonNode tallies = tallies(chosen);
        assertEquals(in, tallies.at("/need/childrenInHighestNeed/number").doubleValue(), 0.06);
        assertEquals(
                in / district,
                tallies.at("/need/childrenInHighestNeed/shareOfDistrict").doubleValue(),
                0.0001);
        assertEquals(chances / 4, tallies.at("/need/meanChanceIn").doubleValue(), 0.0001);
        assertTrue(
                tallies.at("/need/meanChanceLeftOut").doubleValue()
                        < tallies.at("/need/meanChanceIn").doubleValue(),
                tallies::toString);
    }

    @Test
    void boardGoesFromDraftToAgreedAndEveryRevisionStays() throws Exception {
        String areas = areas(byNeed.subList(0, 3));
        JsonNode draft = saved(SETS, set("Alder Valley", "draft", "A. Worker", "'areas':" + areas));
        assertEquals(1, draft.required("revision").intValue());
        assertEquals("alder-valley", draft.required("id").textValue());

        JsonNode proposed = saved(
                revisions(draft),
                revision(1, set("Alder Valley", "proposed", "A. Worker", PLAN + ",'areas':" + areas)));
        JsonNode agreed = saved(
                revisions(draft),
                revision(
                        2,
                        set(
                                "Alder Valley",
                                "agreed",
                                "The board",
                                PLAN + ",'dissent':'One would have waited.','areas':" + areas)));

        assertEquals(3, agreed.required("revision").intValue());
        assertEquals("agreed", agreed.at("/decision/state").textValue());
        assertEquals("One would have waited.", agreed.at("/decision/dissent").textValue());
        assertEquals(agreed.required("talliesThen"), agreed.required("talliesNow"));
        assertEquals(false, agreed.required("dataChanged").booleanValue());
        assertEquals(
                draft.required("decision"),
                service.json(SETS + "/alder-valley/revisions/1").required("decision"));
        assertEquals(
                proposed.required("sha256"),
                service.json(SETS + "/alder-valley/revisions/2").required("sha256"));
        assertEquals(
                List.of("draft", "proposed", "agreed"),
                agreed.required("revisions").findValuesAsText("state"));
        JsonNode comparison = service.json(SETS + "/alder-valley/comparison?first=1&second=3");
        assertEquals(3, comparison.required("areas").size());
        comparison
                .required("areas")
                .forEach(area -> assertTrue(
                        area.required("inFirst").booleanValue()
                                && area.required("inSecond").booleanValue(),
                        area::toString));

        assertEquals(
                "This set is agreed and is not changed any more: mark it as superseded, and save the next choice as a new set.",
                refused(422, revisions(draft), revision(3, set("Alder Valley", "draft", "X", "'areas':" + areas)))
                        .get("state"));
        JsonNode superseded = saved(
                revisions(draft),
                revision(3, set("Alder Valley", "superseded", "The board", PLAN + ",'areas':" + areas)));
        assertEquals("superseded", superseded.at("/decision/state").textValue());
    }

    /** The list, the map and every file show the agreed revision, whatever is saved after it; each revision has files of its own. */
    @Test
    void agreedAreasAreALayerLikeAnyOther() throws Exception {
        String two = areas(byNeed.subList(0, 2));
        JsonNode draft = saved(SETS, set("Mapped", "draft", "A", "'areas':" + areas(byNeed.subList(0, 1))));
        assertEquals("revision 1, draft", heading("target-mapped").substring(0, 17));
        saved(revisions(draft), revision(1, set("Mapped", "proposed", "A", PLAN + ",'areas':" + two)));
        saved(revisions(draft), revision(2, set("Mapped", "agreed", "B", PLAN + ",'areas':" + two)));
        saved(revisions(draft), revision(3, set("Mapped", "superseded", "B", PLAN + ",'areas':" + two)));

        assertEquals("revision 3, agreed", heading("target-mapped").substring(0, 18));
        JsonNode layer = service.json("/api/v1/layers/target-mapped/values").required("layer");
        assertEquals("3", layer.at("/manifest/parameters/revision").textValue());
        assertTrue(layer.required("cautions").toString().contains("has been superseded since"), layer::toString);
        assertEquals(
                List.of("Target area", "Other area of the district", "Other"),
                layer.required("legend").findValuesAsText("label"));
        JsonNode chosen = byCode("target-mapped").get(byNeed.get(1)).required("properties");
        assertEquals("target", chosen.required("class").textValue());
        assertEquals(1, chosen.required("value").intValue());
        assertEquals(2, chosen.required("place_in_record").intValue());
        assertEquals("Known to the board", chosen.required("reason").textValue());
        assertEquals("fictional data", chosen.required("fictional").textValue());

        Path file = folder.resolve("mapped.gpkg");
        Files.write(file, service.get("/api/v1/layers/target-mapped.gpkg").body());
        String gdal = Ogrinfo.read(file.toString(), "-where", "class = 'target'");
        assertTrue(gdal.contains("Feature Count: 2\n") && !gdal.contains("Warning"), gdal);
        HttpResponse<byte[]> first = service.get(revisions(draft) + "/1/areas.gpkg?download=1");
        Files.write(file, first.body());
        gdal = Ogrinfo.read(file.toString(), "-where", "class = 'target'");
        assertTrue(gdal.contains("Feature Count: 1\n"), gdal);
        assertEquals(
                "attachment; filename=\"target-mapped-revision-1.gpkg\"",
                first.headers().firstValue("Content-Disposition").orElseThrow());
        Path zip = folder.resolve("mapped.zip");
        Files.write(zip, service.get(revisions(draft) + "/3/areas.zip").body());
        gdal = Ogrinfo.readZip(zip, "-where", "CLASS = 'target'");
        assertTrue(gdal.contains("Feature Count: 2\n"), gdal);
        for (String format : List.of("csv", "xlsx", "shp.zip")) {
            assertEquals(
                    200, service.get("/api/v1/layers/target-mapped." + format).statusCode(), format);
        }
        assertEquals(404, service.get(revisions(draft) + "/3/areas.pdf").statusCode());
        assertEquals(404, service.get(revisions(draft) + "/9/areas.csv").statusCode());
    }

    /** A page that stands by itself says what was kept, and what a board wrote is text in it. */
    @Test
    void packOfARevisionStandsByItself() throws Exception {
        JsonNode draft = saved(
                SETS,
                set(
                        "Pack <script>alert(1)</script>",
                        "draft",
                        "A & B",
                        PLAN + ",'dissent':'<img src=x onerror=alert(2)>',"
                                + "'alternatives':[{'areas':['" + byNeed.get(4) + "'],'whyNot':'Too far'}],'areas':"
                                + areas(byNeed.subList(0, 2))));
        HttpResponse<byte[]> response = service.get(revisions(draft) + "/1/pack");
        String page = text(response);

        assertEquals(200, response.statusCode());
        String policy = response.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
        assertEquals(List.of(policy), response.headers().allValues("Content-Security-Policy"));
        for (String none : List.of("<script", "<img", "style=\"", " src=\"", "<link", "url(h")) {
            assertFalse(page.contains(none), none);
        }
        assertEquals(1, page.split("<h1", -1).length - 1);
        assertEquals(page.split("<table", -1).length, page.split("<caption", -1).length);
        for (String said : List.of(
                "Fictional data: no place, number or board in this document exists.",
                "Target areas: Pack &lt;script&gt;alert(1)&lt;/script&gt;",
                "A &amp; B",
                "&lt;img src=x onerror=alert(2)&gt;",
                "Draft: worked at, not yet put before the board",
                "Why not: Too far",
                "Referrals that lead to no further action",
                "What was left out",
                "Scoring method".toLowerCase(java.util.Locale.ROOT) + " default",
                "targets.html?extent=fictional-county&amp;set="
                        + draft.required("id").textValue() + "&amp;revision=1",
                draft.required("sha256").textValue(),
                draft.at("/talliesThen/leftOut/0/name").textValue())) {
            assertTrue(page.contains(said), said);
        }
        assertEquals(2, page.split("<path[^>]*url\\(#marked\\)", -1).length - 1);
        assertEquals(
                "attachment; filename=\"target-" + draft.required("id").textValue() + "-revision-1.html\"",
                service.get(revisions(draft) + "/1/pack?download=1")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow());
        assertEquals(404, service.get(revisions(draft) + "/2/pack").statusCode());
    }

    /** The record that comes with the county: figures of 2023 then and of 2024 now, as the layers of rates show them. */
    @Test
    void recordOfLastYearIsDueAndLooksAtSimilarAreasAndAtChance() throws Exception {
        String address = SETS + "/alder-valley-2024/revisions/3";
        JsonNode record = service.json(address);
        assertEquals("2024-06-25T16:45:00Z", record.required("saved").textValue());
        assertTrue(record.required("dated").textValue().startsWith("Fictional: no board met."));
        assertFalse(record.at("/decision/dissent").textValue().isEmpty());
        assertEquals("2023", record.at("/talliesThen/help/0/period").textValue());
        assertEquals("2024", record.at("/talliesNow/help/0/period").textValue());

        JsonNode review = service.json(address + "/review");
        assertTrue(review.required("reviewDue").booleanValue());
        Set<String> chosen = new TreeSet<>();
        Set<String> similar = new TreeSet<>();
        for (JsonNode area : review.required("areas")) {
            chosen.add(area.required("code").textValue());
            similar.add(area.at("/similar/code").textValue());
        }
        assertEquals(4, similar.size(), similar::toString);
        assertTrue(similar.stream().noneMatch(chosen::contains), similar::toString);
        JsonNode cin = null;
        for (JsonNode measure : review.required("measures")) {
            if (measure.required("measure").textValue().equals("cin")) {
                cin = measure;
            } else if (measure.at("/target/then/ratePer10000").isNull()) {
                assertTrue(measure.at("/target/then/reason").textValue().startsWith("No rate of 2023: the count of"));
                assertTrue(measure.at("/target/fallBackPer10000").isNull(), measure::toString);
            }
        }
        assertEquals(
                rate("rate-cin-2023", chosen),
                cin.at("/target/then/ratePer10000").doubleValue(),
                0.06);
        assertEquals(
                rate("rate-cin-2024", chosen),
                cin.at("/target/now/ratePer10000").doubleValue(),
                0.06);
        assertEquals(
                rate("rate-cin-2024", similar),
                cin.at("/similar/now/ratePer10000").doubleValue(),
                0.06);
        assertTrue(cin.at("/target/fallBackPer10000").doubleValue() < 0, cin::toString);
        assertTrue(cin.required("sentence").textValue().contains("Chance alone would be expected to bring"));
        String pack = text(service.get(address + "/pack"));
        assertTrue(pack.contains("Fictional: no board met.") && pack.contains("Agreed by the board"), pack);
    }

    /** Shown counts per 10,000 children of some areas together. */
    private static double rate(String layer, Set<String> codes) throws Exception {
        Map<String, JsonNode> areas = byCode(layer);
        double count = 0;
        double children = 0;
        for (String code : codes) {
            count += areas.get(code).at("/properties/count").doubleValue();
            children += areas.get(code).at("/properties/children_aged_0_to_17").doubleValue();
        }
        return 10_000 * count / children;
    }

    /** What a layer is about, as the list of layers says it. */
    private static String heading(String id) throws Exception {
        for (JsonNode layer : service.json("/api/v1/layers").required("layers")) {
            if (layer.required("id").textValue().equals(id)) {
                return layer.required("period").textValue();
            }
        }
        throw new AssertionError("no layer " + id);
    }

    @Test
    void twoWhoChangeTheSameSetAtOnceLoseNothing() throws Exception {
        JsonNode draft = saved(SETS, set("Shared", "draft", "First", "'areas':" + areas(byNeed.subList(0, 1))));
        List<Callable<Integer>> changes = new ArrayList<>();
        for (int k = 1; k <= 8; k++) {
            String body = revision(1, set("Shared", "draft", "Worker " + k, "'areas':" + areas(byNeed.subList(0, k))));
            changes.add(() -> post(revisions(draft), body).statusCode());
        }
        List<Integer> statuses = new ArrayList<>();
        ExecutorService both = Executors.newFixedThreadPool(8);
        try {
            for (var answer : both.invokeAll(changes)) {
                statuses.add(answer.get());
            }
        } finally {
            both.shutdownNow();
        }

        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        JsonNode now = service.json(SETS + "/shared");
        assertEquals(2, now.required("revision").intValue());
        String message = refused(
                        409,
                        revisions(draft),
                        revision(1, set("Shared", "draft", "Late", "'areas':" + areas(byNeed.subList(0, 1)))))
                .get("expectedRevision");
        assertEquals("The latest revision is 2.", message);
    }

    @Test
    void everyFieldThatIsWrongIsNamed() throws Exception {
        assertEquals(
                "Choose at least one area.",
                refused(422, SETS, set("Empty", "draft", "X", "'areas':[]")).get("areas"));
        Map<String, String> elsewhere = refused(
                422, SETS, set("Elsewhere", "draft", "X", "'areas':[{'code':'E01999500'},{'code':'E01000001'}]"));
        assertTrue(elsewhere.get("areas[0].code").contains("is not in district E07999001"), elsewhere::toString);
        assertTrue(elsewhere.get("areas[1].code").contains("its vintage may have gone"), elsewhere::toString);
        assertEquals(
                "A new set begins as a draft: save it as a draft and propose it then.",
                refused(422, SETS, set("Eager", "agreed", "X", "'areas':" + areas(byNeed.subList(0, 1))))
                        .get("state"));
        assertEquals(
                Set.of("limits.money"),
                refused(
                                422,
                                ROOT + "/target-tallies",
                                "{'district':'" + DISTRICT + "','areas':[],'limits':{'money':0}}")
                        .keySet());
        assertTrue(refused(422, SETS, "{'title':7,'district':'nowhere','areas':[]}")
                .containsKey("district"));
        assertTrue(refused(422, SETS, set("x".repeat(200), "draft", "X", "'areas':" + areas(byNeed.subList(0, 1))))
                .get("title")
                .startsWith("Use at most 120 characters"));
        assertTrue(refused(422, SETS, set("Extra", "draft", "X", "'cost':1,'areas':" + areas(byNeed.subList(0, 1))))
                .containsKey("cost"));
        assertEquals(404, post(SETS + "/none/revisions", "{}").statusCode());
        assertEquals(404, service.get(SETS + "/none").statusCode());
        assertEquals(
                List.of(),
                service.json(SETS).findValuesAsText("id").stream()
                        .filter(id ->
                                Set.of("empty", "elsewhere", "eager", "extra").contains(id))
                        .toList());
    }

    @Test
    void proposalSaysWhatItIsForAndWhyItGoesAgainstTheRanking() throws Exception {
        String last = byNeed.get(byNeed.size() - 1);
        JsonNode draft = saved(SETS, set("Unfinished", "draft", "X", "'areas':[{'code':'" + last + "'}]"));

        Map<String, String> wrong = refused(
                422,
                revisions(draft),
                revision(1, set("Unfinished", "proposed", "X", "'areas':[{'code':'" + last + "'}]")));

        assertEquals(Set.of("priorities", "areas[0].reason", "review"), wrong.keySet());
        assertTrue(wrong.get("areas[0].reason").contains("other areas of the district have more need"));
        saved(
                revisions(draft),
                revision(
                        1,
                        set(
                                "Unfinished",
                                "proposed",
                                "X",
                                PLAN + ",'areas':[{'code':'" + last + "','reason':'A new estate'}]")));
    }

    /** Comes last: it changes what all sets of this county rest on. */
    @Test
    @Order(Integer.MAX_VALUE)
    void recordReopenedAfterNewDataShowsTheOldFiguresAndTheNew() throws Exception {
        JsonNode saved = saved(SETS, set("Before", "draft", "X", "'areas':" + areas(byNeed.subList(0, 3))));
        JsonNode unchanged = service.json(SETS + "/before");
        assertEquals(unchanged.required("recordThen"), unchanged.required("recordNow"));
        assertEquals("default", unchanged.at("/recordThen/scoringMethod/id").textValue());
        assertTrue(unchanged.at("/recordThen/scoringMethod/sha256").textValue().matches("[0-9a-f]{64}"));
        assertEquals(0, unchanged.at("/changes/newlyByNeed").size());
        assertEquals(0, unchanged.at("/changes/movedInAll").intValue());

        // The circumstances of the areas with most need go to those with least of the ten, and the other way round.
        Map<String, Object> form = new TreeMap<>(Map.of("kind", "indicators", "geography", "lsoa-2021"));
        form.put("codebook", COUNTY.resolve("codebook.csv"));
        form.put("file", new JourneyService.NamedBytes("indicators.csv", swapped(byNeed)));
        service.awaitJob(service.upload(form, "X-Needscape", "1"));

        JsonNode reopened = service.json(SETS + "/before");
        assertEquals(saved.required("talliesThen"), reopened.required("talliesThen"));
        assertEquals(saved.required("recordThen"), reopened.required("recordThen"));
        assertEquals(saved.required("sha256"), reopened.required("sha256"));
        assertEquals(tallies(byNeed.subList(0, 3)).required("need"), reopened.at("/talliesNow/need"));
        assertTrue(reopened.required("dataChanged").booleanValue());
        assertNotEquals(saved.at("/talliesThen/need/resultHash"), reopened.at("/talliesNow/need/resultHash"));
        JsonNode changes = reopened.required("changes");
        assertEquals(
                Set.copyOf(byNeed.subList(0, 3)),
                Set.copyOf(changes.required("noLongerByNeed").findValuesAsText("code")));
        assertEquals(
                Set.copyOf(byNeed.subList(byNeed.size() - 3, byNeed.size())),
                Set.copyOf(changes.required("newlyByNeed").findValuesAsText("code")));
        assertTrue(changes.required("movedInAll").intValue() >= 6, changes::toString);
        List<String> then = reopened.at("/recordThen/datasets").findValuesAsText("sha256");
        List<String> other = new ArrayList<>();
        reopened.at("/recordNow/datasets").forEach(dataset -> {
            if (!then.contains(dataset.required("sha256").textValue())) {
                other.add(dataset.at("/usedFor/0").textValue());
            }
        });
        assertEquals(List.of("need"), other);
    }

    /** The file of circumstances with the rows of some areas in the opposite order. */
    private static byte[] swapped(List<String> codes) throws Exception {
        List<String> lines = new ArrayList<>();
        Map<String, String> rest = new HashMap<>();
        List<String> file = Files.readAllLines(COUNTY.resolve("indicators_fictional_wide.csv"));
        for (String line : file) {
            rest.put(line.substring(0, 9), line.substring(9));
        }
        for (String line : file) {
            String code = line.substring(0, 9);
            int at = codes.indexOf(code);
            lines.add(at < 0 ? line : code + rest.get(codes.get(codes.size() - 1 - at)));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** What a suggestion reaches is what layers show of its areas one by one, and it can be saved as a draft as it is. */
    @Test
    void boardStartsFromWhatIsSuggested() throws Exception {
        JsonNode answer = suggested("{'district':'" + DISTRICT
                + "','areasFrom':3,'areasTo':5,'piecesMost':2,'limits':{'money':250000},"
                + "'costs':{'money':{'perArea':20000,'perChild':50}},'gapPercent':0}");
        JsonNode suggestion = answer.required("suggestion");
        Map<String, JsonNode> shown = new HashMap<>();
        service.json(ROOT + "/target-areas")
                .required("areas")
                .forEach(area -> shown.put(area.required("code").textValue(), area));
        double children = 0;
        double need = 0;
        List<String> codes = suggestion.required("areas").findValuesAsText("code");
        for (String code : codes) {
            JsonNode area = shown.get(code);
            assertEquals(DISTRICT, area.required("district").textValue());
            children += area.at("/children/number").doubleValue();
            need += area.at("/children/number").doubleValue()
                    * area.required("chance").doubleValue();
        }

        assertEquals("ended", answer.required("state").textValue());
        assertTrue(suggestion.required("proven").booleanValue());
        assertTrue(codes.size() >= 3 && codes.size() <= 5, codes::toString);
        assertEquals(need, suggestion.required("need").doubleValue(), 0.01);
        assertEquals(
                20_000 * codes.size() + 50 * children,
                suggestion.at("/costs/money").doubleValue(),
                0.01);
        JsonNode draft = saved(SETS, set("Suggested", "draft", "X", "'areas':" + areas(codes)));
        assertTrue(draft.at("/talliesThen/pieces").intValue() <= 2, draft::toString);
        Map<String, String> wrong = refused(
                422,
                ROOT + "/target-suggestions",
                "{'district':'" + DISTRICT + "','limits':{'children':0},'mustHave':['E01999500']}");
        assertEquals(Set.of("limits.children", "mustHave[0]"), wrong.keySet());
    }

    /** Three pieces of a whole county to the last child take long: the best set so far is there meanwhile, and nobody has to wait. */
    @Test
    void longSearchCanBeReadAndEnded() throws Exception {
        HttpResponse<byte[]> asked = post(
                ROOT + "/target-suggestions",
                "{'piecesMost':3,'limits':{'children':20000},'gapPercent':0,'timeLimitSeconds':120}");
        assertEquals(202, asked.statusCode(), () -> text(asked));
        JsonNode links = MAPPER.readTree(asked.body()).required("links");
        JsonNode now = service.json(links.required("result").textValue());
        while (now.required("suggestion").isNull()) {
            Thread.sleep(20);
            now = service.json(links.required("result").textValue());
        }
        HttpResponse<byte[]> cancelled = service.cancel(links.required("job").textValue());
        JsonNode job = service.awaitJob(asked);

        assertEquals("running", now.required("state").textValue());
        assertTrue(now.at("/suggestion/areas").size() > 10, now::toString);
        assertEquals(202, cancelled.statusCode());
        assertEquals("cancelled", job.required("state").textValue());
        assertEquals(404, service.get(links.required("result").textValue()).statusCode());
    }

    private static Map<String, JsonNode> byCode(String layer) throws Exception {
        Map<String, JsonNode> areas = new HashMap<>();
        service.json("/api/v1/layers/" + layer + ".geojson")
                .required("features")
                .forEach(feature -> areas.put(feature.required("id").textValue(), feature));
        return areas;
    }

    private static JsonNode tallies(List<String> codes) throws Exception {
        HttpResponse<byte[]> response = post(
                ROOT + "/target-tallies",
                "{'district':'" + DISTRICT + "','areas':["
                        + String.join(
                                ",",
                                codes.stream().map(code -> "'" + code + "'").toList()) + "]}");
        assertEquals(200, response.statusCode(), () -> text(response));
        return MAPPER.readTree(response.body()).required("tallies");
    }

    private static JsonNode suggested(String question) throws Exception {
        HttpResponse<byte[]> asked = post(ROOT + "/target-suggestions", question);
        assertEquals(202, asked.statusCode(), () -> text(asked));
        JsonNode job = service.awaitJob(asked);
        return service.json(job.at("/links/result").textValue());
    }

    private static String areas(List<String> codes) {
        return "["
                + String.join(
                        ",",
                        codes.stream()
                                .map(code -> "{'code':'" + code + "','reason':'Known to the board'}")
                                .toList())
                + "]";
    }

    private static String set(String title, String state, String savedBy, String more) {
        return "{'title':'" + title + "','district':'" + DISTRICT + "','state':'" + state + "','savedBy':'" + savedBy
                + "'," + more + "}";
    }

    private static String revision(int expected, String decision) {
        return "{'expectedRevision':" + expected + ",'decision':" + decision + "}";
    }

    private static String revisions(JsonNode set) {
        return SETS + "/" + set.required("id").textValue() + "/revisions";
    }

    private static JsonNode saved(String address, String body) throws Exception {
        HttpResponse<byte[]> response = post(address, body);
        assertEquals(201, response.statusCode(), () -> text(response));
        return MAPPER.readTree(response.body());
    }

    /** The messages of a refusal by field. */
    private static Map<String, String> refused(int status, String address, String body) throws Exception {
        HttpResponse<byte[]> response = post(address, body);
        assertEquals(status, response.statusCode(), () -> text(response));
        Map<String, String> byField = new HashMap<>();
        MAPPER.readTree(response.body())
                .required("errors")
                .forEach(error -> byField.put(
                        error.required("field").textValue(),
                        error.required("message").textValue()));
        return byField;
    }

    private static HttpResponse<byte[]> post(String address, String body) throws Exception {
        return service.postTo(
                address,
                body.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                "application/json",
                "X-Needscape",
                "1");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
