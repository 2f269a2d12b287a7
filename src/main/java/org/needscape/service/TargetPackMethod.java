package org.needscape.service;

import static org.needscape.service.TargetPackWords.day;
import static org.needscape.service.TargetPackWords.joined;
import static org.needscape.service.TargetPackWords.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.needscape.render.HtmlText;

/** How the figures of a revision are to be read, and what they rested on. */
final class TargetPackMethod {

    private final HtmlText page;
    private final JsonNode document;
    private final TargetPack.Setting setting;
    private final String sha256;

    /**
     * @param document of the revision
     * @param sha256 its fingerprint
     */
    TargetPackMethod(HtmlText page, JsonNode document, TargetPack.Setting setting, String sha256) {
        this.page = page;
        this.document = document;
        this.setting = setting;
        this.sha256 = sha256;
    }

    void write() {
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
        page.leaf("p", "Fingerprint of this revision: SHA-256 " + sha256 + ".");
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
}
