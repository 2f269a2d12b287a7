package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
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

/** A commissioner gathers areas of the fictional county in a real browser and asks how many children in need live in them. The page is the same over either store, so it is run once. */
@Tag("embedded")
class ChosenAreasJourneyTest {

    private static final String ADDRESS = "/?layer=rate-cin-2024&district=" + CountedDistrict.CODE;
    private static final String HEADING = ".ns-count__heading";
    private static final String STATUS = "#count [role=status]";

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static Browser browser;
    private static CountedDistrict district;

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        browser = new Browser();
        district = new CountedDistrict(service);
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
    void areasAreChosenOnTheMapAndCountedWithTheMouse() throws Exception {
        Page page = open(ADDRESS);
        Hands.pressOnMap(page, 0.375, 0.23, "Control");
        Hands.pressOnMap(page, 0.54, 0.2, "Shift");
        Hands.pressOnMap(page, 0.7, 0.7, "Control");
        assertThat(page.locator(HEADING)).hasText("3 areas chosen");
        assertThat(page.locator("#panel h2")).hasText("Pick an area");

        Hands.press(page, "Count these areas");

        district.assertAnswered(chosen(page), page.locator(STATUS));
    }

    @Test
    void areasAreChosenInTheTableAndCountedWithTheKeyboardAlone() throws Exception {
        Page page = open(ADDRESS + "&view=table");
        Hands.tabTo(page, "Tab", "document.activeElement.matches('.ns-table__tick')");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(page.locator("[data-module=announcer]"))
                .hasText(Pattern.compile("Millbrook \\d{3}[A-Z] added: 2 areas chosen\\."));
        Hands.tabTo(page, "Shift+Tab", "document.activeElement.textContent === 'Skip to the count of chosen areas'");
        page.keyboard().press("Enter");
        Hands.tabTo(page, "Tab", "document.activeElement.textContent === 'Count these areas'");
        page.keyboard().press("Enter");

        district.assertAnswered(chosen(page), page.locator(STATUS));
        assertEquals("Count these areas", page.evaluate("document.activeElement.textContent"));
    }

    @Test
    void areaThatIsReadAboutIsAddedAndTakenOut() {
        String code = district.shown().get(0);
        Page page = open(ADDRESS + "&area=" + code);
        Hands.press(page, "Add to selection");
        assertEquals(List.of(code), chosen(page));
        Hands.press(page, "Remove from selection");
        assertEquals(List.of(), chosen(page));
        Hands.press(page, "Add to selection");
        Locator remove = page.locator("#count .ns-count__remove");
        assertThat(remove).hasAttribute("aria-label", "Remove " + district.name(code) + " from selection");

        remove.click();

        assertEquals(List.of(), chosen(page));
        assertEquals("Count chosen areas", page.evaluate("document.activeElement.textContent"));
    }

    @Test
    void selectionThatGivesChildrenAwayIsAnsweredWithTheReasonAndNoNumber() throws Exception {
        String small = district.small();
        Page page = open(ADDRESS + "&chosen=lsoa-2021_" + small);

        Hands.press(page, "Count these areas");

        assertThat(page.locator(STATUS))
                .hasText(district.ask(List.of(small)).required("reason").textValue());
        assertFalse(page.locator(STATUS).textContent().matches("(?s).*\\d.*"));
    }

    @Test
    void anotherChoiceClearsTheAnswer() {
        Page page = open(ADDRESS);
        Hands.press(page, "Add all areas shown (" + district.size() + ")");
        Hands.press(page, "Count these areas");
        assertThat(page.locator(STATUS)).containsText("children in need");
        page.locator(".ns-count__remove").first().click();
        assertThat(page.locator(HEADING)).hasText(district.size() - 1 + " areas chosen");
        assertThat(page.locator(STATUS)).isEmpty();

        Hands.press(page, "Count these areas");
        assertThat(page.locator(STATUS + " p")).not().hasCount(0);
        page.locator("#layer").selectOption("rate-cin-2023");

        assertThat(page.locator("[data-module=caption]")).containsText("2023");
        assertThat(page.locator(STATUS)).isEmpty();
        assertThat(page.locator(HEADING)).hasText(district.size() - 1 + " areas chosen");
    }

