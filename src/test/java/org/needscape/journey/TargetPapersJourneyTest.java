package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.journey.TargetBoard.PLAN;
import static org.needscape.journey.TargetBoard.SETS;
import static org.needscape.journey.TargetBoard.areas;
import static org.needscape.journey.TargetBoard.revision;
import static org.needscape.journey.TargetBoard.revisions;
import static org.needscape.journey.TargetBoard.set;
import static org.needscape.journey.TargetBoard.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.geoio.Ogrinfo;

/** What leaves of target areas: layers, files, the board pack, and the review a year later. */
class TargetPapersJourneyTest {

    @TempDir
    private static Path folder;

    private static TargetBoard board;

    @BeforeAll
    static void serve() throws Exception {
        board = TargetBoard.get();
    }

    /** The list, the map and every file show the agreed revision, whatever is saved after it; each revision has files of its own. */
    @Test
    void agreedAreasAreALayerLikeAnyOther() throws Exception {
        String two = areas(board.byNeed.subList(0, 2));
        JsonNode draft = board.saved(SETS, set("Mapped", "draft", "A", "'areas':" + areas(board.byNeed.subList(0, 1))));
        assertEquals("revision 1, draft", heading("target-mapped").substring(0, 17));
        board.saved(revisions(draft), revision(1, set("Mapped", "proposed", "A", PLAN + ",'areas':" + two)));
        board.saved(revisions(draft), revision(2, set("Mapped", "agreed", "B", PLAN + ",'areas':" + two)));
        board.saved(revisions(draft), revision(3, set("Mapped", "superseded", "B", PLAN + ",'areas':" + two)));

        assertEquals("revision 3, agreed", heading("target-mapped").substring(0, 18));
        JsonNode layer =
                board.service.json("/api/v1/layers/target-mapped/values").required("layer");
        assertEquals("3", layer.at("/manifest/parameters/revision").textValue());
        assertTrue(layer.required("cautions").toString().contains("has been superseded since"), layer::toString);
        assertEquals(
                List.of("Target area", "Other area of the district", "Other"),
                layer.required("legend").findValuesAsText("label"));
        JsonNode chosen = board.byCode("target-mapped").get(board.byNeed.get(1)).required("properties");
        assertEquals("target", chosen.required("class").textValue());
        assertEquals(1, chosen.required("value").intValue());
        assertEquals(2, chosen.required("place_in_record").intValue());
        assertEquals("Known to the board", chosen.required("reason").textValue());
        assertEquals("fictional data", chosen.required("fictional").textValue());

        Path file = folder.resolve("mapped.gpkg");
        Files.write(file, board.service.get("/api/v1/layers/target-mapped.gpkg").body());
        String gdal = Ogrinfo.read(file.toString(), "-where", "class = 'target'");
        assertTrue(gdal.contains("Feature Count: 2\n") && !gdal.contains("Warning"), gdal);
        HttpResponse<byte[]> first = board.service.get(revisions(draft) + "/1/areas.gpkg?download=1");
        Files.write(file, first.body());
        gdal = Ogrinfo.read(file.toString(), "-where", "class = 'target'");
        assertTrue(gdal.contains("Feature Count: 1\n"), gdal);
        assertEquals(
                "attachment; filename=\"target-mapped-revision-1.gpkg\"",
                first.headers().firstValue("Content-Disposition").orElseThrow());
        Path zip = folder.resolve("mapped.zip");
        Files.write(zip, board.service.get(revisions(draft) + "/3/areas.zip").body());
        gdal = Ogrinfo.readZip(zip, "-where", "CLASS = 'target'");
        assertTrue(gdal.contains("Feature Count: 2\n"), gdal);
        for (String format : List.of("csv", "xlsx", "shp.zip")) {
            assertEquals(
                    200,
                    board.service.get("/api/v1/layers/target-mapped." + format).statusCode(),
                    format);
        }
        assertEquals(404, board.service.get(revisions(draft) + "/3/areas.pdf").statusCode());
        assertEquals(404, board.service.get(revisions(draft) + "/9/areas.csv").statusCode());
    }

    /** What a layer is about, as the list of layers says it. */
    private static String heading(String id) throws Exception {
        for (JsonNode layer : board.service.json("/api/v1/layers").required("layers")) {
            if (layer.required("id").textValue().equals(id)) {
                return layer.required("period").textValue();
            }
        }
        throw new AssertionError("no layer " + id);
    }

    /** A page that stands by itself says what was kept, and what a board wrote is text in it. */
    @Test
    void packOfARevisionStandsByItself() throws Exception {
        JsonNode draft = board.saved(
                SETS,
                set(
                        "Pack <script>alert(1)</script>",
                        "draft",
                        "A & B",
                        PLAN + ",'dissent':'<img src=x onerror=alert(2)>',"
                                + "'alternatives':[{'areas':['" + board.byNeed.get(4)
                                + "'],'whyNot':'Too far'}],'areas':"
                                + areas(board.byNeed.subList(0, 2))));
        HttpResponse<byte[]> response = board.service.get(revisions(draft) + "/1/pack");
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
                board.service
                        .get(revisions(draft) + "/1/pack?download=1")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow());
        assertEquals(404, board.service.get(revisions(draft) + "/2/pack").statusCode());
    }

    /** The record that comes with the county: figures of 2023 then and of 2024 now, as the layers of rates show them. */
    @Test
    void recordOfLastYearIsDueAndLooksAtSimilarAreasAndAtChance() throws Exception {
        String address = SETS + "/alder-valley-2024/revisions/3";
        JsonNode record = board.service.json(address);
        assertEquals("2024-06-25T16:45:00Z", record.required("saved").textValue());
        assertTrue(record.required("dated").textValue().startsWith("Fictional: no board met."));
        assertFalse(record.at("/decision/dissent").textValue().isEmpty());
        assertEquals("2023", record.at("/talliesThen/help/0/period").textValue());
        assertEquals("2024", record.at("/talliesNow/help/0/period").textValue());

        JsonNode review = board.service.json(address + "/review");
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
        String pack = text(board.service.get(address + "/pack"));
        assertTrue(pack.contains("Fictional: no board met.") && pack.contains("Agreed by the board"), pack);
    }

    /** Shown counts per 10,000 children of some areas together. */
    private static double rate(String layer, Set<String> codes) throws Exception {
        Map<String, JsonNode> areas = board.byCode(layer);
        double count = 0;
        double children = 0;
        for (String code : codes) {
            count += areas.get(code).at("/properties/count").doubleValue();
            children += areas.get(code).at("/properties/children_aged_0_to_17").doubleValue();
        }
        return 10_000 * count / children;
    }
}
