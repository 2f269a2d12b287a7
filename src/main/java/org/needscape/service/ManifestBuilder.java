package org.needscape.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.layer.Manifest;
import org.needscape.layer.Release;
import org.needscape.store.Dataset;
import org.needscape.store.StoreSession;

/** Collects what a result is made from, for its hash, its manifest and how far it may go. */
final class ManifestBuilder {

    private final String method;
    private final Map<Long, Dataset> datasets = new LinkedHashMap<>();
    private final RestrictedInputs restricted = new RestrictedInputs();
    private final List<String> contentHashes = new ArrayList<>();
    private final Map<String, String> parameters = new TreeMap<>();

    /** @param method what is computed, in one sentence */
    ManifestBuilder(String method) {
        this.method = method;
    }

    /** The areas that count, and what their boundaries hash to. */
    ManifestBuilder areas(AreaFrame frame) {
        contentHashes.add(frame.contentHash());
        parameters.put("extent", frame.extent().name().value());
        parameters.put("geography", frame.geography().code());
        return this;
    }

    ManifestBuilder parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** The rule by which figures are hidden; empty when nothing is. */
    ManifestBuilder hiding(Optional<DisclosurePolicy> rule) {
        rule.ifPresent(hidden -> {
            parameter("largestHiddenCount", Integer.toString(hidden.threshold()));
            dependsOn(hidden.toString());
        });
        return this;
    }

    /** Something else that the result depends on and that its manifest does not tell. */
    ManifestBuilder dependsOn(String content) {
        contentHashes.add(Hashes.ofTexts(List.of(content)));
        return this;
    }

    /** An input: the data sets it came from and the hash of what it holds. */
    ManifestBuilder input(StoreSession session, Collection<Long> datasetIds, String contentHash) {
        contentHashes.add(contentHash);
        for (Long id : datasetIds) {
            session.datasets().find(id).ifPresent(dataset -> {
                datasets.put(id, dataset);
                restricted.add(session, dataset);
            });
        }
        return this;
    }

    /** What identifies the result: everything that it depends on, decisions about its data sets among them. */
    String inputHash() {
        List<String> texts = new ArrayList<>();
        texts.add(SoftwareVersion.RESULTS);
        texts.add(method);
        texts.addAll(contentHashes);
        parameters.forEach((name, value) -> {
            texts.add(name);
            texts.add(value);
        });
        return restricted.resultHash(texts);
    }

    /** How far the result may go; empty when it is made of open data only. */
    Optional<Release> release() {
        return restricted.release();
    }

    Manifest build() {
        List<Manifest.Input> inputs = new ArrayList<>();
        for (Dataset dataset : datasets.values()) {
            inputs.add(new Manifest.Input(
                    dataset.title(), dataset.source(), dataset.licence(), restricted.fileHash(dataset)));
        }
        return new Manifest(inputHash(), SoftwareVersion.software(), method, inputs, parameters);
    }
}
