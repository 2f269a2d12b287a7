package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The document of what comes together as CSV (RFC 4180), one figure on each line. A hidden count is {@code [c]}; a figure that cannot be
 * given is blank, with the reason in the column {@code note}.
 */
final class CaseCsv {

    private static final String HIDDEN = "[c]";
    private static final List<String> HEADINGS = List.of(
            "about",
            "place",
            "period",
            "section",
            "level",
            "factor",
            "other_factor",
            "figure",
            "unit",
            "value",
            "lower",
            "upper",
            "note",
            "marking");

    private final JsonNode document;
    private final CSVPrinter printer;

    private CaseCsv(JsonNode document, CSVPrinter printer) {
        this.document = document;
        this.printer = printer;
    }

    /** What a line is about. */
    private record Subject(String section, String level, String factor, String other) {}

    static String of(JsonNode document) {
        List<String> headings = new ArrayList<>(HEADINGS);
        if (document.required("fictional").booleanValue()) {
            headings.add("fictional");
        }
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(headings.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            new CaseCsv(document, printer).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write() throws IOException {
        count(new Subject("all cases", "", "", ""), "cases", document.required("cases"));
        factors("factors", "", document.required("factors"));
        for (JsonNode pair : document.required("pairs")) {
            pair(pair);
        }
        numbers("number of factors", document.required("numbers"));
        JsonNode atHome = document.required("atHome");
        if (!atHome.isNull()) {
            numbers("three factors at home", atHome);
            Subject three = new Subject("three factors at home", "", "", "");
            String why = atHome.required("why").asText("");
            estimate(three, "share with one or more", "fraction", atHome.required("oneOrMore"), why);
            estimate(three, "share with two or more", "fraction", atHome.required("twoOrMore"), why);
            line(three, "lift of all three", "times", text(atHome.required("liftOfAllThree")), "", "", why);
        }
        for (JsonNode combination : document.required("combinations")) {
            String names = StreamSupport.stream(combination.required("factors").spliterator(), false)
                    .map(JsonNode::textValue)
                    .collect(Collectors.joining("; "));
            count(
                    new Subject("combinations", "", names.isEmpty() ? "none of the factors" : names, ""),
                    "cases with these and no others",
                    combination.required("cases"));
        }
        for (JsonNode level : document.required("levels")) {
            String name = level.required("level").textValue();
            count(new Subject("levels", name, "", ""), "cases", level.required("cases"));
            factors("levels", name, level.required("factors"));
        }
    }

    private void factors(String section, String level, JsonNode factors) throws IOException {
        for (JsonNode factor : factors) {
            Subject subject =
                    new Subject(section, level, factor.required("factor").textValue(), "");
            count(subject, "cases having it", factor.required("having"));
            count(subject, "cases not having it", factor.required("notHaving"));
            count(subject, "cases of which it is not known", factor.required("notKnown"));
            estimate(
                    subject,
                    "share having it",
                    "fraction",
                    factor.required("share"),
                    factor.required("why").asText(""));
            JsonNode population = factor.path("population");
            if (population.isObject()) {
                String note = population.required("counted").textValue() + ", among: "
                        + population.required("among").textValue() + ", "
                        + population.required("period").textValue() + "; "
                        + population.required("source").textValue();
                line(subject, "share in the population", "fraction", text(population.required("share")), "", "", note);
            }
        }
    }

    private void pair(JsonNode pair) throws IOException {
        Subject subject = new Subject(
                "pairs",
                "",
                pair.required("first").textValue(),
                pair.required("second").textValue());
        String why = pair.required("why").asText("");
        count(subject, "cases with both", pair.required("both"));
        count(subject, "cases with only the first", pair.required("firstOnly"));
        count(subject, "cases with only the second", pair.required("secondOnly"));
        count(subject, "cases with neither", pair.required("neither"));
        line(subject, "share with both", "fraction", text(pair.required("togetherShare")), "", "", why);
        estimate(subject, "lift", "times", pair.required("lift"), why);
        estimate(
                subject,
                "odds ratio",
                "times",
                pair.required("oddsRatio"),
                pair.required("whyNoOddsRatio").asText(""));
        estimate(subject, "share of the second among the first", "fraction", pair.required("secondGivenFirst"), why);
        estimate(subject, "share of the first among the second", "fraction", pair.required("firstGivenSecond"), why);
    }

    private void numbers(String section, JsonNode numbers) throws IOException {
        String why = numbers.required("why").asText("");
        String whyNotExpected = numbers.required("whyNotExpected").asText("");
        for (JsonNode number : numbers.required("numbers")) {
            String words = number.required("number").asText()
                    + (number.required("orMore").booleanValue() ? " or more" : "");
            Subject subject = new Subject(section, "", words + " of the factors", "");
            count(subject, "cases", number.required("cases"));
            estimate(subject, "share", "fraction", number.required("share"), why);
            line(
                    subject,
                    "share expected if independent",
                    "fraction",
                    text(number.required("expectedShare")),
                    "",
                    "",
                    whyNotExpected);
        }
    }

    private void count(Subject subject, String figure, JsonNode count) throws IOException {
        boolean known = count.required("value").isNumber();
        line(
                subject,
                figure,
                "cases",
                known ? text(count.required("value")) : HIDDEN,
                "",
                "",
                known ? "" : "hidden to protect children");
    }

    private void estimate(Subject subject, String figure, String unit, JsonNode estimate, String why)
            throws IOException {
        if (estimate.isNull()) {
            line(subject, figure, unit, "", "", "", why);
        } else {
            line(
                    subject,
                    figure,
                    unit,
                    text(estimate.required("estimate")),
                    text(estimate.required("lower")),
                    text(estimate.required("upper")),
                    "");
        }
    }

    private void line(
            Subject subject, String figure, String unit, String value, String lower, String upper, String note)
            throws IOException {
        List<String> cells = new ArrayList<>(List.of(
                "cases of children",
                document.required("place").required("name").textValue(),
                document.required("period").textValue(),
                subject.section(),
                subject.level(),
                harmless(subject.factor()),
                harmless(subject.other()),
                figure,
                unit,
                value,
                lower,
                upper,
                harmless(note),
                harmless(document.path("marking").asText(""))));
        if (document.required("fictional").booleanValue()) {
            cells.add("fictional data");
        }
        printer.printRecord(cells);
    }

    private static String text(JsonNode number) {
        return number.isNull() ? "" : number.decimalValue().toPlainString();
    }

    /** Keeps a spreadsheet from taking a text for a formula. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
