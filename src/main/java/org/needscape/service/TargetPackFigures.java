package org.needscape.service;

import static org.needscape.service.TargetPackWords.number;
import static org.needscape.service.TargetPackWords.share;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.needscape.indicator.ValueState;
import org.needscape.render.HtmlText;

/** What a choice reached and left out, as it was kept with the revision, as tables of a board pack. */
final class TargetPackFigures {

    /** Where a column says nothing of a row. */
    private static final String NONE = "\u2013";

    private final HtmlText page;
    private final JsonNode document;
    private final JsonNode tallies;
    private final JsonNode need;

    /** @param document of the revision */
    TargetPackFigures(HtmlText page, JsonNode document) {
        this.page = page;
        this.document = document;
        this.tallies = document.required("tallies");
        this.need = tallies.path("need");
    }

    void write() {
        page.leaf("h2", "What the choice reached when it was saved");
        period();
        reach();
        help();
        page.leaf("h2", "What was left out");
        leftOut();
    }

    /** Of which year need and the chances of the highest-need tenth are; help and children have theirs beside them. */
    private void period() {
        Set<String> periods = new TreeSet<>();
        for (JsonNode dataset : document.at("/record/datasets")) {
            for (JsonNode use : dataset.path("usedFor")) {
                if (use.asText().equals("need")) {
                    dataset.path("periods").forEach(period -> periods.add(period.asText()));
                }
            }
        }
        if (!periods.isEmpty()) {
            page.leaf("p", "Need is by figures of " + String.join(", ", periods) + ".");
        }
    }

    private void reach() {
        TargetPackTable table = new TargetPackTable(
                page,
                "What the choice reached",
                List.of(
                        "What",
                        "In the target areas",
                        "Share of the district",
                        "Share of the county",
                        "Left out in the district"),
                List.of(1, 2, 3, 4));
        table.row("Areas", number(tallies.path("areas")), NONE, NONE, NONE);
        if (tallies.path("areasGone").asLong() > 0) {
            table.row("Areas that are not there any more", number(tallies.path("areasGone")), NONE, NONE, NONE);
        }
        table.row("Pieces that hang together", number(tallies.path("pieces")), NONE, NONE, NONE);
        JsonNode children = tallies.path("children");
        String period = children.path("period").asText();
        children(table, "Children aged 0 to 17" + (period.isEmpty() ? "" : " (" + period + ")"), children);
        JsonNode reached = need.path("childrenInHighestNeed");
        if (!reached.isMissingNode()) {
            long unknown = reached.path("unknownAreas").asLong();
            children(
                    table,
                    reached.path("title").asText()
                            + (unknown == 0
                                    ? ""
                                    : "; without " + unknown + " of the areas, of which a figure is missing"),
                    reached);
        }
        inAndOut(table, "Areas ranked in the county's highest-need tenth", "highestNeedTenth", TargetPackWords::number);
        inAndOut(
                table,
                "Areas expected in the highest-need tenth, since ranks are uncertain",
                "expectedHighestNeedTenth",
                TargetPackWords::number);
        inAndOut(table, "Mean chance of the highest-need tenth", "meanChance", TargetPackWords::chance);
        if (tallies.has("hotspots")) {
            table.row(
                    "Hotspots of need",
                    number(tallies.at("/hotspots/in")),
                    NONE,
                    NONE,
                    number(tallies.at("/hotspots/leftOut")));
        }
        table.end();
    }

    private static void children(TargetPackTable table, String what, JsonNode node) {
        table.row(
                what,
                TargetPackWords.children(node.path("number")),
                share(node.path("shareOfDistrict")),
                share(node.path("shareOfCounty")),
                NONE);
    }

    private void inAndOut(TargetPackTable table, String what, String field, Function<JsonNode, String> words) {
        if (need.has(field + "In")) {
            table.row(what, words.apply(need.get(field + "In")), NONE, NONE, words.apply(need.path(field + "LeftOut")));
        }
    }

    private void help() {
        if (tallies.path("help").isEmpty()) {
            return;
        }
        TargetPackTable table = new TargetPackTable(
                page,
                "Help given in the target areas: sums of the counts that are shown",
                List.of("Help", "Period", "Children", "Share of the district", "What is not shown, and why"),
                List.of(2, 3));
        for (JsonNode help : tallies.path("help")) {
            long hidden = help.path("hiddenAreas").asLong();
            String reason = help.path("reason").asText("");
            table.row(
                    help.path("title").asText(),
                    help.path("period").asText(),
                    help.path("shownSum").isNull() ? absent(hidden) : TargetPackWords.children(help.path("shownSum")),
                    share(help.path("shareOfDistrict")),
                    reason.isEmpty() && hidden > 0
                            ? "The count of " + hidden + " areas is hidden to protect children."
                            : reason);
        }
        table.end();
    }

    private static String absent(long hidden) {
        return (hidden > 0 ? ValueState.SUPPRESSED : ValueState.NOT_AVAILABLE).words();
    }

    private void leftOut() {
        if (tallies.path("leftOut").isNull()) {
            page.leaf("p", "Which areas with much need were left out is not shown any more.");
            return;
        }
        if (tallies.path("leftOut").isEmpty()) {
            page.leaf("p", "No area of the district whose need is known was left out.");
            return;
        }
        TargetPackTable table = new TargetPackTable(
                page,
                "Areas of the district with most need that are no target areas, at most " + TargetTallies.NAMED,
                List.of("Rank then", "Area", "Code", "Chance of the highest-need tenth"),
                List.of(0, 3));
        tallies.path("leftOut")
                .forEach(area -> table.row(
                        number(area.path("rank")),
                        area.path("name").asText(),
                        area.path("area").asText(),
                        TargetPackWords.chance(area.path("chanceOfHighestNeedTenth"))));
        table.end();
    }
}
