package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.needscape.service.RejectedException.Violation;

/**
 * The fields of an object within a question, each known by the path that leads to it, as in {@code floors[0].district}. What is wrong is
 * noted with its path and left out meanwhile; a field that is null is as one that is left out.
 */
final class TargetQuestionFields {

    private final JsonNode json;
    private final String path;
    private final List<Violation> wrong;

    private TargetQuestionFields(JsonNode json, String path, List<Violation> wrong) {
        this.json = json;
        this.path = path;
        this.wrong = wrong;
    }

    /** @param wrong to which is added whatever is wrong */
    static TargetQuestionFields of(JsonNode json, List<Violation> wrong) {
        return new TargetQuestionFields(json, "", wrong);
    }

    /** The path to a field. */
    String path(String field) {
        return path + field;
    }

    boolean has(String field) {
        return !get(field).isMissingNode();
    }

    /** Whether a list is left out or holds nothing. */
    boolean isEmpty(String field) {
        return get(field).isEmpty();
    }

    void wrong(String field, String message) {
        wrong.add(new Violation(path(field), message));
    }

    /** Notes every field that is not one of these. */
    void only(Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                unknown.add(name);
            }
        });
        unknown.forEach(name -> wrong(name, "There is no field of this name: leave it out."));
    }

    private JsonNode get(String field) {
        JsonNode node = json.path(field);
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    boolean flag(String field) {
        JsonNode node = get(field);
        if (!node.isMissingNode() && !node.isBoolean()) {
            wrong(field, "Say true or false.");
        }
        return node.asBoolean(false);
    }

    /** A text; empty where there is none. */
    String text(String field) {
        return get(field).isTextual() ? get(field).textValue() : "";
    }

    <T> Optional<T> word(String field, Function<String, T> parser) {
        JsonNode node = get(field);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(node.asText()));
        } catch (IllegalArgumentException e) {
            wrong(field, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    Optional<Integer> whole(String field, int least, int most) {
        JsonNode node = get(field);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            wrong(field, String.format(Locale.UK, "Give a whole number from %,d to %,d.", least, most));
            return Optional.empty();
        }
        return Optional.of(node.intValue());
    }

    Optional<Double> number(String field, double least, double most) {
        JsonNode node = get(field);
        return node.isMissingNode() ? Optional.empty() : number(node, field, least, most);
    }

    private Optional<Double> number(JsonNode node, String field, double least, double most) {
        double number = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(number >= least && number <= most)) {
            wrong(field, "Give a number from " + words(least) + " to " + words(most) + ".");
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** A number above 0; of 0 itself it is said that it leads to nothing. */
    Optional<Double> amount(String field, double most) {
        JsonNode node = get(field);
        return node.isMissingNode() ? Optional.empty() : amount(node, field, most);
    }

    private Optional<Double> amount(JsonNode node, String field, double most) {
        if (node.isNumber() && node.doubleValue() == 0) {
            wrong(field, "A budget of 0 reaches nothing: give more, or leave this limit out.");
            return Optional.empty();
        }
        double number = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(number > 0 && number <= most)) {
            wrong(field, "Give a number above 0 and up to " + words(most) + ".");
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** A list of such numbers. */
    List<Double> amounts(String field, int most, double largest) {
        List<Double> amounts = new ArrayList<>();
        List<JsonNode> items = list(field, most);
        for (int k = 0; k < items.size(); k++) {
            amount(items.get(k), field + "[" + k + "]", largest).ifPresent(amounts::add);
        }
        return amounts;
    }

    List<JsonNode> list(String field, int most) {
        JsonNode node = get(field);
        List<JsonNode> items = new ArrayList<>();
        if (node.isMissingNode()) {
            return items;
        }
        if (!node.isArray() || node.size() > most) {
            wrong(field, String.format(Locale.UK, "Give a list of at most %,d items.", most));
            return items;
        }
        node.forEach(items::add);
        return items;
    }

    /** The fields of an object; none where it is left out. */
    TargetQuestionFields object(String field) {
        JsonNode node = get(field);
        if (!node.isMissingNode() && !node.isObject()) {
            wrong(field, "Give an object here.");
        }
        return new TargetQuestionFields(node, path(field) + ".", wrong);
    }

    /** The objects of a list, each with its place in its path. */
    List<TargetQuestionFields> objects(String field, int most) {
        List<TargetQuestionFields> objects = new ArrayList<>();
        List<JsonNode> items = list(field, most);
        for (int k = 0; k < items.size(); k++) {
            if (items.get(k).isObject()) {
                objects.add(new TargetQuestionFields(items.get(k), path(field) + "[" + k + "].", wrong));
            } else {
                wrong(field + "[" + k + "]", "Give an object here.");
            }
        }
        return objects;
    }

    private static String words(double number) {
        boolean whole = number == Math.rint(number);
        return whole
                ? String.format(Locale.UK, "%,.0f", number)
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
