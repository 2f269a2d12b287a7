package org.needscape.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Measure;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;
import org.needscape.store.AuditRun;
import org.needscape.store.ExactUse;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * What a governance lead wants to know of an extent: the policies of its data sets, how much of each measure is hidden and why, and
 * the last audit. It is made of what layers show, so it says no more than they do.
 */
public final class ProtectionDocuments {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Store store;
    private final LayerService layers;
    private final DatasetService datasets;

    public ProtectionDocuments(Store store, LayerService layers, DatasetService datasets) {
        this.store = store;
        this.layers = layers;
        this.datasets = datasets;
    }

    /**
     * The document of an extent.
     *
     * @throws NotFoundException when there is no such extent
     */
    public ObjectNode get(ExtentName name) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Set<Long> used = new LinkedHashSet<>();
        store.read(session -> {
            Extent extent = session.areas()
                    .findExtent(name)
                    .orElseThrow(() -> new NotFoundException("There is no extent " + name + "."));
            node.putObject("extent")
                    .put("name", name.value())
                    .put("title", extent.title())
                    .put("fictional", extent.fictional());
            session.observations().listSeries(name).forEach(series -> used.addAll(series.datasets()));
            return name;
        });
        ArrayNode list = node.putArray("datasets");
        for (ListedDataset listed : datasets.list()) {
            if (listed.agreed().isPresent() && used.contains(listed.dataset().id())) {
                list.add(DatasetViews.json(listed));
            }
        }
        measures(node.putArray("measures"), name);
        ArrayNode reasons = node.putArray("reasons");
        REASONS.forEach(reasons::add);
        store.read(session -> {
            audit(node, session, name);
            List<ExactUse> uses = session.protection().listExactUses();
            ObjectNode exact = node.putObject("exactUses").put("count", uses.size());
            exact.put(
                    "last",
                    uses.isEmpty() ? null : uses.get(uses.size() - 1).at().toString());
            return name;
        });
        return node;
    }

    private static final List<String> REASONS = List.of(
            "Counts of few children are hidden, because somebody who knows the area might recognise them.",
            "Where a district, the county, a deprivation decile, a selection or an earlier figure would give a hidden count"
                    + " away, further counts are hidden, also larger ones. Nobody is told which are which.",
            "Rates are hidden with their counts, and where an area has too few children for a rate.",
            "A count that was hidden once stays hidden, and a corrected count that differs from the earlier one by few children is hidden,"
                    + " because the difference would tell of these children.",
            "Need scores and hotspots are made from what may be shown; a hidden figure takes no part in them.");

    private void measures(ArrayNode list, ExtentName extent) {
        Map<String, ObjectNode> nodes = new TreeMap<>();
        for (LayerHeading heading : layers.list(Optional.of(extent))) {
            RateSubjects.findMeasure(heading).ifPresent(measure -> {
                ObjectNode node = nodes.computeIfAbsent(
                        measure.code() + " " + heading.geography(), ignored -> measure(measure, heading));
                period(node.withArray("periods").addObject(), heading, layers.get(heading.id()));
            });
        }
        nodes.values().forEach(list::add);
    }

    private static ObjectNode measure(Measure measure, LayerHeading heading) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("measure", measure.code())
                .put("title", measure.label())
                .put("geography", heading.geography().code());
        node.putArray("periods");
        return node;
    }

    private static void period(ObjectNode node, LayerHeading heading, Layer layer) {
        long zero = layer.rows().stream()
                .map(LayerRow::value)
                .filter(value -> value.isKnown() && value.number().getAsDouble() == 0)
                .count();
        long known = count(layer, ValueState.KNOWN);
        long hidden = count(layer, ValueState.SUPPRESSED);
        node.put("period", heading.period())
                .put("areas", layer.rows().size())
                .put("shown", known - zero)
                .put("zero", zero)
                .put("hidden", hidden)
                .put("notAvailable", layer.rows().size() - known - hidden)
                .put("layer", heading.id().value())
                .put(
                        "opensAs",
                        heading.opensAs().map(instead -> instead.id().value()).orElse(null))
                .put("why", heading.opensAs().map(LayerHeading.Instead::why).orElse(""));
    }

    private static long count(Layer layer, ValueState state) {
        return layer.rows().stream().filter(row -> row.value().state() == state).count();
    }

    private static void audit(ObjectNode node, StoreSession session, ExtentName extent) {
        Optional<AuditRun> last = AuditService.last(session, extent);
        if (last.isEmpty()) {
            node.putNull("audit");
            return;
        }
        try {
            ObjectNode audit = (ObjectNode) JSON.readTree(last.get().content());
            audit.put("at", last.get().at().toString());
            audit.put("passed", last.get().passed());
            node.set("audit", audit);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The store holds an audit that cannot be read.", e);
        }
    }
}
