package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.JourneyService;

/**
 * A commissioner reads the need matrix in a real browser: which circumstances make the score of an area, and what a circumstance is.
 * It is about a page, which is the same over either store, so it is run once.
 */
@Tag("embedded")
class MatrixJourneyTest {

    private static final String ROOT = "/api/v1/extents/fictional-county/matrices";
    private static final String DISTRICT = "E07999001";
    private static final int BEFORE_FACTORS = 5;

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static Browser browser;
    private static JsonNode matrix;

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        matrix = service.json(ROOT + "/default");
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
    }

    @AfterEach
    void pageRanWithoutErrorsPolicyViolationsOrOtherHosts() {
        browser.closePages();
        assertEquals(List.of(), browser.troubles());
    }

    @Test
    void matrixSaysWhatTheLayersOfItsFactorsAndOfTheScoreSay() throws Exception {
        JsonNode factors = matrix.required("factors");
        for (int k = 0; k < factors.size(); k++) {
            JsonNode areas = service.json("/api/v1/layers/"
                            + factors.required(k).required("layer").textValue() + "/values")
                    .required("areas");
            for (int i = 0; i < areas.size(); i++) {
                JsonNode value =
                        matrix.required("rows").required(i).required("values").required(k);
                assertEquals(areas.required(i).required("value"), value.required("value"));
                assertEquals(areas.required(i).required("state"), value.required("state"));
            }
        }
        JsonNode score =
                service.json("/api/v1/layers/need-score-default/values").required("areas");
        for (int i = 0; i < score.size(); i++) {
            JsonNode row = matrix.required("rows").required(i);
            assertEquals(score.required(i).required("code"), row.required("code"));
            assertEquals(score.required(i).required("value"), row.required("score"));
        }
    }

    @Test
    void unchangedMatrixIsNotSentTwice() throws Exception {
        for (String path : List.of(ROOT, ROOT + "/default", ROOT + "/default.csv")) {
            HttpResponse<byte[]> first = service.get(path);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertEquals(304, service.get(path, "If-None-Match", tag).statusCode(), path);
        }
        assertEquals(404, service.get(ROOT + "/other").statusCode());
    }

    @Test
    void pageSaysOfAreasWhatTheServiceSaysAndHiddenIsWords() {
        Page page = open("/matrix.html", 1280);
        assertThat(rows(page)).hasCount(540);
        assertThat(page.locator("[data-module=sentence]"))
                .hasText(matrix.required("sentence").textValue());
        assertThat(page.locator(".ns-footer")).containsText("Fictional data");
        assertThat(page.locator("a", hasText("How the score is made")))
                .hasAttribute("href", "/recipes.html?extent=fictional-county&id=default");
        assertThat(page.locator("a", hasText("Try other weights")))
                .hasAttribute("href", "/weights.html?extent=fictional-county&matrix=default");

        for (JsonNode row : List.of(matrix.required("rows").required(0), withHidden())) {
            List<String> cells =
                    page.locator("tr[data-code=" + code(row) + "] > *").allTextContents();
            assertEquals(row.required("name").textValue() + code(row), cells.get(0));
            assertEquals(row.required("districtName").textValue(), cells.get(1));
            assertEquals(minus("%.2f", row.required("score").doubleValue()), cells.get(2));
            assertEquals(
                    row.required("rank").asText() + " in 90 of 100 cases between "
                            + row.required("rankLow").asText() + "–"
                            + row.required("rankHigh").asText(),
                    cells.get(3));
            assertTrue(
                    cells.get(4)
                            .matches(row.required("decile").asText()
                                    + " in the highest-need tenth in (under |over )?\\d+ % of cases"),
                    cells.get(4));
            for (int k = 0; k < row.required("values").size(); k++) {
                JsonNode value = row.required("values").required(k);
                String cell = cells.get(BEFORE_FACTORS + k);
                if (value.required("state").textValue().equals("suppressed")) {
                    assertEquals("hidden to protect children", cell);
                } else {
                    assertTrue(
                            cell.contains(
                                    minus("%.2f", value.required("standardised").doubleValue())),
                            cell + " is not " + value);
                }
            }
        }
        assertThat(page.locator("tbody td", hasText("hidden to protect children"))
                        .first())
                .hasClass(java.util.regex.Pattern.compile(".*ns-pattern--suppressed.*"));
        assertEquals(
                Fill.SLANTED,
                Fill.of(page.locator("[data-module=legend] .ns-pattern--suppressed")
                        .screenshot()));
        assertThat(page.locator("tr[data-code=E01999001] a"))
                .hasAttribute("href", "/?layer=need-score-default&area=E01999001");
    }

    @Test
    void scoringMethodIsChosenAndItsMatrixTakenAway() throws Exception {
        String id = "indices-of-deprivation-2025";
        JsonNode index = service.json(ROOT + "/" + id);
        Page page = open("/matrix.html", 1280);
        page.locator("#method").selectOption(id);
        assertThat(page.locator("[data-module=sentence]"))
                .hasText(index.required("sentence").textValue());
        assertTrue(page.url().endsWith("/matrix.html?matrix=" + id), page.url());
        assertThat(page.locator("[data-module=facts]")).containsText("Index of Multiple Deprivation 2025, version 1");
        JsonNode first = index.required("rows").required(0);
        assertTrue(page.locator("tr[data-code=" + code(first) + "] > *")
                .allTextContents()
                .get(BEFORE_FACTORS)
                .contains(minus(
                        "%.2f",
                        first.required("values")
                                .required(0)
                                .required("standardised")
                                .doubleValue())));
        for (String format : List.of("csv", "xlsx")) {
            String link = page.locator("[data-module=download-" + format + "]").getAttribute("href");
            assertEquals(ROOT + "/" + id + "." + format, link);
            assertEquals(200, service.get(link).statusCode());
        }

        page.navigate(service.address() + "/matrix.html?matrix=gone&sort=-score");
        assertThat(page.locator("[data-module=messages]")).containsText("gone");
        assertThat(page.locator("#method")).hasValue("default");
    }

    @Test
    void orderDistrictAndDefinitionAreChosenByKeyboardAndKeptInTheAddress() {
        Page page = open("/matrix.html", 1280);
        page.locator("#district").selectOption(DISTRICT);
        assertThat(page.locator("tbody tr")).hasCount(inDistrict().size());

        Locator score = page.locator("th", hasText("Need score"));
        score.locator("button").focus();
        page.keyboard().press("Enter");
        assertThat(score).hasAttribute("aria-sort", "descending");
        page.keyboard().press("Enter");
        assertThat(score).hasAttribute("aria-sort", "ascending");
        assertThat(score.locator("button")).isFocused();
        assertThat(page.locator("[data-module=announcer]")).containsText("by need score, least need first");
        JsonNode least = inDistrict().stream()
                .filter(row -> row.required("score").isNumber())
                .min(Comparator.comparing(row -> row.required("score").doubleValue()))
                .orElseThrow();
        assertThat(page.locator("tbody tr").first()).hasAttribute("data-code", code(least));

        JsonNode factor = matrix.required("factors").required(0);
        String label = factor.required("label").textValue();
        Browser.focusByTab(page, "About " + label);
        page.keyboard().press("Enter");
        assertThat(page.locator("#factor-title")).isFocused();
        assertThat(page.locator("#factor"))
                .containsText(factor.required("denominator").textValue());
        String address = page.url();
        assertTrue(
                address.endsWith("?district=" + DISTRICT + "&sort=-score&factor="
                        + factor.required("id").textValue()),
                address);

        page.reload();
        assertThat(page.locator("#factor-title")).hasText(label);
        assertThat(page.locator("tbody tr").first()).hasAttribute("data-code", code(least));
        assertThat(page.locator("#district")).hasValue(DISTRICT);
        page.keyboard().press("Escape");
        assertThat(page.locator("#factor")).isHidden();
        assertThat(page.locator(".ns-matrix__about").first()).isFocused();
        assertTrue(page.url().endsWith("?district=" + DISTRICT + "&sort=-score"), page.url());
        page.goBack();
        assertThat(page.locator("tbody tr")).hasCount(540);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void nothingOfThePageStandsInTheWayOfAnyone(int width) {
        Page page = open("/matrix.html?sort=f.parental_substance_misuse_pct&district=" + DISTRICT, width);
        // Hidden cells stand in the last rows.
        Browser.leaveFewRows(page);

        assertEquals(List.of(), Browser.accessibilityProblems(page));
        assertTrue(
                (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "It scrolls sideways.");
        page.locator(".ns-matrix__scroller").focus();
        page.keyboard().press("ArrowRight");
        Browser.waitUntil(page, "document.activeElement.scrollLeft > 0");
        assertEquals(0, page.evaluate("scrollX"));
        page.locator(".ns-matrix__about").first().click();
        assertThat(page.locator("#factor-title")).isVisible();
        assertEquals(List.of(), Browser.accessibilityProblems(page, "#factor"));
    }

    @Test
    void orderOfTheWholeCountyChangesWithoutAWait() {
        Page page = open("/matrix.html", 1280);

        double milliseconds = ((Number) page.evaluate("() => {"
                        + " const button = document.querySelector('[data-key=score]');"
                        + " const start = performance.now();"
                        + " for (let i = 0; i < 2; i++) { button.click(); document.body.offsetHeight; }"
                        + " return (performance.now() - start) / 2; }"))
                .doubleValue();

        // A second is when people lose the thread; it takes a tenth of that on a slow machine.
        assertTrue(milliseconds < 1000, milliseconds + " ms for one order of 540 areas");
    }

    private static Page open(String address, int width) {
        return browser.open(service.address() + address, width, 900);
    }

    private static Locator rows(Page page) {
        return page.locator("tbody tr");
    }

    private static String code(JsonNode row) {
        return row.required("code").textValue();
    }

    /** The first area with a score and a hidden cell. */
    private static JsonNode withHidden() {
        for (JsonNode row : matrix.required("rows")) {
            if (row.required("score").isNumber()
                    && row.required("values").findValuesAsText("state").contains("suppressed")) {
                return row;
            }
        }
        throw new AssertionError("No area has a hidden cell.");
    }

    private static List<JsonNode> inDistrict() {
        List<JsonNode> found = new ArrayList<>();
        matrix.required("rows").forEach(row -> {
            if (row.required("district").textValue().equals(DISTRICT)) {
                found.add(row);
            }
        });
        return found;
    }

    private static String minus(String format, double number) {
        String text = String.format(Locale.ROOT, format, Math.abs(number));
        return number < 0 && !text.equals("0.00") ? "\u2212" + text : text;
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
