package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
 * A locality board moves the weights of circumstances in a real browser, sees which areas enter and leave the highest-need tenth, and
 * keeps what it agrees on. It is about a page, which is the same over either store, so it is run once.
 */
@Tag("embedded")
class WeightsJourneyTest {

    private static final String ROOT = "/api/v1/extents/fictional-county/matrices";
    private static final String FACTOR = "lone_parents_pct";
    private static final String OTHER = "neet_pct";

    /** A comma in a name must not end its part of the address. */
    private static final String DOMAINS =
            """
            {"name": "Two domains", "aggregation": "weighted-mean", "minimumCoverage": 0.75,
             "domains": [{"name": "Money, work", "weight": 0.6}, {"name": "Harm", "weight": 0.4}],
             "factors": [
              {"column": "lone_parents_pct", "polarity": "higher", "weight": 1, "domain": "Money, work"},
              {"column": "children_low_income_pct", "polarity": "higher", "weight": 2, "domain": "Money, work"},
              {"column": "domestic_abuse_per_1000", "polarity": "higher", "weight": 1, "domain": "Harm"},
              {"column": "missing_episodes_per_1000", "polarity": "higher", "weight": 1, "domain": "Harm"}]}
            """;

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
    void withWeightsAsSavedEveryAreaHasTheRankThatTheServiceGivesIt() {
        Page page = open("/weights.html");
        assertThat(rows(page)).hasCount(540);
        // Moved and moved back, so that the page has worked the ranks out and not only shown them.
        number(page, FACTOR).fill("3");
        assertThat(summary(page)).containsText("the highest-need tenth, ");
        Locator reset = weight(page, FACTOR).locator("button");
        reset.click();
        assertThat(summary(page)).containsText("All weights are as saved.");

        assertEquals(ranks(matrix), shownRanks(page));
        for (String change : page.locator("tbody td:nth-child(4)").allTextContents()) {
            assertTrue(change.equals("0no change") || change.equals("–cannot be compared"), change);
        }
    }

    /** Whoever tries what the service says tips an area sees it tip, on the ranking, in the words and on the map's legend. */
    @Test
    void whatTipsAnAreaTipsItWhenItIsTried() throws Exception {
        JsonNode sensitivity = service.json(ROOT + "/default/sensitivity");
        assertEquals(tenth(), sensitivity.required("highestNeedTenth").longValue());
        for (boolean isIn : new boolean[] {true, false}) {
            JsonNode area = first(sensitivity.required("areas"), isIn);
            String code = area.required("code").textValue();
            Page page = open("/weights.html?area=" + code);
            assertThat(page.locator("#why h2")).hasText(area.required("name").textValue());
            assertThat(page.locator(".ns-weights__tippings"))
                    .containsText(
                            isIn ? "would leave the highest-need tenth if" : "would enter the highest-need tenth if");

            page.locator(".ns-weights__tippings button").first().click();

            assertThat(row(page, code)).containsText(isIn ? "leaves" : "enters");
            assertThat(page.locator("#why")).containsText((isIn ? "Leaves" : "Enters") + " the highest-need tenth");
            assertThat(page.locator("[data-module=legend]"))
                    .not()
                    .containsText(isIn ? "leaves it (0)" : "enters the highest-need tenth (0)");
            assertTrue(page.url().contains("counts="), page.url());
        }
    }

    /** The page's own arithmetic and the service's, of the same weights, over all areas. */
    @Test
    void whatIsKeptRanksEveryAreaAsThePageDidAndIsOnTheMap() throws Exception {
        Page page = open("/weights.html?counts=lone_parents_pct:2.5,neet_pct:0,persistent_absence_pct:0.3");
        Map<String, String> ranks = shownRanks(page);
        Hands.press(page, "Keep as a scoring method");
        assertThat(page.locator("#keep-name-error")).hasText("Give the scoring method a name.");
        page.locator("#keep-name").fill("Board of the valley");
        page.locator("#keep-description").fill("Agreed in spring");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-module=kept]")).containsText("Board of the valley is kept.");

