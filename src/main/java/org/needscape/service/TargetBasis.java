package org.needscape.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.layer.Layer;
import org.needscape.layer.Release;
import org.needscape.store.Dataset;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * What the figures of target areas rest on, so that whoever looks again in a year can tell what has changed since.
 *
 * @param method id of the scoring method
 * @param methodVersion of it; 0 for the default one, which follows from what is loaded
 * @param recipeSha256 of the recipe as JSON; empty where the need layer does not name one
 * @param sources the data sets, in the order in which they were imported
 * @param release how far all figures together may go; empty when they are made of open data only
 */
record TargetBasis(
        String method, String methodVersion, String recipeSha256, List<Source> sources, Optional<Release> release) {

    TargetBasis {
        sources = List.copyOf(sources);
    }

    /**
     * A data set.
     *
     * @param title what it is
     * @param publisher of it
     * @param periods the vintages of its figures that are used
     * @param imported when
     * @param sha256 of its file; keyed when it is restricted
     * @param uses what its figures are used for: {@code need}, {@code children}, {@code help}
     */
    record Source(
            String title, String publisher, Set<String> periods, Instant imported, String sha256, Set<String> uses) {

        Source {
            periods = Set.copyOf(periods);
            uses = Set.copyOf(uses);
        }
    }

    /** @param used the series behind the figures, by what they are used for */
    static TargetBasis of(StoreSession session, Layer need, Map<String, List<StoredSeries>> used) {
        Map<Long, Uses> byDataset = new LinkedHashMap<>();
        used.forEach((use, several) -> several.forEach(series -> series.datasets()
                .forEach(id ->
                        byDataset.computeIfAbsent(id, ignored -> new Uses()).add(use, series))));
        RestrictedInputs restricted = new RestrictedInputs();
        List<Dataset> datasets = listed(session, byDataset.keySet());
        datasets.forEach(dataset -> restricted.add(session, dataset));
        List<Source> sources = new ArrayList<>();
        for (Dataset dataset : datasets) {
            Uses uses = byDataset.getOrDefault(dataset.id(), new Uses());
            sources.add(new Source(
                    dataset.title(),
                    dataset.source(),
                    uses.periods,
                    dataset.imported(),
                    restricted.fileHash(dataset),
                    uses.what));
        }
        Map<String, String> parameters = need.manifest().parameters();
        return new TargetBasis(
                parameters.getOrDefault("scoringMethod", ""),
                parameters.getOrDefault("scoringMethodVersion", ""),
                Optional.ofNullable(parameters.get("recipe"))
                        .map(Hashes::ofText)
                        .orElse(""),
                sources,
                restricted.release());
    }

    private static List<Dataset> listed(StoreSession session, Collection<Long> ids) {
        return ids.stream()
                .sorted()
                .flatMap(id -> session.datasets().find(id).stream())
                .toList();
    }

    /** What the figures of one data set are used for. */
    private static final class Uses {

        private final Set<String> what = new TreeSet<>();
        private final Set<String> periods = new TreeSet<>();

        void add(String use, StoredSeries series) {
            what.add(use);
            periods.add(series.key().period().text());
        }
    }
}
