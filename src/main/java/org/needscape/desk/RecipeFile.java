package org.needscape.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.needscape.indicator.Polarity;
import org.needscape.need.Aggregation;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedRecipe;
import org.needscape.need.Standardisation;
import org.needscape.report.UnreadableFileException;

/**
 * A recipe as its JSON file has it.
 *
 * @param recipe the recipe
 * @param countColumns for factors that name one, the column of the count behind them
 */
public record RecipeFile(NeedRecipe recipe, Map<String, String> countColumns) {

    private static final Set<String> MEMBERS =
            Set.of("$schema", "name", "factors", "aggregation", "minimumCoverage", "referenceSize");
    private static final Set<String> FACTOR_MEMBERS =
            Set.of("column", "polarity", "standardisation", "weight", "count", "population");

    public RecipeFile {
        countColumns = Map.copyOf(countColumns);
    }

    /** Reads a file; whatever is wrong with it is said in one sentence. */
    public static RecipeFile read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return parse(name, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UnreadableFileException(name + " cannot be read: check the path.", unreadable);
        }
    }

    /**
     * Reads a JSON text.
     *
     * @param name of the file, for messages
     */
    public static RecipeFile parse(String name, String text) {
        try {
            JsonNode json = new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (!json.isObject() || !json.path("factors").isArray()) {
                throw new RefusedException(name + " is no recipe: it needs an object with name and factors.");
            }
            checkMembers(name, json, MEMBERS);
            List<NeedFactor> factors = new ArrayList<>();
            Map<String, String> counts = new HashMap<>();
            for (JsonNode factor : json.path("factors")) {
                checkMembers(name, factor, FACTOR_MEMBERS);
                NeedFactor read = new NeedFactor(
                        factor.path("column").asText(),
                        polarity(factor.path("polarity").asText()),
                        Standardisation.parse(factor.path("standardisation").asText("z")),
                        number(name, factor, "weight", 1));
                factors.add(read);
                if (factor.hasNonNull("count")) {
                    counts.put(read.column(), factor.get("count").asText());
                }
            }
            NeedRecipe recipe = new NeedRecipe(
                    json.path("name").asText(name),
                    factors,
                    Aggregation.parse(json.path("aggregation").asText("weighted-mean")),
                    number(name, json, "minimumCoverage", NeedRecipe.DEFAULT_COVERAGE_FRACTION),
                    (int) number(name, json, "referenceSize", 0));
            return new RecipeFile(recipe, counts);
        } catch (JsonProcessingException noJson) {
            throw new UnreadableFileException(
                    name + " is not valid JSON, line " + noJson.getLocation().getLineNr() + ".", noJson);
        } catch (IllegalArgumentException wrong) {
            throw new RefusedException(name + ": " + wrong.getMessage(), wrong);
        }
    }

    private static double number(String file, JsonNode json, String member, double otherwise) {
        JsonNode node = json.path(member);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        if (!node.isNumber()) {
            throw new RefusedException(file + ": " + member + " must be a number.");
        }
        return node.asDouble();
    }

    private static Polarity polarity(String word) {
        String text = word.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
        return switch (text) {
            case "higher", "higher-is-more-need", "higher-means-more-need", "more-need", "positive" ->
                Polarity.HIGHER_IS_MORE_NEED;
            case "lower", "lower-is-more-need", "lower-means-more-need", "less-need", "negative" ->
                Polarity.LOWER_IS_MORE_NEED;
            case "", "not-stated" -> Polarity.NOT_STATED;
            default -> throw new IllegalArgumentException("Unknown polarity '" + word + "': use higher or lower.");
        };
    }

    private static void checkMembers(String name, JsonNode json, Set<String> known) {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String member = names.next();
            if (!known.contains(member)) {
                throw new RefusedException(name + ": unknown member " + member + "; known are "
                        + String.join(", ", new java.util.TreeSet<>(known)) + ".");
            }
        }
    }
}
