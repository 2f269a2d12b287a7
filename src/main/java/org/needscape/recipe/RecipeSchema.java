package org.needscape.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * The JSON Schema of recipes: the one list of what a recipe may hold, for people, editors, files and the service. What does not follow
 * it is said in plain words.
 */
public final class RecipeSchema {

    /** The version of the format that this program reads, and every earlier one. */
    static final int VERSION = 1;

    private static final String RESOURCE = "/recipes/recipe.schema.json";

    private RecipeSchema() {}

    /** Read once, when it is first needed. */
    private static final class Holder {

        private static final String TEXT = load();
        private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(TEXT, InputFormat.JSON);

        private static String load() {
            try (InputStream in = RecipeSchema.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("The program lacks its file " + RESOURCE + ".");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The program's file " + RESOURCE + " cannot be read.", unreadable);
            }
        }
    }

    /** The schema as a document. */
    public static String text() {
        return Holder.TEXT;
    }

    /** What a document does not keep to, in its order; empty when it keeps to everything. */
    static List<WrongRecipeException.Problem> problems(JsonNode document) {
        List<WrongRecipeException.Problem> problems = new ArrayList<>();
        for (Error error : Holder.SCHEMA.validate(document)) {
            problems.add(inWords(error));
        }
        return problems;
    }

    private static WrongRecipeException.Problem inWords(Error error) {
        String at = field(error);
        String keyword = Optional.ofNullable(error.getKeyword()).orElse("");
        String limit =
                error.getSchemaNode() == null ? "" : error.getSchemaNode().asText();
        String value = shorten(error.getInstanceNode());
        return switch (keyword) {
            case "required" -> {
                String missing = join(at, String.valueOf(error.getProperty()));
                yield problem(missing, missing + " is missing" + meaning(error, error.getProperty()) + ".");
            }
            case "additionalProperties" -> {
                String unknown = join(at, String.valueOf(error.getProperty()));
                yield problem(
                        unknown, unknown + " is an unknown member; known are " + String.join(", ", known(error)) + ".");
            }
            case "enum" ->
                problem(at, at + " is " + value + ", and must be one of " + String.join(", ", words(error)) + ".");
            case "type" -> problem(at, named(at) + " must be " + article(limit) + ", not " + value + ".");
            case "minimum" -> problem(at, at + " must be at least " + limit + ", not " + value + ".");
            case "exclusiveMinimum" -> problem(at, at + " must be above " + limit + ", not " + value + ".");
            case "maximum" -> problem(at, at + " must be at most " + limit + ", not " + value + ".");
            case "pattern", "minLength" -> problem(at, at + " must not be blank.");
            case "maxLength" -> problem(at, at + " must have at most " + limit + " characters.");
            case "minItems" ->
                problem(at, at + " needs at least " + limit + (limit.equals("1") ? " entry." : " entries."));
            case "maxItems" -> problem(at, at + " may have at most " + limit + " entries.");
            default -> problem(at, named(at) + ": " + error.getMessage() + ".");
        };
    }

    private static WrongRecipeException.Problem problem(String field, String message) {
        return new WrongRecipeException.Problem(field, message);
    }

    private static String named(String field) {
        return field.isEmpty() ? "a recipe" : field;
    }

    /** Where the fault is, as in {@code factors[0].weight}. */
    private static String field(Error error) {
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            Object element = error.getInstanceLocation().getElement(i);
            if (element instanceof Integer) {
                field.append('[').append(element).append(']');
            } else {
                field.append(field.length() == 0 ? "" : ".").append(element);
            }
        }
        return field.toString();
    }

    private static String join(String parent, String member) {
        return parent.isEmpty() ? member : parent + "." + member;
    }

    /** The members that an object may have. */
    private static Set<String> known(Error error) {
        Set<String> names = new TreeSet<>();
        schemaOf(error.getInstanceLocation().getNameCount(), field(error))
                .path("properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static JsonNode schemaOf(int depth, String field) {
        JsonNode root = Holder.SCHEMA.getSchemaNode();
        if (depth == 0) {
            return root;
        }
        return field.startsWith("domains") ? root.at("/properties/domains/items") : root.at("/$defs/factor");
    }

    private static String meaning(Error error, String member) {
        JsonNode schema = schemaOf(error.getInstanceLocation().getNameCount(), field(error));
        String description =
                schema.path("properties").path(member).path("description").asText();
        String plain = description.endsWith(".") ? description.substring(0, description.length() - 1) : description;
        return plain.isEmpty() ? "" : ": " + plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    }

    private static List<String> words(Error error) {
        return StreamSupport.stream(error.getSchemaNode().spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String article(String type) {
        return switch (type) {
            case "object" -> "an object with name and factors";
            case "array" -> "a list";
            case "integer" -> "a whole number";
            case "string" -> "a text";
            default -> "a " + type;
        };
    }

    private static String shorten(JsonNode node) {
        String text = String.valueOf(node);
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
