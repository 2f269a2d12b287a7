package org.needscape.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.geoio.table.NeighbourListFile;
import org.needscape.hotspot.HighShare;
import org.needscape.hotspot.HotspotMethod;
import org.needscape.hotspot.HotspotSettings;
import org.needscape.hotspot.NeighbourKind;
import org.needscape.hotspot.NeighbourKinds;
import org.needscape.report.UnreadableFileException;
import org.needscape.service.HotspotQuestion.NeighbourList;
import org.needscape.service.HotspotQuestion.Pair;
import org.needscape.service.RejectedException.Violation;
import org.needscape.stats.Alternative;
import org.needscape.stats.FalseDiscoveryRate;

/** Questions about hotspots as JSON. What is left out is as usual; everything that is wrong is said at once, with its field. */
final class HotspotQuestions {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LIST = "neighbourList";
    private static final String BH = "bh";
    private static final String BY = "by";
    private static final Set<String> FIELDS = Set.of(
            "subject",
            "with",
            "high",
            "beyondDeprivation",
            "methods",
            "neighbours",
            "permutations",
            "seed",
            "alternative",
            "correction",
            "falseDiscoveryRate",
            "maxPopulationShare",
            "links",
            "neighbourList");

    private final JsonNode json;
    private final List<Violation> wrong = new ArrayList<>();
    private final QuestionFields fields;

    private HotspotQuestions(JsonNode json) {
        this.json = json;
        this.fields = new QuestionFields(json, wrong);
    }

