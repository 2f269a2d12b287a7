package org.needscape.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Sensitivity;
import org.needscape.protection.EffectiveState;
import org.needscape.store.Dataset;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/** The data sets of a store as one transaction sees them. */
final class DatasetRegister {

    private final StoreSession session;
    private final LocalDate today;

    DatasetRegister(StoreSession session, LocalDate today) {
        this.session = session;
        this.today = today;
    }

    /** All data sets, oldest first. */
    List<ListedDataset> list() {
        Map<Long, DatasetPolicy> policies = session.protection().listPolicies().stream()
                .collect(Collectors.toMap(DatasetPolicy::dataset, policy -> policy));
        Set<Long> restricted = restricted();
        return session.datasets().list().stream()
                .map(dataset -> listed(
                        dataset, Optional.ofNullable(policies.get(dataset.id())), restricted.contains(dataset.id())))
                .toList();
    }

    /** @throws NotFoundException when there is none of this number */
    ListedDataset get(long id) {
        Dataset dataset = session.datasets()
                .find(id)
                .orElseThrow(() -> new NotFoundException("There is no data set " + id
                        + ": list the data sets to see their numbers. Nothing was changed."));
        Optional<DatasetPolicy> policy = session.protection().findPolicy(id);
        return listed(dataset, policy, policy.isPresent() || restricted().contains(id));
    }

    /** The extents that have series of any of these data sets, or summaries of cases. */
    Set<ExtentName> extentsWith(Collection<Long> datasets) {
        Set<ExtentName> extents = new LinkedHashSet<>();
        for (Extent extent : session.areas().listExtents()) {
            boolean has = session.observations().listSeries(extent.name()).stream()
                    .anyMatch(series -> !Collections.disjoint(series.datasets(), datasets));
            boolean hasCases = session.cases().list(extent.name()).stream()
                    .anyMatch(heading -> datasets.contains(heading.dataset()));
            if (has || hasCases) {
                extents.add(extent.name());
            }
        }
        return extents;
    }

    private ListedDataset listed(Dataset dataset, Optional<DatasetPolicy> policy, boolean restricted) {
        if (policy.isEmpty() && !restricted) {
            return new ListedDataset(dataset, Optional.empty());
        }
        DatasetPolicy holds = policy.orElseGet(() -> DatasetPolicy.draft(dataset.id()));
        return new ListedDataset(
                dataset,
                Optional.of(new ListedDataset.Agreed(
                        holds,
                        EffectiveState.of(holds, today),
                        policy.isPresent() ? session.protection().listDecisions(dataset.id()) : List.of())));
    }

    /** The data sets that have restricted figures, whether or not anything was agreed when they were imported. */
    private Set<Long> restricted() {
        Set<IndicatorId> indicators = session.observations().listIndicators().stream()
                .filter(indicator -> indicator.sensitivity() == Sensitivity.RESTRICTED)
                .map(Indicator::id)
                .collect(Collectors.toSet());
        Set<Long> datasets = new TreeSet<>();
        for (Extent extent : session.areas().listExtents()) {
            for (StoredSeries series : session.observations().listSeries(extent.name())) {
                if (indicators.contains(series.key().indicator())) {
                    datasets.addAll(series.datasets());
                }
            }
        }
        return datasets;
    }
}
