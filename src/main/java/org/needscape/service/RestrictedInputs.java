package org.needscape.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.needscape.area.Extent;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.ReleaseDecision;
import org.needscape.disclosure.ReleaseState;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Sensitivity;
import org.needscape.layer.Release;
import org.needscape.store.Dataset;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * The restricted data sets among the inputs of a result: what was decided about them, and hashes of them that give nothing away. A data
 * set is restricted when it has a policy, and also without one when it holds figures of a restricted indicator; it is a draft then.
 */
final class RestrictedInputs {

    private final Map<Long, DatasetPolicy> policies = new TreeMap<>();
    private final Map<Long, ReleaseDecision> approvals = new TreeMap<>();
    private byte[] key = {};
    private @Nullable Set<Long> holdingRestricted;

    /** Takes a data set in when it is restricted. */
    void add(StoreSession session, Dataset dataset) {
        if (policies.containsKey(dataset.id())) {
            return;
        }
        Optional<DatasetPolicy> policy = session.protection()
                .findPolicy(dataset.id())
                .or(() -> holdsRestricted(session, dataset)
                        ? Optional.of(DatasetPolicy.draft(dataset.id()))
                        : Optional.empty());
        if (policy.isEmpty()) {
            return;
        }
        policies.put(dataset.id(), policy.get());
        if (policy.get().state() == ReleaseState.APPROVED) {
            for (ReleaseDecision decision : session.protection().listDecisions(dataset.id())) {
                if (decision.state() == ReleaseState.APPROVED) {
                    approvals.put(dataset.id(), decision); // the last one stays
                }
            }
        }
        if (key.length == 0) {
            key = session.protection().key();
        }
    }

    boolean isEmpty() {
        return policies.isEmpty();
    }

    /**
     * How far a result made of all of them may go: as far as the one that may go least far. Its approval is the last one that it
     * needed, and it is kept until the first of them is not.
     */
    Optional<Release> release() {
        Optional<ReleaseState> weakest = policies.values().stream()
                .map(DatasetPolicy::state)
                .min(Comparator.comparingInt(RestrictedInputs::strength));
        return weakest.map(state -> {
            Set<String> markings = new LinkedHashSet<>();
            policies.values().stream()
                    .filter(policy -> policy.state() == state)
                    .forEach(policy -> markings.add(policy.marking()));
            Optional<ReleaseDecision> approval = state == ReleaseState.APPROVED
                    ? approvals.values().stream().max(Comparator.comparing(ReleaseDecision::at))
                    : Optional.empty();
            return new Release(
                    String.join("; ", markings),
                    state.code(),
                    approval.map(ReleaseDecision::by).orElse(""),
                    approval.map(ReleaseDecision::at).map(RestrictedInputs::day).orElse(""),
                    policies.values().stream()
                            .flatMap(policy -> policy.keepUntil().stream())
                            .min(Comparator.naturalOrder())
                            .map(LocalDate::toString)
                            .orElse(""));
        });
    }

    /**
     * The hash of a data set's file: plain when it is open. The key goes over the number of the data set as well, so that importing
     * a guess does not tell whether it was right.
     */
    String fileHash(Dataset dataset) {
        return policies.containsKey(dataset.id())
                ? Hashes.keyed(key, List.of("file", Long.toString(dataset.id()), dataset.sha256()))
                : dataset.sha256();
    }

    /** The hash of what a result depends on: plain when all of it is open. */
    String resultHash(List<String> texts) {
        List<String> all = new ArrayList<>(texts);
        if (policies.isEmpty()) {
            return Hashes.ofTexts(all);
        }
        all.add("result");
        policies.keySet().forEach(id -> all.add(Long.toString(id)));
        release()
                .ifPresent(release -> all.addAll(List.of(
                        release.marking(),
                        release.state(),
                        release.approvedBy(),
                        release.approvedAt(),
                        release.keepUntil())));
        return Hashes.keyed(key, all);
    }

    private boolean holdsRestricted(StoreSession session, Dataset dataset) {
        if (!dataset.kind().equals(ImportKind.COUNTS.code()) && !dataset.kind().equals(ImportKind.INDICATORS.code())) {
            return false;
        }
        if (holdingRestricted == null) {
            holdingRestricted = listHoldingRestricted(session);
        }
        return holdingRestricted.contains(dataset.id());
    }

    private static Set<Long> listHoldingRestricted(StoreSession session) {
        Set<IndicatorId> restricted = new HashSet<>();
        for (Indicator indicator : session.observations().listIndicators()) {
            if (indicator.sensitivity() == Sensitivity.RESTRICTED) {
                restricted.add(indicator.id());
            }
        }
        Set<Long> found = new HashSet<>();
        for (Extent extent : session.areas().listExtents()) {
            for (StoredSeries series : session.observations().listSeries(extent.name())) {
                if (restricted.contains(series.key().indicator())) {
                    found.addAll(series.datasets());
                }
            }
        }
        return found;
    }

    private static int strength(ReleaseState state) {
        return switch (state) {
            case WITHDRAWN -> 0;
            case DRAFT -> 1;
            case APPROVED -> 2;
        };
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
