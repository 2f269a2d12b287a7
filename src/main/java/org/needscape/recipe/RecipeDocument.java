package org.needscape.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.needscape.indicator.Polarity;
import org.needscape.need.Aggregation;
import org.needscape.need.DomainWeights;
import org.needscape.need.Goalposts;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedRecipe;
import org.needscape.need.Shrinkage;
import org.needscape.need.Standardisation;

/**
 * A recipe as its JSON document has it.
 *
 * <p>Where it lists domains, a factor's weight counts within its domain: its share of the weights there times the domain's weight.
 *
 * @param recipe how the score is made; its factors have the weights that they have in the index
 * @param description what it is for and where it comes from; may be empty
 * @param domains for factors in a domain, its name
 * @param counts for factors that name one, the column of the count behind them
 * @param populations for factors that name one, the column of the population behind them
 * @param shrinkage for factors that say it, toward what their rates are drawn before they are scored
 * @param periods for factors that name one, the period they are taken from
 * @param json the document as it was written, words in their usual form, without blanks between members
 */
public record RecipeDocument(
        NeedRecipe recipe,
        String description,
        Map<String, String> domains,
        Map<String, String> counts,
        Map<String, String> populations,
        Map<String, Shrinkage> shrinkage,
        Map<String, String> periods,
        String json) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public RecipeDocument {
        domains = Map.copyOf(domains);
        counts = Map.copyOf(counts);
        populations = Map.copyOf(populations);
        shrinkage = Map.copyOf(shrinkage);
        periods = Map.copyOf(periods);
    }

    /**
     * Reads a document.
     *
     * @throws WrongRecipeException when it is no recipe, with the field of everything that is wrong
     */
    public static RecipeDocument parse(String text) {
        JsonNode read = tree(text);
        RecipeWords.makeUsual(read);
        int version = read.path("schemaVersion").asInt(RecipeSchema.VERSION);
        if (version > RecipeSchema.VERSION) {
            throw new WrongRecipeException(
                    "schemaVersion",
                    "schemaVersion is " + version + ", and this program reads up to " + RecipeSchema.VERSION
                            + ": use a newer program, or save the recipe for this one.");
        }
        List<WrongRecipeException.Problem> problems = RecipeSchema.problems(read);
        if (!problems.isEmpty()) {
            throw new WrongRecipeException(problems);
        }
        return new Reading((ObjectNode) read).document();
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode read = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException wrong) {
            String where = wrong.getLocation() == null
                    ? ""
                    : ", line " + wrong.getLocation().getLineNr();
            throw new WrongRecipeException("", "it is not valid JSON" + where + ".");
        }
        throw new WrongRecipeException("", "it is no recipe: it needs an object with name and factors.");
    }

    /** One document that follows the schema. */
    private static final class Reading {

        private final ObjectNode json;
        private final Map<String, String> domains = new LinkedHashMap<>();
        private final Map<String, String> counts = new LinkedHashMap<>();
        private final Map<String, String> populations = new LinkedHashMap<>();
        private final Map<String, Shrinkage> shrinkage = new LinkedHashMap<>();
        private final Map<String, String> periods = new LinkedHashMap<>();

        Reading(ObjectNode json) {
            this.json = json;
        }

        RecipeDocument document() {
            List<NeedFactor> factors = new ArrayList<>();
            List<String> domainOf = new ArrayList<>();
            for (JsonNode factor : json.path("factors")) {
                String field = "factors[" + factors.size() + "]";
                NeedFactor read = at(field, () -> factor(factor));
                factors.add(read);
                domainOf.add(factor.path("domain").asText());
                remember(factor, "domain", read, domains);
                remember(factor, "count", read, counts);
                remember(factor, "population", read, populations);
                remember(factor, "period", read, periods);
                if (factor.hasNonNull("shrinkage")) {
                    shrinkage.put(
                            read.column(),
                            Shrinkage.parse(factor.path("shrinkage").asText()));
                }
            }
            Map<String, Double> weights = domainWeights();
            List<NeedFactor> weighted = at("domains", () -> DomainWeights.apply(factors, domainOf, weights));
            NeedRecipe recipe = at(
                    "factors",
                    () -> new NeedRecipe(
                            json.path("name").asText(),
                            weighted,
                            Aggregation.parse(json.path("aggregation").asText("weighted-mean")),
                            json.path("minimumCoverage").asDouble(NeedRecipe.DEFAULT_COVERAGE_FRACTION),
                            json.path("referenceSize").asInt(0)));
            return new RecipeDocument(
                    recipe,
                    json.path("description").asText(),
                    domains,
                    counts,
                    populations,
                    shrinkage,
                    periods,
                    json.toString());
        }

        private Map<String, Double> domainWeights() {
            Map<String, Double> weights = new LinkedHashMap<>();
            for (JsonNode domain : json.path("domains")) {
                String called = domain.path("name").asText();
                if (weights.put(called, domain.path("weight").asDouble()) != null) {
                    throw new WrongRecipeException(
                            "domains[" + weights.size() + "].name",
                            "every domain needs a name of its own; '" + called + "' is there twice.");
                }
            }
            return weights;
        }

        private static NeedFactor factor(JsonNode factor) {
            JsonNode posts = factor.path("goalposts");
            return new NeedFactor(
                    factor.path("column").asText(),
                    factor.path("polarity").asText().equals("higher")
                            ? Polarity.HIGHER_IS_MORE_NEED
                            : Polarity.LOWER_IS_MORE_NEED,
                    Standardisation.parse(factor.path("standardisation").asText("z")),
                    factor.path("weight").asDouble(1),
                    posts.isArray()
                            ? Optional.of(new Goalposts(
                                    posts.get(0).asDouble(), posts.get(1).asDouble()))
                            : Optional.empty(),
                    factor.hasNonNull("benchmark")
                            ? Optional.of(factor.path("benchmark").asDouble())
                            : Optional.empty());
        }

        private static void remember(JsonNode factor, String member, NeedFactor of, Map<String, String> where) {
            if (factor.hasNonNull(member)) {
                where.put(of.column(), factor.path(member).asText());
            }
        }

        private static <T> T at(String field, Supplier<T> part) {
            try {
                return part.get();
            } catch (IllegalArgumentException wrong) {
                throw new WrongRecipeException(field, String.valueOf(wrong.getMessage()));
            }
        }
    }
}
