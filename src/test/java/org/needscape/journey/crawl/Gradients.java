package org.needscape.journey.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads gradients, as numbers and as charts: what they say of deciles, and whether they fit a line where they must not. */
final class Gradients {

    private static final Pattern IN_WORDS =
            Pattern.compile("Deciles? (\\d+)(?:-(\\d+))?: ([\\d.,]+) \\(([\\d.,]+) to ([\\d.,]+)\\)");

    /** Stands for the county by tenths of its own. */
    private static final String OWN = "own";

    private final Map<String, JsonNode> numbers = new HashMap<>();
    private final List<JsonNode> reports = new ArrayList<>();
    private final Map<String, Document> charts = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    Gradients(List<Document> documents) {
        for (Document document : documents) {
            if (document.isReportOfGradient() && document.isJson()) {
                reports.add(document.json());
            }
            if (document.isGradient()) {
                String name = document.path().substring(document.path().lastIndexOf('/') + 1);
                if (name.endsWith(".svg")) {
                    charts.put(name.substring(0, name.length() - 4), document);
                } else {
                    numbers.put(name, document.json());
                }
            }
        }
    }

    /** Adds what they say to what is known, and answers what they must not say. */
    List<String> learn(Claims claims) {
        numbers.forEach((name, gradient) -> {
            learn(claims, name, gradient.required("deciles"), "");
            checkFit(name, gradient);
        });
        charts.forEach((name, chart) -> learn(claims, name, chart.text()));
        for (JsonNode report : reports) {
            // Without unaccompanied children a count is another, which the tests of protection attack.
            if (report.required("unaccompanied").textValue().equals("in")) {
                learnReport(claims, report);
            }
        }
        return findings;
    }

    private void learnReport(Claims claims, JsonNode report) {
        String name = report.required("id").textValue();
        if (report.required("tenths").textValue().equals("local")) {
            learn(claims, name, report.required("deciles"), OWN);
            return;
        }
        learn(claims, name, report.required("deciles"), "");
        for (JsonNode place : report.required("places")) {
            String kind = place.required("kind").textValue();
            if (!kind.equals("authority")) {
                learn(
                        claims,
                        name,
                        place.required("deciles"),
                        kind.equals("county") ? "" : place.required("code").textValue());
            }
        }
        boolean hides = report.required("deciles").findValues("count").stream().anyMatch(JsonNode::isNull);
        if (hides && !(report.required("sii").isNull() && report.required("rii").isNull())) {
            findings.add("report of " + name + " has an index though a decile is hidden");
        }
    }

    /** @param district empty for the county, {@link #OWN} for tenths of its own */
    private void learn(Claims claims, String name, JsonNode deciles, String district) {
        for (JsonNode group : deciles) {
            int first = group.required("decile").intValue();
            int last = group.required("lastDecile").intValue();
            Figure figure = figure(name, district, first, last);
            claims.learn(
                    figure,
                    group.required("population").doubleValue(),
                    new Claims.Shown(
                            number(group, "count"),
                            number(group, "ratePer10000"),
                            number(group, "lower"),
                            number(group, "upper"),
                            designEffect(name)),
                    "gradient " + name);
            group.properties().forEach(field -> {
                boolean open = List.of("decile", "lastDecile", "population").contains(field.getKey());
                if (group.required("count").isNull() && field.getValue().isNumber() && !open) {
                    findings.add("gradient " + name + " has a number in " + field.getKey() + " of hidden " + figure);
                }
            });
        }
    }

    private static Figure figure(String name, String district, int first, int last) {
        if (district.equals(OWN)) {
            return Figure.ofOwnTenths(name, first, last);
        }
        return district.isEmpty() ? Figure.ofDeciles(name, first, last) : Figure.ofDeciles(name, district, first, last);
    }

    /** A line that was fitted to a hidden count as well is one more equation for it. */
    private void checkFit(String name, JsonNode gradient) {
        boolean hides =
                gradient.required("deciles").findValues("count").stream().anyMatch(JsonNode::isNull);
        if (!hides) {
            return;
        }
        for (String fitted : List.of("sii", "rii", "timesHigher", "line")) {
            if (!gradient.path(fitted).isNull()) {
                findings.add("gradient " + name + " has " + fitted + " though a decile is hidden");
            }
        }
        if (Pattern.compile("\\d\\.\\d")
                .matcher(gradient.path("sentence").asText())
                .find()) {
            findings.add("gradient " + name + " has a fitted number in its sentence though a decile is hidden");
        }
        if (charts.containsKey(name) && charts.get(name).text().contains("fitted line the rate")) {
            findings.add("chart " + name + " has a fitted line though a decile is hidden");
        }
    }

    private void learn(Claims claims, String name, String chart) {
        Matcher group = IN_WORDS.matcher(chart);
        while (group.find()) {
            int first = Integer.parseInt(group.group(1));
            int last = group.group(2) == null ? first : Integer.parseInt(group.group(2));
            double children = 0;
            for (JsonNode decile : numbers.get(name).required("deciles")) {
                int within = decile.required("decile").intValue();
                children += within >= first && within <= last
                        ? decile.required("population").doubleValue()
                        : 0;
            }
            claims.learn(
                    Figure.ofDeciles(name, first, last),
                    children,
                    new Claims.Shown(
                            Optional.empty(),
                            number(group.group(3)),
                            number(group.group(4)),
                            number(group.group(5)),
                            designEffect(name)),
                    "chart " + name);
        }
    }

    /** What everybody is told of families. */
    private double designEffect(String name) {
        return numbers.get(name).required("designEffect").doubleValue();
    }

    private static Optional<Double> number(JsonNode group, String field) {
        return group.path(field).isNumber() ? Optional.of(group.path(field).doubleValue()) : Optional.empty();
    }

    private static Optional<Double> number(String text) {
        return Optional.of(Double.valueOf(text.replace(",", "")));
    }
}
