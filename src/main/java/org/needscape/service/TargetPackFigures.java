package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.needscape.indicator.ValueState;
import org.needscape.render.HtmlText;

/** What a choice reached and left out, as it was kept with the revision, as tables of a board pack. */
final class TargetPackFigures {

    private static final String NOT_KNOWN = "not known";
    private static final double PERCENT = 100;

    private final HtmlText page;
    private final JsonNode tallies;
    private final JsonNode need;

    /** @param document of the revision */
    TargetPackFigures(HtmlText page, JsonNode document) {
        this.page = page;
        this.tallies = document.required("tallies");
        this.need = tallies.path("need");
    }

    void write() {
        page.leaf("h2", "What the choice reached when it was saved");
        reach();
        help();
        page.leaf("h2", "What was left out");
        leftOut();
    }

    private void reach() {
        TargetPackTable table = new TargetPackTable(
                page,
                "What the choice reached",
                List.of("What", "In the target areas", "Left out of the district"),
                List.of(1, 2));
        table.row("Areas", tallies.path("areas").asText(), "");
        table.row("Pieces that hang together", tallies.path("pieces").asText(), "");
        JsonNode children = tallies.path("children");
        table.row(
                "Children aged 0 to 17 (" + children.path("period").asText() + ")",
                number(children.path("number")) + share(children),
                "");
        JsonNode reached = need.path("childrenInHighestNeed");
        if (!reached.isMissingNode()) {
            table.row(reached.path("title").asText(), number(reached.path("number")) + share(reached), "");
        }
        table.row(
                "Areas ranked in the county's highest-need tenth",
                number(need.path("highestNeedTenthIn")),
                number(need.path("highestNeedTenthLeftOut")));
        if (need.has("expectedHighestNeedTenthIn")) {
            table.row(
                    "Areas expected in the highest-need tenth, by chance",
                    number(need.path("expectedHighestNeedTenthIn")),
                    number(need.path("expectedHighestNeedTenthLeftOut")));
        }
        if (need.has("meanChanceIn")) {
            table.row(
                    "Mean chance of the highest-need tenth",
                    percent(need.path("meanChanceIn")),
                    percent(need.path("meanChanceLeftOut")));
        }
        if (tallies.has("hotspots")) {
            table.row("Hotspots of need", number(tallies.at("/hotspots/in")), number(tallies.at("/hotspots/leftOut")));
        }
        table.end();
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
                    help.path("shownSum").isNull() ? absent(hidden) : number(help.path("shownSum")),
                    help.path("shareOfDistrict").isNull() ? "not given" : percent(help.path("shareOfDistrict")),
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
        if (tallies.path("leftOut").isEmpty()) {
            page.leaf("p", "No area of the district whose need is known was left out.");
            return;
        }
        TargetPackTable table = new TargetPackTable(
                page,
                "Areas of the district with most need that are no target areas, at most " + TargetTallies.NAMED,
                List.of("Rank then", "Area", "Code", "Chance of highest-need tenth"),
                List.of(0, 3));
        tallies.path("leftOut")
                .forEach(area -> table.row(
                        number(area.path("rank")),
                        area.path("name").asText(),
                        area.path("area").asText(),
                        area.has("chanceOfHighestNeedTenth")
                                ? percent(area.path("chanceOfHighestNeedTenth"))
                                : NOT_KNOWN));
        table.end();
    }

    private static String share(JsonNode node) {
        String district = node.path("shareOfDistrict").isNumber()
                ? percent(node.path("shareOfDistrict")) + " of the district"
                : "";
        String county =
                node.path("shareOfCounty").isNumber() ? percent(node.path("shareOfCounty")) + " of the county" : "";
        if (district.isEmpty() && county.isEmpty()) {
            return "";
        }
        return " (" + district + (district.isEmpty() || county.isEmpty() ? "" : ", ") + county + ")";
    }

    private static String number(JsonNode node) {
        if (!node.isNumber()) {
            return NOT_KNOWN;
        }
        double value = node.doubleValue();
        return value == Math.rint(value)
                ? String.format(Locale.UK, "%,d", Math.round(value))
                : String.format(Locale.UK, "%,.1f", value);
    }

    /** A share as a percentage with one decimal. */
    static String percent(JsonNode share) {
        return share.isNumber() ? String.format(Locale.UK, "%.1f %%", PERCENT * share.doubleValue()) : NOT_KNOWN;
    }
}
