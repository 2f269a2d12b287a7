package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.needscape.indicator.Value;
import org.needscape.stats.Computed;
import org.needscape.stats.Estimate;

/** Numbers of a report as JSON: rounded, and null where there is none. */
final class ReportNumbers {

    private ReportNumbers() {}

    static JsonNode computed(Computed computed, int decimals) {
        return computed.estimate()
                .<JsonNode>map(found -> estimate(found, decimals))
                .orElse(NullNode.getInstance());
    }

    static ObjectNode estimate(Estimate estimate, int decimals) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("estimate", rounded(estimate.estimate(), decimals));
        node.set("lower", rounded(estimate.lower(), decimals));
        node.set("upper", rounded(estimate.upper(), decimals));
        return node;
    }

    static JsonNode number(Value value, int decimals) {
        return number(value.number(), decimals);
    }

    static JsonNode number(OptionalDouble number, int decimals) {
        return number.isPresent() ? rounded(number.getAsDouble(), decimals) : NullNode.getInstance();
    }

    static JsonNode rounded(double number, int decimals) {
        return DecimalNode.valueOf(BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN));
    }
}
