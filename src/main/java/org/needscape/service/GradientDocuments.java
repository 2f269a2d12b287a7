package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.needscape.indicator.Value;
import org.needscape.layer.Release;
import org.needscape.need.Gradient;
import org.needscape.need.GradientGroup;
import org.needscape.render.GradientChart;

/** The chart of a kept gradient, drawn from the same protected figures that the table shows. */
final class GradientDocuments {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private GradientDocuments() {}

    static String chart(String json) {
        try {
            JsonNode kept = MAPPER.readTree(json);
            List<GradientGroup> groups = new ArrayList<>();
            for (JsonNode decile : kept.required("deciles")) {
                groups.add(GradientGroup.of(
                                decile.required("decile").intValue(),
                                decile.required("lastDecile").intValue(),
                                decile.required("population").doubleValue(),
                                decile.required("count").isNumber()
                                        ? Value.known(decile.required("count").doubleValue())
                                        : Value.suppressed())
                        .withDesignEffect(kept.path("designEffect").asDouble(1)));
            }
            String title = kept.required("title").textValue()
                    + (kept.required("fictional").booleanValue() ? " (fictional data)" : "");
            return GradientChart.svg(
                    title, "Rate " + kept.required("unit").textValue(), Gradient.ofGroups(groups), marking(kept));
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a kept gradient.", e);
        }
    }

    private static String marking(JsonNode kept) {
        if (!kept.has("marking")) {
            return "";
        }
        JsonNode release = kept.required("release");
        Release read = new Release(
                kept.required("marking").textValue(),
                release.required("state").textValue(),
                release.required("approvedBy").textValue(),
                release.required("approvedAt").textValue(),
                release.required("keepUntil").textValue());
        return String.join(" ", read.sentences());
    }
}
