package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
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
 * A commissioner finds hotspots by one press in a real browser and reads how sure they are; an analyst chooses other settings. It is
 * about a page, which is the same over either store, so it is run once.
 */
@Tag("embedded")
class HotspotsPageJourneyTest {

    private static final String HOTSPOTS = "/api/v1/extents/fictional-county/hotspots";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static Browser browser;
    private static JsonNode usual;

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        browser = new Browser();
        // With the usual settings, asked before any page does: the page finds the same result.
        JsonNode subject = service.json(HOTSPOTS).at("/usual/subject");
        HttpResponse<byte[]> accepted = service.postTo(
                HOTSPOTS,
                MAPPER.writeValueAsBytes(MAPPER.createObjectNode().set("subject", subject)),
                "application/json",
                "X-Needscape",
                "1");
        service.awaitJob(accepted);
        usual = service.json(
                MAPPER.readTree(accepted.body()).at("/links/result").textValue());
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
    }

    @AfterEach
    void pageRanWithoutErrorsPolicyViolationsOrOtherHosts() {
        browser.closePages();
        assertEquals(
                List.of(),
                browser.troubles().stream()
                        .filter(trouble -> !trouble.contains("a status of 422"))
                        .toList());
    }

    @Test
    void hotspotsAreFoundByOnePressOfAKeyAndOneOfThemIsRead() throws Exception {
        Page page = open("/hotspots.html", 1280);
        assertThat(page.locator("[data-module=result]")).isHidden();
        Browser.focusByTab(page, "Find hotspots");
        page.keyboard().press("Enter");
        awaitFacts(page, "99,999 permutations");

        assertThat(page.locator("[data-module=sentence]"))
                .hasText(usual.required("sentence").textValue());
        assertThat(page.locator("[data-module=facts]")).containsText("fictional data");
        assertThat(page.locator("#result")).isFocused();
        assertTrue(page.url().endsWith("/hotspots.html?run=1"), page.url());
        assertThat(page.locator("#areas tbody tr"))
                .hasCount(usual.required("areas").size());
        for (JsonNode entry : usual.required("log")) {
            assertThat(page.locator(".ns-hotspots__log"))
                    .containsText(entry.required("sentence").textValue());
        }

        JsonNode hot = hotspot();
        Locator name = page.locator("tr[data-code=" + hot.required("code").textValue() + "] button");
        name.focus();
        page.keyboard().press("Enter");
        Locator panel = page.locator("#panel");
        assertThat(panel.locator("h2")).hasText(hot.required("name").textValue());
        assertThat(panel)
                .containsText("found by " + hot.required("foundBy") + " of " + hot.required("of") + " settings");
        assertThat(panel.locator(".ns-panel__neighbours li"))
                .hasCount(neighbours(hot, "queen").size());
        page.locator("#around").selectOption("nearest-6");
        assertThat(panel.locator(".ns-panel__neighbours li")).hasCount(6);
        assertThat(panel.locator(".ns-panel__neighbours"))
                .containsText(
                        neighbours(hot, "nearest-6").get(0).required("name").textValue());
        assertTrue(page.url().endsWith("&area=" + hot.required("code").textValue() + "&around=nearest-6"), page.url());

        page.goBack();
        assertThat(panel.locator("h2")).hasText("Pick an area");
        page.goBack();
        assertThat(page.locator("[data-module=result]")).isHidden();
    }

    @Test
    void districtWithoutHotspotShowsWhereItsNeedHides() {
        Page page = open("/hotspots.html?run=1", 1280);
        JsonNode district = StreamSupport.stream(usual.required("districts").spliterator(), false)
                .filter(one -> one.required("hotspots").intValue() == 0)
                .findFirst()
                .orElseThrow();
        JsonNode pocket = district.required("pockets").get(0);
        Locator row = page.locator(".ns-hotspots__districts > li")
                .filter(new Locator.FilterOptions()
                        .setHasText(district.required("sentence").textValue()));
        assertThat(row.filter(new Locator.FilterOptions()
                        .setHasText(pocket.required("name").textValue())))
                .containsText("Number " + pocket.required("rank") + " of ");

        page.locator("section[aria-labelledby=districts-title]")
                .getByText(pocket.required("name").textValue(), new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(page.locator("#panel h2")).hasText(pocket.required("name").textValue());
        assertThat(page.locator("#panel")).isFocused();

        page.locator("#district").selectOption(district.required("code").textValue());
        assertThat(page.locator("#areas tbody tr"))
                .hasCount(district.required("areas").intValue());
        page.locator("[data-key=value]").click();
        assertThat(page.locator("#areas thead th[aria-sort=descending]")).containsText("score");
        page.reload();
        awaitFacts(page, "99,999 permutations");
        assertThat(page.locator("#areas thead th[aria-sort=descending]")).containsText("score");
        assertThat(page.locator("#panel h2")).hasText(pocket.required("name").textValue());
    }

    @Test
    void analystPutsSettingsRightAndTakesTheResultAway() throws Exception {
        Page page = open("/hotspots.html", 1280);
        page.getByText("Settings", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Permutations").fill("many");
        page.getByLabel("Links by hand (optional)").fill("E01");
        Hands.press(page, "Find hotspots");

        Locator errors = page.locator(".ns-errors");
        assertThat(errors).isFocused();
        errors.locator("a")
                .filter(new Locator.FilterOptions().setHasText("Permutations"))
                .click();
        assertThat(page.locator("#hotspots-permutations")).isFocused();
        assertThat(page.locator("#hotspots-permutations")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#hotspots-links")).hasAttribute("aria-invalid", "true");
        assertEquals(List.of(), Browser.accessibilityProblems(page));

        page.getByLabel("Permutations").fill("999");
        page.getByLabel("Links by hand (optional)").fill("");
        page.getByLabel("Local Moran").uncheck();
        Hands.press(page, "Find hotspots");
        awaitFacts(page, " 999 permutations, seed 1");
        assertThat(page.locator("section[aria-labelledby=agreement-title] table")
                        .last()
                        .locator("tbody tr"))
                .hasCount(3);
        assertTrue(page.url().endsWith("?methods=gi-star&permutations=999&run=1"), page.url());

        String table = Files.readString(
                page.waitForDownload(() -> page.getByText("Table (CSV)", new Page.GetByTextOptions().setExact(true))
                                .click())
                        .path());
        assertTrue(table.contains(hotspot().required("code").textValue()), table.substring(0, 200));
        page.reload();
        awaitFacts(page, " 999 permutations, seed 1");
        assertThat(page.locator("#hotspots-permutations")).hasValue("999");
        assertThat(page.locator("#method-local-moran")).not().isChecked();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 768, 320})
    void nothingOfThePageStandsInTheWayOfAnyone(int width) throws Exception {
        Page page =
                open("/hotspots.html?run=1&area=" + hotspot().required("code").textValue(), width);
        assertThat(page.locator(".ns-panel__neighbours")).isVisible();

        assertEquals(
                true,
                page.evaluate("document.documentElement.scrollWidth <= innerWidth"),
                () -> "It scrolls sideways: "
                        + page.evaluate(
                                "[...document.querySelectorAll('main *, footer *, header *')].filter((e) => !e.closest('.ns-table__scroller')"
                                        + " && e.getBoundingClientRect().right > innerWidth).map((e) => e.className + ' ' + e.tagName).join(', ')"));
        Browser.leaveFewRows(page);
        assertEquals(List.of(), Browser.accessibilityProblems(page));
    }

    @Test
    void tableLogAndCautionsArePrintedWithoutControls() {
        Page page = open("/hotspots.html?run=1", 1280);
        assertThat(page.locator("#areas tbody tr").first()).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");

        assertThat(page.locator("[data-module=form]")).isHidden();
        assertThat(page.locator("[data-module=facts]")).isVisible();
        assertThat(page.locator("#areas table")).isVisible();
        assertThat(page.locator(".ns-hotspots__log")).isVisible();
        assertThat(page.locator("section[aria-labelledby=method-title] details[open]"))
                .isVisible();
        assertThat(page.locator("[data-module=cautions]"))
                .containsText(usual.required("cautions").get(0).textValue());
        page.evaluate("dispatchEvent(new Event('afterprint'))");
    }

    @Test
    void mapPageLeadsHereFromALayerOfHotspots() {
        Page page = open("/?layer=hotspot-need-score-default", 1280);
        page.locator("[data-module=hotspots-link]").click();
        assertThat(page.locator("#subject"))
                .hasValue(usual.at("/settings/subject").textValue());
        assertThat(page.locator(".ns-banner__link[aria-current]")).hasText("Hotspots");
    }

    private static Page open(String path, int width) {
        return browser.open(service.address() + path, width, 900);
    }

    /** The search may take longer than a page is usually waited for. */
    private static void awaitFacts(Page page, String part) {
        Browser.waitUntil(page, "document.querySelector('[data-module=facts]').textContent.includes('" + part + "')");
    }

    private static JsonNode hotspot() {
        return StreamSupport.stream(usual.required("areas").spliterator(), false)
                .filter(area -> area.required("class").textValue().equals("hot"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode neighbours(JsonNode area, String kind) throws Exception {
        return service.json("/api/v1/extents/fictional-county/neighbours/"
                        + usual.required("geography").textValue() + "/"
                        + area.required("code").textValue() + "?kind=" + kind)
                .required("neighbours");
    }
}
