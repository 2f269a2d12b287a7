package org.needscape.service;

import static org.needscape.service.TargetPackWords.day;
import static org.needscape.service.TargetPackWords.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needscape.render.HtmlText;
import org.needscape.store.TargetSetStore.SavedRevision;
import org.needscape.targeting.decision.DecisionState;

/**
 * One revision of target areas as a page for a meeting, which stands by itself: no script, nothing of another host, its style within.
 * Every figure is one that was kept with the revision, so that the same revision always says the same, as long as its data sets may be
 * shown.
 */
final class TargetPack {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK);

    private final HtmlText page = new HtmlText();
    private final SavedRevision revision;
    private final JsonNode decision;
    private final JsonNode document;
    private final Setting setting;

    /**
     * What stands around a revision.
     *
     * @param extent title of the county
     * @param district name of the board's district
     * @param fictional whether the areas are invented
     * @param address of exactly this revision on the page of target areas
     * @param map as an SVG element; empty where the boundaries are not loaded any more
     * @param names of areas by code, for those that the record does not name
     * @param cautions that stand with the need score
     * @param sources of the need score, a line each
     * @param release how far the figures may go, in sentences
     */
    record Setting(
            String extent,
            String district,
            boolean fictional,
            String address,
            String map,
            Map<String, String> names,
            List<String> cautions,
            List<String> sources,
            List<String> release) {

        Setting {
            names = Map.copyOf(names);
            cautions = List.copyOf(cautions);
            sources = List.copyOf(sources);
            release = List.copyOf(release);
        }
    }

    private TargetPack(SavedRevision revision, JsonNode document, Setting setting) {
        this.revision = revision;
        this.document = document;
        this.decision = document.required("decision");
        this.setting = setting;
    }

    /**
     * The page.
     *
     * @param document of the revision as far as it may be shown
     * @param style the style sheet, which is written into it
     * @param policy what a browser may load for it, for a file that is opened without the service
     */
    static String html(SavedRevision revision, JsonNode document, Setting setting, String style, String policy) {
        return new TargetPack(revision, document, setting).write(style, policy);
    }

    private String write(String style, String policy) {
        page.raw("<!doctype html>\n").open("html", "lang", "en-GB").open("head");
        page.open("meta", "charset", "utf-8");
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.open("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        page.leaf("title", title() + ", revision " + revision.revision() + " (" + state() + ")");
        page.raw("<style>" + style + "</style>").close("head").open("body").open("main");
        head();
        map();
        TargetPackDecision written = new TargetPackDecision(page, document, setting);
        written.writePlan();
        new TargetPackFigures(page, document).write();
        written.writeDeliberation();
        new TargetPackMethod(page, document, setting, revision.sha256()).write();
        page.close("main").close("body").close("html");
        return page.toString();
    }

    private String title() {
        return "Target areas: " + text(decision, "title");
    }

    private String state() {
        return text(decision, "state");
    }

    private void head() {
        if (setting.fictional()) {
            page.leaf(
                    "p", "Fictional data: no place, number or board in this document exists.", "class", "pack-notice");
        }
        if (document.has("dated")) {
            page.leaf("p", text(document, "dated"), "class", "pack-notice");
        }
        setting.release().forEach(sentence -> page.leaf("p", sentence, "class", "pack-notice"));
        TargetShown.sentences(document).forEach(sentence -> page.leaf("p", sentence, "class", "pack-notice"));
        page.leaf("h1", title());
        page.open("dl");
        fact("District", setting.district() + ", " + setting.extent());
        fact("State", stateWords());
        fact("Saved by", text(decision, "savedBy"));
        fact(
                "Saved",
                OffsetDateTime.ofInstant(revision.saved(), ZoneOffset.UTC).format(MOMENT) + ", revision "
                        + revision.revision());
        fact("Review", day(text(decision, "review"), "No day has been set."));
        page.leaf("dt", "This revision").open("dd");
        page.leaf("a", setting.address(), "href", setting.address()).close("dd");
        page.close("dl");
    }

    private String stateWords() {
        return DecisionState.find(state())
                .map(state -> switch (state) {
                    case DRAFT -> "Draft: worked at, not yet put before the board";
                    case PROPOSED -> "Proposed: put before the board, not yet agreed";
                    case AGREED -> "Agreed by the board";
                    case SUPERSEDED -> "Superseded: another decision has taken its place";
                })
                .orElse(state());
    }

    private void map() {
        page.leaf("h2", "Map");
        if (setting.map().isEmpty()) {
            page.leaf("p", "There is no map: the boundaries that these areas were chosen in are not loaded any more.");
            return;
        }
        page.open("figure")
                .open("div", "class", "pack-scroll pack-map", "role", "region", "tabindex", "0", "aria-label", "Map");
        page.raw(setting.map()).close("div");
        page.leaf(
                "figcaption",
                "Target areas are hatched and numbered as in the table below; the other areas of " + setting.district()
                        + " are plain. "
                        + (setting.fictional() ? "The map is of invented places." : "Boundaries: see the sources."));
        page.close("figure");
    }

    private void fact(String name, String value) {
        page.leaf("dt", name).leaf("dd", value);
    }
}
