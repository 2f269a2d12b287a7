package org.needscape.protection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.store.StoreSession;

/** The data sets of which nothing may be shown any more. */
public final class UnservedDatasets {

    private UnservedDatasets() {}

    /** The numbers of the data sets that are withdrawn, or past their last day on the clock's day; ordered. */
    public static Set<Long> list(StoreSession session, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Set<Long> unserved = new TreeSet<>();
        for (DatasetPolicy policy : session.protection().listPolicies()) {
            if (!EffectiveState.of(policy, today).isServed()) {
                unserved.add(policy.dataset());
            }
        }
        return Collections.unmodifiableSet(unserved);
    }
}
