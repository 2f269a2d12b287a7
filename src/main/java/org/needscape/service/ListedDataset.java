package org.needscape.service;

import java.util.List;
import java.util.Optional;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.ReleaseDecision;
import org.needscape.protection.EffectiveState;
import org.needscape.store.Dataset;

/**
 * A data set with what was agreed and decided about it.
 *
 * @param dataset what was imported
 * @param agreed empty for a data set without restricted figures
 */
public record ListedDataset(Dataset dataset, Optional<Agreed> agreed) {

    /**
     * What was agreed and decided.
     *
     * @param policy the one that holds; where none was ever kept, the one that holds for every new data set
     * @param state as it stands today
     * @param decisions oldest first
     */
    public record Agreed(DatasetPolicy policy, EffectiveState state, List<ReleaseDecision> decisions) {
        public Agreed {
            decisions = List.copyOf(decisions);
        }

        /** The decision that brought the policy's own state about; empty for a data set that was never decided about. */
        Optional<ReleaseDecision> lastDecision() {
            Optional<ReleaseDecision> found = Optional.empty();
            for (ReleaseDecision decision : decisions) {
                if (found.isEmpty() || found.get().state() != decision.state()) {
                    found = Optional.of(decision);
                }
            }
            return found;
        }
    }
}
