package org.needscape.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, without a window. What goes wrong on a page is collected as a reader of its console would see it. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> troubles = new ArrayList<>();

    Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("needscape.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A new page of a width, in a fresh profile, with the page's own content security policy in force. */
    Page open(String address, int width, int height) {
        BrowserContext context = chromium.newContext(
                new NewContextOptions().setViewportSize(width, height).setAcceptDownloads(true));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                troubles.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(troubles::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(origin(address))
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                troubles.add("asked another host: " + request.url());
            }
        });
        page.navigate(address);
        page.waitForSelector(
                "[data-module=legend] > *, [data-module=import-form] > *, [data-module=datasets] > *, [data-module=recipes] > *, [data-module=pairs] > *, [data-module=report] > *, [data-module=sets] > *",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        return page;
    }

    /** Closes every page that is open. */
    void closePages() {
        chromium.contexts().forEach(BrowserContext::close);
    }

    /** Presses Tab until what has a text has the focus; fails where the keyboard does not come to it. */
    static void focusByTab(Page page, String text) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if (text.equals(page.evaluate("document.activeElement.textContent"))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + text + ".");
    }

    /**
     * Waits until something holds on the page. It is asked anew from here each time: the page's policy lets a condition
     * that is given as text be evaluated when it is asked first, and refuses it when the page would ask again by itself.
     */
    static void waitUntil(Page page, String condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(page.evaluate(condition))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come to hold: " + condition);
            }
            page.waitForTimeout(20);
        }
    }

    /**
     * Takes the rows in the middle of long tables away: they are alike, and axe-core takes half a second for ten. The first and
     * the last of each table stay.
     */
    static void leaveFewRows(Page page) {
        page.evaluate("document.querySelectorAll('tbody').forEach((body) =>"
                + " [...body.rows].slice(10, -10).forEach((row) => row.remove()))");
    }

    /** What axe-core finds on the page as it stands: one line for each rule that is broken. */
    static List<String> accessibilityProblems(Page page) {
        return problems(new AxeBuilder(page));
    }

    /** The same of a part of the page. */
    static List<String> accessibilityProblems(Page page, String selector) {
        return problems(new AxeBuilder(page).include(selector));
    }

    private static List<String> problems(AxeBuilder axe) {
        List<String> problems = new ArrayList<>();
        // The pages have no frames: what axe-core does for frames of other hosts would take two thirds of the time.
        for (Rule rule : axe.setLegacyMode(true).analyze().getViolations()) {
            problems.add(rule.getId() + ": " + rule.getHelp() + " "
                    + rule.getNodes().get(0).getHtml());
        }
        return problems;
    }

    /** Errors, warnings, policy violations and requests to other hosts so far. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static String origin(String address) {
        int path = address.indexOf('/', "http://".length());
        return path < 0 ? address : address.substring(0, path);
    }
}
