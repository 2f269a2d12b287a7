package org.needscape.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.needscape.indicator.Value;
import org.needscape.progress.Job;
import org.needscape.service.AreaProfile;
import org.needscape.service.AreaService;

/** Domain values as JSON, each mapped by hand so that no field leaves by accident. */
final class Views {

    private Views() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode extent(AreaService.ExtentView view) {
        ObjectNode node = object();
        String name = view.extent().name().value();
        node.put("name", name);
        node.put("title", view.extent().title());
        node.put("fictional", view.extent().fictional());
        ArrayNode geographies = node.putArray("geographies");
        view.geographies().forEach(geography -> geographies.add(geography.code()));
        ArrayNode districts = node.putArray("districts");
        view.districts()
                .forEach((code, title) ->
                        districts.addObject().put("code", code.value()).put("name", title));
        ObjectNode links = node.putObject("links");
        links.put("layers", "/api/v1/layers?extent=" + name);
        links.put("areas", "/api/v1/extents/" + name + "/areas");
        links.put("gradients", "/api/v1/extents/" + name + "/gradients");
        return node;
    }

    static ObjectNode found(AreaService.Found found) {
        return object().put("code", found.code().value())
                .put("name", found.name())
                .put("geography", found.geography().code())
                .put("district", found.district())
                .put("districtName", found.districtName());
    }

    static ObjectNode profile(AreaProfile profile) {
        ObjectNode node = object();
        node.put("code", profile.code().value());
        node.put("name", profile.name());
        node.put("geography", profile.geography().code());
        node.put("extent", profile.extent().name().value());
        node.put("fictional", profile.extent().fictional());
        node.putObject("district").put("code", profile.districtCode()).put("name", profile.districtName());
        ArrayNode deprivation = node.putArray("deprivation");
        for (AreaProfile.Deprivation entry : profile.deprivation()) {
            ObjectNode item = deprivation.addObject();
            item.put("edition", entry.edition());
            item.put("layer", entry.layer());
            put(item, "decile", entry.decile(), 0);
            put(item, "rank", entry.rank(), 0);
            item.put("of", entry.of());
            put(item, "score", entry.score(), 3);
            item.put("state", entry.decile().state().code());
            item.put("sentence", entry.sentence());
        }
        ArrayNode hotspots = node.putArray("hotspots");
        for (AreaProfile.Finding finding : profile.hotspots()) {
            hotspots.addObject()
                    .put("layer", finding.layer())
                    .put("title", finding.title())
                    .put("class", finding.hotspotClass())
                    .put("sentence", finding.sentence());
        }
        ArrayNode indicators = node.putArray("indicators");
        for (AreaProfile.Circumstance circumstance : profile.circumstances()) {
            ObjectNode item = indicators.addObject();
            item.put("layer", circumstance.layer());
            item.put("label", circumstance.label());
            put(item, "value", circumstance.value(), circumstance.decimals());
            item.put("state", circumstance.value().state().code());
            item.put("unit", circumstance.unit());
            item.put("decimals", circumstance.decimals());
            item.put("period", circumstance.period());
            put(item, "extentMean", circumstance.extentMean(), circumstance.decimals());
            put(item, "extentMinimum", circumstance.extentMinimum(), circumstance.decimals());
            put(item, "extentMaximum", circumstance.extentMaximum(), circumstance.decimals());
            item.put("polarity", circumstance.polarity());
        }
        if (profile.need().isPresent()) {
            AreaProfile.Need need = profile.need().get();
            ObjectNode item = node.putObject("need");
            item.put("layer", need.layer());
            put(item, "score", need.score(), 3);
            put(item, "rank", need.rank(), 0);
            item.put("of", need.of());
            put(item, "decile", need.decile(), 0);
            put(item, "coverage", need.coverage(), 2);
            item.put("state", need.score().state().code());
            item.put("sentence", need.sentence());
        } else {
            node.putNull("need");
        }
        ArrayNode rates = node.putArray("rates");
        for (AreaProfile.Rate rate : profile.rates()) {
            ObjectNode item = rates.addObject();
            item.put("layer", rate.layer());
            item.put("label", rate.label());
            put(item, "value", rate.value(), 1);
            item.put("state", rate.value().state().code());
            item.put("unit", rate.unit());
            put(item, "lower", rate.lower(), 1);
            put(item, "upper", rate.upper(), 1);
            item.put("period", rate.period());
            if (!rate.marking().isEmpty()) {
                item.put("marking", rate.marking());
            }
        }
        ArrayNode gaps = node.putArray("gaps");
        for (AreaProfile.Gap gap : profile.gaps()) {
            ObjectNode item = gaps.addObject();
            item.put("layer", gap.layer());
            item.put("title", gap.title());
            item.put("period", gap.period());
            item.put("class", gap.gapClass());
            put(item, "timesExpected", gap.times(), 2);
            item.put("state", gap.times().state().code());
            item.put("beyondChance", gap.isSure());
            item.put("sentence", gap.sentence());
            if (!gap.marking().isEmpty()) {
                item.put("marking", gap.marking());
            }
        }
        ArrayNode neighbours = node.putArray("neighbours");
        for (AreaProfile.Neighbour neighbour : profile.neighbours()) {
            neighbours.addObject().put("code", neighbour.code().value()).put("name", neighbour.name());
        }
        return node;
    }

    /** A number when it is known, else null: the state beside it says why. */
    static void put(ObjectNode node, String name, Value value, int decimals) {
        if (value.number().isPresent()) {
            node.put(name, BigDecimal.valueOf(value.number().getAsDouble()).setScale(decimals, RoundingMode.HALF_EVEN));
        } else {
            node.putNull(name);
        }
    }

    /** What is on its way, or null. */
    static JsonNode loading(Optional<Job> job) {
        return job.<JsonNode>map(
                        running -> object().put("message", running.message()).put("progress", progress(running)))
                .orElse(JsonNodeFactory.instance.nullNode());
    }

    private static double progress(Job job) {
        return Math.round(job.progress() * 1000) / 1000.0;
    }

    static ObjectNode job(Job job) {
        ObjectNode node = object();
        node.put("id", job.id());
        node.put("kind", job.kind());
        node.put("subject", job.subject());
        node.put("state", job.state().code());
        node.put("progress", progress(job));
        node.put("message", job.message());
        node.put("submitted", job.submitted().toString());
        node.put("updated", job.updated().toString());
        return node;
    }
}
