package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
 * A commissioner explores the fictional county in a real browser, with the mouse and with the keyboard alone. It is about a page, which is
 * the same over either store, so it is run once.
 */
@Tag("embedded")
class CommissionerJourneyTest {

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static Browser browser;

    @BeforeAll
    static void serve() {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
    }

    @AfterEach
    void pageRanWithoutErrorsPolicyViolationsOrOtherHosts() {
        assertEquals(List.of(), browser.troubles());
    }

    @AfterEach
    void closePages() {
        browser.closePages();
    }

    @Test
    void pageSaysWhatIsSeenWhoseDataItIsAndThatItIsFictional() {
        Page page = browser.open(service.address() + "/", 1280, 800);

        assertThat(page.locator("[data-module=sentence]"))
                .containsText(Pattern.compile(
                        "^\\d+ of 540 areas are in England's most deprived fifth by their fictional ranks;"));
        assertThat(page.locator(".ns-banner")).containsText("Fictional county");
        assertThat(page.locator(".ns-banner")).containsText("Areas, not people");
        assertThat(page.locator("footer")).containsText("These figures describe areas, not people.");
        assertThat(page.locator("footer")).containsText("Fictional data");
    }

    @Test
    void areaIsFoundChosenAndUnderstoodWithTheKeyboardAlone() {
        Page page = browser.open(service.address() + "/", 1280, 800);
        focusByTab(page, "search");
        page.keyboard().type("Millbrook 007");
        page.waitForSelector("#search-list [role=option]");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator("#panel h2")).hasText(Pattern.compile("Millbrook 007[A-Z]"));
        assertThat(page.locator("#panel")).containsText("Rank ");
        assertThat(page.locator("#panel")).containsText("of 33,755");
        assertTrue(page.url().contains("area=E01999"), page.url());
    }

    @Test
    void areaIsChosenOnTheMapWithTheMouse() {
        Page page = browser.open(service.address() + "/", 1280, 800);
        page.waitForSelector("[data-module=drawing] canvas");

        // Left of the city in the middle, where the map has land at this size.
        var box = page.locator("[data-module=drawing]").boundingBox();
        page.mouse().click(box.x + box.width * 0.35, box.y + box.height * 0.45);

        assertThat(page.locator("#panel h2")).hasText(Pattern.compile(".+ \\d{3}[A-Z]"));
    }

    @Test
    void tableShowsTheSameAsTheService() throws Exception {
        Page page = browser.open(service.address() + "/?layer=rate-cla-2024&anyway=1&view=table", 1280, 800);
        page.waitForSelector("#table tbody tr");

        JsonNode areas = service.json("/api/v1/layers/rate-cla-2024/values").required("areas");
        Map<String, String> rows = rowsByCode(page);
        List<String> wrong = new ArrayList<>();
        for (JsonNode area : areas) {
            String row = rows.getOrDefault(area.required("code").textValue(), "");
            String expected = inWords(area);
            if (!row.contains(expected)) {
                wrong.add(area.required("code").textValue() + " lacks " + expected + ": " + row);
            }
        }

        assertEquals(540, rows.size());
        assertEquals(List.of(), wrong);
    }

    @Test
    void tableShowsHighestNeedFirstAndIsSortedByItsHeadings() throws Exception {
        Page page = browser.open(service.address() + "/?view=table", 1280, 800);
        page.waitForSelector("#table tbody tr");
        JsonNode highestNeed = null;
        for (JsonNode area :
                service.json("/api/v1/layers/imd-decile-2025/values").required("areas")) {
            if (highestNeed == null
                    || area.at("/cells/0").intValue()
                            < highestNeed.at("/cells/0").intValue()) {
                highestNeed = area;
            }
        }
        assertThat(page.locator("#table tbody tr").first().locator("button"))
                .hasText(highestNeed.required("name").textValue());

        page.locator("#table th button").first().click();

        assertThat(page.locator("#table th").first())
                .hasAttribute("aria-sort", Pattern.compile("ascending|descending"));
    }

    @Test
    void addressKeepsWhatIsSeen() {
        Page page = browser.open(service.address() + "/", 1280, 800);
        page.locator("#district")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Millbrook"));
        page.locator("#layer").selectOption("need-score-default");
        assertThat(page.locator("[data-module=sentence]")).containsText("highest-need tenth");
        String address = page.url();

        Page again = browser.open(address, 1280, 800);

        assertThat(again.locator("#layer")).hasValue("need-score-default");
        assertThat(again.locator("#district")).hasValue("E07999006");
        page.goBack();
        assertThat(page.locator("#layer")).hasValue("imd-decile-2025");
    }

    @Test
    void gradientIsAChartWithAnEqualTable() throws Exception {
        Page page = browser.open(service.address() + "/?view=gradient", 1280, 900);
        page.waitForSelector("[data-module=gradient] img");
        // Children looked after of the latest year: neighbours gave their tables of it.
        JsonNode gradient = service.json("/api/v1/extents/fictional-county/gradients/cla-2024");

        assertTrue((Boolean) page.evaluate("document.querySelector('[data-module=gradient] img').complete"
                + " && document.querySelector('[data-module=gradient] img').naturalWidth > 0"));
        assertThat(page.locator("[data-module=gradient]"))
                .containsText("times higher at the most than at the least deprived end");
        assertEquals(
                gradient.required("deciles").size(),
                page.locator("[data-module=gradient] tbody tr").count());
    }

    @Test
    void layerIsDownloadedFromThePage() throws Exception {
        Page page = browser.open(service.address() + "/?layer=hotspot-need-score-default", 1280, 800);
        page.locator("[data-module=download-menu] summary").click();

        Download download = page.waitForDownload(() -> page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("shapefile", Pattern.CASE_INSENSITIVE)))
                .first()
                .click());

        assertEquals("hotspot-need-score-default.shp.zip", download.suggestedFilename());
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 768, 320})
    void nothingStandsInTheWayOfAnyone(int width) {
        for (String address : new String[] {
            "/?district=E07999003",
            "/?district=E07999003&view=table&layer=rate-cla-2024&anyway=1",
            "/?district=E07999003&view=gradient",
            "/?district=E07999002&layer=hotspot-need-score-default&area=E01999100",
            "/data.html"
        }) {
            Page page = browser.open(service.address() + address, width, 800);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            Browser.leaveFewRows(page);

            // Between the two, what stands in somebody's way at neither does not at this width.
            if (width != 768) {
                assertEquals(List.of(), Browser.accessibilityProblems(page), address + " at " + width);
            }
            assertTrue(
                    (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"),
                    address + " scrolls sideways at " + width);
            page.close();
        }
    }

    /** The text of each row of the table, by the code of its area. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> rowsByCode(Page page) {
        return (Map<String, String>) page.evaluate("() => Object.fromEntries("
                + "[...document.querySelectorAll('#table tbody tr')]"
                + ".map(row => [row.querySelector('button').dataset.code, row.textContent]))");
    }

    /** What the table says of an area's rate: never a blank, and a zero with its unit. */
    private static String inWords(JsonNode area) {
        double value = area.required("value").doubleValue();
        return switch (area.required("state").textValue()) {
            case "suppressed" -> "hidden to protect children";
            case "not-available" -> "not available";
            default -> value == 0 ? "0 per 10,000" : String.format(Locale.UK, "%,.1f", value);
        };
    }

    private static void focusByTab(Page page, String id) {
        for (int i = 0; i < 60; i++) {
            if (id.equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach #" + id + ".");
    }
}