    /**
     * Reads a question.
     *
     * @throws RejectedException naming every field that is wrong
     */
    static HotspotQuestion read(ExtentName extent, String text) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new RejectedException("", "The request is not JSON: send an object with at least \"subject\".");
        }
        if (!json.isObject()) {
            throw new RejectedException("", "Send a JSON object with at least \"subject\".");
        }
        return new HotspotQuestions(json).read(extent);
    }

    /** The settings as JSON, every field in it. */
    static ObjectNode write(HotspotQuestion question) {
        HotspotSettings settings = question.settings();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("subject", question.subject());
        ArrayNode with = node.putArray("with");
        question.with().forEach(with::add);
        node.put("high", question.high().code());
        node.put("beyondDeprivation", question.beyondDeprivation());
        ArrayNode methods = node.putArray("methods");
        settings.methods().forEach(method -> methods.add(method.code()));
        ArrayNode neighbours = node.putArray("neighbours");
        settings.neighbours().forEach(kind -> neighbours.add(kind.code()));
        node.put("permutations", settings.permutations());
        node.put("seed", settings.seed());
        node.put("alternative", settings.alternative().code());
        node.put("correction", settings.correction() == FalseDiscoveryRate.BENJAMINI_HOCHBERG ? BH : BY);
        node.put("falseDiscoveryRate", settings.falseDiscoveryFraction());
        node.put("maxPopulationShare", settings.maxPopulationShare());
        ArrayNode links = node.putArray("links");
        question.links().forEach(pair -> links.addArray()
                .add(pair.first().value())
                .add(pair.second().value()));
        question.list().ifPresent(list -> node.putObject("neighbourList")
                .put("links", list.links().size())
                .put("sha256", list.sha256()));
        return node;
    }

    private HotspotQuestion read(ExtentName extent) {
        HotspotSettings usual = HotspotSettings.USUAL;
        Set<String> unknown = new TreeSet<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                unknown.add(name);
            }
        });
        unknown.forEach(name -> wrong.add(new Violation(name, "There is no setting of this name: leave it out.")));
        String subject = json.path("subject").asText("");
        if (subject.isEmpty()) {
            wrong.add(new Violation("subject", "Say which layer hotspots are looked for in."));
        }
        List<String> with = with(subject);
        HighShare high = fields.one("high", HighShare.FIFTH, HighShare::parse);
        boolean beyond = fields.flag("beyondDeprivation");
        List<HotspotMethod> methods = methods(with);
        List<NeighbourKind> neighbours = fields.list("neighbours", usual.neighbours(), HotspotQuestions::neighbours);
        Optional<NeighbourList> list = neighbourList(neighbours);
        if (methods.contains(HotspotMethod.GI) && methods.contains(HotspotMethod.LOCAL_MORAN)) {
            wrong.add(
                    new Violation(
                            "methods",
                            "Gi and local Moran are one test, up to the sign: choose one of them, or it would have two votes."));
        }
        int permutations = (int) fields.whole(
                "permutations",
                usual.permutations(),
                0,
                HotspotSettings.MOST_PERMUTATIONS,
                "0 (p-values from the normal distribution)");
        long seed = fields.whole("seed", usual.seed(), 0, Integer.MAX_VALUE, "0");
        Alternative alternative = fields.one("alternative", usual.alternative(), HotspotQuestions::alternative);
        FalseDiscoveryRate correction = fields.one("correction", usual.correction(), HotspotQuestions::correction);
        double rate = fields.share("falseDiscoveryRate", usual.falseDiscoveryFraction(), 0.5);
        double people = fields.share("maxPopulationShare", usual.maxPopulationShare(), 1);
        List<Pair> links = links();
        if (methods.contains(HotspotMethod.JOIN_COUNT)) {
            alternative = Alternative.GREATER;
            if (permutations < HotspotSettings.LEAST_JOIN_DRAWS) {
                wrong.add(new Violation(
                        "permutations",
                        "The join count has no formula for single areas: give at least "
                                + HotspotSettings.LEAST_JOIN_DRAWS + "."));
            }
        }
        if (!wrong.isEmpty()) {
            throw new RejectedException(wrong);
        }
        HotspotSettings settings =
                new HotspotSettings(methods, neighbours, permutations, seed, alternative, correction, rate, people);
        if (settings.votes() > HotspotQuestion.MOST_VOTES) {
            throw new RejectedException(
                    "methods",
                    "These are " + settings.votes() + " settings: choose at most " + HotspotQuestion.MOST_VOTES
                            + ", by fewer methods or fewer kinds of neighbours.");
        }
        return new HotspotQuestion(extent, subject, with, high, beyond, settings, links, list);
    }

    private List<String> with(String subject) {
        JsonNode node = json.path("with");
        List<String> keys = new ArrayList<>();
        node.forEach(element -> keys.add(element.asText("")));
        boolean isTwice = keys.contains(subject) || Set.copyOf(keys).size() < keys.size();
        if (!node.isMissingNode() && (!node.isArray() || keys.size() > HotspotQuestion.MOST_WITH || isTwice)) {
            wrong.add(new Violation(
                    "with",
                    "Name at most " + HotspotQuestion.MOST_WITH
                            + " further layers, each once and none of them the subject."));
            return List.of();
        }
        return keys;
    }

    /** Several layers are asked about by the join count, which stands alone. */
    private List<HotspotMethod> methods(List<String> with) {
        List<HotspotMethod> joins = List.of(HotspotMethod.JOIN_COUNT);
        List<HotspotMethod> methods =
                fields.list("methods", with.isEmpty() ? HotspotSettings.USUAL.methods() : joins, HotspotMethod::parse);
        boolean areJoins = methods.contains(HotspotMethod.JOIN_COUNT);
        if (areJoins ? methods.size() > 1 : !with.isEmpty()) {
            wrong.add(
                    new Violation(
                            "methods",
                            "Areas that are high on several measures are looked for by join-count alone, and join-count goes with no other method."));
            return joins;
        }
        return methods;
    }

    private static NeighbourKind neighbours(String code) {
        return code.equals(NeighbourKinds.LISTED.code()) ? NeighbourKinds.LISTED : NeighbourKinds.parse(code);
    }

    private Optional<NeighbourList> neighbourList(List<NeighbourKind> neighbours) {
        JsonNode node = json.path(LIST);
        boolean isAsked = neighbours.contains(NeighbourKinds.LISTED);
        if (node.isMissingNode()) {
            if (isAsked) {
                wrong.add(new Violation(LIST, "Neighbours of a file need the file: choose it."));
            }
            return Optional.empty();
        }
        if (!node.isTextual()) {
            wrong.add(new Violation(LIST, "Send the text of a CSV with columns id and neighbour."));
            return Optional.empty();
        }
        if (!isAsked) {
            wrong.add(new Violation(
                    "neighbours",
                    "A file of neighbours was sent and is not asked for: add list, or leave the file out."));
            return Optional.empty();
        }
        try {
            return Optional.of(new NeighbourList(
                    NeighbourListFile.parse(node.textValue()).links(), Hashes.ofText(node.textValue())));
        } catch (UnreadableFileException e) {
            wrong.add(new Violation(LIST, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private List<Pair> links() {
        JsonNode node = json.path("links");
        List<Pair> links = new ArrayList<>();
        if (node.isMissingNode()) {
            return links;
        }
        if (!node.isArray() || node.size() > HotspotQuestion.MOST_LINKS) {
            wrong.add(new Violation("links", "Give at most " + HotspotQuestion.MOST_LINKS + " pairs of area codes."));
            return links;
        }
        for (int at = 0; at < node.size(); at++) {
            JsonNode pair = node.get(at);
            try {
                if (!pair.isArray() || pair.size() != 2) {
                    throw new IllegalArgumentException("it is not two area codes");
                }
                AreaCode first = new AreaCode(pair.get(0).asText());
                AreaCode second = new AreaCode(pair.get(1).asText());
                if (first.equals(second)) {
                    throw new IllegalArgumentException("an area is no neighbour of itself");
                }
                links.add(new Pair(first, second));
            } catch (IllegalArgumentException e) {
                wrong.add(new Violation("links", "Pair " + (at + 1) + " cannot be used: " + e.getMessage() + "."));
            }
        }
        return links;
    }

    private static FalseDiscoveryRate correction(String code) {
        if (code.equals(BH)) {
            return FalseDiscoveryRate.BENJAMINI_HOCHBERG;
        }
        if (code.equals(BY)) {
            return FalseDiscoveryRate.BENJAMINI_YEKUTIELI;
        }
        throw new IllegalArgumentException(
                "Say bh (Benjamini and Hochberg) or by (Benjamini and Yekutieli), not " + code + ".");
    }

    private static Alternative alternative(String code) {
        for (Alternative alternative : Alternative.values()) {
            if (alternative.code().equals(code)) {
                return alternative;
            }
        }
        throw new IllegalArgumentException("Say two-sided, greater or less, not " + code + ".");
    }
}
