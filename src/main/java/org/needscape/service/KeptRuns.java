package org.needscape.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.geoio.layer.LayerJson;
import org.needscape.layer.Layer;
import org.needscape.store.ResultStore;
import org.needscape.store.StoreSession;

/** The hotspots of an extent that somebody looked for: of each run a layer and a document, the oldest forgotten when there are many. */
final class KeptRuns {

    /** What the keys of kept layers start with. */
    static final String LAYER_PREFIX = "hotspot-run-";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DOCUMENT_PREFIX = "run-";
    private static final int FIRST_POSITION = 100_000;
    private static final int MOST_KEPT = 40;

    private final ResultStore results;
    private final ExtentName extent;

    KeptRuns(StoreSession session, ExtentName extent) {
        this.results = session.results();
        this.extent = extent;
    }

    /** Whether a kept result is a run, which no list of layers names. */
    static boolean isRun(String key) {
        return key.startsWith(LAYER_PREFIX) || key.startsWith(DOCUMENT_PREFIX);
    }

    Optional<String> findDocument(String id) {
        return results.find(extent, DOCUMENT_PREFIX + id).map(ResultStore.StoredResult::content);
    }

    void save(HotspotRun run, String hash, Layer layer, ObjectNode document) {
        List<ResultStore.Heading> kept = results.list(extent).stream()
                .filter(result -> isRun(result.key()))
                .sorted(Comparator.comparingInt(ResultStore.Heading::position))
                .toList();
        int position =
                kept.isEmpty() ? FIRST_POSITION : kept.get(kept.size() - 1).position() + 1;
        // Each run is two results.
        results.forgetApart(
                extent,
                kept.stream()
                        .limit(Math.max(0, kept.size() / 2 + 1 - MOST_KEPT) * 2L)
                        .map(ResultStore.Heading::key)
                        .toList());
        results.saveApart(new ResultStore.StoredResult(
                extent, LAYER_PREFIX + run.id(), position, run.title(), hash, LayerJson.write(layer)));
        results.saveApart(new ResultStore.StoredResult(
                extent, DOCUMENT_PREFIX + run.id(), position, run.title(), hash, document.toString()));
    }

    /** The keys of the runs that no need score has a part in, so that they hold whatever becomes of scoring methods. */
    List<String> keysBesideNeed() {
        List<String> keys = new ArrayList<>();
        for (ResultStore.Heading result : results.list(extent)) {
            if (result.key().startsWith(DOCUMENT_PREFIX)) {
                String id = result.key().substring(DOCUMENT_PREFIX.length());
                if (findDocument(id).filter(KeptRuns::isBesideNeed).isPresent()) {
                    keys.add(LAYER_PREFIX + id);
                    keys.add(DOCUMENT_PREFIX + id);
                }
            }
        }
        return keys;
    }

    private static boolean isBesideNeed(String document) {
        try {
            JsonNode settings = MAPPER.readTree(document).path("settings");
            List<String> measures =
                    new ArrayList<>(List.of(settings.path("subject").asText(AppliedMethod.KEY_PREFIX)));
            settings.path("with").forEach(measure -> measures.add(measure.asText()));
            return measures.stream().noneMatch(measure -> measure.startsWith(AppliedMethod.KEY_PREFIX));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept document of hotspots is no JSON.", e);
        }
    }
}
