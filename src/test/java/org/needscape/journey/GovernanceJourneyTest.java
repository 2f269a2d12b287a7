package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.JourneyService;
import org.needscape.JourneyStores;

/**
 * A governance lead looks at what everybody sees of hidden counts, and reads who decided what, in a real browser and by keyboard
 * alone. It is about pages, which are the same over either store, so it is run once.
 */
@Tag("embedded")
class GovernanceJourneyTest {

    private static final String SPARSE = "rate-cla-2024";
    private static final String DISTRICTS = "rate-cla-2024-lad-2024";
    private static final String ANYWAY = "/?layer=" + SPARSE + "&anyway=1&district=" + GovernedCounty.DISTRICT;
    private static final String WHY =
            "In 58 % of the areas the number of Children looked after, 2024 is hidden to protect"
                    + " children, so districts are shown instead.";

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static Browser browser;

    @BeforeAll
    static void serve() throws Exception {
        Path store = folder.resolve("store");
        GovernedCounty.into(store, folder);
        Path withdrawn = JourneyStores.copy(store, folder.resolve("withdrawn"));
        GovernedCounty.run(withdrawn, "datasets", "withdraw", GovernedCounty.COUNTS_OF_NEED, "--by", "B. Lead");
        service = JourneyService.over(store);
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
    void mostlyHiddenMeasureOpensAsDistrictsAndIsShownOnlyToWhoInsists() throws Exception {
        Page page = open("/?layer=" + SPARSE, 1280);
        assertThat(page.locator("#layer")).hasValue(DISTRICTS);
        assertThat(page.locator("[data-module=messages] p")).hasText(GovernedCounty.why(countIn("suppressed")));
        assertThat(page.locator("#table tbody tr")).hasCount(8);
        assertEquals(service.address() + "/?layer=" + DISTRICTS, page.url());

        Browser.focusByTab(page, "Show Children looked after, 2024 anyway");
        page.keyboard().press("Enter");

        assertThat(page.locator("#table tbody tr")).hasCount(540);
        assertThat(page.locator("#layer")).hasValue(SPARSE);
        assertThat(page.locator("#layer")).isFocused();
        assertThat(page.locator("[data-module=messages]")).isEmpty();
        assertThat(page.locator("#table tbody tr", hasText("hidden to protect children")))
                .hasCount(countIn("suppressed"));
        assertEquals(service.address() + "/?layer=" + SPARSE + "&anyway=1", page.url());

        page.goBack();

        assertThat(page.locator("#table tbody tr")).hasCount(8);
        assertThat(page.locator("#layer")).hasValue(DISTRICTS);
        assertEquals(service.address() + "/?layer=" + DISTRICTS, page.url());
    }

    @ParameterizedTest
    @EnumSource
    void areaReadsAndLooksLikeNoOtherKind(Shown shown) throws Exception {
        JsonNode feature = ExportedArea.feature(service.json("/api/v1/layers/" + SPARSE + ".geojson"), shown.code);
        String inTheMiddle = "&outline=off&centre=" + GovernedCounty.centreOf(feature);
        Page page = open(ANYWAY + inTheMiddle + "&area=" + shown.code, 1280);

        Locator inPanel = page.locator("#panel .ns-facts__row", hasText("Children looked after, 2024"));
        assertThat(inPanel.locator("dd")).containsText(shown.words);
        Locator row = page.locator("#table tbody tr", hasText(shown.code));
        assertThat(row.locator(".ns-table__cell--number, .ns-table__cell--unknown")
                        .first())
                .hasText(shown.words);

        var box = page.locator("[data-module=drawing]").boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        page.mouse().move(x, y);
        assertThat(page.locator(".ns-map__tip"))
                .containsText(row.locator(".ns-table__area").textContent());
        assertThat(page.locator(".ns-map__tip")).containsText(": " + shown.onMap());
        page.mouse().move(x + box.width, y);
        assertEquals(
                shown.fill, Fill.of(page.screenshot(new Page.ScreenshotOptions().setClip(x - 24, y - 24, 48, 48))));

        if (shown != Shown.ZERO) {
            assertEquals(
                    shown.fill, Fill.of(inPanel.locator("dd > span").first().screenshot()));
        }
        page.locator("[data-view-button=table]").click();
        assertEquals(shown.fill, Fill.of(row.locator(".ns-table__swatch").screenshot()));
    }

    @Test
    void legendTellsHiddenFromNotGivenFromZeroInWordsAndByShape() {
        Page page = open(ANYWAY, 1280);
        Locator states = page.locator(".ns-legend__state");
        Locator zero = page.locator(".ns-legend__level", hasText("0 (none)"));

        assertThat(states).hasText(new Pattern[] {
            Pattern.compile("^hidden to protect children, which never means none\\d+ areas$"),
            Pattern.compile("^not available1 area$")
        });
        assertThat(zero).hasText(Pattern.compile("^0 \\(none\\)\\d+ areas$"));
        assertEquals(
                Fill.SLANTED,
                Fill.of(states.nth(0).locator(".ns-legend__swatch").screenshot()));
        assertEquals(
                Fill.DASHED, Fill.of(states.nth(1).locator(".ns-legend__swatch").screenshot()));
        assertEquals(Fill.PLAIN, Fill.of(zero.locator(".ns-legend__swatch").screenshot()));
    }

    @ParameterizedTest
    @EnumSource
    void areaReadsInEveryFileLikeNoOtherKind(Shown shown) throws Exception {
        String layer = "/api/v1/layers/" + SPARSE;
        boolean isZero = shown == Shown.ZERO;
        JsonNode properties = ExportedArea.feature(service.json(layer + ".geojson"), shown.code)
                .required("properties");
        assertEquals(shown.state, properties.required("state").textValue());
        assertEquals(isZero ? "0" : "null", properties.required("value").toString());
        assertEquals(isZero ? "0" : "null", properties.required("count").toString());

        List<String> row = ExportedArea.row(service, layer + ".csv", shown.code);
        assertEquals(List.of(shown.inCsv, shown.state), row.subList(3, 5));
        assertEquals(shown.inCsv, row.get(6));

        String read = ExportedArea.read(service, layer + ".shp.zip", shown.code, folder.resolve(shown + ".shp.zip"));
        assertTrue(read.contains("  VALUE (Real) = " + (isZero ? "0.0" : "(null)") + "\n"), read);
        assertTrue(read.contains("  STATE (String) = " + shown.state + "\n"), read);
        assertTrue(read.contains("  COUNT_S (String) = " + (isZero ? "(null)" : shown.inCsv) + "\n"), read);
    }

    @Test
    void pageSaysOfEveryDataSetWhatWasAgreedAndWhoDecided() {
        Page page = open("/protection.html", 1280);

        assertEquals(GovernedCounty.LOOKED_AFTER_FACTS, GovernedCounty.facts(page, "Children looked after"));
        assertEquals(GovernedCounty.NEED_FACTS, GovernedCounty.facts(page, "Children in need"));
        String plans = GovernedCounty.facts(page, "Child protection plans");
        assertTrue(plans.contains("What is hidden Counts of 0 to 100 are hidden, and so is every other figure"), plans);
        assertFalse(plans.contains("Zero is shown"), plans);
        assertTrue(plans.contains(" A rate among fewer than 50 children is hidden. "), plans);
        assertTrue(plans.contains(" at least 9 apart.\n"), plans);
    }

    @Test
    void pageSaysHowMuchIsHiddenAndWhyAndWhatTheAuditFoundButNoHiddenNumber() throws Exception {
        JsonNode plans = service.json("/api/v1/layers/rate-cpp-2024/values").required("areas");
        assertEquals("suppressed", plans.required(0).required("state").textValue());
        Page page = open("/protection.html", 1280);

        int hidden = countIn("suppressed");
        int zero = countIn("zero");
        assertEquals(
                List.of(
                        "2024",
                        hidden + " (" + Math.round(hidden / 5.4) + "\u00a0%)",
                        "" + countIn("known"),
                        "" + zero,
                        "1",
                        "540"),
                rates(page).locator("tbody tr > *").allTextContents().subList(0, 6));
        assertThat(rates(page).locator("tbody td").last())
                .hasText("Children looked after by district, 2024" + GovernedCounty.why(countIn("suppressed")));
        assertThat(page.locator("#reasons li").first())
                .containsText("somebody who knows the area might recognise them");
        assertThat(page.locator("[data-module=audit] p"))
                .hasText("Passed. No hidden count can be worked out from everything that is published.");
        assertThat(page.locator("[data-module=audit] dd").first()).hasText(Pattern.compile(GovernedCounty.WHEN));
        Locator swatches = page.locator("#reasons .ns-protection__swatch");
        assertEquals(
                List.of(Fill.SLANTED, Fill.PLAIN, Fill.DASHED, Fill.UPRIGHT, Fill.DOTTED),
                swatches.all().stream()
                        .map(swatch -> Fill.of(swatch.screenshot()))
                        .toList());

        String all = page.locator("main").textContent() + service.json("/api/v1/extents/fictional-county/protection");
        for (int exact : GovernedCounty.HIDDEN_COUNTS) {
            assertFalse(Pattern.compile("\\b" + exact + "\\b").matcher(all).find(), exact + " is in " + all);
        }
        assertFalse(all.contains("E01999"), "A small area is named in " + all);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void nothingOfThePageStandsInTheWayOfAnyone(int width) {
        Page page = open("/protection.html", width);

        assertEquals(List.of(), Browser.accessibilityProblems(page));
        assertTrue(
                (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "It scrolls sideways.");
    }

    @Test
    void pageIsReachedAndReadWithTheKeyboardAloneOnANarrowScreen() {
        Page page = open("/", 320);
        Browser.focusByTab(page, "Data protection");
        page.keyboard().press("Enter");
        page.waitForSelector("[data-module=datasets] details");
        String stops = "[...document.querySelectorAll('a[href], button, summary, select, [role=region]')]"
                + ".filter((each) => each.getClientRects().length > 0)";
        int all = (Integer) page.evaluate(stops + ".length");
        List<Integer> reached = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            page.keyboard().press("Tab");
            reached.add((Integer) page.evaluate(stops + ".indexOf(document.activeElement)"));
            assertTrue(
                    (Boolean) page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'"),
                    "The focus is not seen at stop " + i + ".");
        }
        assertEquals(IntStream.range(0, all).boxed().toList(), reached);

        rates(page).focus();
        IntStream.range(0, 20).forEach(i -> page.keyboard().press("ArrowRight"));
        Browser.waitUntil(page, "document.activeElement.scrollLeft > 200 && scrollX === 0");

        Locator facts = page.locator("[data-module=datasets] dl").first();
        assertThat(facts).isVisible();
        page.locator("[data-module=datasets] summary").first().focus();
        page.keyboard().press("Enter");
        assertThat(facts).isHidden();
    }

    @Test
    void withdrawnDataSetIsGoneFromTheMapWithASentenceAndStaysOnTheRecord() throws Exception {
        assertEquals(200, service.get("/api/v1/layers/rate-cin-2024/values").statusCode());
        try (JourneyService after = JourneyService.over(folder.resolve("withdrawn"))) {
            Page map = browser.open(after.address() + "/?layer=rate-cin-2024", 1280, 800);
            assertThat(map.locator("[data-module=messages]"))
                    .hasText("There is no layer rate-cin-2024 here, so the first one is shown.");
            assertThat(map.locator(".ns-message--problem")).hasCount(0);
            assertThat(map.locator("#layer")).hasValue("imd-decile-2025");
            assertThat(map.locator("#layer option", hasText("Children in need")))
                    .hasCount(0);
            assertThat(map.locator("#layer option", hasText("Children looked after, 2024")))
                    .hasCount(1);

            Page page = browser.open(after.address() + "/protection.html", 1280, 800);
            String facts = GovernedCounty.facts(page, "Children in need");
            assertTrue(facts.startsWith("State withdrawn from release\n"), facts);
            assertTrue(facts.endsWith("\nDecisions Withdrawn by B. Lead on WHEN\n"), facts);
            assertThat(page.locator("[data-module=measures]")).not().containsText("Children in need");
        }
    }

    private static Page open(String address, int width) {
        return browser.open(service.address() + address, width, 1000);
    }

    /** How many small areas are in a state; those with a zero are in one of their own. */
    private static int countIn(String state) throws Exception {
        return ExportedArea.countIn(service.json("/api/v1/layers/" + SPARSE + "/values"), state);
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    /** The table of how many areas are hidden. */
    private static Locator rates(Page page) {
        return page.locator("[aria-label='Table: Children looked after \u00b7 LSOA 2021']");
    }
}
