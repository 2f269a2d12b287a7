package org.needscape.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.JourneyService;
import org.needscape.stats.ClusteredCount;
import org.needscape.stats.Interval;

/** A commissioner asks how the county's gradient compares, and finds what was planted and nothing else. */
class GradientReportJourneyTest {

    private static final String GRADIENTS = "/api/v1/extents/fictional-county/gradients/";

    @TempDir
    private static Path folder;

    private static JourneyService service;

    @BeforeAll
    static void serve() {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** planted-truth.json, neighbouringAuthorities: 1.35 times the county's rate in decile 1, 1.07 times in decile 10. */
    @Test
    void plantedLawIsFoundWithItsSizeAndSaid() throws Exception {
        JsonNode law = comparison("cla-2024", "E10999002");

        assertEquals("present", law.required("finding").textValue());
        assertHolds(law.required("ratioAtDecile1"), 1.35);
        assertHolds(law.required("ratioAtDecile10"), 1.07);
        assertTrue(law.required("ratioAtDecile1").required("lower").doubleValue() > 1);
        assertTrue(
                law.required("sentence")
                        .textValue()
                        .startsWith(
                                "At equal deprivation Harrowfen, the less deprived of the two, has the higher rate: "),
                law.toString());
    }

    /** Stonemere has the county's own rates in every tenth. */
    @ParameterizedTest
    @ValueSource(strings = {"cla-2022", "cla-2023", "cla-2024", "cin-2024"})
    void nothingIsFoundWhereNothingWasPlanted(String gradient) throws Exception {
        JsonNode law = comparison(gradient, "E06999003");

        assertEquals("no-evidence", law.required("finding").textValue());
        assertHolds(law.required("standardisedRatio"), 1);
        assertTrue(law.required("sentence").textValue().startsWith("There is no evidence that "), law.toString());
    }

    /** The rates of both were planted by national tenth alone: the less deprived one has fewer children in need for no other reason. */
    @Test
    void districtsAreComparedInTheSameGroupsOfTenths() throws Exception {
        JsonNode report = service.json(GRADIENTS + "cin-2024/report?places=E07999006,E07999004");

        JsonNode one = report.at("/places/0/deciles");
        JsonNode other = report.at("/places/1/deciles");
        assertTrue(one.size() >= 4, one.toString());
        assertEquals(one.findValuesAsText("label"), other.findValuesAsText("label"));
        assertEquals("no-evidence", report.at("/comparisons/0/finding").textValue());
    }

    @Test
    void countyHasEverythingThatTheReportPromises() throws Exception {
        JsonNode report = service.json(GRADIENTS + "cla-2024/report");

        // planted-truth.json: the rate of children looked after is 9.5 times higher in decile 1 than in decile 10; the
        // index
        // compares the very ends, which lie half a decile farther out on either side: 9.5 ^ (10 / 9) = 12.2.
        assertTrue(report.at("/timesHigherLimits/lower").doubleValue() < 12.2);
        assertTrue(report.at("/timesHigherLimits/upper").doubleValue() > 12.2);
        assertEquals("poisson", report.at("/models/used").textValue());
        assertEquals(540, report.at("/models/areas").intValue());
        double closed = report.at("/rii/estimate").doubleValue();
        assertEquals(closed, report.at("/simulated/rii/estimate").doubleValue(), closed / 20);
        assertTrue(report.at("/siiUntransformed/reason").textValue().isBlank()
                || report.at("/siiUntransformed/value").isNull());
        assertEquals(5, report.required("fifths").size());
        assertEquals(
                report.at("/deciles/0/count").intValue()
                        + report.at("/deciles/1/count").intValue(),
                report.at("/fifths/0/count").intValue());
        assertEquals(8, report.at("/funnel/points").size());
        assertEquals(4, report.at("/whatIf/rows").size());
        assertEquals(3, report.at("/trend/rows").size());
        assertEquals(
                1,
                report.at("/composition/2/rows").findValues("share").stream()
                        .mapToDouble(share -> share.required("estimate").doubleValue())
                        .sum(),
                0.001);
        assertTrue(report.required("cautions").get(0).textValue().startsWith("Fictional data"));
        assertTrue(
                report.required("sources").toString().contains("fictional"),
                report.required("sources").toString());
        assertNotEquals(
                report.required("resultHash"),
                service.json(GRADIENTS + "cla-2024/report?places=county").required("resultHash"));
    }

    /** children_looked_after_fictional.csv of 2024: 1,155 children, squared sizes of families 1,885; 1,885 / 1,155 = 1.6. */
    @Test
    void limitsAllowForBrothersAndSisters() throws Exception {
        JsonNode report = service.json(GRADIENTS + "cla-2024/report");
        JsonNode gradient = service.json(GRADIENTS + "cla-2024");

        String said = "Limits are widened because brothers and sisters are counted together (design effect 1.6).";
        assertTrue(report.required("notes").toString().contains(said), report.required("notes")::toString);
        assertTrue(gradient.required("notes").toString().contains(said));
        assertEquals(report.required("rii"), gradient.required("rii"));
        JsonNode tenth = report.at("/deciles/0");
        Interval limits = new ClusteredCount(tenth.required("count").longValue(), 1.6)
                .limitsOfRatePer10000(tenth.required("population").doubleValue(), 0.95);
        assertEquals(limits.lower(), tenth.required("lower").doubleValue(), 0.05);
        assertEquals(limits.upper(), tenth.required("upper").doubleValue(), 0.05);
        assertFalse(service.json(GRADIENTS + "cin-2024/report")
                .required("notes")
                .toString()
                .contains("brothers"));
    }

    @Test
    void unaccompaniedChildrenCanBeLeftOut() throws Exception {
        JsonNode with = service.json(GRADIENTS + "cla-2024/report");
        JsonNode without = service.json(GRADIENTS + "cla-2024/report?unaccompanied=out");

        assertTrue(with.at("/choices/unaccompanied").booleanValue());
        // They live everywhere alike, so the gradient is steeper without them.
        assertTrue(without.required("timesHigher").doubleValue()
                > with.required("timesHigher").doubleValue());
        assertTrue(total(without) < total(with));
        assertEquals("out", without.required("unaccompanied").textValue());
    }

    @Test
    void countyAloneIsGivenByTenthsOfItsOwnAndSaysSoEverywhere() throws Exception {
        JsonNode national = service.json(GRADIENTS + "cla-2024/report");
        JsonNode local = service.json(GRADIENTS + "cla-2024/report?tenths=local");

        assertTrue(national.at("/choices/local").booleanValue());
        assertEquals(total(national), total(local));
        assertNotEquals(national.required("deciles"), local.required("deciles"));
        assertEquals(
                national.required("deciles").findValues("population").stream()
                        .mapToInt(JsonNode::intValue)
                        .sum(),
                local.required("deciles").findValues("population").stream()
                        .mapToInt(JsonNode::intValue)
                        .sum());
        assertEquals(0, local.required("comparisons").size());
        assertTrue(local.required("title").textValue().endsWith("by tenths of this county, not national"));
        assertTrue(local.required("sentence").textValue().endsWith("Tenths are of this county, not national."));
        assertTrue(local.required("cautions").toString().contains("Nothing here can be compared with another place"));
        String csv = text(service.get(GRADIENTS + "cla-2024/report.csv?tenths=local"));
        assertTrue(csv.contains(",\"tenth of this county, not national, 1\",rate,"), csv);
        assertFalse(csv.contains(",tenth 1,"));
        String chart = text(service.get(GRADIENTS + "cla-2024/charts/deciles.svg?tenths=local"));
        assertTrue(
                chart.contains("1 = most deprived here") && chart.contains("by tenths of this county, not national"));
    }

    @Test
    void pageOpensOnWhatHasMostToSay() throws Exception {
        JsonNode list =
                service.json(GRADIENTS.substring(0, GRADIENTS.length() - 1)).required("gradients");

        assertEquals(
                java.util.List.of("cla-2024"),
                StreamSupport.stream(list.spliterator(), false)
                        .filter(one -> one.required("opening").booleanValue())
                        .map(one -> one.required("id").textValue())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deciles", "places", "funnel", "trend", "trend-rate", "trend-count", "what-if"})
    void everyChartIsDrawn(String chart) throws Exception {
        var answer = service.get(GRADIENTS + "cla-2024/charts/" + chart + ".svg?funnel=adjusted");

        assertEquals(200, answer.statusCode());
        assertTrue(text(answer).contains("<title"));
        assertTrue(text(answer).contains("fictional"));
        assertFalse(text(answer).contains("NaN"));
    }

    @Test
    void figuresAreGivenAsCsvToo() throws Exception {
        String csv = text(service.get(GRADIENTS + "cla-2024/report.csv"));

        assertTrue(csv.startsWith(
                "section,place,item,figure,unit,period,estimate,lower,upper,note,marking,fictional\r\n"));
        assertTrue(csv.contains(
                "\r\ndeciles,Aldermoor (fictional),tenth 1,rate,\"per 10,000 children aged 0 to 17\",2024,186.6,"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cla-2024/report?places=E07000192 | 422 | There is no place E07000192 to compare: choose among county, ",
                "cla-2024/report?places=county,county | 422 | Name every place once.",
                "cla-2024/report?places=a,b,c,d,e,f,g | 422 | Choose at most 6 places.",
                "cin-2024/report?unaccompanied=out | 422 | Unaccompanied children cannot be left out of cin-2024",
                "cla-2024/report?tenths=local&places=E07999001 | 422 | Tenths of this county cannot compare places",
                "cla-2024/report?tenths=local&unaccompanied=out | 422 | By tenths of this county nothing is told without",
                "cla-2024/report?tenths=own | 400 | Say national or local.",
                "cla-2024/charts/places.svg?tenths=local | 404 | There is no chart of places by tenths of this county",
                "cla-2024/report?unaccompanied=maybe | 400 | Say in or out.",
                "cla-2024/report?year=2024 | 400 | This address takes only the parameters places",
                "cla-1999/report | 404 | The extent fictional-county has no gradient cla-1999.",
                "cla-2024/charts/pie.svg | 404 | There is no chart pie",
            })
    void whatCannotBeAskedIsSaid(String address, int status, String sentence) throws Exception {
        var answer = service.get(GRADIENTS + address);

        assertEquals(status, answer.statusCode());
        assertTrue(text(answer).contains(sentence), text(answer));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    private static JsonNode comparison(String gradient, String authority) throws Exception {
        JsonNode report = service.json(GRADIENTS + gradient + "/report?places=county," + authority);
        assertEquals(authority, report.at("/comparisons/0/subject").textValue());
        return report.at("/comparisons/0");
    }

    private static void assertHolds(JsonNode estimate, double truth) {
        assertTrue(
                estimate.required("lower").doubleValue() <= truth
                        && truth <= estimate.required("upper").doubleValue(),
                estimate + " does not hold " + truth);
    }

    private static double total(JsonNode report) {
        return StreamSupport.stream(report.required("deciles").spliterator(), false)
                .mapToDouble(decile -> decile.required("count").doubleValue())
                .sum();
    }
}
