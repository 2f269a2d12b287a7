package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
 * A commissioner reads in a real browser how help follows deprivation, and compares the county with a neighbour. It is about a page,
 * which is the same over either store, so it is run once.
 */
@Tag("embedded")
class GradientPageJourneyTest {

    private static final String GRADIENT = "/api/v1/extents/fictional-county/gradients/cla-2024";

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static Browser browser;
    private static JsonNode usual;
    private static String neighbour;
    private static String neighbourName;

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        browser = new Browser();
        usual = service.json(GRADIENT + "/report");
        JsonNode place = StreamSupport.stream(usual.at("/choices/places").spliterator(), false)
                .filter(one -> one.required("kind").textValue().equals("authority"))
                .findFirst()
                .orElseThrow();
        neighbour = place.required("code").textValue();
        neighbourName = place.required("name").textValue();
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
    void neighbourIsChosenByMouseAndTheFindingRead() throws Exception {
        Page page = open("/gradient.html?gradient=cla-2024&places=county,E07999001", 1280);
        assertThat(page.locator("[data-module=sentence]"))
                .hasText(usual.required("sentence").textValue());
        assertThat(page.locator("[data-module=facts]")).containsText("fictional data");

        page.getByLabel(neighbourName, exact()).check();

        String query = "?places=county,E07999001," + neighbour;
        JsonNode report = service.json(GRADIENT + "/report" + query);
        JsonNode comparison = comparisonWith(report, neighbour);
        assertThat(page.locator(".ns-gradient__finding")
                        .filter(withText(comparison.required("sentence").textValue())))
                .hasCount(1);
        assertTrue(page.url().contains("places=county,E07999001," + neighbour), page.url());
        String ratio = ratio(comparison.required("standardisedRatio"));
        assertThat(page.locator("section[aria-labelledby=places-title]")).containsText(ratio);
        for (JsonNode caveat : report.required("caveats")) {
            assertThat(page.locator("#report")).containsText(caveat.textValue());
        }
        Locator file = page.locator("section[aria-labelledby=places-title] a[download]");
        String chart = Files.readString(
                page.waitForDownload(() -> file.first().click()).path());
        assertTrue(chart.contains(neighbourName) && chart.contains("<desc"), chart);
        String figures =
                Files.readString(page.waitForDownload(() -> file.last().click()).path());
        assertTrue(figures.startsWith("section,place,") && figures.contains("," + neighbourName + ","), figures);

        page.reload();
        assertThat(page.getByLabel(neighbourName, exact())).isChecked();
        page.goBack();
        assertThat(page.getByLabel(neighbourName, exact())).not().isChecked();
    }

    @Test
    void choicesAreMadeByKeyboardAndTheFocusStaysOnThem() {
        Page page = open("/gradient.html?gradient=cla-2024&places=county,E07999001", 1280);
        Hands.tabTo(page, "Tab", "document.activeElement.value === '" + neighbour + "'");
        page.keyboard().press("Space");
        assertThat(page.locator("section[aria-labelledby=places-title] tbody").first())
                .containsText(neighbourName);
        assertThat(page.getByLabel(neighbourName, exact())).isFocused();

        Hands.tabTo(page, "Tab", "document.activeElement.id === 'adjusted'");
        page.keyboard().press("Space");
        assertThat(page.locator("[data-module=facts]")).containsText("adjusted for variation beyond chance");
        assertThat(page.locator("#adjusted")).isFocused();
        assertTrue(page.url().endsWith("&funnel=adjusted"), page.url());
        page.goBack();
        assertThat(page.locator("[data-module=facts]")).containsText("for chance alone");
        assertThat(page.locator("#adjusted")).not().isChecked();
    }

    @Test
    void countyAloneIsSeenByTenthsOfItsOwnThatCompareNobody() {
        Page page = open("/gradient.html", 1280);
        assertThat(page.locator("#measure")).hasValue("cla");
        page.selectOption("#tenths", "local");

        assertThat(page.locator("section[aria-labelledby=deciles-title]"))
                .containsText("It cannot be compared with any other place");
        assertThat(page.locator("section[aria-labelledby=deciles-title] thead"))
                .containsText("Tenth of this county, not national");
        assertThat(page.getByLabel(neighbourName, exact())).isDisabled();
        assertTrue(page.url().endsWith("?tenths=local"), page.url());
        page.goBack();
        assertThat(page.locator("section[aria-labelledby=deciles-title] thead")).containsText("National tenth");
    }

