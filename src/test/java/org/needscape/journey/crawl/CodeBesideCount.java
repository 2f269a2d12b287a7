package org.needscape.journey.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for the code of a hidden area beside its true count without knowing any format: in one line, one JSON object or one title of
 * a drawing. Layers of other figures are left out, in which a small number stands beside every code.
 */
final class CodeBesideCount {

    private static final Pattern TITLE = Pattern.compile("<(title|desc|text)\\b[^>]*>([^<]*)<");
    /** Fields of hotspots that hold a small number for every area: votes of settings, years, places in an order. */
    private static final Set<String> VOTES =
            Set.of("foundBy", "coldBy", "of", "hotIn", "hotOf", "number", "rank", "hotspots");

    private static final Pattern CODE = Pattern.compile("\\b[EW]\\d{8}\\b");

    private final Map<String, List<Figure>> hidden = new HashMap<>();
    private final County county;

    /** @param hidden the counts that no document may give away */
    CodeBesideCount(County county, Set<Figure> hidden) {
        this.county = county;
        hidden.forEach(figure -> this.hidden
                .computeIfAbsent(figure.place(), ignored -> new ArrayList<>())
                .add(figure));
    }

    List<String> check(Document document) {
        List<String> findings = new ArrayList<>();
        if (!document.layer().isEmpty() && Figure.inLayer(document.layer(), "").isEmpty()) {
            return findings;
        }
        if (document.path().endsWith(".dbf")
                || document.path().endsWith(".gpkg")
                || document.path().endsWith(".shp")
                || document.path().endsWith(".shx")) {
            return findings;
        }
        if (document.isJson()) {
            look(document, document.json(), findings);
        } else if (document.text().contains("<svg")) {
            Matcher title = TITLE.matcher(document.text());
            while (title.find()) {
                check(document, words(title.group(2)), findings);
            }
        } else {
            document.text().lines().forEach(line -> check(document, cells(line), findings));
        }
        return findings;
    }

    private void look(Document document, JsonNode node, List<String> findings) {
        if (node.isObject()) {
            List<String> words = new ArrayList<>();
            gather(node, words);
            check(document, words, findings);
        }
        node.forEach(child -> look(document, child, findings));
    }

    /** What stands in an object itself and in what it holds once; what it holds many of are objects of their own. */
    private static void gather(JsonNode node, List<String> words) {
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (field.getKey().equals("geometry")
                    || field.getKey().equals(Rows.CHILDREN)
                    || VOTES.contains(field.getKey())) {
                return;
            }
            if (value.isObject() && !isOfOtherLayer(value)) {
                gather(value, words);
            } else if (value.isArray()) {
                value.forEach(element -> {
                    if (element.isValueNode()) {
                        words.add(element.asText());
                    }
                });
            } else if (value.isValueNode()) {
                words.add(value.asText());
            }
        });
    }

    /** Such as an area's place by its need, which is a small number for every area. */
    private static boolean isOfOtherLayer(JsonNode object) {
        return object.has("layer")
                && Figure.inLayer(object.path("layer").asText(), "").isEmpty();
    }

    private static List<String> cells(String line) {
        return line.startsWith("{") ? words(line) : Rows.cells(line);
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split("[^A-Za-z0-9.]+"));
    }

    private void check(Document document, List<String> words, List<String> findings) {
        Set<String> codes = new HashSet<>();
        for (String word : words) {
            Matcher code = CODE.matcher(word);
            while (code.find()) {
                codes.add(code.group());
            }
        }
        for (String code : codes) {
            for (Figure figure : hidden.getOrDefault(code, List.of())) {
                String count = Integer.toString(county.truth(figure));
                if (isAbout(document, figure) && words.contains(count)) {
                    findings.add(document.path() + " has the code of the hidden " + figure + " beside its count");
                }
            }
        }
    }

    /** A document that is about no layer may be about any. */
    private static boolean isAbout(Document document, Figure figure) {
        return document.layer().isEmpty()
                || Figure.inLayer(document.layer(), figure.place()).equals(java.util.Optional.of(figure));
    }
}
