package org.needscape.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.indicator.Polarity;
import org.needscape.need.Aggregation;
import org.needscape.need.DomainWeights;
import org.needscape.need.Goalposts;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedRecipe;
import org.needscape.need.Standardisation;
import org.needscape.report.UnreadableFileException;

/**
 * A recipe as its JSON file has it.
 *
 * <p>Where it lists domains, a factor's weight counts within its domain: its share of the weights there times the domain's weight.
 *
 * @param recipe the recipe
 * @param countColumns for factors that name one, the column of the count behind them
 * @param populationColumns for factors that name one, the column of the population behind them
 * @param shrunk the columns of factors whose rates are drawn toward the overall rate before they are scored
 */
public record RecipeFile(
        NeedRecipe recipe,
        Map<String, String> countColumns,
        Map<String, String> populationColumns,
        Set<String> shrunk) {

    /** The version of the format that this reads, and every earlier one. */
    private static final int SCHEMA_VERSION = 1;

    private static final Set<String> MEMBERS = Set.of(
            "$schema",
            "schemaVersion",
            "name",
            "description",
            "factors",
            "domains",
            "aggregation",
            "minimumCoverage",
            "referenceSize");
    private static final Set<String> FACTOR_MEMBERS = Set.of(
            "column",
            "polarity",
            "standardisation",
            "weight",
            "domain",
            "goalposts",
            "benchmark",
            "count",
            "population",
            "shrinkage");
    private static final Set<String> DOMAIN_MEMBERS = Set.of("name", "weight");

    public RecipeFile {
        countColumns = Map.copyOf(countColumns);
        populationColumns = Map.copyOf(populationColumns);
        shrunk = Set.copyOf(shrunk);
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
            int version = (int) number(name, json, "schemaVersion", SCHEMA_VERSION);
            if (version > SCHEMA_VERSION) {
                throw new RefusedException(name + " has schemaVersion " + version + ", and this program reads up to "
                        + SCHEMA_VERSION + ": use a newer one, or save the recipe for this one.");
            }
            checkMembers(name, json, MEMBERS);
            Map<String, Double> domains = domains(name, json.path("domains"));
            List<NeedFactor> factors = new ArrayList<>();
            List<String> domainOf = new ArrayList<>();
            Map<String, String> counts = new HashMap<>();
            Map<String, String> populations = new HashMap<>();
            Set<String> shrunk = new HashSet<>();
            for (JsonNode factor : json.path("factors")) {
                checkMembers(name, factor, FACTOR_MEMBERS);
                NeedFactor read = factor(name, factor);
                factors.add(read);
                domainOf.add(factor.path("domain").asText());
                column(factor, "count").ifPresent(column -> counts.put(read.column(), column));
                column(factor, "population").ifPresent(column -> populations.put(read.column(), column));
                if (isShrunk(name, read.column(), factor)) {
                    shrunk.add(read.column());
                }
            }
            NeedRecipe recipe = new NeedRecipe(
                    json.path("name").asText(name),
                    DomainWeights.apply(factors, domainOf, domains),
                    Aggregation.parse(json.path("aggregation").asText("weighted-mean")),
                    number(name, json, "minimumCoverage", NeedRecipe.DEFAULT_COVERAGE_FRACTION),
                    (int) number(name, json, "referenceSize", 0));
            return new RecipeFile(recipe, counts, populations, shrunk);
        } catch (JsonProcessingException noJson) {
            throw new UnreadableFileException(
                    name + " is not valid JSON, line " + noJson.getLocation().getLineNr() + ".", noJson);
        } catch (IllegalArgumentException wrong) {
            throw new RefusedException(name + ": " + wrong.getMessage(), wrong);
        }
    }

    private static NeedFactor factor(String name, JsonNode factor) {
        String column = factor.path("column").asText();
        return new NeedFactor(
                column,
                polarity(factor.path("polarity").asText()),
                Standardisation.parse(factor.path("standardisation").asText("z")),
                number(name, factor, "weight", 1),
                goalposts(name, column, factor.path("goalposts")),
                factor.hasNonNull("benchmark") ? Optional.of(number(name, factor, "benchmark", 0)) : Optional.empty());
    }

    private static Optional<Goalposts> goalposts(String name, String column, JsonNode posts) {
        if (posts.isMissingNode() || posts.isNull()) {
            return Optional.empty();
        }
        if (!posts.isArray()
                || posts.size() != 2
                || !posts.get(0).isNumber()
                || !posts.get(1).isNumber()) {
            throw new RefusedException(name + ": the goalposts of factor " + column + " must be two numbers.");
        }
        return Optional.of(new Goalposts(posts.get(0).asDouble(), posts.get(1).asDouble()));
    }

    private static Map<String, Double> domains(String name, JsonNode list) {
        Map<String, Double> domains = new LinkedHashMap<>();
        for (JsonNode domain : list) {
            checkMembers(name, domain, DOMAIN_MEMBERS);
            String called = domain.path("name").asText();
            double weight = number(name, domain, "weight", 1);
            if (called.isBlank() || !(weight > 0) || domains.put(called, weight) != null) {
                throw new RefusedException(name
                        + ": every domain needs a name of its own and a weight above 0; see domain '" + called + "'.");
            }
        }
        return domains;
    }

    private static boolean isShrunk(String name, String column, JsonNode factor) {
        return switch (factor.path("shrinkage").asText("none")) {
            case "none" -> false;
            case "global" -> {
                if (!factor.hasNonNull("count") || !factor.hasNonNull("population")) {
                    throw new RefusedException(
                            name + ": factor " + column + " can only be shrunk if it names its count and population.");
                }
                yield true;
            }
            default ->
                throw new RefusedException(name + ": the shrinkage of factor " + column
                        + " is global or none; other kinds are not in this" + " version.");
        };
    }

    private static Optional<String> column(JsonNode factor, String member) {
        return factor.hasNonNull(member) ? Optional.of(factor.get(member).asText()) : Optional.empty();
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
