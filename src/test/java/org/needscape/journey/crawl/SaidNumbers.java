package org.needscape.journey.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that a layer says of all its areas at once, in its sentence and its legend, follow from the areas that it shows; and no
 * layer but those of rates, and of need and response, rests on counts at all.
 */
final class SaidNumbers {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

    private SaidNumbers() {}

    static List<String> check(Document document) {
        if (!document.isJson() || document.layer().isEmpty()) {
            return List.of();
        }
        JsonNode root = document.json();
        JsonNode layer = root.has("layer") ? root.path("layer") : root;
        if (Figure.inGap(document.layer(), "").isPresent()) {
            // Its sentence and legend are held to what follows from shown areas by GapResultsTest.
            return List.of();
        }
        if (document.layer().startsWith("hotspot-run-")) {
            // Its areas are held to those of the layer that was looked at by the crawler's own journey.
            return List.of();
        }
        if (Figure.inLayer(document.layer(), "").isEmpty()) {
            return restsOnCounts(document, root);
        }
        List<Row> rows = Rows.read(document);
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> findings = new ArrayList<>();
        Set<String> follow = follow(layer, rows);
        List<String> texts = new ArrayList<>(List.of(layer.path("sentence").asText()));
        for (JsonNode entry : layer.path("legend")) {
            texts.add(entry.path("label").asText());
            long shown = rows.stream()
                    .filter(row -> row.text("class").equals(entry.path("code").asText()))
                    .count();
            if (shown != entry.path("areaCount").asLong()) {
                findings.add(document.path() + " has a legend that counts " + entry.path("areaCount")
                        + " areas in class " + entry.path("code") + ", of which it shows " + shown);
            }
        }
        for (String text : texts) {
            Matcher number = NUMBER.matcher(text);
            while (number.find()) {
                if (!follow.contains(plain(number.group()))) {
                    findings.add(document.path() + " says " + number.group()
                            + ", which does not follow from its areas: " + text);
                }
            }
        }
        return findings;
    }

    private static Set<String> follow(JsonNode layer, List<Row> rows) {
        Set<String> follow = new HashSet<>(List.of(plain("0"), plain(Integer.toString(rows.size()))));
        for (String words : List.of("period", "unit", "title")) {
            Matcher number = NUMBER.matcher(layer.path(words).asText());
            while (number.find()) {
                follow.add(plain(number.group()));
            }
        }
        layer.at("/manifest/parameters").forEach(parameter -> {
            Matcher number = NUMBER.matcher(parameter.asText());
            while (number.find()) {
                follow.add(plain(number.group()));
            }
        });
        for (String state : List.of("suppressed", "not_available", "known")) {
            follow.add(plain(""
                    + rows.stream()
                            .filter(row -> row.text("state").equals(state))
                            .count()));
        }
        follow.add(plain(""
                + rows.stream()
                        .filter(row -> row.number("value").orElse(1.0) == 0)
                        .count()));
        rows.forEach(row -> {
            row.number("value").ifPresent(value -> follow.add(plain(row.text("value"))));
            row.number("count").ifPresent(value -> follow.add(plain(row.text("count"))));
        });
        return follow;
    }

    private static List<String> restsOnCounts(Document document, JsonNode root) {
        List<String> findings = new ArrayList<>();
        for (JsonNode manifest : root.findValues("manifest")) {
            for (JsonNode input : manifest.path("inputs")) {
                if (input.path("title").asText().contains(", counts for ")) {
                    findings.add(document.path() + " rests on " + input.path("title")
                            + ", and the crawler does not know how to judge that");
                }
            }
        }
        return findings;
    }

    private static String plain(String number) {
        return String.format(Locale.ROOT, "%.3f", Double.valueOf(number.replaceAll(",", "")));
    }
}
