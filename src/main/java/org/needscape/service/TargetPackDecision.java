package org.needscape.service;

import static org.needscape.service.TargetPackWords.NOT_KNOWN;
import static org.needscape.service.TargetPackWords.day;
import static org.needscape.service.TargetPackWords.orNone;
import static org.needscape.service.TargetPackWords.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.needscape.render.HtmlText;

/** What a board decided and why: areas with their standing then, priorities, what else was looked at, dissent and review. */
final class TargetPackDecision {

    private final HtmlText page;
    private final JsonNode document;
    private final JsonNode decision;
    private final TargetPack.Setting setting;
    private final Map<String, JsonNode> standing = new LinkedHashMap<>();

    /** @param document of the revision */
    TargetPackDecision(HtmlText page, JsonNode document, TargetPack.Setting setting) {
        this.page = page;
        this.document = document;
        this.decision = document.required("decision");
        this.setting = setting;
        document.at("/record/" + TargetRecord.STANDING)
                .forEach(area -> standing.put(area.required("code").textValue(), area));
    }

    /** The areas with their reasons, and what is to be done there. */
    void writePlan() {
        areas();
        priorities();
    }

    /** What else was looked at, what was said against the choice, and when the board looks again. */
    void writeDeliberation() {
        alternatives();
        page.leaf("h2", "Dissent");
        page.leaf("p", orNone(text(decision, "dissent"), "None was noted."), "class", "pack-text");
        page.leaf("h2", "Review");
        page.leaf(
                "p",
                text(decision, "review").isEmpty()
                        ? "No day for a review has been set."
                        : "The board looks at this choice again on " + day(text(decision, "review"), "") + ".");
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
                        "Chance of the highest-need tenth",
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
                    then.has("rank") ? then.get("rank").asText() : NOT_KNOWN,
                    then.has("rankLow")
                            ? then.get("rankLow").asText() + " to "
                                    + then.required("rankHigh").asText()
                            : NOT_KNOWN,
                    then.has("chance") ? TargetPackWords.chance(then.get("chance")) : NOT_KNOWN,
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

    private void alternatives() {
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
    }
}
