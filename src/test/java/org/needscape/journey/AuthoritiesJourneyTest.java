package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;
import org.needscape.RealData;

/** An analyst imports what is published about all authorities and asks, year by year, how help rises with their deprivation. */
class AuthoritiesJourneyTest {

    private static final String ROOT = "/api/v1/authorities";
    private static final String FIGURES = "local_authority/childrens_social_care_by_la_2013_2024.csv";
    private static final String DEPRIVATION = "local_authority/deprivation_by_upper_tier_la_2015_2019.csv";

    @TempDir
    private static Path folder;

    private static JourneyService service;

    @BeforeAll
    static void importPublishedFiles() throws Exception {
        RealData.require(FIGURES);
        service = JourneyService.over(folder.resolve("store"));
        // Read twice: what is there already is replaced.
        for (String file : List.of(FIGURES, DEPRIVATION, FIGURES)) {
            JsonNode report = upload(RealData.require(file));
            assertEquals(0, report.required("refused").intValue(), file);
            assertEquals(report.required("read"), report.required("accepted"), file);
        }
        Path neighbours = folder.resolve("neighbours.csv");
        Files.write(neighbours, List.of("authority_code,neighbour_code", "E10000031,E10000028", "E10000031,E06000059"));
        upload(neighbours);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void everyYearHasItsGradientOverAllAuthorities() throws Exception {
        for (int year = 2013; year <= 2024; year++) {
            String measure = year < 2018 ? "cin-at-31-march" : "cla-at-31-march";
            JsonNode gradient = gradient(measure, year);
            int placed = gradient.required("authorities").size();

            assertTrue(placed >= 145, year + ": " + placed);
            assertEquals("negative-binomial", gradient.at("/models/used").textValue());
            // Each standard deviation of deprivation brings more help in every year.
            assertTrue(gradient.at("/ratioPerStandardDeviation/lower").doubleValue() > 1.1, year + "");
            assertTrue(gradient.required("sentence").textValue().contains("% higher for each standard deviation"));
            for (JsonNode left : gradient.required("notPlaced")) {
                assertTrue(left.required("reason").textValue().endsWith("."), left.toString());
            }
        }
    }

    @Test
    void englandHasTheNumbersThatTheManifestNames() throws Exception {
        Map<Integer, Integer> found = new TreeMap<>();
        for (int year : new int[] {2018, 2019, 2022, 2024}) {
            found.put(
                    year, gradient("cla-at-31-march", year).at("/england/count").intValue());
        }

        assertEquals(Map.of(2018, 75_370, 2019, 78_140, 2022, 82_090, 2024, 83_630), found);
    }

    @Test
    void councilsThatWereSplitAfterTheIndicesAreNamedAndOthersKeepTheirPlaceUnderANewCode() throws Exception {
        JsonNode gradient = gradient("cla-at-31-march", 2024);
        Map<String, String> left = new TreeMap<>();
        gradient.required("notPlaced")
                .forEach(one -> left.put(
                        one.required("name").textValue(), one.required("reason").textValue()));

        assertEquals(
                List.of(
                        "Cumberland",
                        "Cumbria",
                        "North Northamptonshire",
                        "Northamptonshire",
                        "West Northamptonshire",
                        "Westmorland and Furness"),
                List.copyOf(left.keySet()));
        // 153 councils in 2024, of which four were made since the Indices of 2019.
        assertEquals(149, gradient.required("authorities").size());
        assertTrue(String.valueOf(left.get("Cumberland"))
                .endsWith("Cumbria was split into Cumberland and Westmorland and" + " Furness in 2023."));
    }

    @Test
    void anAuthorityHasNeighboursRegionAndCountryBesideEveryRate() throws Exception {
        JsonNode warwickshire = service.json(ROOT + "/E10000031");
        JsonNode latest = null;
        for (JsonNode measure : warwickshire.required("measures")) {
            if (measure.required("measure").textValue().equals("cla-at-31-march")) {
                latest = measure.required("rows").get(measure.required("rows").size() - 1);
            }
        }
        Map<String, Double> beside = new TreeMap<>();
        for (JsonNode one : latest.required("comparators")) {
            beside.put(
                    one.required("kind").textValue(),
                    one.required("ratePer10000").doubleValue());
        }

        assertEquals(805, latest.required("count").intValue());
        assertEquals(70.0, beside.get("england"));
        assertEquals(90.0, beside.get("region"));
        // The two neighbours' published rates and numbers.
        JsonNode gradient = gradient("cla-at-31-march", 2024);
        double rates = 0;
        double numbers = 0;
        double children = 0;
        for (JsonNode one : gradient.required("authorities")) {
            if (List.of("E10000028", "E06000059").contains(one.required("code").textValue())) {
                rates += one.required("ratePer10000").doubleValue();
                numbers += one.required("count").doubleValue();
                children += one.required("children").doubleValue();
            }
        }
        assertEquals(rates / 2, beside.get("neighbours-unweighted"), 0.005);
        assertEquals(numbers / children * 10_000, beside.get("neighbours-weighted"), 0.005);
    }

    @Test
    void dorsetIsOneAuthorityWithABreakWhereItsPlaceChanged() throws Exception {
        JsonNode dorset = service.json(ROOT + "/E10000009");
        Map<String, Boolean> breaks = new TreeMap<>();
        for (JsonNode measure : dorset.required("measures")) {
            if (measure.required("measure").textValue().equals("cin-at-31-march")) {
                measure.required("rows")
                        .forEach(row -> breaks.put(
                                row.required("period").textValue(),
                                row.required("breakBefore").booleanValue()));
            }
        }

        assertEquals("E06000059", dorset.required("code").textValue());
        assertEquals(10, breaks.size());
        assertEquals(
                List.of("2020"), breaks.keySet().stream().filter(breaks::get).toList());
    }

    @Test
    void theTableHoldsEveryAuthorityWithItsReason() throws Exception {
        String question = "?measure=cla-at-31-march&period=2024&deprivation=2019";
        HttpResponse<byte[]> answer = service.get(ROOT + "/gradient.csv" + question);
        List<String> lines =
                new String(answer.body(), StandardCharsets.UTF_8).lines().toList();
        JsonNode gradient = gradient("cla-at-31-march", 2024);

        assertEquals(200, answer.statusCode());
        assertEquals(
                1
                        + gradient.required("authorities").size()
                        + gradient.required("notPlaced").size(),
                lines.size());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("E10000006,Cumbria,") && line.contains(",[z],")));
    }

    @Test
    void whatThereIsNotIsSaidWithWhatThereIs() throws Exception {
        assertEquals(
                "There are no figures of cla-at-31-march for that period; there are figures for 2018, 2019, 2020, 2021, 2022,"
                        + " 2023, 2024.",
                problem(404, ROOT + "/gradient?measure=cla-at-31-march&period=1999"));
        assertTrue(problem(404, ROOT + "/gradient?deprivation=2007").endsWith("there is 2015 and 2019."));
        assertTrue(problem(400, ROOT + "/gradient?measure=adoption").startsWith("Unknown measure 'adoption'"));
        assertTrue(problem(404, ROOT + "/E10000099").startsWith("There is no authority of that code"));
    }

    @Test
    void theFilesAreListedAsDataSetsWithTheirSource() {
        String said = CommandLineRun.on(folder.resolve("other"), "import", "authority", RealData.require(DEPRIVATION))
                .done();
        String listed = CommandLineRun.on(folder.resolve("other"), "datasets").done();

        assertTrue(said.contains("20604 records read, 20604 accepted, 0 refused"), said);
        assertTrue(listed.contains("Indices of Deprivation by upper-tier local authorities, 2015 and 2019"), listed);
    }

    private static JsonNode gradient(String measure, int year) throws Exception {
        return service.json(ROOT + "/gradient?measure=" + measure + "&period=" + year + "&deprivation=2019");
    }

    private static String problem(int status, String path) throws Exception {
        HttpResponse<byte[]> answer = service.get(path);
        assertEquals(status, answer.statusCode());
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(answer.body())
                .required("detail")
                .textValue();
    }

    private static JsonNode upload(Path file) throws Exception {
        Map<String, Object> form = new TreeMap<>(Map.of("kind", "authority", "file", file));
        JsonNode job = service.awaitJob(service.upload(form, "X-Needscape", "1"));
        return job.at("/result/report");
    }
}
