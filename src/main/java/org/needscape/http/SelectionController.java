package org.needscape.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.service.RejectedException;
import org.needscape.service.ReleaseJsonViews;
import org.needscape.service.SelectionService;
import org.needscape.service.SelectionService.Answer;
import org.needscape.service.SelectionService.Selection;

/** Counts children in areas that were chosen. It changes what counts as shown, so it is no read. */
final class SelectionController {

    private static final int MOST_KILOBYTES = 200;
    private static final int LONGEST_TEXT = 100;
    private static final List<String> FIELDS = List.of("measure", "period", "geography", "codes");
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final SelectionService selections;

    SelectionController(SelectionService selections) {
        this.selections = selections;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/v1/extents/{extent}/selections", this::count);
    }

    private void count(Context context) throws IOException {
        Parameters.only(context);
        Parameters.requireOwnHeader(context);
        ExtentName extent = Parameters.extent(context);
        JsonNode body = body(context);
        try {
            Selection selection = new Selection(
                    field(body, "measure", Measure::parse),
                    field(body, "period", Period::new),
                    field(body, "geography", Geography::parse),
                    codes(body));
            Json.sendFresh(context, view(selections.count(extent, selection)));
        } catch (RejectedException e) {
            // Every reason is a field that is wrong.
            throw new BadRequestException(e.violations().get(0).field(), String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode body(Context context) throws IOException {
        byte[] bytes = Bodies.read(context, MOST_KILOBYTES);
        JsonNode body;
        try {
            body = MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new BadRequestException(Bodies.FIELD, "This is not JSON: send a JSON object with " + fields() + ".");
        }
        if (body == null || !body.isObject()) {
            throw new BadRequestException(Bodies.FIELD, "Send a JSON object with " + fields() + ".");
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new BadRequestException(name, "A selection has only the fields " + fields() + ".");
            }
        });
        return body;
    }

    private static String fields() {
        return String.join(", ", FIELDS);
    }

    private static <T> T field(JsonNode body, String name, Function<String, T> parser) {
        JsonNode node = body.path(name);
        if (!node.isTextual() || node.textValue().length() > LONGEST_TEXT) {
            throw new BadRequestException(
                    name, "Give " + name + " as text of at most " + LONGEST_TEXT + " characters.");
        }
        return parse(name, node.textValue(), parser);
    }

    private static List<AreaCode> codes(JsonNode body) {
        JsonNode node = body.path("codes");
        if (!node.isArray()) {
            throw new BadRequestException("codes", "Give codes as an array of area codes.");
        }
        List<AreaCode> codes = new ArrayList<>();
        for (JsonNode code : node) {
            if (!code.isTextual() || !AreaCode.isValid(code.textValue())) {
                throw new BadRequestException(
                        "codes", "Give codes as an array of area codes, each of 1 to 32 letters or digits.");
            }
            codes.add(new AreaCode(code.textValue()));
        }
        return codes;
    }

    private static <T> T parse(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(name, String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode view(Answer answer) {
        Selection selection = answer.selection();
        ObjectNode node = Views.object();
        node.put("measure", selection.measure().code());
        node.put("counted", selection.measure().counted());
        node.put("period", selection.period().text());
        node.put("geography", selection.geography().code());
        node.put("fictional", answer.extent().fictional());
        node.put("areas", selection.codes().size());
        node.put("state", answer.count().state().code());
        put(node, "count", answer.count(), 0);
        put(node, "childrenAged0To17", answer.children(), 0);
        node.put("childrenPeriod", answer.childrenPeriod());
        put(node, "ratePer10000", answer.rate(), 1);
        put(node, "lower", answer.lower(), 1);
        put(node, "upper", answer.upper(), 1);
        node.put("unit", answer.unit());
        node.put("reason", answer.reason());
        node.put("source", String.join("; ", answer.sources()));
        answer.cautions().forEach(node.putArray("cautions")::add);
        answer.release().ifPresent(release -> ReleaseJsonViews.put(node, release));
        return node;
    }

    private static void put(ObjectNode node, String name, Value value, int decimals) {
        if (value.isKnown()) {
            node.put(name, BigDecimal.valueOf(value.number().orElseThrow()).setScale(decimals, RoundingMode.HALF_EVEN));
        } else {
            node.putNull(name);
        }
    }
}
