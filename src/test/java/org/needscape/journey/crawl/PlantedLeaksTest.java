package org.needscape.journey.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crawler that finds nothing proves nothing: every kind of leak, planted in documents that have none, is found. */
class PlantedLeaksTest {

    private static final String AREA = PlantedCounty.AREA;
    private static final String PROFILE = "/api/v1/extents/planted/areas/lsoa-2021/" + AREA;

    @TempDir
    private Path folder;

    @Test
    void documentsWithoutALeakGiveNoFinding() throws Exception {
        assertEquals(List.of(), findings(PlantedCounty.documents()));
    }

    @Test
    void numberInAHiddenRowIsFoundInEveryFormat() throws Exception {
        assertFound("number in lower", PlantedCounty.csv("rate-cla-2024", "20.6"));
        assertFound(
                "number in count",
                PlantedCounty.values("rate-cla-2023", PlantedCounty.hiddenRows("3,300,{},{}"), "", "None."));
        assertFound(
                "number in z",
                PlantedCounty.json(
                        "/api/v1/layers/rate-cla-2024.geojson",
                        "{'features':[{'id':'" + AREA + "','properties':{'code':'" + AREA
                                + "','state':'suppressed','z':1.7}}]}"));
        assertFound(
                "number in upper",
                PlantedCounty.json(
                        PROFILE,
                        "{'code':'" + AREA + "','rates':[{'layer':'rate-cla-2024','state':'suppressed','value':null,"
                                + "'upper':292.2}]}"));
    }

    @Test
    void sumsThatLeaveOneCountOpenAreFound() throws Exception {
        // Seven of the eight areas of a district shown beside its total.
        List<Document> documents = PlantedCounty.documents();
        StringBuilder lines = new StringBuilder("code,state,count\n");
        PlantedCounty.county().counts().forEach((figure, count) -> {
            if (figure.first() == 2024 && !figure.place().equals(AREA)) {
                lines.append(figure.place()).append(",known,").append(count).append('\n');
            }
        });
        documents.add(Document.of("/api/v1/layers/rate-cla-2024.csv", lines.toString()));

        assertHas("cla 2024 " + AREA + " lies between 3.0 and 3.0", findings(documents));
    }

    @Test
    void yearsTogetherThatGiveTheirPartsAwayAreFound() throws Exception {
        // 10 of two years is twice 5, whatever else is hidden; only the rate is shown.
        assertFound(
                "cla 2024 E01999005 lies between 5.0 and 5.0",
                Document.of(
                        "/api/v1/layers/rate-cla-2023-2024.csv",
                        "code,state,value,children_aged_0_to_17\nE01999005,known,166.7,600\n"));
    }

    @Test
    void limitThatOnlyOneCountHasIsFound() throws Exception {
        // The upper limit of 2 in 600 children; the two years together are 1 and 1.
        assertFound(
                "cla 2023 E01999004 lies between 1.0 and 1.0",
                Document.of(
                        "/api/v1/layers/rate-cla-2023-2024.csv",
                        "code,state,upper,children_aged_0_to_17\nE01999004,known,120.4,600\n"));
    }

    @Test
    void gradientsThatSayMoreThanTheyShowAreFound() throws Exception {
        assertFound("has rii", PlantedCounty.gradient("null", "{'estimate':0.2}"));
        assertFound("which is not true", PlantedCounty.gradient("7", "null"));
        assertFound(
                "fitted line",
                Document.of(
                        "/api/v1/extents/planted/gradients/cla-2024.svg",
                        "<svg><desc>Along the fitted line the rate is 3 times higher.</desc></svg>"));
        assertFound(
                "chart cla-2024 says",
                Document.of(
                        "/api/v1/extents/planted/gradients/cla-2024.svg",
                        "<svg><desc>Decile 1: 4.2 (0.1 to 23.2).</desc></svg>"));
    }

    @Test
    void sentencesAndLegendsThatCountHiddenAreasAreFound() throws Exception {
        String rows = PlantedCounty.hiddenRows("");
        assertFound(
                "says 5, which does not follow",
                PlantedCounty.values("rate-cla-2024", rows, PlantedCounty.legend(16), "Counts run from 0 to 5."));
        assertFound("has a legend", PlantedCounty.values("rate-cla-2024", rows, PlantedCounty.legend(12), "None."));
        assertFound("does not know how to judge", PlantedCounty.values("hotspot-rate-of-care", "", "", "None."));
    }

    @Test
    void codeBesideItsCountIsFoundInAnyText() throws Exception {
        String found = "beside its count";
        assertFound(found, Document.of("/api/v1/anything.csv", "area,number\n" + AREA + ",3\n"));
        assertFound(found, PlantedCounty.json("/api/v1/anything", "{'list':[{'area':'" + AREA + "','n':3}]}"));
        assertFound(found, Document.of("/chart.svg", "<svg><title>" + AREA + ": 3 children</title></svg>"));
    }

    @Test
    void hashesOfExactCountsAreFound() throws Exception {
        String hash = ExactHashes.hash("code,count\nE01999001,3\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertFound("hash of a file", Document.of("/api/v1/anything", "etag: " + hash));
        assertFound(
                "unkeyed hash of",
                Document.of(
                        "/api/v1/layers/rate-cla-2024/values",
                        PlantedCounty.documents().get(1).text().replace("hmac-sha256:", "")));
    }

    @Test
    void errorsThatDifferAndRoutesThatAreNewAreFound() throws Exception {
        assertEquals(
                1, ErrorAnswers.compare("/", "404 CODE has 3", "404 CODE has 4").size());
        JsonNode description = PlantedCounty.json(
                        "", "{'paths':{'/api/v1/layers':{'get':{'parameters':[{'name':'secret','in':'query'}]}}}}")
                .json();

        assertEquals(
                List.of("GET /api/v1/layers secret", "GET /api/v1/new", "POST /api/v1/new"),
                Routes.unknown(List.of("GET /api/v1/layers", "GET /api/v1/new", "POST /api/v1/new"), description));
    }

    private void assertFound(String expected, Document planted) throws Exception {
        List<Document> documents = new ArrayList<>(PlantedCounty.documents());
        documents.removeIf(document -> document.path().equals(planted.path()));
        documents.add(planted);
        assertHas(expected, findings(documents));
    }

    private static void assertHas(String expected, List<String> findings) {
        assertTrue(
                findings.stream().anyMatch(finding -> finding.contains(expected)),
                () -> expected + " not in " + findings);
    }

    private List<String> findings(List<Document> documents) throws Exception {
        Files.writeString(folder.resolve("children.csv"), "code,count\nE01999001,3\n");
        Findings findings = new Findings(PlantedCounty.county(), documents);
        List<String> all = new ArrayList<>(findings.inDocuments(new ExactHashes(folder)));
        all.addAll(findings.together());
        return all;
    }
}
