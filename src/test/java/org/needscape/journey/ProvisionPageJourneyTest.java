package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;

/**
 * A locality board reads in a real browser what help there is, where there is none, and how a budget would fall beside need. It is about a
 * page, which is the same over either store, so it is run once.
 */
@Tag("embedded")
class ProvisionPageJourneyTest {

    @TempDir
    private static Path folder;

    @Test
    void boardFindsGapsReachAndBudgetsBesideNeedByMouseAndKeyboardAtEveryWidth() throws Exception {
        try (JourneyService service = JourneyService.withFictionalCounty(folder.resolve("store"));
                Browser browser = new Browser()) {
            JsonNode provision = service.json("/api/v1/extents/fictional-county/provision?key=need");
            // Areas whose need is not known have no share; the shares of the others add up all the same.
            long budget = provision.at("/allocation/budgetPounds").longValue();
            assertEquals(budget, pounds(provision.required("districts")));
            assertEquals(budget, pounds(provision.at("/allocation/areas")));
            Page page = browser.open(service.address() + "/matrix.html", 1280, 900);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Provision"))
                    .click();
            assertThat(page.locator("h1")).hasText("Provision: what help there is, for whom and where");

            // Planted: nothing for young people of 20 and over at levels 3 and 4, and one budget that nobody gave.
            assertThat(page.locator("[data-module=lead]"))
                    .containsText("there is no service for ages 20 to 25 at levels 3 and 4");
            assertThat(page.locator("[data-module=lead]")).containsText("1 budget is not known");
            assertThat(page.locator("[data-module=lead]")).containsText("fictional");
            assertThat(page.locator("#matrix tbody tr").last().locator("td").nth(3))
                    .hasText("No service");
            assertEquals(2, page.locator("#matrix .ns-provision__gap").count());
            assertThat(rowOf(page, "#services", "Attendance team (fictional)")).containsText("not known");
            Locator cell =
                    page.locator("#matrix tbody tr").first().locator("td").first();
            cell.locator("summary").focus();
            page.keyboard().press("Enter");
            assertThat(cell).containsText("Health visiting (fictional)");

            // By keyboard: the last key is need.
            page.locator("#key").focus();
            page.keyboard().press("End");
            assertThat(page.locator("#spend")).containsText("children in areas of highest need");
            assertTrue(page.url().endsWith("/provision.html?key=need"), page.url());
            for (JsonNode district : provision.required("districts")) {
                assertThat(rowOf(page, "#spend", district.required("name").textValue()))
                        .containsText(String.format(
                                Locale.UK, "£%,d", district.at("/pounds/number").longValue()));
            }
            // The county's own decision record, a year old, is agreed.
            assertThat(page.locator("#outside"))
                    .containsText(provision.at("/outside/areasOutside").asText() + " areas lie outside");
            assertThat(page.locator("#cautions")).containsText("is an estimate of its share by the stated key");

            Path file = page.waitForDownload(
                            () -> page.locator("[data-module=download]").click())
                    .path();
            assertTrue(Files.readString(file).contains("gap: no service"));
            for (int width : List.of(1280, 768, 320)) {
                page.setViewportSize(width, 900);
                assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width + " px");
            }
            // Tables are alike, and axe takes long for many cells: the first rows of each speak for all.
            page.evaluate(
                    "document.querySelectorAll('tbody').forEach((body) => [...body.rows].slice(3, -1).forEach((row) => row.remove()))");
            assertEquals(List.of(), Browser.accessibilityProblems(page));
            browser.closePages();
            assertEquals(List.of(), browser.troubles());
        }
    }

    private static long pounds(JsonNode places) {
        long sum = 0;
        for (JsonNode place : places) {
            sum += place.at("/pounds/number").asLong(0);
        }
        return sum;
    }

    private static Locator rowOf(Page page, String section, String name) {
        return page.locator(section + " table")
                .first()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("th", new Page.LocatorOptions().setHasText(name))));
    }
}
