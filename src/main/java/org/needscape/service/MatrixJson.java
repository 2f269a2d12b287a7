package org.needscape.service;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.needscape.geoio.layer.LayerNumbers;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;
import org.needscape.layer.Manifest;
import org.needscape.need.Aggregation;
import org.needscape.need.CountBand;
import org.needscape.need.NeedMatrix;
import org.needscape.stats.ZScores;

/** A need matrix as JSON: what it is and what its factors are, then its rows. A value that is not known is null beside its state. */
final class MatrixJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Means and spreads have one decimal more than the values they are of. */
    private static final int FURTHER_DECIMALS = 1;

    /** How sure ranks are: the members of a row, and the columns of the layer. */
    private static final Map<String, String> SURENESS = new TreeMap<>(Map.of(
            "rankMedian", "rank_median",
            "probabilityAmongTheMost", "probability_among_most",
            "rankLow", "rank_low",
            "rankHigh", "rank_high",
            "probabilityHighestNeedTenth", "probability_highest_need_tenth"));

    /** Enough that whoever puts standardised values together with other weights ranks the areas as the service does. */
    private static final int STANDARDISED_DECIMALS = 6;

    private static final String ONLY_SHOWN =
            "A value that is hidden, not available or does not apply takes no part: means, spreads, standardised values and scores"
                    + " are made of the values shown. Hidden is not zero.";

    private MatrixJson() {}

    /** Writes the document and leaves the stream open. */
    static void write(NeedTable table, OutputStream out) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            for (Map.Entry<String, JsonNode> field : head(table).properties()) {
                json.writeFieldName(field.getKey());
                MAPPER.writeTree(json, field.getValue());
            }
            json.writeArrayFieldStart("rows");
            for (int i = 0; i < table.matrix().rows().size(); i++) {
                row(json, table, i);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static ObjectNode head(NeedTable table) {
        Layer score = table.layer();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ScoringMethod method = table.method();
        node.put("id", method.id());
        node.put("title", MethodWords.matrixTitle(method));
        recipe(node.putObject("recipe"), method, table.score().applied());
        node.putObject("extent")
                .put("name", score.extent().name().value())
                .put("title", score.extent().title())
                .put("fictional", score.extent().fictional());
        node.put("fictional", score.extent().fictional());
        node.put("geography", score.geography().code());
        node.put("sentence", score.sentence());
        node.put("layer", score.id().value());
        node.put("unit", score.unit());
        node.put("period", table.score().applied().period().map(Period::text).orElse(""));
        table.periods().forEach(node.putArray("periods")::add);
        node.put("aggregation", table.matrix().recipe().aggregation().code());
        node.put("amongTheMost", Integer.parseInt(score.manifest().parameters().getOrDefault("amongTheMost", "0")));
        node.put("minimumCoverage", table.matrix().recipe().minimumCoverageFraction());
        ArrayNode factors = node.putArray("factors");
        List<NeedTable.Columns> columns = table.columns();
        for (int k = 0; k < columns.size(); k++) {
            factor(factors.addObject(), table.factors().get(k), columns.get(k));
        }
        ArrayNode cautions = node.putArray("cautions");
        score.cautions().stream()
                .filter(caution -> !table.score().notices().contains(caution))
                .forEach(cautions::add);
        table.hiding().ifPresent(cautions::add);
        if (table.factors().stream().anyMatch(NeedTable.Factor::isUnknownSomewhere)) {
            cautions.add(ONLY_SHOWN);
        }
        ArrayNode notices = node.putArray("notices");
        table.score().notices().forEach(notices::add);
        ArrayNode sources = node.putArray("sources");
        score.manifest().attributions().forEach(sources::add);
        score.release().ifPresent(release -> ReleaseJsonViews.put(node, release));
        manifest(node.putObject("manifest"), score.manifest());
        return node;
    }

    /** The recipe names its factors as the matrix does, also where it calls them by a published heading. */
    private static void recipe(ObjectNode node, ScoringMethod method, AppliedMethod applied) {
        node.put("id", method.id());
        if (method.version() > 0) {
            node.put("version", method.version());
        } else {
            node.putNull("version");
        }
        node.put("sha256", method.sha256());
        JsonNode document = tree(method.document().json());
        for (int k = 0; k < applied.series().size(); k++) {
            ((ObjectNode) document.required("factors").required(k))
                    .put("column", applied.series().get(k).key().indicator().value());
        }
        node.set("document", document);
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A recipe that was read before is JSON.", broken);
        }
    }

    private static void factor(ObjectNode node, NeedTable.Factor factor, NeedTable.Columns names) {
        Indicator indicator = factor.indicator();
        node.put("id", indicator.id().value())
                .put("label", indicator.label())
                .put("unit", indicator.unit())
                .put("decimals", factor.decimals())
                .put("period", factor.period())
                .put("theme", indicator.theme())
                .put("polarity", factor.factor().polarity().words())
                .put("standardisation", factor.factor().standardisation().code())
                .put("weight", factor.factor().weight())
                .put("domain", factor.domain().orElse(""))
                .put("shrinkage", factor.shrinkage().code())
                .put("source", indicator.source())
                .put("licence", indicator.licence())
                .put("numerator", indicator.numerator())
                .put("denominator", indicator.denominator());
        Optional<ZScores.Scale> scale = factor.scale();
        int decimals = factor.decimals() + FURTHER_DECIMALS;
        node.set("mean", number(scale.map(ZScores.Scale::centre), decimals));
        node.set("standardDeviation", number(scale.map(ZScores.Scale::spread), decimals));
        node.put("shown", factor.count(ValueState.KNOWN))
                .put("suppressed", factor.count(ValueState.SUPPRESSED))
                .put("notAvailable", factor.count(ValueState.NOT_AVAILABLE))
                .put("notApplicable", factor.count(ValueState.NOT_APPLICABLE))
                .put("low", factor.count(ValueState.LOW))
                .put("layer", factor.layer().value());
        ObjectNode columns = node.putObject("columns")
                .put("standardised", names.standardised())
                .put("value", names.value());
        if (factor.isShrunk()) {
            columns.put("scored", names.scored());
        }
    }

    static void manifest(ObjectNode node, Manifest manifest) {
        node.put("resultHash", manifest.resultHash())
                .put("software", manifest.software())
                .put("method", manifest.method());
        ArrayNode inputs = node.putArray("inputs");
        for (Manifest.Input input : manifest.inputs()) {
            inputs.addObject()
                    .put("title", input.title())
                    .put("source", input.source())
                    .put("licence", input.licence())
                    .put("sha256", input.sha256());
        }
        ObjectNode parameters = node.putObject("parameters");
        manifest.parameters().forEach(parameters::put);
    }

    private static void row(JsonGenerator json, NeedTable table, int place) throws IOException {
        NeedMatrix.Row row = table.matrix().rows().get(place);
        AreaFrame frame = table.frame();
        json.writeStartObject();
        json.writeStringField("code", row.area().value());
        json.writeStringField(
                "name", frame.names().getOrDefault(row.area(), row.area().value()));
        json.writeStringField("district", frame.districtOf(row.area()));
        json.writeStringField("districtName", frame.districtNameOf(row.area()));
        json.writeStringField("state", row.score().state().code());
        number(json, "score", row.score(), table.layer().decimals());
        number(json, "rank", row.rank(), 0);
        number(json, "decile", row.decile(), 0);
        if (table.matrix().recipe().aggregation() == Aggregation.THRESHOLD_COUNT) {
            json.writeStringField("band", CountBand.of(row.score()));
        }
        number(json, "coverage", Value.known(row.coverageFraction()), NeedTable.DECIMALS);
        LayerRow shown = table.layer().rows().get(place);
        for (Map.Entry<String, String> sure : SURENESS.entrySet()) {
            number(json, sure.getKey(), table.layer().number(shown, sure.getValue()), NeedTable.DECIMALS);
        }
        json.writeArrayFieldStart("values");
        for (int k = 0; k < table.factors().size(); k++) {
            NeedTable.Factor factor = table.factors().get(k);
            Value value = factor.values().get(place);
            json.writeStartObject();
            number(json, "standardised", row.standardised().get(k), STANDARDISED_DECIMALS);
            number(json, "value", value, factor.decimals());
            if (factor.isShrunk()) {
                number(json, "scored", factor.scored().get(place), factor.decimals() + FURTHER_DECIMALS);
            }
            json.writeStringField("state", value.state().code());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, Value value, int decimals) throws IOException {
        json.writeFieldName(name);
        if (value.number().isPresent()) {
            json.writeNumber(LayerNumbers.text(value.number().getAsDouble(), decimals));
        } else {
            json.writeNull();
        }
    }

    private static JsonNode number(Optional<Double> number, int decimals) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return number.<JsonNode>map(known -> nodes.numberNode(new BigDecimal(LayerNumbers.text(known, decimals))))
                .orElse(nodes.nullNode());
    }
}
