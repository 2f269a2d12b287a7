package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needscape.render.HtmlText;
import org.needscape.store.TargetSetStore.SavedRevision;
import org.needscape.targeting.decision.DecisionState;

/**
 * One revision of target areas as a page for a meeting, which stands by itself: no script, nothing of another host, its style within.
 * Every figure is one that was kept with the revision, so that the same revision always says the same.
 */
final class TargetPack {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK);

    private final HtmlText page = new HtmlText();
    private final SavedRevision revision;
    private final JsonNode decision;
    private final JsonNode document;
    private final Map<String, JsonNode> standing = new LinkedHashMap<>();
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

    private TargetPack(SavedRevision revision, Setting setting) {
        this.revision = revision;
        this.document = DecisionJson.object(revision.document());
        this.decision = document.required("decision");
        this.setting = setting;
        document.at("/record/" + TargetRecord.STANDING)
                .forEach(area -> standing.put(area.required("code").textValue(), area));
    }

    /**
     * The page.
     *
     * @param style the style sheet, which is written into it
     * @param policy what a browser may load for it, for a file that is opened without the service
     */
    static String html(SavedRevision revision, Setting setting, String style, String policy) {
        return new TargetPack(revision, setting).write(style, policy);
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
        areas();
        priorities();
        new TargetPackFigures(page, document).write();
        board();
        method();
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
        fact("Fingerprint", "SHA-256 " + revision.sha256());
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
        page.open("figure").raw(setting.map());
        page.leaf(
                "figcaption",
                "Target areas are hatched and numbered as in the table below; the other areas of " + setting.district()
                        + " are plain. "
                        + (setting.fictional() ? "The map is of invented places." : "Boundaries: see the sources."));
        page.close("figure");
    }

    private void areas() {
        page.leaf("h2", "The areas and why they were chosen");
        JsonNode areas = decision.required("areas");
        long ranked = document.at("/record/rankedAreas").asLong();
        TargetPackTable table = new TargetPackTable(
                page,
                "Target areas with their rank by need then"
                        + (ranked == 0
                                ? ""
                                : " among " + ranked + " areas of " + setting.extent() + " (1 = most need)"),
                List.of(
                        "No.",
                        "Area",
                        "Code",
                        "Rank then",
                        "In 9 of 10 draws",
                        "Chance of highest-need tenth",
                        "Reason"),
                List.of(0, 3, 4, 5));
        int number = 0;
        for (JsonNode area : areas) {
            String code = area.required("code").textValue();
            JsonNode then = standing.getOrDefault(code, area);
            table.row(
                    Integer.toString(++number),
                    name(code),
                    code,
                    then.has("rank") ? then.get("rank").asText() : "not known",
                    then.has("rankLow")
                            ? then.get("rankLow").asText() + " to "
                                    + then.required("rankHigh").asText()
                            : "not known",
                    then.has("chance") ? TargetPackFigures.percent(then.get("chance")) : "not known",
                    text(area, "reason").isEmpty() ? "Its rank says it." : text(area, "reason"));
        }
        table.end();
    }

    private String name(String code) {
        return standing.containsKey(code)
                ? standing.get(code).path("name").asText(code)
                : setting.names().getOrDefault(code, "Not in the boundaries that are loaded");
    }

    private void priorities() {
        page.leaf("h2", "Priorities, actions and outcome measures");
        JsonNode priorities = decision.path("priorities");
        if (priorities.isEmpty()) {
            page.leaf("p", "None has been written down yet.");
        }
        int number = 0;
        for (JsonNode priority : priorities) {
            page.open("section", "class", "pack-priority");
            page.leaf("h3", ++number + ". " + text(priority, "title"));
            page.leaf("p", "For: " + orNone(text(priority, "group"), "not said yet"), "class", "pack-text");
            texts("What will be done", priority.path("actions"));
            texts("By what the board will see whether it helped", priority.path("outcomeMeasures"));
            page.close("section");
        }
    }

    private void texts(String heading, JsonNode items) {
        page.leaf("p", heading + ":" + (items.isEmpty() ? " nothing yet." : ""));
        if (!items.isEmpty()) {
            page.open("ul");
            items.forEach(item -> page.leaf("li", item.asText(), "class", "pack-text"));
            page.close("ul");
        }
    }

    private void board() {
        page.leaf("h2", "Alternatives that were considered");
        JsonNode alternatives = decision.path("alternatives");
        if (alternatives.isEmpty()) {
            page.leaf("p", "None was noted.");
        } else {
            page.open("ul");
            for (JsonNode alternative : alternatives) {
                List<String> names = new ArrayList<>();
                alternative.path("areas").forEach(code -> names.add(name(code.asText())));
                page.leaf(
                        "li",
                        (names.isEmpty() ? "" : String.join(", ", names) + ". ") + "Why not: "
                                + text(alternative, "whyNot"),
                        "class",
                        "pack-text");
            }
            page.close("ul");
        }
        page.leaf("h2", "Dissent");
        page.leaf("p", orNone(text(decision, "dissent"), "None was noted."), "class", "pack-text");
        page.leaf("h2", "Review");
        page.leaf(
                "p",
                text(decision, "review").isEmpty()
                        ? "No day for a review has been set."
                        : "The board looks at this choice again on " + day(text(decision, "review"), "") + ".");
    }

    private void method() {
        page.leaf("h2", "Cautions");
        page.open("ul");
        List<String> cautions = new ArrayList<>(setting.cautions());
        cautions.add("That an area is no target area does not say that nobody there needs help.");
        cautions.add("Numbers of children add up what is shown of areas one by one; hidden is not zero.");
        cautions.stream().distinct().forEach(caution -> page.leaf("li", caution));
        page.close("ul");
        page.leaf("h2", "Method and sources");
        JsonNode record = document.path("record");
        if (record.isMissingNode()) {
            page.leaf("p", "What the figures rested on was not kept with this revision.");
        } else {
            page.leaf(
                    "p",
                    "Areas are ranked by the scoring method " + text(record.path("scoringMethod"), "id") + " (version "
                            + text(record.path("scoringMethod"), "version") + ", recipe SHA-256 "
                            + text(record.path("scoringMethod"), "sha256")
                            + "). How sure a rank is comes from drawing rates and weights anew; the chance of the highest-need"
                            + " tenth is the share of draws in which an area is in it. Made by "
                            + text(record, "software") + ".");
            datasets(record.path("datasets"));
        }
        page.open("ul");
        setting.sources().forEach(source -> page.leaf("li", source));
        page.close("ul");
    }

    private void datasets(JsonNode datasets) {
        TargetPackTable table = new TargetPackTable(
                page,
                "Data sets behind the figures",
                List.of("Data set", "Publisher", "Period", "Imported", "Used for"),
                List.of());
        for (JsonNode dataset : datasets) {
            table.row(
                    text(dataset, "title"),
                    text(dataset, "source"),
                    joined(dataset.path("periods")),
                    day(text(dataset, "imported").substring(0, 10), ""),
                    joined(dataset.path("usedFor")));
        }
        table.end();
    }

    private static String joined(JsonNode texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(text -> all.add(text.asText()));
        return String.join(", ", all);
    }

    private void fact(String name, String value) {
        page.leaf("dt", name).leaf("dd", value);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static String orNone(String text, String none) {
        return text.isEmpty() ? none : text;
    }

    private static String day(String iso, String none) {
        return iso.isEmpty() ? none : LocalDate.parse(iso).format(DAY);
    }
}
