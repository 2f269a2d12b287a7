package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.FictionalAuthorities;
import org.needscape.JourneyService;

/**
 * An analyst sets whole authorities against their deprivation in a real browser. It is about a page, which is the same over either
 * store, so it is run once.
 */
@Tag("embedded")
class AuthoritiesPageJourneyTest {

    private static final String PAGE = "/authorities.html?measure=cla-at-31-march&period=2024";

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static Browser browser;

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        FictionalAuthorities.load(service, folder);
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
    void authorityIsChosenAndItsFiguresRead() throws Exception {
        Page page = open(PAGE, 1280);
        assertThat(page.locator("[data-module=sentence]"))
                .hasText(service.json("/api/v1/authorities/gradient?measure=cla-at-31-march&period=2024")
                        .required("sentence")
                        .textValue());
        assertThat(page.locator(".ns-banner")).containsText("Fictional data");

        page.locator("#authority").focus();
        page.locator("#authority").selectOption(FictionalAuthorities.CODE);

        assertThat(page.locator("#authority-title")).hasText("Invented 1: how has it changed?");
        assertThat(page.locator("#authority")).isFocused();
        assertThat(page.locator("tr[aria-current=true]")).containsText("Invented 1");
        // 20,000 children and a rate of 50 are 100 children.
        assertThat(page.locator("section[aria-labelledby=authority-title] tbody tr")
                        .first())
                .containsText("20,000");
        Browser.waitUntil(page, "[...document.querySelectorAll('#report img')].every((image) => image.complete)");
        assertEquals(
                List.of(),
                page.evaluate(
                        "[...document.querySelectorAll('#report img')].filter((image) => image.naturalWidth === 0).map((image) => image.src)"));
        assertTrue(page.url().endsWith("&authority=" + FictionalAuthorities.CODE), page.url());
        page.goBack();
        assertThat(page.locator("#authority-title")).hasCount(0);
    }

    @Test
    void tableIsOrderedByKeyboard() {
        Page page = open(PAGE, 1280);
        Locator names = page.locator("[data-module=table] tbody th button");
        Hands.tabTo(page, "Tab", "document.activeElement.textContent.startsWith('Rate per 10,000')");
        page.keyboard().press("Enter");
        assertThat(names.first()).hasText("Invented 12");
        page.keyboard().press("Enter");
        assertThat(names.first()).hasText("Invented 1");
        assertThat(page.locator("[data-module=table] th[aria-sort=ascending]")).containsText("Rate per 10,000");
        assertTrue(page.url().endsWith("&sort=rate"), page.url());
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 768, 320})
    void nothingOfThePageStandsInTheWayOfAnyone(int width) {
        Page page = open(PAGE + "&authority=" + FictionalAuthorities.CODE, width);

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

    private static Page open(String path, int width) {
        return browser.open(service.address() + path, width, 900);
    }
}
