package org.needscape.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words that people write in other ways than the schema has them, such as {@code "Higher is more need"} or {@code "weighted_mean"},
 * and members that are there without a value.
 */
final class RecipeWords {

    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
            Map.entry("z-score", "z"),
            Map.entry("higher-is-more-need", "higher"),
            Map.entry("higher-means-more-need", "higher"),
            Map.entry("more-need", "higher"),
            Map.entry("positive", "higher"),
            Map.entry("lower-is-more-need", "lower"),
            Map.entry("lower-means-more-need", "lower"),
            Map.entry("less-need", "lower"),
            Map.entry("negative", "lower"));

    private RecipeWords() {}

    /** Brings the words of a document into their usual form, in place; what is no such word stays. */
    static void makeUsual(JsonNode document) {
        withoutNulls(document);
        usual(document, "aggregation");
        for (JsonNode factor : document.path("factors")) {
            withoutNulls(factor);
            for (String member : List.of("polarity", "standardisation", "shrinkage")) {
                usual(factor, member);
            }
        }
    }

    private static void usual(JsonNode node, String member) {
        if (node instanceof ObjectNode object && object.path(member).isTextual()) {
            String word = object.path(member)
                    .asText()
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[ _]+", "-");
            object.put(member, OTHER_WORDS.getOrDefault(word, word));
        }
    }

    private static void withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Iterator<JsonNode> members = object.elements(); members.hasNext(); ) {
                if (members.next().isNull()) {
                    members.remove();
                }
            }
        }
    }
}
