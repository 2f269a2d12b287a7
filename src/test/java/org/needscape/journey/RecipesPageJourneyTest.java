package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.JourneyService;

/**
 * An analyst defines a scoring method in a real browser, and a commissioner reads how its score is made. It is about a page, which is
 * the same over either store, so it is run once.
 */
@Tag("embedded")
class RecipesPageJourneyTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MATRICES = "/api/v1/extents/fictional-county/matrices";

    /** With what a form shows only where it is needed. */
    private static final String GIVEN =
            """
            {"name": "%s", "description": "Agreed in spring", "domains": [{"name": "Work", "weight": 0.6}, {"name": "Home", "weight": 0.4}],
             "factors": [
              {"column": "neet_pct", "polarity": "higher", "weight": 3, "domain": "Work"},
              {"column": "worklessness_pct", "polarity": "higher", "weight": 1, "domain": "Work", "shrinkage": "none"},
              {"column": "overcrowding_pct", "polarity": "higher", "standardisation": "min-max", "goalposts": [0, 40], "domain": "Home", "period": "2024"}]}
            """;

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
        browser.closePages();
        // A browser notes every refusal, and refusals are what is tried here.
        assertEquals(
                List.of(),
                browser.troubles().stream()
                        .filter(trouble -> !trouble.contains("a status of 422"))
                        .toList());
    }

    @Test
    void methodIsDefinedTriedCorrectedAndSavedByKeyboard() throws Exception {
        Page page = open("/recipes.html");
        Browser.focusByTab(page, "Define a scoring method");
        page.keyboard().press("Enter");
        assertThat(control(page, "factors[0].weight")).isVisible();
        tabTo(page, "document.activeElement.id === 'recipe-name'");
        page.keyboard().type("Board of the valley");
        tabTo(page, "document.activeElement.name === 'factors[0].column'");
        page.keyboard().type("Lone");
        tabTo(page, "document.activeElement.name === 'factors[0].weight'");
        page.keyboard().press("Control+a");
        page.keyboard().type("-2");
        tabTo(page, "document.activeElement.textContent === 'Add a circumstance'");
        page.keyboard().press("Enter");
        assertThat(control(page, "factors[1].column")).isFocused();
        page.keyboard().type("Good level");
        assertThat(control(page, "factors[1].polarity")).hasValue("lower");
        tabTo(page, "document.activeElement.textContent === 'Try it'");

        page.keyboard().press("Enter");

        assertThat(page.locator(".ns-errors")).isFocused();
        String wrong = "Lone parent families: The weight must be above 0, not -2.";
        assertThat(control(page, "factors[0].weight")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".ns-field--wrong .ns-field__error")).hasText(wrong);
        Browser.focusByTab(page, wrong);
        page.keyboard().press("Enter");
        assertThat(control(page, "factors[0].weight")).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().type("2");
        tabTo(page, "document.activeElement.textContent === 'Try it'");
        page.keyboard().press("Enter");
        assertThat(page.locator("#trial-title")).hasText("What it would give");
        List<String> tried = page.locator("[data-module=answer] tbody th").allTextContents();
        assertEquals(404, service.get("/api/v1/recipes/board-of-the-valley").statusCode());

        Hands.tabTo(page, "Shift+Tab", "document.activeElement.textContent === 'Save'");
        page.keyboard().press("Enter");

        assertThat(page.locator("#trial-title")).hasText("Board of the valley is saved");
        assertThat(page.locator("[data-module=answer]"))
                .containsText(
                        "Its layer is there.",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(30_000));
        JsonNode matrix = service.json(MATRICES + "/board-of-the-valley");
        assertEquals(2, matrix.at("/factors/0/weight").intValue());
        assertEquals("lower means more need", matrix.at("/factors/1/polarity").textValue());
        assertEquals(mostNeed(matrix), tried);
        assertThat(page.locator("a", hasText("Map")).last())
                .hasAttribute("href", "/?layer=need-score-board-of-the-valley");
    }

    @Test
    void newVersionStartsFromTheOldAndSaysWhatChanged() throws Exception {
        save("Spring");
        Page page = open("/recipes.html?id=spring");
        assertThat(cells(page, "Not in education")).containsText(new String[] {
            "", "higher values", "z-score", "3", "45.0 %", "Work", "as usual", "latest: 2024"
        });
        assertThat(cells(page, "Overcrowding")).containsText(new String[] {
            "", "higher values", "min-max, 0 to 40", "1", "40.0 %", "Home", "as usual", "2024"
        });
        page.locator("a", hasText("Make a new version")).click();
        assertThat(page.locator("#recipe-name")).hasValue("Spring");
        assertThat(control(page, "domains[0].weight")).hasValue("0.6");
        control(page, "factors[0].weight").fill("1");
        page.locator("[aria-label='Remove Worklessness']").click();
        assertThat(page.locator("[aria-label='Remove Overcrowding']")).isFocused();
        page.locator("#recipe-coverage").fill("60");
        Hands.press(page, "Save as a new version");
        assertThat(page.locator("#trial-title")).hasText("Spring is saved as version 2");

        page.locator("a", hasText("How its score is made")).click();

        Locator second = page.locator("[data-version='2']");
        assertThat(second).containsText("(shown here)");
        assertEquals(
                List.of(
                        "Minimum coverage is 60\u00a0% instead of 75\u00a0%.",
                        "Worklessness was removed.", "Not in education, employment or training counts 1 instead of 3."),
                second.locator("li").allTextContents());
        page.locator("[data-version='1'] a").click();
        assertThat(page.locator("main")).containsText("This is an earlier version.");
        assertEquals(
                3,
                service.json(MATRICES + "/spring?version=1")
                        .at("/recipe/document/factors/0/weight")
                        .intValue());
    }

    @Test
    void recipeFileFillsTheFormAndWhatIsWrongInItStandsBesideItsField() throws Exception {
        Path recipe = folder.resolve("given.json");
        Page page = open("/recipes.html?define=new");
        Files.writeString(recipe, "no recipe");
        page.locator("#recipe-file").setInputFiles(recipe);
        assertThat(page.locator("#recipe-file-error")).hasText("given.json is not valid JSON: choose a recipe file.");

        recipe = folder.resolve("other.json");
        Files.writeString(recipe, GIVEN.formatted("Given").replace("\"2024\"", "\"1999\""));
        page.locator("#recipe-file").setInputFiles(recipe);
        assertThat(page.locator("#recipe-name")).hasValue("Given");
        assertThat(page.locator(".ns-factor-row")).hasCount(3);
        assertThat(page.locator(".ns-field--wrong .ns-field__error"))
                .hasText(
                        "Overcrowding: overcrowding_pct has no figures of 1999 for lsoa-2021; there are those of 2024.");
        assertThat(control(page, "factors[2].period")).isVisible();

        control(page, "factors[2].period").selectOption("2024");
        Hands.press(page, "Try it");
        assertThat(page.locator("[data-module=answer]")).containsText("areas get a score.");
        assertThat(page.locator(".ns-errors")).hasCount(0);
    }

    @Test
    void everyMethodIsListedWithWhatThereIsOfItAndItsDocument() throws Exception {
        save("Listed");
        Page page = open("/recipes.html");
        assertThat(page.locator("[data-recipe=default] a", hasText("Map")))
                .hasAttribute("href", "/?layer=need-score-default");
        assertThat(page.locator("[data-recipe=indices-of-deprivation-2019]")).containsText("lacks figures for it");
        assertThat(page.locator("[data-recipe=indices-of-deprivation-2025] a", hasText("Map")))
                .hasCount(0);
        Locator listed = page.locator("[data-recipe=listed]");
        assertThat(listed).containsText(Pattern.compile("Version 1, saved .+ at \\d\\d:\\d\\d . 3 circumstances"));

        Download file = page.waitForDownload(() -> listed.locator("button").click());

        assertEquals("scoring-method-listed-version-1.json", file.suggestedFilename());
        assertEquals(
                service.json("/api/v1/recipes/listed").required("recipe"),
                MAPPER.readTree(file.path().toFile()));
        page.locator("[data-recipe=indices-of-deprivation-2019] h3 a").click();
        assertThat(page.locator(".ns-recipe__not"))
                .containsText("has no figures of 2019 for lsoa-2021; there are those of 2025.");
    }

    @ParameterizedTest
    @CsvSource({
        "1280, /recipes.html",
        "320, /recipes.html",
        "320, /recipes.html?id=default",
        "1280, /recipes.html?id=indices-of-deprivation-2025",
        "320, /recipes.html?define=new&id=indices-of-deprivation-2025",
        "768, /recipes.html?define=new",
        "1280, /recipes.html?define=new"
    })
    void nothingOfThePageStandsInTheWayOfAnyone(int width, String address) {
        Page page = browser.open(service.address() + address, width, 900);
        if (address.contains("define")) {
            assertThat(page.locator(".ns-factor-row").first()).isVisible();
            control(page, "factors[0].weight").fill("0");
            page.locator(".ns-factor-row__more").first().evaluate("details => details.open = true");
            Hands.press(page, "Try it");
            assertThat(page.locator(".ns-errors")).isVisible();
        }

        assertEquals(List.of(), Browser.accessibilityProblems(page));
        assertTrue(
                (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "It scrolls sideways.");
    }

    private static Page open(String address) {
        return browser.open(service.address() + address, 1280, 900);
    }

    private static void save(String name) throws Exception {
        assertEquals(
                201,
                service.postTo(
                                "/api/v1/recipes",
                                GIVEN.formatted(name).getBytes(UTF_8),
                                "application/json",
                                "X-Needscape",
                                "1")
                        .statusCode());
    }

    private static Locator control(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }

    private static Locator cells(Page page, String circumstance) {
        return page.locator("tr", hasText(circumstance)).locator("th, td");
    }

    private static void tabTo(Page page, String condition) {
        Hands.tabTo(page, "Tab", condition);
    }

    private static List<String> mostNeed(JsonNode matrix) {
        return StreamSupport.stream(matrix.required("rows").spliterator(), false)
                .filter(row ->
                        row.required("rank").isNumber() && row.required("rank").intValue() <= 10)
                .sorted(Comparator.comparingInt(row -> row.required("rank").intValue()))
                .map(row -> row.required("name").textValue())
                .toList();
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