    @Test
    void addressKeepsWhatIsChosenAndGoingBackUndoesIt() {
        List<String> two = district.shown().subList(0, 2);
        Page page = open(ADDRESS + "&chosen=lsoa-2021_" + String.join("_", two));
        assertThat(page.locator(".ns-count__area"))
                .containsText(new String[] {district.name(two.get(0)), district.name(two.get(1))});
        page.reload();
        assertThat(page.locator(HEADING)).hasText("2 areas chosen");

        Hands.press(page, "Add all areas shown (" + district.size() + ")");
        assertThat(page.locator("#count")).containsText("a copied link does not show them");
        assertThat(page.locator("#count")).containsText("and " + (district.size() - 10) + " more");
        page.reload();
        assertThat(page.locator(HEADING)).hasText(district.size() + " areas chosen");
        // A link inside the page is followed, and the page left again, before the service has said which layers there
        // are.
        page.route("**/api/v1/layers?*", held -> {});
        page.waitForRequest("**/api/v1/layers?*", page::reload);
        page.evaluate("location.hash = 'count'");
        Browser.waitUntil(page, "history.state !== null");
        page.unroute("**/api/v1/layers?*");
        page.reload();
        assertThat(page.locator(HEADING)).hasText(district.size() + " areas chosen");
        page.goBack();
        page.goBack();
        assertThat(page.locator(HEADING)).hasText("2 areas chosen");
        page.goForward();
        assertThat(page.locator(HEADING)).hasText(district.size() + " areas chosen");
        page.goBack();
        assertThat(page.locator(HEADING)).hasText("2 areas chosen");
        page.goForward();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(HEADING)).hasText(district.size() + " areas chosen");

        Page copied = browser.open(page.url(), 1280, 800);
        assertThat(copied.locator("[data-module=messages]"))
                .hasText("This link is about " + district.size()
                        + " chosen areas, too many to be named in it: choose them again.");
    }

    @Test
    void areasAreChosenWhereTheyAreCountedAndNowhereElse() {
        Page page = open("/");
        assertThat(page.locator("#count")).isHidden();
        assertThat(page.locator(".ns-table__tick")).hasCount(0);
        page.locator("#layer").selectOption("rate-cin-2024-lad-2024");
        assertThat(page.locator("#count")).containsText("This measure shows whole districts.");

        Hands.press(page, "Show Children in need, 2024");

        assertThat(page.locator("#layer")).hasValue("rate-cin-2024");
        assertThat(page.locator("#count")).containsText("Add all areas shown (540)");
        Page elsewhere =
                open(ADDRESS + "&chosen=lsoa-2021_E01000001_" + district.shown().get(0));
        assertThat(elsewhere.locator("[data-module=messages]"))
                .hasText("1 chosen area is not in Aldermoor (fictional) and left out.");
        assertEquals(List.of(district.shown().get(0)), chosen(elsewhere));
    }

    @Test
    void problemIsShownLikeOthersAndCanBeTriedAgain() {
        // A browser of its own: a failed request is an error of the console.
        try (Browser failing = new Browser()) {
            Page page = failing.open(
                    service.address() + ADDRESS + "&chosen=lsoa-2021_"
                            + district.shown().get(0),
                    1280,
                    800);
            page.route("**/selections", Route::abort);
            Hands.press(page, "Count these areas");
            assertThat(page.locator("[data-module=messages] [role=alert]"))
                    .containsText("The Needscape service does not answer");
            assertThat(page.locator(STATUS)).isEmpty();
            page.unroute("**/selections");

            Hands.press(page, "Try again");

            assertThat(page.locator(STATUS)).containsText("children in need");
            assertThat(page.locator("[data-module=messages]")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 768, 320})
    void nothingStandsInTheWayOfAnyone(int width) {
        String chosen = ADDRESS + "&chosen=lsoa-2021_"
                + String.join("_", district.shown().subList(0, 12));
        for (String address :
                List.of(chosen, chosen + "&view=table&area=" + district.shown().get(0))) {
            Page page = browser.open(service.address() + address, width, 800);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            Hands.press(page, "Count these areas");
            assertThat(page.locator(STATUS)).containsText("children in need");
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

    private static Page open(String address) {
        Page page = browser.open(service.address() + address, 1280, 800);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page;
    }

    /** The codes that the address names. */
    private static List<String> chosen(Page page) {
        String query = page.url().replaceFirst(".*[?&]chosen=", "");
        return query.equals(page.url())
                ? List.of()
                : List.of(query.replaceFirst("[&#].*", "").split("_")).stream()
                        .skip(1)
                        .toList();
    }
}
