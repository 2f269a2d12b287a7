package org.needscape.journey.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** No number stands where a count is hidden: neither the count nor anything that is worked out from it, in no document. */
final class HiddenFields {

    /** Numbers that an area has whatever its count is. */
    private static final Set<String> OPEN = Set.of(Rows.CHILDREN, "period", "decimals");

    /** Numbers of need and response that follow from open figures and the model of the whole county. */
    private static final Set<String> EXPECTED = Set.of("expected", "expected_per_10000", "exp_rate");

    private final County county;

    HiddenFields(County county) {
        this.county = county;
    }

    List<String> check(List<Row> rows) {
        Set<Figure> hidden = hidden(rows);
        List<String> findings = new ArrayList<>();
        for (Row row : rows) {
            Optional<Figure> gap = Figure.inGap(row.layer(), row.code());
            Optional<Figure> figure = gap.or(() -> Figure.inLayer(row.layer(), row.code()));
            if (figure.isEmpty()) {
                findings.add(row.source() + " has " + row.layer() + ", which the crawler does not know");
            } else if (hidden.contains(figure.get()) || county.isSmall(figure.get())) {
                row.fields().forEach((field, text) -> {
                    if (Row.isNumber(text) && !OPEN.contains(field) && !(gap.isPresent() && EXPECTED.contains(field))) {
                        findings.add(row.source() + " has a number in " + field + " of the hidden " + figure.get());
                    }
                });
            }
        }
        return findings;
    }

    /** What any document says to be hidden: then none may show it. */
    static Set<Figure> hidden(List<Row> rows) {
        Set<Figure> hidden = new TreeSet<>();
        for (Row row : rows) {
            if (row.text("state").equals("suppressed")) {
                Figure.inLayer(row.layer(), row.code()).ifPresent(hidden::add);
            }
        }
        return hidden;
    }
}
