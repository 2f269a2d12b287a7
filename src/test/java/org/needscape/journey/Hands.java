package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.stream.IntStream;

/** What a person does on a page. */
final class Hands {

    private static final int MOST_STEPS = 90;

    private Hands() {}

    /** Presses the button of this name. */
    static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Presses a point of the map, in shares of its width and height, while a key is held. */
    static void pressOnMap(Page page, double right, double down, String key) {
        BoundingBox box = page.locator("[data-module=drawing]").boundingBox();
        page.keyboard().down(key);
        page.mouse().click(box.x + box.width * right, box.y + box.height * down);
        page.keyboard().up(key);
    }

    /** Goes on by {@code Tab}, or back by {@code Shift+Tab}, until the page says that it is there. */
    static void tabTo(Page page, String key, String condition) {
        boolean isThere = IntStream.range(0, MOST_STEPS).anyMatch(step -> {
            page.keyboard().press(key);
            return (Boolean) page.evaluate(condition);
        });
        assertTrue(isThere, "The keyboard does not reach what fulfils " + condition);
    }
}
