package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * A commissioner reads in a real browser what comes together in children's lives, and does not take places for children. It is about a
 * page, which is the same over either store, so it is run once.
 */
@Tag("embedded")
class TogetherJourneyTest {

    private static final String DISTRICT = "E07999001";

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static Browser browser;
    private static JsonNode cases;

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        cases = service.json("/api/v1/extents/fictional-county/cases/2024");
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
    void pageSaysWhatTheServiceSays() {
        Page page = open("/together.html", 1280);
        assertThat(page.locator("[data-module=lead]")).containsText("fictional data");
        assertThat(page.locator("[data-module=lead]"))
                .containsText(thousands(cases.at("/cases/value").longValue()) + " counted cases of children");
        for (JsonNode factor : cases.required("factors")) {
            Locator row = rowOf(page, "factors-title", factor.required("factor").textValue());
            assertThat(row.locator("td").first())
                    .containsText(thousands(factor.at("/having/value").longValue()));
        }
        JsonNode abuse = cases.required("pairs").required(0);
        Locator pair = page.locator("[data-module=pairs] tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Domestic abuse and parental mental ill-health"));
        assertThat(pair)
                .containsText(times(abuse, "/lift/estimate") + " times as often as by chance (95 % interval "
                        + times(abuse, "/lift/lower") + " to " + times(abuse, "/lift/upper") + ")");
        assertThat(pair)
                .containsText(times(abuse, "/oddsRatio/estimate") + " (" + times(abuse, "/oddsRatio/lower") + " to "
                        + times(abuse, "/oddsRatio/upper") + ")");
        assertThat(page.locator("[data-module=at-home]"))
                .containsText(times(cases, "/atHome/liftOfAllThree") + " times as many as chance would give");
        // The phrase stands nowhere but where it is said that some say it.
        assertEquals(1, page.locator("body").innerText().split("toxic trio", -1).length - 1);
        assertThat(page.locator("main")).containsText("sometimes called the \u201ctoxic trio\u201d");
        assertThat(page.locator("#cautions")).containsText("is left out of all counts");
        assertThat(page.locator("[data-module=marking]")).containsText("draft figures");
    }

    @Test
    void placesStandApartFromChildren() {
        Page page = open("/together.html", 1280);
        Locator places = page.locator("#places");
        assertThat(places.locator("h2")).hasText("Places, not children");
        assertThat(places).containsText("does not say that the same children have both");
        assertEquals(0, page.locator("#children #places").count());
        assertThat(places.locator("table").first().locator("tbody tr")).hasCount(12);
        assertThat(page.locator(".ns-banner__facts")).not().containsText("Areas, not people");
    }

    @Test
    void districtIsChosenByKeyboardKeptInTheAddressAndDownloaded() throws Exception {
        Page page = open("/together.html", 1280);
        page.locator("#district").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("[data-module=lead]")).containsText("Alder Valley");
        assertTrue(page.url().endsWith("/together.html?district=" + DISTRICT), page.url());
        assertThat(page.locator("#children")).containsText("hidden to protect children");

        Path file = page.waitForDownload(
                        () -> page.locator("[data-module=download]").click())
                .path();
        assertTrue(Files.readString(file).contains("cases of children,Alder Valley,2024,all cases"));

        page.reload();
        assertThat(page.locator("#district")).hasValue(DISTRICT);
        page.goBack();
        assertThat(page.locator("[data-module=lead]")).containsText("Aldermoor");
    }

    @Test
    void groupsOfChildrenAreWorkedOut() {
        Page page = open("/together.html", 1280);
        page.getByLabel("Group 1", new Page.GetByLabelOptions().setExact(true)).fill("3,500");
        page.getByLabel("Group 2", new Page.GetByLabelOptions().setExact(true)).fill("19,000");
        page.getByLabel("Groups per child (optional)").fill("2-3");
        page.keyboard().press("Enter");
        // By hand: at least the larger of the two, at most their sum; a half to a third of 22,500.
        assertThat(page.locator("[data-module=cohort-answer]"))
                .containsText("Certain: between 19,000 and 22,500 children.");
        assertThat(page.locator("[data-module=cohort-answer]"))
                .containsText("By the assumed groups per child: between 7,500 and 11,250 children.");
        assertThat(page.locator("[data-module=cohort-answer]")).containsText("no part of it agrees with them");
    }

    @Test
    void mistakeInTheFormLeadsToItsField() {
        // A refusal of the service is a line in the console of any browser: this one's is not looked at.
        try (Browser own = new Browser()) {
            Page page = own.open(service.address() + "/together.html", 1280, 900);
            page.getByLabel("Group 1", new Page.GetByLabelOptions().setExact(true))
                    .fill("19,000");
            page.getByLabel("All children (optional)").fill("10,000");
            page.keyboard().press("Enter");
            assertThat(page.locator(".ns-errors")).isFocused();
            page.locator(".ns-errors a").click();
            assertThat(page.locator("#cohort-population")).isFocused();
            assertEquals(List.of(), Browser.accessibilityProblems(page, "section:has(form)"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 768, 320})
    void nothingOfThePageStandsInTheWayOfAnyone(int width) {
        Page page = open("/together.html?district=" + DISTRICT, width);

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
    void otherPagesLeadHere() {
        Page page = open("/matrix.html", 1280);
        page.getByRole(com.microsoft.playwright.options.AriaRole.LINK, new Page.GetByRoleOptions().setName("Together"))
                .click();
        assertThat(page.locator("h1")).hasText("What comes together in children's lives");
    }

    private static Page open(String path, int width) {
        return browser.open(service.address() + path, width, 900);
    }

    private static Locator rowOf(Page page, String section, String name) {
        String head = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return page.locator("section[aria-labelledby=" + section + "] tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("th", new Page.LocatorOptions().setHasText(head))));
    }

    private static String thousands(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    private static String times(JsonNode node, String pointer) {
        return String.format(Locale.UK, "%.2f", node.at(pointer).doubleValue());
    }
}