    @Test
    void everyChartIsDrawnAndItsNumbersStandInATable() {
        Page page = open("/gradient.html?gradient=cla-2024", 1280);
        Browser.waitUntil(page, "[...document.querySelectorAll('#report img')].every((image) => image.complete)");
        assertEquals(
                List.of(),
                page.evaluate(
                        "[...document.querySelectorAll('#report img')].filter((image) => image.naturalWidth === 0).map((image) => image.src)"));
        assertEquals(
                List.of(),
                page.evaluate(
                        "[...document.querySelectorAll('#report section:has(img)')].filter((section) => !section.querySelector('tbody tr'))"
                                + ".map((section) => section.textContent)"));
        for (JsonNode tenth : usual.required("deciles")) {
            if (tenth.required("state").textValue().equals("known")) {
                assertThat(page.locator("section[aria-labelledby=deciles-title] tbody"))
                        .containsText(String.format(
                                Locale.UK,
                                "%,.1f",
                                tenth.required("ratePer10000").doubleValue()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 768, 320})
    void nothingOfThePageStandsInTheWayOfAnyone(int width) {
        Page page = open("/gradient.html?gradient=cla-2024&places=county,E07999001," + neighbour, width);

        assertEquals(
                true,
                page.evaluate("document.documentElement.scrollWidth <= innerWidth"),
                () -> "It scrolls sideways: "
                        + page.evaluate(
                                "[...document.querySelectorAll('main *, footer *, header *')].filter((e) => !e.closest('.ns-table__scroller')"
                                        + " && e.getBoundingClientRect().right > innerWidth).map((e) => e.className + ' ' + e.tagName).join(', ')"));
        // Tables are alike, and axe takes long for many cells: the first rows of each speak for all.
        page.evaluate(
                "document.querySelectorAll('tbody').forEach((body) => [...body.rows].slice(4).forEach((row) => row.remove()))");
        assertEquals(List.of(), Browser.accessibilityProblems(page));
    }

    @Test
    void everythingChosenIsPrintedWithItsTablesOpen() {
        Page page = open("/gradient.html?gradient=cla-2024&places=county," + neighbour, 1280);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");

        assertThat(page.locator("[data-module=controls]")).isHidden();
        assertThat(page.locator("[data-module=facts]")).containsText(neighbourName);
        assertThat(page.locator("#report details:not([open])")).hasCount(0);
        assertThat(page.locator("#report details table").first()).isVisible();
        assertThat(page.locator("#report img").first()).isVisible();
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator("#report details[open]")).hasCount(0);
    }

    @Test
    void mapPageLeadsHereWithTheSameMeasureAndPeriod() {
        Page page = open("/?view=gradient&gradient=cpp-2024", 1280);
        page.locator("[data-module=gradient] a[href*='gradient.html']").click();
        assertThat(page.locator("#report section").first()).isVisible();
        assertThat(page.locator("#measure")).hasValue("cpp");
        assertThat(page.locator("#period")).hasValue("2024");
        assertThat(page.locator(".ns-banner__link[aria-current]")).hasText("Gradient");
    }

    private static Page open(String path, int width) {
        return browser.open(service.address() + path, width, 900);
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static JsonNode comparisonWith(JsonNode report, String code) {
        return StreamSupport.stream(report.required("comparisons").spliterator(), false)
                .filter(one -> one.required("subject").textValue().equals(code)
                        || one.required("against").textValue().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** As the page writes a ratio with its limits. */
    private static String ratio(JsonNode estimate) {
        return String.format(
                Locale.UK,
                "%.2f (%.2f to %.2f)",
                estimate.required("estimate").doubleValue(),
                estimate.required("lower").doubleValue(),
                estimate.required("upper").doubleValue());
    }
}