        JsonNode kept = service.json(ROOT + "/board-of-the-valley");
        assertEquals(ranks, ranks(kept));
        assertEquals(
                matrix.required("factors").size() - 1,
                kept.required("factors").size(),
                "What does not count is left out.");
        // Its layer is there once the job of the scores is done.
        page.locator("a", hasText("Its score on the map")).click(new Locator.ClickOptions().setTimeout(30_000));
        assertThat(page.locator("#layer")).hasValue("need-score-board-of-the-valley");
    }

    @Test
    void domainsAreWeighedTooAndANewVersionIsKept() throws Exception {
        assertEquals(
                201,
                service.postTo("/api/v1/recipes", DOMAINS.getBytes(UTF_8), "application/json", "X-Needscape", "1")
                        .statusCode());
        Page page = open("/weights.html?matrix=two-domains&counts=lone_parents_pct:3");
        Locator harm = page.locator("[data-domain=Harm]");
        assertThat(harm.locator(".ns-weight__share")).hasText("40.0 %");
        harm.locator("input[type=number]").fill("2");
        assertThat(harm.locator(".ns-weight__share")).hasText("57.1 %");
        // 3 of 5 of the domain, which now counts 0.6 of 1.4.
        assertThat(weight(page, FACTOR).locator(".ns-weight__share")).hasText("25.7 %");
        Map<String, String> ranks = shownRanks(page);

        Hands.press(page, "New version of Two domains");

        assertThat(page.locator("[data-module=kept]")).containsText("Two domains is kept as version 2.");
        assertEquals(ranks, ranks(service.json(ROOT + "/two-domains")));
        assertEquals(
                0.8,
                service.json("/api/v1/recipes/two-domains")
                        .at("/recipe/domains/1/weight")
                        .doubleValue());
    }

    @Test
    void areasNearTheEdgeAreListedAndLeadToThemselves() throws Exception {
        JsonNode areas = service.json(ROOT + "/default/sensitivity").required("areas");
        Page page = open("/weights.html");
        assertFalse(page.url().contains("?"), "Nothing was chosen.");

        page.locator("[data-module=edge] summary").click();
        Locator first = page.locator("[data-module=edge-list] li").first();
        assertThat(first).containsText(Pattern.compile("would (leave|enter) if .+ counted"));
        first.locator("button").click();

        assertThat(page.locator("tr[aria-current=true]")).hasCount(1);
        assertThat(page.locator("[data-module=edge-list]"))
                .containsText(
                        "of the " + tenth() + " areas of the highest-need tenth could leave it by one weight alone");
        assertTrue(areas.size() > 12, "There are more areas near the edge than are listed.");
    }

    @Test
    void weightsAreMovedByKeyboardKeptInTheAddressAndUndoneByGoingBack() {
        Page page = open("/weights.html");
        Locator slider = weight(page, FACTOR).locator("input[type=range]");
        slider.focus();
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(number(page, FACTOR)).hasValue("2");
        assertThat(slider).hasAttribute("aria-valuetext", "counts twice as much");
        int all = matrix.required("factors").size() + 1;
        assertThat(weight(page, FACTOR).locator(".ns-weight__share")).hasText(percent(2.0 / all));
        assertThat(weight(page, OTHER).locator(".ns-weight__share")).hasText(percent(1.0 / all));
        page.waitForURL("**/weights.html?counts=lone_parents_pct:2");
        assertThat(page.locator("[data-module=announcer]"))
                .containsText(Pattern.compile("\\d+ areas? enters? the highest-need tenth, \\d+ leaves?; \\d+ % of"));

        page.keyboard().press("Tab");
        assertThat(number(page, FACTOR)).isFocused();
        number(page, OTHER).fill("0");
        page.waitForURL("**/weights.html?counts=lone_parents_pct:2,neet_pct:0");
        assertThat(weight(page, OTHER)).containsText("counts not at all");
        Map<String, String> ranks = shownRanks(page);

        page.reload();
        assertThat(number(page, OTHER)).hasValue("0");
        assertThat(page.locator("[data-module=legend] > *").first()).isAttached();
        assertEquals(ranks, shownRanks(page));
        page.goBack();
        assertThat(number(page, OTHER)).hasValue("1");
        assertThat(number(page, FACTOR)).hasValue("2");
        page.goBack();
        assertThat(number(page, FACTOR)).hasValue("1");
        assertThat(summary(page)).containsText("All weights are as saved.");
    }

    @Test
    void mapShowsTheChangeAndDistrictAndOrderStayWithTheLink() {
        Page page = open("/weights.html?counts=lone_parents_pct:10");
        page.locator("[data-view-button=change]").click();
        assertThat(page.locator("[data-module=legend]")).containsText("two or more tenths up, towards most need");
        page.locator("#district").selectOption("E07999001");
        page.locator("[data-key=change]").click();
        int areas = (int) stream(matrix.required("rows"))
                .filter(row -> row.required("district").textValue().equals("E07999001"))
                .count();
        assertThat(rows(page)).hasCount(areas);
        assertThat(page.locator("th[aria-sort=descending]")).containsText("Change");
        assertTrue(page.url().endsWith("&district=E07999001&sort=change&view=change"), page.url());
        List<String> order = page.locator("tbody tr")
                .evaluateAll("rows => rows.map(row => row.dataset.code)")
                .toString()
                .lines()
                .toList();

        Page again = browser.open(page.url(), 1280, 900);

        assertThat(again.locator("[data-view-button=change]")).hasAttribute("aria-pressed", "true");
        assertEquals(
                order,
                again.locator("tbody tr")
                        .evaluateAll("rows => rows.map(row => row.dataset.code)")
                        .toString()
                        .lines()
                        .toList());
    }

    @Test
    void whatIsNoWeightIsSaidAndChangesNothing() {
        Page page = open("/weights.html?counts=lone_parents_pct:2");
        Map<String, String> ranks = shownRanks(page);
        for (String wrong : List.of("", "-1", "11")) {
            number(page, OTHER).fill(wrong);
            assertThat(number(page, OTHER)).hasAttribute("aria-invalid", "true");
            assertThat(weight(page, OTHER)).containsText("Give a number from 0 to 10");
        }
        page.locator("#keep-name").fill("Board");
        Hands.press(page, "Keep as a scoring method");
        assertThat(page.locator("[role=alert]")).containsText("holds no number that counts");
        assertEquals(ranks, shownRanks(page));
        number(page, OTHER).fill("1");
        assertThat(number(page, OTHER)).not().hasAttribute("aria-invalid", "true");

        StringBuilder nothing = new StringBuilder();
        matrix.required("factors")
                .forEach(factor ->
                        nothing.append(factor.required("id").textValue()).append(":0,"));
        page = open("/weights.html?counts=" + nothing);
        assertThat(summary(page)).containsText("No circumstance counts any more: give at least one a weight above 0.");
        assertEquals(ranks(matrix), shownRanks(page));
    }

    @Test
    void addressOfWhatIsNotThereSaysSo() {
        Page page = open("/weights.html?matrix=gone&counts=nothing:2,neet_pct:many&area=E00&district=E00");

        Locator messages = page.locator("[data-module=messages]");
        assertThat(messages).containsText("There is no scoring method gone here; it may have been withdrawn.");
        assertThat(messages).containsText("There is no circumstance nothing in this scoring method");
        assertThat(messages).containsText("“neet_pct:many” in the address is no weight");
        assertThat(messages).containsText("There is no area E00");
        assertThat(summary(page)).containsText("All weights are as saved.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void nothingOfThePageStandsInTheWayOfAnyone(int width) {
        String code = matrix.required("rows").required(0).required("code").textValue();
        Page page = browser.open(
                service.address() + "/weights.html?counts=lone_parents_pct:3,neet_pct:0&view=change&area=" + code,
                width,
                900);
        assertThat(page.locator(".ns-weights__tippings")).containsText("tenth");
        page.locator("[data-module=edge] summary").click();
        assertThat(page.locator("[data-module=edge-list] li").first()).isVisible();
        number(page, OTHER).fill("");
        Hands.press(page, "Keep as a scoring method");
        assertThat(page.locator(".ns-errors")).isVisible();
        // Rows are alike, and axe takes half a second for ten.
        page.evaluate("[...document.querySelectorAll('tbody tr')].slice(8).forEach((row) => row.remove())");

        assertEquals(List.of(), Browser.accessibilityProblems(page));
        assertTrue(
                (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "It scrolls sideways.");
    }

    private static Page open(String address) {
        return browser.open(service.address() + address, 1280, 900);
    }

    private static Locator rows(Page page) {
        return page.locator("tbody tr");
    }

    private static Locator row(Page page, String code) {
        return page.locator("tr[data-code=" + code + "]");
    }

    private static Locator summary(Page page) {
        return page.locator("[data-module=summary]");
    }

    private static Locator weight(Page page, String factor) {
        return page.locator("[data-factor=" + factor + "]");
    }

    private static Locator number(Page page, String factor) {
        return weight(page, factor).locator("input[type=number]");
    }

    /** By code, once the rows out of sight have followed. */
    private static Map<String, String> shownRanks(Page page) {
        page.waitForTimeout(400);
        Map<String, String> ranks = new TreeMap<>();
        for (Object pair : (List<?>) page.locator("tbody tr")
                .evaluateAll("rows => rows.map(row => [row.dataset.code, row.cells[1].textContent])")) {
            ranks.put(String.valueOf(((List<?>) pair).get(0)), String.valueOf(((List<?>) pair).get(1)));
        }
        return ranks;
    }

    private static Map<String, String> ranks(JsonNode matrix) {
        Map<String, String> ranks = new TreeMap<>();
        for (JsonNode row : matrix.required("rows")) {
            JsonNode rank = row.required("rank");
            ranks.put(row.required("code").textValue(), rank.isNumber() ? rank.asText() : "hidden to protect children");
        }
        return ranks;
    }

    /** A tenth of the areas that have a rank. */
    private static long tenth() {
        return stream(matrix.required("rows"))
                        .filter(row -> row.required("rank").isNumber())
                        .count()
                / 10;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static JsonNode first(JsonNode areas, boolean isIn) {
        return stream(areas)
                .filter(area -> area.required("inTenth").booleanValue() == isIn)
                .findFirst()
                .orElseThrow();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false);
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
