package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The gradient over authorities as CSV (RFC 4180), one line for each authority, those that cannot be placed among them with the reason in
 * the column {@code note}. A number that is not known has its mark: {@code [c] [z] [low] [x]}.
 */
final class AuthorityGradientCsv {

    private static final List<String> HEADINGS = List.of(
            "code",
            "name",
            "region_code",
            "measure",
            "period",
            "number",
            "rate_per_10000",
            "rate_lower",
            "rate_upper",
            "rate_source",
            "children_0_17",
            "children_source",
            "deprivation",
            "average_score",
            "standardised_score",
            "decile_of_authorities",
            "fitted_per_10000",
            "funnel_class",
            "adjusted_funnel_class",
            "note");

    private AuthorityGradientCsv() {}

    static String of(JsonNode document) {
        boolean fictional = document.required("fictional").booleanValue();
        List<String> headings = new ArrayList<>(HEADINGS);
        if (fictional) {
            headings.add("fictional");
        }
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(headings.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (String part : List.of("authorities", "notPlaced")) {
                for (JsonNode line : document.required(part)) {
                    printer.printRecord(cells(document, line, fictional));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(JsonNode document, JsonNode line, boolean fictional) {
        List<String> cells = new ArrayList<>(List.of(
                line.required("code").textValue(),
                line.required("name").textValue(),
                line.required("region").textValue(),
                document.required("measure").textValue(),
                document.required("period").textValue(),
                line.required("count").isNull() ? mark(line.required("state").textValue()) : text(line, "count"),
                text(line, "ratePer10000"),
                text(line, "lower"),
                text(line, "upper"),
                line.required("rateSource").textValue(),
                text(line, "children"),
                line.required("childrenSource").textValue(),
                document.at("/deprivation/label").textValue(),
                text(line, "score"),
                text(line, "standardisedScore"),
                text(line, "decile"),
                text(line, "fittedPer10000"),
                line.required("funnelClass").textValue(),
                line.required("adjustedFunnelClass").textValue(),
                line.path("reason").asText("")));
        if (fictional) {
            cells.add("fictional");
        }
        return cells;
    }

    private static String text(JsonNode line, String name) {
        JsonNode cell = line.path(name);
        return cell.isNumber() ? cell.decimalValue().toPlainString() : "";
    }

    private static String mark(String state) {
        for (org.needscape.indicator.ValueState known : org.needscape.indicator.ValueState.values()) {
            if (known.code().equals(state)) {
                return known.mark();
            }
        }
        throw new IllegalArgumentException("Unknown state " + state + ".");
    }
}
