package org.needscape.service;

import java.util.List;
import org.needscape.render.HtmlText;

/** A table of a board pack: captioned, its first cell of text naming the row, reachable by keyboard where it is wider than the page. */
final class TargetPackTable {

    private final HtmlText page;
    private final List<Integer> numbers;

    /** @param numbers which columns hold numbers, from 0 */
    TargetPackTable(HtmlText page, String caption, List<String> columns, List<Integer> numbers) {
        this.page = page;
        this.numbers = numbers;
        page.open("div", "class", "pack-scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        page.open("table").leaf("caption", caption).open("thead").open("tr");
        for (int k = 0; k < columns.size(); k++) {
            page.leaf("th", columns.get(k), "scope", "col", "class", kind(k));
        }
        page.close("tr").close("thead").open("tbody");
    }

    void row(String... cells) {
        int naming = numbers.contains(0) ? 1 : 0;
        page.open("tr");
        for (int k = 0; k < cells.length; k++) {
            if (k == naming) {
                page.leaf("th", cells[k], "scope", "row");
            } else {
                page.leaf("td", cells[k], "class", kind(k));
            }
        }
        page.close("tr");
    }

    void end() {
        page.close("tbody").close("table").close("div");
    }

    private String kind(int column) {
        return numbers.contains(column) ? "pack-number" : "pack-text";
    }
}
