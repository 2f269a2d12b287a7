package org.needscape.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Polarity;
import org.needscape.service.LoadedMeasure;
import org.needscape.service.RecipeService.History;
import org.needscape.service.ScoringMethod;

/** Scoring methods as the service answers them. */
final class RecipeViews {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RecipeViews() {}

    /** The address of one version. */
    static String address(ScoringMethod method) {
        return "/api/v1/recipes/" + method.id() + "/versions/" + method.version();
    }

    /** A method in a list. */
    static ObjectNode heading(ScoringMethod method) {
        ObjectNode node = Views.object();
        node.put("id", method.id());
        node.put("name", method.name());
        version(node, method);
        saved(node, method);
        node.put("shipped", method.saved().isEmpty());
        node.put("description", method.description());
        node.put("factors", method.factors());
        node.putObject("links").put("self", "/api/v1/recipes/" + method.id()).put("version", address(method));
        return node;
    }

    /** A method with its document and its versions. */
    static ObjectNode full(History history) {
        ScoringMethod method = history.method();
        ObjectNode node = heading(method);
        node.put("sha256", method.sha256());
        ArrayNode versions = node.putArray("versions");
        for (ScoringMethod each : history.versions()) {
            ObjectNode version = versions.addObject();
            version(version, each);
            saved(version, each);
            version.put("sha256", each.sha256());
            version.putObject("links").put("self", address(each));
        }
        try {
            node.set("recipe", MAPPER.readTree(method.json()));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A recipe that was read before is JSON.", broken);
        }
        return node;
    }

    /** A measure that a method can be made of, or cannot, with its periods for each geography. */
    static ObjectNode measure(LoadedMeasure measure) {
        Indicator indicator = measure.indicator();
        ObjectNode node = Views.object();
        node.put("id", indicator.id().value())
                .put("label", indicator.label())
                .put("unit", indicator.unit())
                .put("polarity", polarity(indicator.polarity()))
                .put("theme", indicator.theme())
                .put("source", indicator.source())
                .put("bareCount", measure.bareCount());
        ArrayNode figures = node.putArray("figures");
        measure.periods().forEach((geography, periods) -> {
            ArrayNode texts =
                    figures.addObject().put("geography", geography.code()).putArray("periods");
            periods.forEach(texts::add);
        });
        return node;
    }

    /** Which end means more need, as recipes say it; null where the codebook does not. */
    private static @Nullable String polarity(Polarity polarity) {
        return switch (polarity) {
            case HIGHER_IS_MORE_NEED -> "higher";
            case LOWER_IS_MORE_NEED -> "lower";
            case NOT_STATED -> null;
        };
    }

    /** The version's number, or null for the method that has none. */
    static void version(ObjectNode node, ScoringMethod method) {
        if (method.version() > 0) {
            node.put("version", method.version());
        } else {
            node.putNull("version");
        }
    }

    private static void saved(ObjectNode node, ScoringMethod method) {
        if (method.saved().isPresent()) {
            node.put("created", method.saved().get().toString());
        } else {
            node.putNull("created");
        }
    }
}
