package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;

/**
 * A locality board picks its target areas in a real browser, from the suggestion to what was agreed, by mouse and by keyboard; two of its
 * members change the same set at once. It is about a page, which is the same over either store, so it is run once.
 */
@Tag("embedded")
class TargetsPageJourneyTest {

    private static final String SETS = "/api/v1/extents/fictional-county/target-sets";
    private static final String DISTRICT = "E07999006";
    private static final String REVIEW = LocalDate.now().plusYears(1).toString();

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static Browser browser;
    private static List<JsonNode> byNeed;
    private static int areasOfDistrict;

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        browser = new Browser();
        List<JsonNode> areas = StreamSupport.stream(
                        service.json("/api/v1/extents/fictional-county/target-areas")
                                .required("areas")
                                .spliterator(),
                        false)
                .filter(area -> area.required("district").textValue().equals(DISTRICT))
                .toList();
        areasOfDistrict = areas.size();
        byNeed = areas.stream()
                .filter(area -> !area.required("rank").isNull())
                .sorted(Comparator.comparingInt(area -> area.required("rank").intValue()))
                .toList();
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
                        .filter(trouble -> !trouble.contains("a status of 422") && !trouble.contains("a status of 409"))
                        .toList());
    }

    @Test
    void areasArePickedByEveryToolAndEveryStepIsTakenBack() {
        Page page = open("/targets.html");
        page.locator("#district").selectOption(DISTRICT);
        assertThat(page.locator("[data-module=sentence]")).containsText("Nothing is chosen yet of the ");
        assertThat(page.locator("#areas tbody tr")).hasCount(areasOfDistrict);

        Hands.press(page, "Add them");
        assertChosen(page, 3);
        assertThat(row(page, 0).locator("[name=chosen]")).isChecked();
        assertThat(page.locator("#tallies")).containsText("3, in ");
        assertTrue(page.url().contains("&areas=" + code(0) + "," + code(1) + "," + code(2)), page.url());

        // Whole places, hotspots, and one area of what is left out.
        page.locator("#whole").selectOption(byNeed.get(9).at("/msoa/code").textValue());
        Hands.press(page, "Add it");
        int withWhole = chosen(page);
        assertTrue(withWhole > 3, "a whole place adds its areas");
        Hands.press(page, "Take it out");
        assertThat(page.locator("#tallies")).not().hasAttribute("aria-busy", "true");
        Locator add = page.locator(".ns-targets__left-out button").first();
        String added = add.getAttribute("aria-label");
        add.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".ns-targets__left-out [aria-label='" + added + "']"))
                .hasCount(0);
        assertThat(page.locator(".ns-targets__left-out button").first()).isFocused();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("hotspots"))
                .click();
        assertThat(page.locator("#tallies")).containsText(", 0 left out in the district");

        // Kept areas stay whatever tool follows.
        Locator kept = row(page, 1);
        kept.locator("[name=lock]").check();
        assertThat(kept.locator("[name=chosen]")).isDisabled();
        Hands.press(page, "Take all out");
        assertChosen(page, 1);
        assertThat(kept.locator("[name=chosen]")).isChecked();

        // Pressing and drawing on the map.
        int before = chosen(page);
        BoundingBox map = inSight(page);
        page.mouse().click(map.x + map.width * 0.5, map.y + map.height * 0.5);
        assertChosen(page, before + 1);
        page.getByLabel("Draw to add areas").check();
        map = inSight(page);
        page.mouse().move(map.x + map.width * 0.5, map.y + map.height * 0.35);
        page.mouse().down();
        page.mouse()
                .move(
                        map.x + map.width * 0.6,
                        map.y + map.height * 0.45,
                        new com.microsoft.playwright.Mouse.MoveOptions().setSteps(20));
        page.mouse().up();
        int drawn = chosen(page);
        assertTrue(drawn > before + 1, "drawing over areas chooses them");
        page.getByLabel("Press areas, or drag the map").check();

        while (page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .getAttribute("aria-disabled")
                .equals("false")) {
            Hands.press(page, "Undo");
        }
        assertChosen(page, 0);
        Hands.press(page, "Redo");
        assertChosen(page, 3);

        // What is picked and not saved stands in the address.
        page.reload();
        assertChosen(page, 3);
    }

    @Test
    void boardGoesFromTheSuggestionToWhatWasAgreedByMouse() throws Exception {
        Page page = open("/targets.html?district=" + DISTRICT);
        page.getByLabel("Areas, at least").fill("4");
        page.getByText("Budget: money, caseload and children").click();
        page.getByLabel("Children aged 0 to 17, at most").fill("600");
        Hands.press(page, "Suggest a set");
        assertThat(page.locator(".ns-errors")).containsText("without any one of them there is one");
        assertThat(page.locator("[name='limits.children']")).hasAttribute("aria-invalid", "true");
        page.getByLabel("Areas, at least").fill("");
        page.getByLabel("Children aged 0 to 17, at most").fill("");
        page.getByLabel("Areas, at most").fill("0");
        Hands.press(page, "Suggest a set");
        assertThat(page.locator("[name=areasTo]")).hasAttribute("aria-invalid", "true");
        page.getByLabel("Areas, at most").fill("3");
        page.getByLabel("Pieces that hang together, at most").fill("3");
        Hands.press(page, "Suggest a set");
        Locator suggested = page.locator(".ns-targets__suggested li");
        assertThat(suggested).hasCount(3);
        assertThat(page.locator(".ns-targets__answer")).containsText("No set within these limits reaches more than");
        Hands.press(page, "Start from this set");
        assertChosen(page, 3);
        for (int place : List.of(0, 1, 6)) {
            row(page, place).locator("[name=chosen]").check();
        }
        for (int place = 2; place < byNeed.size(); place++) {
            if (place != 6 && row(page, place).locator("[name=chosen]").isChecked()) {
                row(page, place).locator("[name=chosen]").uncheck();
            }
        }
        assertChosen(page, 3);

        // What is missing stands beside its field, and nothing is lost by that or by a link within the page.
        page.getByLabel("Name of the set").fill("Earlier help, by mouse");
        page.getByText("Go past the table to the plan").click();
        page.waitForTimeout(500);
        assertThat(page.getByLabel("Name of the set")).hasValue("Earlier help, by mouse");
        page.getByLabel("Saved by").fill("A. Worker");
        Hands.press(page, "Propose to the board");
        assertThat(page.locator(".ns-errors")).containsText("A plan that is proposed has 3 to 5 priorities");
        assertThat(page.locator(".ns-errors")).containsText("It is saved as a draft.");
        assertThat(page.locator(".ns-targets__state")).hasText("Draft");
        Locator reason = page.getByLabel("Why " + byNeed.get(6).required("name").textValue());
        assertThat(reason).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[name=review]")).hasAttribute("aria-invalid", "true");
        page.locator(".ns-errors a").first().click();

        write(page);
        reason.fill("Nothing is there yet");
        Hands.press(page, "Add a choice that was looked at");
        page.locator("[name='alternatives[0].areas']").fill(code(2));
        page.locator("[name='alternatives[0].whyNot']").fill("It has had a family hub since spring");
        page.getByLabel("What was said against it").fill("The school would rather have the north");
        Hands.press(page, "Propose to the board");
        assertThat(page.locator("#record-title")).hasText("Earlier help, by mouse");
        assertThat(page.locator(".ns-targets__state")).hasText("Proposed");
        assertTrue(page.url().endsWith("?set=earlier-help-by-mouse"), page.url());

        Page late = open("/targets.html?set=earlier-help-by-mouse");
        assertChosen(late, 3);
        page.getByLabel("Saved by").fill("The board");
        Hands.press(page, "Record that the board agreed");
        assertThat(page.locator(".ns-targets__state")).hasText("Agreed");
        assertThat(page.locator("[data-module=plan]")).isHidden();

        // What somebody wrote while the board agreed is not lost, and not saved over it.
        late.getByLabel("What was said against it").fill("Said too late");
        late.getByLabel("Saved by").fill("A. Late");
        Hands.press(late, "Save as a draft");
        assertThat(late.locator("#merge-title")).hasText("The set was settled meanwhile");
        Hands.press(late, "Keep mine as a new set");
        assertThat(late.locator("[data-module=plan]")).isFocused();
        assertThat(late.getByLabel("What was said against it")).hasValue("Said too late");
        assertThat(late.locator("[data-module=record]")).isHidden();
        assertTrue(late.url().contains("?district=" + DISTRICT + "&areas="), late.url());
        assertThat(page.locator("[data-module=record]")).containsText("The school would rather have the north");
        assertThat(row(page, 0).locator("[name=chosen]")).isDisabled();
        JsonNode set = service.json(SETS + "/earlier-help-by-mouse");
        assertEquals("agreed", set.required("state").textValue());
        assertEquals(3, set.required("revisions").size());
        assertTrue(
                StreamSupport.stream(set.at("/decision/areas").spliterator(), false)
                        .anyMatch(area -> area.required("code").textValue().equals(code(6))),
                set::toString);
        assertEquals(
                List.of("Home visits", "A drop-in"),
                List.of(
                        set.at("/decision/priorities/0/actions/0").textValue(),
                        set.at("/decision/priorities/0/actions/1").textValue()));

        assertThat(page.locator("[data-module=review]")).containsText("Similar area");
        Page pack = page.waitForPopup(() -> page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("Board pack, to print or keep (new tab)"))
                .click());
        assertThat(pack.locator("h1")).containsText("Earlier help, by mouse");
        assertThat(pack.locator("body")).containsText("The school would rather have the north");
        assertTrue(pack.pdf().length > 10_000, "the pack prints");
        pack.setViewportSize(320, 800);
        assertEquals(List.of(), Browser.accessibilityProblems(pack));
        for (int width : List.of(320, 768, 1280)) {
            pack.setViewportSize(width, 800);
            assertEquals(
                    width, pack.evaluate("document.documentElement.scrollWidth"), "nothing is wider than the page");
        }
        // On paper nothing can be scrolled: A4 within its margins is 180 mm, 680 pixels.
        pack.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        pack.setViewportSize(680, 900);
        assertEquals(680, pack.evaluate("document.documentElement.scrollWidth"), "nothing is wider than the paper");

        // A link to a revision shows exactly that one.
        Page first = open("/targets.html?set=earlier-help-by-mouse&revision=1");
        assertThat(first.locator(".ns-targets__state")).hasText("Draft");
        assertThat(first.locator("[data-module=record]")).containsText("This is an earlier revision");
        assertThat(first.locator("[data-module=plan]")).isHidden();
        assertEquals(List.of(), Browser.accessibilityProblems(first));

        page.getByText("Another decision has taken its place").click();
        Hands.press(page, "Mark as superseded");
        assertThat(page.locator("#superseded-by")).hasAttribute("aria-invalid", "true");
        page.getByLabel("Marked by").fill("The chair");
        Hands.press(page, "Mark as superseded");
        assertThat(page.locator(".ns-targets__state")).hasText("Superseded");
        assertThat(page.locator("[data-module=record]")).containsText("revision 4, saved by The chair");
    }

    @Test
    void boardGoesFromTheSuggestionToWhatWasAgreedByKeyboardAlone() throws Exception {
        Page page = open("/targets.html?district=" + DISTRICT);
        assertThat(page.locator("#areas tbody tr").first()).isVisible();
        // The suggestion's form comes last: the keyboard goes through what is there.
        Browser.waitUntil(page, "document.querySelector('[name=areasTo]') !== null");
        Hands.tabTo(page, "Tab", "document.activeElement.id === 'most-need-count'");
        page.keyboard().press("Control+A");
        page.keyboard().type("4");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertChosen(page, 4);
        Hands.tabTo(page, "Tab", "document.activeElement.name === 'areasTo'");
        page.keyboard().press("Control+A");
        page.keyboard().type("3");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ns-targets__answer h3").first()).isFocused();
        Hands.tabTo(page, "Tab", "document.activeElement.textContent === 'Start from this set'");
        page.keyboard().press("Enter");
        assertChosen(page, 3);
        JsonNode first = byNeed.get(0);
        boolean isIn = row(page, 0).locator("[name=chosen]").isChecked();
        Hands.tabTo(page, "Tab", "document.activeElement.name === 'chosen'");
        page.keyboard().press("Space");
        assertChosen(page, isIn ? 2 : 4);
        Browser.waitUntil(page, "document.activeElement.name === 'chosen'");
        int chosen = chosen(page);
        Hands.tabTo(page, "Shift+Tab", "document.activeElement.getAttribute('href') === '#plan'");
        page.keyboard().press("Enter");
        type(page, "title", "Earlier help, by keyboard");
        for (int k = 0; k < 3; k++) {
            type(page, "priorities[" + k + "].title", "Priority " + k);
            type(page, "priorities[" + k + "].group", "Families");
            type(page, "priorities[" + k + "].actions", "Visits");
            type(page, "priorities[" + k + "].outcomeMeasures", "Fewer referrals");
        }
        for (int k = 0; k < chosen; k++) {
            type(page, "areas[" + k + "].reason", "Known to the board");
        }
        Hands.tabTo(page, "Tab", "document.activeElement.name === 'review'");
        page.keyboard().type(LocalDate.parse(REVIEW).format(DateTimeFormatter.ofPattern("MMddyyyy")));
        assertThat(page.locator("[name=review]")).hasValue(REVIEW);
        type(page, "savedBy", "A. Keyboard");
        Hands.tabTo(page, "Tab", "document.activeElement.textContent === 'Propose to the board'");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ns-targets__state")).hasText("Proposed");
        assertThat(page.locator("#record-title")).isFocused();
        assertThat(page.locator("[data-module=plan]")).isVisible();
        Hands.tabTo(page, "Tab", "document.activeElement.getAttribute('href') === '#plan'");
        page.keyboard().press("Enter");
        type(page, "savedBy", "The board");
        Hands.tabTo(page, "Tab", "document.activeElement.textContent === 'Record that the board agreed'");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ns-targets__state")).hasText("Agreed");
        assertThat(page.locator("#record-title")).isFocused();
        Hands.tabTo(page, "Tab", "document.activeElement.textContent.startsWith('Board pack')");
        Page pack = page.waitForPopup(() -> page.keyboard().press("Enter"));
        assertThat(pack.locator("h1")).containsText("Earlier help, by keyboard");
        List<String> agreed = StreamSupport.stream(
                        service.json(SETS + "/earlier-help-by-keyboard")
                                .at("/decision/areas")
                                .spliterator(),
                        false)
                .map(area -> area.required("code").textValue())
                .toList();
        assertEquals(chosen, agreed.size());
        assertEquals(!isIn, agreed.contains(first.required("code").textValue()));
    }

    @Test
    void twoWhoChangeTheSameSetAtOnceLoseNothing() throws Exception {
        Page one = open("/targets.html?district=" + DISTRICT);
        Hands.press(one, "Add them");
        assertChosen(one, 3);
        one.getByLabel("Name of the set").fill("Two at once");
        one.getByLabel("Saved by").fill("One");
        Hands.press(one, "Save as a draft");
        assertThat(one.locator(".ns-targets__state")).hasText("Draft");
        Page other = open("/targets.html?set=two-at-once");
        assertChosen(other, 3);

        row(one, 0).locator("[name=chosen]").uncheck();
        one.getByLabel("What was said against it").fill("Said by one");
        one.locator("[name='areas[0].reason']").fill("One's reason");
        one.getByLabel("Saved by").fill("One");
        Hands.press(one, "Save as a draft");
        assertThat(one.locator("#record-title")).isFocused();

        row(other, 5).locator("[name=chosen]").check();
        other.getByLabel("What was said against it").fill("Said by the other");
        other.locator("[name='areas[1].reason']").fill("The other's reason");
        other.getByLabel("Review on").fill(REVIEW);
        other.getByLabel("Saved by").fill("The other");
        Hands.press(other, "Save as a draft");
        Locator merge = other.locator("[data-module=merge]");
        assertThat(merge.locator("h2")).isFocused();
        assertThat(merge).containsText("saved by One");
        assertThat(merge).containsText("(they took it out)");
        assertThat(merge).containsText("(you put it in)");
        assertThat(merge).containsText("Said by one");
        assertThat(merge).containsText("Said by the other");
        assertEquals(List.of(), Browser.accessibilityProblems(other, "[data-module=merge]"));
        merge.getByLabel("Take theirs").first().check();
        merge.getByLabel("Take theirs").last().check();
        Hands.press(other, "Put both together in the form");
        assertThat(other.getByLabel("What was said against it")).hasValue("Said by one");
        assertThat(other.getByLabel("Review on")).hasValue(REVIEW);
        Hands.press(other, "Save as a draft");
        assertThat(other.locator("#record-title")).isFocused();

        JsonNode set = service.json(SETS + "/two-at-once");
        assertEquals(3, set.required("revision").intValue());
        assertEquals("Said by one", set.at("/decision/dissent").textValue());
        assertEquals("One's reason", set.at("/decision/areas/0/reason").textValue());
        assertEquals(
                List.of(code(1), code(2), code(5)),
                StreamSupport.stream(set.at("/decision/areas").spliterator(), false)
                        .map(area -> area.required("code").textValue())
                        .toList());
        assertNotEquals("", set.at("/decision/review").textValue());

        // Two revisions are compared on the page.
        Hands.press(other, "Compare with revision 1");
        assertThat(other.locator(".ns-targets__comparison")).containsText("2 areas are in both");
        assertThat(other.locator(".ns-targets__comparison tbody tr")).hasCount(4);
        assertTrue(other.url().endsWith("&beside=two-at-once.1"), other.url());
    }

    @Test
    void pageIsReadableOnAPhoneAndWithoutTheMap() {
        Page page = browser.open(service.address() + "/targets.html?district=" + DISTRICT, 320, 800);
        assertThat(page.locator("#areas tbody tr").first()).isVisible();
        assertThat(page.locator("#tallies")).containsText("What it leaves out");
        assertThat(page.locator("[data-module=cautions]")).containsText("areas, not people");
        assertEquals(
                0,
                page.evaluate(
                        "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        Browser.leaveFewRows(page);
        assertEquals(List.of(), Browser.accessibilityProblems(page));
    }

    private static Page open(String path) {
        return browser.open(service.address() + path, 1280, 900);
    }

    /** Where the map is, after all of it was brought into sight. */
    private static BoundingBox inSight(Page page) {
        page.locator("[data-module=drawing]").evaluate("map => map.scrollIntoView({block: 'center'})");
        return page.locator("[data-module=drawing]").boundingBox();
    }

    private static Locator row(Page page, int place) {
        return page.locator("tr[data-code=" + code(place) + "]");
    }

    /** The code of the area that has this place among the district's by need, from 0. */
    private static String code(int place) {
        return byNeed.get(place).required("code").textValue();
    }

    private static int chosen(Page page) {
        return page.locator("#areas [name=chosen]:checked").count();
    }

    private static void assertChosen(Page page, int count) {
        assertThat(page.locator("#areas [name=chosen]:checked")).hasCount(count);
    }

    private static void write(Page page) {
        for (int k = 0; k < 3; k++) {
            page.locator("[name='priorities[" + k + "].title']").fill("Priority " + k);
            page.locator("[name='priorities[" + k + "].group']").fill("Families with young children");
            page.locator("[name='priorities[" + k + "].actions']").fill("Home visits\nA drop-in");
            page.locator("[name='priorities[" + k + "].outcomeMeasures']").fill("Fewer referrals");
        }
        page.getByLabel("Review on").fill(REVIEW);
    }

    private static void type(Page page, String name, String text) {
        Hands.tabTo(page, "Tab", "document.activeElement.name === '" + name + "'");
        page.keyboard().type(text);
    }
}
