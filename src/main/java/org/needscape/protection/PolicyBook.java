package org.needscape.protection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/** What was agreed about the data sets of a store, as it applies today. */
final class PolicyBook {

    private final Map<Long, DatasetPolicy> policies = new HashMap<>();
    private final LocalDate today;

    private PolicyBook(LocalDate today) {
        this.today = today;
    }

    static PolicyBook read(StoreSession session, Clock clock) {
        PolicyBook book = new PolicyBook(LocalDate.now(clock));
        session.protection().listPolicies().forEach(policy -> book.policies.put(policy.dataset(), policy));
        return book;
    }

    /** The rule for figures that come from several data sets: no weaker in anything than that of any of them. */
    DisclosurePolicy ruleOf(Collection<StoredSeries> series) {
        return series.stream()
                .flatMap(stored -> stored.datasets().stream())
                .map(policies::get)
                .filter(java.util.Objects::nonNull)
                .map(DatasetPolicy::rule)
                .reduce(DisclosurePolicy::strictest)
                .orElse(DisclosurePolicy.DEFAULT);
    }

    /** Whether figures may be used at all: none of their data sets is withdrawn or past its end. */
    boolean isServed(StoredSeries series) {
        return series.datasets().stream().allMatch(this::isServed);
    }

    private boolean isServed(long dataset) {
        DatasetPolicy policy = policies.get(dataset);
        return policy == null || EffectiveState.of(policy, today).isServed();
    }
}
