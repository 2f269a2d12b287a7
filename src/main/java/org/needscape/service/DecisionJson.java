package org.needscape.service;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Geography;
import org.needscape.service.RejectedException.Violation;
import org.needscape.targeting.decision.Alternative;
import org.needscape.targeting.decision.ChosenArea;
import org.needscape.targeting.decision.Decision;
import org.needscape.targeting.decision.DecisionState;
import org.needscape.targeting.decision.Priority;

/** Decisions on target areas as JSON. Everything that is wrong is said at once, with its field. */
final class DecisionJson {

    static final int MOST_TITLE_CHARACTERS = 120;
    static final int MOST_TEXT_CHARACTERS = 2000;
    private static final int MOST_ITEMS = 200;

    /** Takes one object and nothing after it, and no field twice: of two decisions, neither is picked silently. */
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A year of four digits, as a calendar has it. */
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private static final Set<String> FIELDS =
            Set.of("title", "district", "state", "savedBy", "priorities", "areas", "alternatives", "dissent", "review");

    private final List<Violation> wrong = new ArrayList<>();

    private DecisionJson() {}

    /** @throws RejectedException when a text is no JSON object */
    static JsonNode object(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new RejectedException("", "The request is not JSON: send one object, no field of it twice.");
        }
        throw new RejectedException("", "Send a JSON object.");
    }

    /** @throws RejectedException naming every field that is not one of these */
    static void requireOnly(JsonNode json, Set<String> known) {
        DecisionJson reading = new DecisionJson();
        reading.only("", json, known);
        if (!reading.wrong.isEmpty()) {
            throw new RejectedException(reading.wrong);
        }
    }

    /**
     * Reads a decision.
     *
     * @param districts the geography of the county's districts
     * @throws RejectedException naming every field that is wrong
     */
    static Decision read(JsonNode json, Geography districts) {
        DecisionJson reading = new DecisionJson();
        Optional<Decision> decision = reading.decision(json, districts);
        if (!reading.wrong.isEmpty()) {
            throw new RejectedException(reading.wrong);
        }
        return decision.orElseThrow();
    }

    static ObjectNode write(Decision decision) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("title", decision.title());
        node.put("district", decision.district().code().value());
        node.put("state", decision.state().code());
        node.put("savedBy", decision.savedBy());
        ArrayNode priorities = node.putArray("priorities");
        for (Priority priority : decision.priorities()) {
            ObjectNode item = priorities.addObject();
            item.put("title", priority.title());
            item.put("group", priority.group());
            texts(item.putArray("actions"), priority.actions());
            texts(item.putArray("outcomeMeasures"), priority.outcomeMeasures());
        }
        ArrayNode areas = node.putArray("areas");
        for (ChosenArea area : decision.areas()) {
            areas.addObject().put("code", area.code().value()).put("reason", area.reason());
        }
        ArrayNode alternatives = node.putArray("alternatives");
        for (Alternative alternative : decision.alternatives()) {
            ObjectNode item = alternatives.addObject();
            texts(
                    item.putArray("areas"),
                    alternative.areas().stream().map(AreaCode::value).toList());
            item.put("whyNot", alternative.whyNot());
        }
        node.put("dissent", decision.dissent());
        node.put("review", decision.review().map(LocalDate::toString).orElse(""));
        return node;
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private Optional<Decision> decision(JsonNode json, Geography districts) {
        only("", json, FIELDS);
        String title = text(json, "title", "title", MOST_TITLE_CHARACTERS);
        required(json, "title", "Give the set a name.");
        String savedBy = text(json, "savedBy", "savedBy", MOST_TITLE_CHARACTERS);
        required(json, "savedBy", "Say who saves this: a name or a role.");
        Optional<AreaCode> district = code(json.path("district"), "district");
        Optional<DecisionState> state = DecisionState.find(json.path("state").asText("draft"));
        if (state.isEmpty()) {
            wrong.add(new Violation("state", "A set is draft, proposed, agreed or superseded."));
        }
        List<Priority> priorities = items(json, "priorities", this::priority);
        List<ChosenArea> areas = items(json, "areas", this::area);
        List<Alternative> alternatives = items(json, "alternatives", this::alternative);
        String dissent = text(json, "dissent", "dissent", MOST_TEXT_CHARACTERS);
        Optional<LocalDate> review = day(json);
        return district.isEmpty() || state.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision(
                        title,
                        new AreaId(districts, district.get()),
                        state.get(),
                        savedBy,
                        priorities,
                        areas,
                        alternatives,
                        dissent,
                        review));
    }

    private Optional<Priority> priority(JsonNode item, String field) {
        only(field + ".", item, Set.of("title", "group", "actions", "outcomeMeasures"));
        String title = text(item, "title", field + ".title", MOST_TEXT_CHARACTERS);
        if (title.isEmpty()) {
            wrong.add(new Violation(field + ".title", "Say what this priority is."));
        }
        return Optional.of(new Priority(
                title,
                text(item, "group", field + ".group", MOST_TEXT_CHARACTERS),
                texts(item, "actions", field),
                texts(item, "outcomeMeasures", field)));
    }

    private Optional<ChosenArea> area(JsonNode item, String field) {
        only(field + ".", item, Set.of("code", "reason"));
        String reason = text(item, "reason", field + ".reason", MOST_TEXT_CHARACTERS);
        return code(item.path("code"), field + ".code").map(code -> new ChosenArea(code, reason));
    }

    private Optional<Alternative> alternative(JsonNode item, String field) {
        only(field + ".", item, Set.of("areas", "whyNot"));
        String whyNot = text(item, "whyNot", field + ".whyNot", MOST_TEXT_CHARACTERS);
        if (whyNot.isEmpty()) {
            wrong.add(new Violation(field + ".whyNot", "Say why this choice was not taken."));
        }
        List<AreaCode> areas = new ArrayList<>();
        JsonNode codes = item.path("areas");
        for (int k = 0; k < codes.size() && k < MOST_ITEMS; k++) {
            code(codes.get(k), field + ".areas[" + k + "]").ifPresent(areas::add);
        }
        return Optional.of(new Alternative(areas, whyNot));
    }

    private <T> List<T> items(JsonNode json, String field, BiFunction<JsonNode, String, Optional<T>> reader) {
        JsonNode array = json.path(field);
        List<T> items = new ArrayList<>();
        if (array.isMissingNode()) {
            return items;
        }
        if (!array.isArray() || array.size() > MOST_ITEMS) {
            wrong.add(new Violation(field, "Give a list of at most " + MOST_ITEMS + " items."));
            return items;
        }
        for (int k = 0; k < array.size(); k++) {
            String name = field + "[" + k + "]";
            if (array.get(k).isObject()) {
                reader.apply(array.get(k), name).ifPresent(items::add);
            } else {
                wrong.add(new Violation(name, "Give an object here."));
            }
        }
        return items;
    }

    private List<String> texts(JsonNode json, String field, String owner) {
        JsonNode array = json.path(field);
        List<String> texts = new ArrayList<>();
        if (!array.isMissingNode() && (!array.isArray() || array.size() > MOST_ITEMS)) {
            wrong.add(new Violation(owner + "." + field, "Give a list of at most " + MOST_ITEMS + " texts."));
            return texts;
        }
        for (int k = 0; k < array.size(); k++) {
            String text = checked(array.get(k), owner + "." + field + "[" + k + "]", MOST_TEXT_CHARACTERS);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private String text(JsonNode json, String field, String name, int most) {
        JsonNode node = json.path(field);
        return node.isMissingNode() ? "" : checked(node, name, most);
    }

    private void required(JsonNode json, String field, String message) {
        if (json.path(field).asText().isBlank()) {
            wrong.add(new Violation(field, message));
        }
    }

    private String checked(JsonNode node, String name, int most) {
        if (!node.isTextual()) {
            wrong.add(new Violation(name, "Give a text."));
            return "";
        }
        String text = node.textValue().strip();
        if (text.length() > most) {
            wrong.add(new Violation(
                    name, "Use at most " + most + " characters; there are " + text.length() + ". Shorten it."));
            return "";
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            wrong.add(new Violation(name, "Take the control characters out."));
            return "";
        }
        return text;
    }

    private Optional<AreaCode> code(JsonNode node, String field) {
        if (!node.isTextual() || !AreaCode.isValid(node.textValue())) {
            wrong.add(new Violation(field, "Give the code of an area, such as E01029345."));
            return Optional.empty();
        }
        return Optional.of(new AreaCode(node.textValue()));
    }

    private Optional<LocalDate> day(JsonNode json) {
        String text = text(json, "review", "review", MOST_TITLE_CHARACTERS);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (text.matches(DAY)) {
                return Optional.of(LocalDate.parse(text));
            }
        } catch (DateTimeException e) {
            // It is said below, as of every text that is no day.
        }
        wrong.add(new Violation("review", "Give a day such as 2027-09-30."));
        return Optional.empty();
    }

    private void only(String owner, JsonNode json, Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                unknown.add(name);
            }
        });
        unknown.forEach(
                name -> wrong.add(new Violation(owner + name, "There is no field of this name: leave it out.")));
    }
}
