package org.needscape.journey.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.FictionalAuthorities;
import org.needscape.JourneyService;

/**
 * An ordinary user who knows the true counts of the fictional county asks for everything that the service answers, and looks for
 * protected values in it and for anything that yields one.
 */
class ProtectionCrawlerJourneyTest {

    private static final Path GEODATA = Path.of("geodata/fictional-county");
    private static final int SMALL_AREAS = 60;
    private static final int LARGER_AREAS = 20;

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static County county;
    private static Routes routes;
    private static Walk walk;
    private static Findings findings;

    @BeforeAll
    static void crawl() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        FictionalAuthorities.load(service, folder);
        county = County.read(GEODATA);
        routes = new Routes(service);
        walk = routes.walkAll(sample());
        findings = new Findings(county, walk.documents());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyRouteIsKnownAndWalked() throws Exception {
        assertEquals(List.of(), Routes.unknown(service.routes(), service.json("/api/v1/openapi.json")));
        assertEquals(List.of(), routes.forgotten());
        assertEquals(Map.of(), walk.refused());
    }

    @Test
    void everyCountOfTheCountyIsLookedFor() {
        Set<Figure> seen = new TreeSet<>();
        for (Row row : findings.rows()) {
            Figure.inLayer(row.layer(), row.code()).ifPresent(seen::add);
        }

        assertTrue(seen.containsAll(county.counts().keySet()));
        assertTrue(walk.documents().size() > 1000, walk.documents().size() + " documents");
    }

    @Test
    void noDocumentHoldsAProtectedValue() throws Exception {
        assertNone(findings.inDocuments(new ExactHashes(GEODATA)));
    }

    @Test
    void hiddenAreasTakeNoPartInHotspotsAndOthersHaveTheValueOfTheirLayer() throws Exception {
        List<String> wrong = new ArrayList<>();
        int answers = 0;
        int layers = 0;
        for (Document document : walk.documents()) {
            if (document.path().matches("/api/v1/extents/[^/]+/hotspots/[0-9a-f]{16}")) {
                answers++;
                Map<String, JsonNode> shown = shown(document.json().at("/subject/layer"));
                for (JsonNode area : document.json().required("areas")) {
                    boolean isSilent = area.required("of").intValue() == 0
                            && area.required("z").isNull()
                            && area.required("foundBy").intValue() == 0;
                    checkAgainst(shown, document, area, isSilent, wrong);
                }
            } else if (document.path().matches("/api/v1/layers/hotspot-run-[^/]+/values")) {
                layers++;
                Map<String, JsonNode> shown = shown(document.json().at("/layer/manifest/parameters/subject"));
                for (JsonNode area : document.json().required("areas")) {
                    boolean isSilent = !area.at("/cells/0").isNumber()
                            && area.at("/cells/5").intValue() == 0;
                    checkAgainst(shown, document, area, isSilent, wrong);
                }
            }
        }

        assertNone(wrong);
        assertTrue(
                answers > 3 && layers == answers, answers + " answers about hotspots of rates, " + layers + " layers");
    }

    private static Map<String, JsonNode> shown(JsonNode layer) throws Exception {
        Map<String, JsonNode> shown = new TreeMap<>();
        for (JsonNode area :
                service.json("/api/v1/layers/" + layer.textValue() + "/values").required("areas")) {
            shown.put(area.required("code").textValue(), area);
        }
        return shown;
    }

    private static void checkAgainst(
            Map<String, JsonNode> shown, Document document, JsonNode area, boolean isSilent, List<String> wrong) {
        JsonNode rate = shown.get(area.required("code").textValue());
        boolean isKnown = rate.required("state").textValue().equals("known");
        boolean isSame = area.required("state").equals(rate.required("state"))
                && (!isKnown
                        || area.required("value").doubleValue()
                                == rate.required("value").doubleValue());
        if (!isSame || (!isKnown && !isSilent)) {
            wrong.add(document.path() + " " + area + " beside " + rate);
        }
    }

    @Test
    void allDocumentsTogetherYieldNone() {
        assertNone(findings.together());
    }

    @Test
    void reasonsOfPlansAreTrueTheSameEverywhereAndTellNoSmallCount() throws Exception {
        PartsOfCounts reasons = PartsOfCounts.ofPlans(GEODATA, county);

        assertNone(reasons.check(findings.rows()));
        assertEquals(Set.of("csv", "dbf", "geojson", "gpkg", "values"), reasons.formats());
        // Of 8 districts, 3 years and 5 reasons; three reasons of plans are rare.
        assertTrue(reasons.shown() >= 60, reasons.shown() + " shown");
    }

    @Test
    void breakdownsOfChildrenLookedAfterAreTrueTheSameEverywhereAndTellNoSmallCount() throws Exception {
        List<PartsOfCounts> breakdowns = PartsOfCounts.ofLookedAfter(GEODATA, county);

        assertEquals(4, breakdowns.size());
        for (PartsOfCounts breakdown : breakdowns) {
            assertNone(breakdown.check(findings.rows()));
            assertEquals(Set.of("csv", "dbf", "geojson", "gpkg", "values"), breakdown.formats());
        }
        // Of 8 districts, 3 years and 13 categories; unaccompanied children are few.
        long shown = breakdowns.stream().mapToLong(PartsOfCounts::shown).sum();
        assertTrue(shown >= 150, shown + " shown");
    }

    /** Of families nobody is told more than one figure of the county. */
    @Test
    void noDocumentHoldsHowChildrenComeInFamilies() {
        List<String> findings = new ArrayList<>();
        for (Document document : walk.documents()) {
            if (document.text().contains("families-squared") || document.text().contains("quared sizes of families")) {
                findings.add(document.path());
            }
        }

        assertNone(findings);
        assertTrue(
                walk.documents().stream().anyMatch(document -> document.text().contains("(design effect 1.6)")));
    }

    @Test
    void errorsSayNothingOfHiddenAreas() throws Exception {
        assertNone(ErrorAnswers.check(service, areaWithCount(1), areaWithCount(4)));
    }

    /** Areas with a small count, and areas whose counts are hidden for the sake of others, if they are; always the same ones. */
    private static List<String> sample() {
        Set<String> small = new TreeSet<>();
        Set<String> larger = new TreeSet<>();
        county.counts().forEach((figure, count) -> (county.isSmall(figure) ? small : larger).add(figure.place()));
        larger.removeIf(code -> county.counts().entrySet().stream()
                .noneMatch(count -> count.getKey().place().equals(code)
                        && !Set.of("cin", "early-help").contains(count.getKey().measure())
                        && count.getValue() > 5));
        List<String> sample = new ArrayList<>(some(small, SMALL_AREAS));
        sample.addAll(some(larger, LARGER_AREAS));
        return sample;
    }

    private static List<String> some(Set<String> codes, int number) {
        List<String> all = new ArrayList<>(codes);
        Collections.shuffle(all, new Random(20_241_122));
        return all.subList(0, number);
    }

    private static String areaWithCount(int wanted) {
        return county.counts().entrySet().stream()
                .filter(count -> count.getKey().measure().equals("cla")
                        && count.getKey().first() == 2024
                        && count.getValue() == wanted)
                .map(count -> count.getKey().place())
                .findFirst()
                .orElseThrow();
    }

    private static void assertNone(List<String> findings) {
        assertEquals(
                List.of(),
                findings.subList(0, Math.min(40, findings.size())),
                () -> findings.size() + " findings, of which the first are shown");
    }
}
