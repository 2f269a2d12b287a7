package org.needscape.service;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.Extent;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.ReleaseState;
import org.needscape.indicator.IndicatorId;
import org.needscape.store.Dataset;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * The policy that a new data set with restricted figures begins with: a draft, with the rule, audience and marking of the newest
 * data set of the same kind that held one of its indicators before the import. Where none did, because its values were deleted, the
 * newest of the same kind and title stands for it; its rule then counts only so far as it is no weaker than the default.
 */
final class PolicyHeritage {

    private final StoreSession session;
    private final Map<IndicatorId, Set<Long>> holders = new HashMap<>();

    /** @param session of the import, before it has written anything: a new file takes the place of older values */
    PolicyHeritage(StoreSession session) {
        this.session = session;
        for (StoredSeries series : readSeries()) {
            holders.computeIfAbsent(series.key().indicator(), id -> new TreeSet<>())
                    .addAll(series.datasets());
        }
    }

    /**
     * Gives data sets their first policies; those without restricted figures get none.
     *
     * @param restricted the restricted indicators of each new data set
     * @param agreed what else was agreed about each before any of it is shown
     */
    void save(Map<Long, Set<IndicatorId>> restricted, Map<Long, PolicyChange> agreed) {
        if (restricted.values().stream().allMatch(Set::isEmpty)) {
            return;
        }
        // Reading writes the observations that are still waiting. They come before the lock, as in every import: the
        // other way
        // round two imports could wait for each other.
        readSeries();
        session.protection().lock();
        restricted.forEach((dataset, indicators) -> {
            if (!indicators.isEmpty()) {
                PolicyChange change = agreed.getOrDefault(dataset, PolicyChange.none());
                session.protection().savePolicy(change.apply(firstPolicy(dataset, indicators)));
            }
        });
    }

    private List<StoredSeries> readSeries() {
        return session.areas().listExtents().stream()
                .map(Extent::name)
                .flatMap(extent -> session.observations().listSeries(extent).stream())
                .toList();
    }

    private DatasetPolicy firstPolicy(long id, Collection<IndicatorId> indicators) {
        Dataset dataset = session.datasets().find(id).orElseThrow();
        Optional<DatasetPolicy> same = newest(dataset, other -> indicators.stream()
                .anyMatch(indicator ->
                        holders.getOrDefault(indicator, Collections.emptySet()).contains(other.id())));
        if (same.isPresent()) {
            return inherited(id, same.get(), same.get().rule());
        }
        return newest(dataset, other -> other.title().equals(dataset.title()))
                .map(alike -> inherited(id, alike, alike.rule().strictest(DisclosurePolicy.DEFAULT)))
                .orElse(DatasetPolicy.draft(id));
    }

    private Optional<DatasetPolicy> newest(Dataset dataset, java.util.function.Predicate<Dataset> isAlike) {
        return session.datasets().list().stream()
                .filter(other -> other.id() < dataset.id() && other.kind().equals(dataset.kind()))
                .filter(isAlike)
                .sorted(Comparator.comparingLong(Dataset::id).reversed())
                .flatMap(other -> session.protection().findPolicy(other.id()).stream())
                .findFirst();
    }

    private static DatasetPolicy inherited(long id, DatasetPolicy from, DisclosurePolicy rule) {
        return new DatasetPolicy(
                id,
                rule,
                from.exactAudience(),
                Optional.empty(),
                UsualMarking.following(from.marking(), ReleaseState.DRAFT),
                ReleaseState.DRAFT);
    }
}
