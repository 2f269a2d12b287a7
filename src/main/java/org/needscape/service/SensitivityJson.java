package org.needscape.service;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.needscape.geoio.layer.LayerNumbers;
import org.needscape.indicator.Indicator;
import org.needscape.need.NeedMatrix;
import org.needscape.need.WeightSensitivity;
import org.needscape.need.WeightSensitivity.Tipping;

/**
 * Which factor's weight, changed by how much, moves an area into the highest-need tenth or out of it, as JSON. Areas that no factor
 * moves are left out, and so are, for an area, the factors that do not move it.
 */
final class SensitivityJson {

    /** Every area is compared with every other, for each factor. */
    private static final int MOST_AREAS = 6_000;

    private static final int DECIMALS = 4;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SensitivityJson() {}

    /**
     * Writes the document and leaves the stream open.
     *
     * @throws RejectedException when there are too many areas, or scores are not weighted means or sums
     */
    static void write(NeedTable table, OutputStream out) throws IOException {
        WeightSensitivity sensitivity = sensitivity(table.matrix());
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("highestNeedTenth", sensitivity.highestNeedTenth());
            json.writeArrayFieldStart("areas");
            for (int i = 0; i < table.matrix().rows().size(); i++) {
                List<Tipping> tippings = sensitivity.of(i).stream()
                        .filter(tipping -> tipping.timesSmaller().isPresent()
                                || tipping.timesLarger().isPresent())
                        .toList();
                if (!tippings.isEmpty()) {
                    area(json, table, i, tippings);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static WeightSensitivity sensitivity(NeedMatrix matrix) {
        int areas = matrix.rows().size();
        if (areas > MOST_AREAS) {
            throw new RejectedException(
                    "",
                    "What tips an area in or out is worked out for at most " + MOST_AREAS
                            + " areas, and this matrix has " + areas + ": ask for one county at a time.");
        }
        try {
            return new WeightSensitivity(matrix);
        } catch (IllegalArgumentException notPossible) {
            throw new RejectedException("", String.valueOf(notPossible.getMessage()));
        }
    }

    private static void area(JsonGenerator json, NeedTable table, int place, List<Tipping> tippings)
            throws IOException {
        NeedMatrix.Row row = table.matrix().rows().get(place);
        AreaFrame frame = table.frame();
        json.writeStartObject();
        json.writeStringField("code", row.area().value());
        json.writeStringField(
                "name", frame.names().getOrDefault(row.area(), row.area().value()));
        json.writeStringField("district", frame.districtOf(row.area()));
        json.writeNumberField("rank", (int) row.rank().number().orElseThrow());
        json.writeNumberField("decile", (int) row.decile().number().orElseThrow());
        json.writeBooleanField("inTenth", tippings.get(0).isIn());
        json.writeArrayFieldStart("tippings");
        for (Tipping tipping : tippings) {
            json.writeStartObject();
            Indicator indicator = indicator(table, tipping);
            json.writeStringField("factor", indicator.id().value());
            json.writeStringField("label", indicator.label());
            times(json, "timesSmaller", tipping.timesSmaller());
            times(json, "timesLarger", tipping.timesLarger());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static Indicator indicator(NeedTable table, Tipping tipping) {
        return table.factors().stream()
                .filter(factor ->
                        factor.factor().column().equals(tipping.factor().column()))
                .findFirst()
                .orElseThrow()
                .indicator();
    }

    private static void times(JsonGenerator json, String name, Optional<Double> times) throws IOException {
        json.writeFieldName(name);
        if (times.isPresent()) {
            json.writeNumber(LayerNumbers.text(times.get(), DECIMALS));
        } else {
            json.writeNull();
        }
    }
}
