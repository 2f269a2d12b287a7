package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;

/** A commissioner asks whether help reaches where need is. It is about a page, which is the same over either store, so it is run once. */
@Tag("embedded")
class GapJourneyTest {

    private static final String LAYER = "gradient-gap-cin-2024";

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
        assertEquals(List.of(), browser.troubles());
    }

    @Test
    void gapIsReadInLegendTableAndPanelWithoutColour() throws Exception {
        JsonNode layer = service.json("/api/v1/layers/" + LAYER + "/values");
        Page page = browser.open(service.address() + "/?view=table&district=E07999006&layer=" + LAYER, 1280, 900);

        assertThat(page.locator("[data-module=question]")).hasText("Does help reach where need is?");
        assertThat(page.locator("[data-module=sentence]"))
                .hasText(layer.required("layer").required("sentence").textValue());
        Locator legend = page.locator(".ns-gap tbody tr");
        assertThat(legend).hasCount(2);
        assertThat(legend.nth(0)).containsText("High need");
        assertThat(legend.nth(0)).containsText("within chance");
        assertThat(page.locator(".ns-legend__state")).containsText("hidden to protect children");

        JsonNode known = first(layer, "known");
        JsonNode hidden = first(layer, "suppressed");
        assertThat(row(page, known))
                .containsText(known.required("class").textValue().startsWith("high") ? "high need" : "low need");
        assertThat(row(page, known)).containsText("within chance");
        assertThat(row(page, hidden)).containsText("hidden to protect children");

        page.locator("button[data-code=" + known.required("code").textValue() + "]")
                .click();
        Locator panel = page.locator("[data-module=panel]");
        assertThat(panel.locator("h2")).hasText(known.required("name").textValue());
        assertThat(panel).containsText("Need and response");
        assertThat(panel)
                .containsText(
                        "need than Aldermoor (fictional) overall, and help within chance of that in similar areas (");
        page.locator("button[data-code=" + hidden.required("code").textValue() + "]")
                .click();
        assertThat(panel.locator("h2")).hasText(hidden.required("name").textValue());
        assertThat(panel).containsText("overall; how much help reaches it is hidden to protect children.");
    }

    @Test
    void mostlyHiddenGapOpensAsDistricts() {
        Page page = browser.open(service.address() + "/?layer=gradient-gap-cla-2024", 320, 800);

        assertThat(page.locator("[data-module=caption]"))
                .containsText("Need and response: Children looked after by district, 2024");
        assertEquals(List.of(), Browser.accessibilityProblems(page));
        assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    private static Locator row(Page page, JsonNode area) {
        return page.locator("#table tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "button[data-code=" + area.required("code").textValue() + "]")));
    }

    private static JsonNode first(JsonNode layer, String state) {
        return StreamSupport.stream(layer.required("areas").spliterator(), false)
                .filter(area -> area.required("district").textValue().equals("E07999006"))
                .filter(area -> area.required("state").textValue().equals(state))
                .findFirst()
                .orElseThrow();
    }
}
