package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class AuthorityChartsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Invented figures, in the form of the answer. */
    private static final String GRADIENT =
            """
            {"title": "Children looked after at 31 March 2024, by deprivation of authorities", "fictional": true,
             "deprivation": {"indexYear": 2019},
             "authorities": [
              {"code": "E10999002", "name": "Netherford", "state": "known", "ratePer10000": 61.5, "score": 12.5, "fittedPer10000": 50},
              {"code": "E10999003", "name": "Overstone", "state": "known", "ratePer10000": 80, "score": 30, "fittedPer10000": 85}],
             "notPlaced": [{"code": "E10999004", "name": "Isle", "state": "suppressed", "ratePer10000": null}],
             "funnel": {"baselinePer10000": 70,
              "points": [
               {"name": "Netherford", "children": 100000, "ratePer10000": 61.5, "class": "low-998", "adjustedClass": "within"},
               {"name": "Overstone", "children": 60000, "ratePer10000": 80, "class": "high-95", "adjustedClass": "within"}],
              "curve": [{"children": 60000, "lower95": 63, "upper95": 77, "lower998": 60, "upper998": 80}],
              "adjustedCurve": [{"children": 60000, "lower95": 40, "upper95": 100, "lower998": 30, "upper998": 120}]}}
            """;

    private static final String AUTHORITY =
            """
            {"name": "Netherford", "fictional": true, "measures": [
             {"measure": "cla-at-31-march", "label": "Children looked after", "counted": "children looked after", "rows": [
              {"period": "2023", "state": "suppressed", "count": null, "ratePer10000": null, "lower": null, "upper": null,
               "breakBefore": false, "comparators": [
                {"name": "England", "ratePer10000": 70, "lower": null, "upper": null}]},
              {"period": "2024", "state": "known", "count": 615, "ratePer10000": 61.5, "lower": 56.7, "upper": 66.6,
               "breakBefore": true, "comparators": [
                {"name": "Statistical neighbours, as one", "ratePer10000": 58.2, "lower": 55, "upper": 61.5},
                {"name": "England", "ratePer10000": 71, "lower": null, "upper": null}]}]}]}
            """;

    @Test
    void scatterNamesTheChosenAuthorityAndSaysWhatIsHidden() throws Exception {
        String svg = AuthorityCharts.scatter(read(GRADIENT), "E10999002");

        assertTrue(svg.contains(">Netherford</text>"), svg);
        assertFalse(svg.contains(">Overstone</text>"));
        assertTrue(svg.contains("Netherford: score 12.5, rate 61.5."));
        assertTrue(svg.contains("Hidden to protect children: Isle."));
        assertTrue(svg.contains("by deprivation of authorities (fictional data)</title>"));
        assertTrue(svg.contains("Average score (IMD 2019), higher = more deprived"));
    }

    @Test
    void funnelIsPlainOrAdjusted() throws Exception {
        assertTrue(AuthorityCharts.funnel(read(GRADIENT), false)
                .contains("Places below the 99.8 % limit: Netherford 61.5."));
        assertTrue(AuthorityCharts.funnel(read(GRADIENT), true)
                .contains("Places within the limits: Netherford 61.5 and Overstone 80."));
        ObjectNode without = (ObjectNode) read(GRADIENT);
        without.putNull("funnel");
        assertThrows(NotFoundException.class, () -> AuthorityCharts.funnel(without, false));
    }

    @Test
    void trendHasRatesWithThoseBesideItAndCountsByThemselves() throws Exception {
        String rates = AuthorityCharts.trend(read(AUTHORITY), "cla-at-31-march");
        assertTrue(
                rates.contains(
                        "Netherford: 2023 hidden to protect children; 2024, after a break in the series, 61.5 (56.7 to 66.6)."),
                rates);
        assertTrue(rates.contains("England: 2023 70; 2024 71."), rates);
        assertTrue(rates.contains("Statistical neighbours, as one: 2024 58.2 (55 to 61.5)."), rates);

        String counts = AuthorityCharts.trendOfCounts(read(AUTHORITY), "cla-at-31-march");
        assertTrue(counts.contains("Number of children looked after by period."), counts);
        assertTrue(counts.contains("2024, after a break in the series, 615."), counts);
        assertFalse(counts.contains("England"));
    }

    @Test
    void measureThatAnAuthorityDoesNotHaveIsNotFound() throws Exception {
        JsonNode authority = read(AUTHORITY);

        assertThrows(NotFoundException.class, () -> AuthorityCharts.trend(authority, "referrals"));
    }

    private static JsonNode read(String json) throws Exception {
        return MAPPER.readTree(json);
    }
}
