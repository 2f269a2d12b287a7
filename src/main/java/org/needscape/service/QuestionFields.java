package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.needscape.service.RejectedException.Violation;

/** Fields of a JSON object: what is left out is as usual, and what is wrong is noted with its field and is as usual meanwhile. */
final class QuestionFields {

    private final JsonNode json;
    private final List<Violation> wrong;

    /** @param wrong to which is added whatever is wrong */
    QuestionFields(JsonNode json, List<Violation> wrong) {
        this.json = json;
        this.wrong = wrong;
    }

    boolean flag(String field) {
        JsonNode node = json.path(field);
        if (!node.isMissingNode() && !node.isBoolean()) {
            wrong.add(new Violation(field, "Say true or false."));
        }
        return node.asBoolean(false);
    }

    <T> List<T> list(String field, List<T> usual, Function<String, T> parser) {
        JsonNode node = json.path(field);
        if (node.isMissingNode()) {
            return usual;
        }
        List<T> read = new ArrayList<>();
        try {
            node.forEach(element -> read.add(parser.apply(element.asText())));
        } catch (IllegalArgumentException e) {
            wrong.add(new Violation(field, String.valueOf(e.getMessage())));
            return usual;
        }
        if (!node.isArray() || read.isEmpty() || read.stream().distinct().count() < read.size()) {
            wrong.add(new Violation(field, "Choose at least one, and none twice."));
            return usual;
        }
        return read;
    }

    <T> T one(String field, T usual, Function<String, T> parser) {
        JsonNode node = json.path(field);
        if (node.isMissingNode()) {
            return usual;
        }
        try {
            return parser.apply(node.asText());
        } catch (IllegalArgumentException e) {
            wrong.add(new Violation(field, String.valueOf(e.getMessage())));
            return usual;
        }
    }

    long whole(String field, long usual, long least, long most, String leastInWords) {
        JsonNode node = json.path(field);
        if (node.isMissingNode()) {
            return usual;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < least || node.asLong() > most) {
            wrong.add(new Violation(
                    field, String.format(Locale.UK, "Give a whole number from %s to %,d.", leastInWords, most)));
            return usual;
        }
        return node.asLong();
    }

    double share(String field, double usual, double most) {
        JsonNode node = json.path(field);
        if (node.isMissingNode()) {
            return usual;
        }
        double share = node.isNumber() ? node.asDouble() : Double.NaN;
        if (!(share >= 0.001 && share <= most)) {
            wrong.add(new Violation(field, "Give a number from 0.001 to " + most + ", such as " + usual + "."));
            return usual;
        }
        return share;
    }
}
