package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.needscape.indicator.ValueState;

/**
 * A report of a gradient as CSV (RFC 4180), one figure on each line. A number that is not known is the mark of its reason, such as
 * {@code [c]} for one that is hidden; a figure that cannot be computed is blank.
 */
final class GradientReportCsv {

    private static final List<String> HEADINGS = List.of(
            "section", "place", "item", "figure", "unit", "period", "estimate", "lower", "upper", "note", "marking");
    private static final String PER_10000 = "per 10,000 children aged 0 to 17";
    private static final String CHILDREN = "children";
    private static final String TIMES = "times";

    private final JsonNode report;
    private final CSVPrinter printer;

    /** What tenths are of, where they are not national. */
    private final String of;

    private GradientReportCsv(JsonNode report, CSVPrinter printer) {
        this.report = report;
        this.printer = printer;
        this.of = report.required("tenths").textValue().equals("local") ? "of this county, not national, " : "";
    }

    static String of(JsonNode report) {
        List<String> headings = new ArrayList<>(HEADINGS);
        if (report.required("fictional").booleanValue()) {
            headings.add("fictional");
        }
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(headings.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            new GradientReportCsv(report, printer).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write() throws IOException {
        String county = report.required("extent").required("title").textValue();
        groups("deciles", county, "tenth " + of, report.required("deciles"));
        groups("fifths", county, "fifth " + of, report.required("fifths"));
        estimate("indices", county, "", "slope index of inequality", PER_10000, report.required("sii"));
        estimate("indices", county, "", "relative index of inequality", TIMES, report.required("rii"));
        for (JsonNode row : report.required("models").required("rows")) {
            estimate(
                    "models",
                    county,
                    row.required("model").textValue() + ", "
                            + row.required("limits").textValue(),
                    "ratio per tenth",
                    TIMES,
                    row.required("ratioPerDecile"));
        }
        for (JsonNode place : report.required("places")) {
            place(place);
        }
        for (JsonNode pair : report.required("comparisons")) {
            pair(pair);
        }
        note("comparisons", county, "number of pairs", report.required("manyPairs"));
        funnel(report.required("funnel"));
        for (JsonNode row : report.required("whatIf").required("rows")) {
            estimate("what if", county, row.required("label").textValue(), "fewer", CHILDREN, row.required("avoided"));
        }
        for (JsonNode row : report.required("trend").required("rows")) {
            trend(county, row);
        }
        note("trend", county, "", report.at("/trend/caution"));
        for (JsonNode composition : report.required("composition")) {
            for (JsonNode row : composition.required("rows")) {
                String item = composition.required("breakdown").textValue() + ": "
                        + row.required("category").textValue();
                count("composition", county, item, "count", row);
                estimate("composition", county, item, "share", "fraction", row.required("share"));
            }
        }
    }

    private void groups(String section, String place, String kind, JsonNode groups) throws IOException {
        for (JsonNode group : groups) {
            String item = kind + group.required("label").textValue();
            count(section, place, item, "count", group);
            line(section, place, item, CHILDREN, CHILDREN, group.required("population"), null, null, "");
            line(
                    section,
                    place,
                    item,
                    "rate",
                    PER_10000,
                    group.required("ratePer10000"),
                    group.required("lower"),
                    group.required("upper"),
                    "");
        }
    }

    private void place(JsonNode place) throws IOException {
        String name = place.required("name").textValue();
        count("places", name, "", "count", place);
        estimate("places", name, "", "crude rate", PER_10000, place.required("crude"));
        estimate("places", name, "", "rate in the most deprived tenth", PER_10000, place.required("decile1"));
        estimate("places", name, "", "standardised rate", PER_10000, place.required("standardised"));
        estimate("places", name, "", "observed to expected", TIMES, place.required("indirectRatio"));
        estimate("places", name, "", "ratio per tenth", TIMES, place.required("ratioPerDecile"));
        groups("places by tenth", name, "tenth " + of, place.required("deciles"));
    }

    private void pair(JsonNode pair) throws IOException {
        String name = pair.required("subject").textValue();
        String against = "against " + pair.required("against").textValue();
        estimate("comparisons", name, against, "ratio in tenth 1", TIMES, pair.required("ratioAtDecile1"));
        estimate("comparisons", name, against, "ratio in tenth 10", TIMES, pair.required("ratioAtDecile10"));
        estimate(
                "comparisons", name, against, "ratio of standardised rates", TIMES, pair.required("standardisedRatio"));
        line(
                "comparisons",
                name,
                against,
                "p of different slopes",
                "",
                pair.required("interactionP"),
                null,
                null,
                pair.required("sentence").textValue());
    }

    private void funnel(JsonNode funnel) throws IOException {
        if (funnel.isNull()) {
            return;
        }
        for (JsonNode point : funnel.required("points")) {
            line(
                    "funnel",
                    point.required("name").textValue(),
                    "",
                    "rate",
                    PER_10000,
                    point.required("ratePer10000"),
                    null,
                    null,
                    point.required("class").textValue());
        }
    }

    private void trend(String county, JsonNode row) throws IOException {
        String period = row.required("period").textValue();
        count("trend", county, period, "count", row);
        estimate("trend", county, period, "rate", PER_10000, row.required("ratePer10000"));
        estimate("trend", county, period, "times higher", TIMES, row.required("timesHigher"));
    }

    private void note(String section, String place, String item, JsonNode sentence) throws IOException {
        if (!sentence.textValue().isEmpty()) {
            write(section, place, item, "note", "", "", "", "", sentence.textValue());
        }
    }

    private void count(String section, String place, String item, String figure, JsonNode row) throws IOException {
        JsonNode count = row.required("count");
        String mark = count.isNumber() ? "" : mark(row.required("state").textValue());
        write(section, place, item, figure, CHILDREN, count.isNumber() ? text(count) : mark, "", "", "");
    }

    private void estimate(String section, String place, String item, String figure, String unit, JsonNode estimate)
            throws IOException {
        if (estimate.isObject()) {
            line(
                    section,
                    place,
                    item,
                    figure,
                    unit,
                    estimate.required("estimate"),
                    estimate.required("lower"),
                    estimate.required("upper"),
                    "");
        } else {
            write(section, place, item, figure, unit, "", "", "", "");
        }
    }

    private void line(
            String section,
            String place,
            String item,
            String figure,
            String unit,
            JsonNode estimate,
            @org.jspecify.annotations.Nullable JsonNode lower,
            @org.jspecify.annotations.Nullable JsonNode upper,
            String note)
            throws IOException {
        write(
                section,
                place,
                item,
                figure,
                unit,
                text(estimate),
                lower == null ? "" : text(lower),
                upper == null ? "" : text(upper),
                note);
    }

    private void write(
            String section,
            String place,
            String item,
            String figure,
            String unit,
            String estimate,
            String lower,
            String upper,
            String note)
            throws IOException {
        List<String> cells = new ArrayList<>(List.of(
                section,
                CaseCsv.harmless(place),
                CaseCsv.harmless(item),
                figure,
                unit,
                report.required("period").textValue(),
                estimate,
                lower,
                upper,
                CaseCsv.harmless(note),
                CaseCsv.harmless(report.path("marking").asText(""))));
        if (report.required("fictional").booleanValue()) {
            cells.add("fictional data");
        }
        printer.printRecord(cells);
    }

    private static String mark(String state) {
        return Arrays.stream(ValueState.values())
                .filter(one -> one.code().equals(state))
                .map(ValueState::mark)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no state " + state + "."));
    }

    private static String text(JsonNode number) {
        return number.isNumber() ? number.decimalValue().toPlainString() : "";
    }
}
