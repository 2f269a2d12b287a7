package org.needscape.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.ReleaseDecision;
import org.needscape.disclosure.ReleaseState;
import org.needscape.progress.Progress;
import org.needscape.protection.EffectiveState;
import org.needscape.protection.UnservedDatasets;
import org.needscape.store.Store;
import org.needscape.store.StoreException;
import org.needscape.store.StoreSession;

/**
 * What is agreed about the data sets of a store, and the decisions about their release. A data set with restricted figures begins as
 * a draft; a draft may be approved; what is not withdrawn may be withdrawn; and what was withdrawn stays so, and comes back only as
 * a new import. What was approved is what stood there then: an approved data set whose policy is changed is a draft again.
 *
 * <p>Every change brings the results that depend on it up to date. What cannot be done is a {@link NotFoundException} or a
 * {@link RejectedException}, and nothing was changed then.
 */
public final class DatasetService {

    private static final String VALUES_DELETED = "values deleted";

    private final Store store;
    private final StandardResults standardResults;
    private final Clock clock;

    public DatasetService(Store store, StandardResults standardResults, Clock clock) {
        this.store = store;
        this.standardResults = standardResults;
        this.clock = clock;
    }

    /**
     * A data set whose values were deleted.
     *
     * @param dataset as it is afterwards
     * @param values how many values there were
     */
    public record Forgotten(ListedDataset dataset, int values) {}

    /** All data sets, oldest first. */
    public List<ListedDataset> list() {
        return store.read(session -> register(session).list());
    }

    /** One data set by its number. */
    public ListedDataset get(long id) {
        return store.read(session -> register(session).get(id));
    }

    /**
     * Changes the policy of a data set. A change that changes nothing only brings the results up to date.
     *
     * @param by who changes it, for the record; needed only where an approved data set becomes a draft by it
     */
    public ListedDataset change(long id, PolicyChange change, Optional<Signature> by, Progress progress) {
        return write(id, progress, (session, agreed) -> {
            DatasetPolicy before = agreed.policy();
            DatasetPolicy after = change.apply(before);
            if (after.equals(before)) {
                return;
            }
            String words = PolicyChange.words(before, after);
            if (before.state() == ReleaseState.APPROVED) {
                if (by.isEmpty()) {
                    throw new RejectedException(
                            "by",
                            name(id)
                                    + " is approved as it stands, and a change makes it a draft again: say who makes it."
                                    + " Nothing was changed.");
                }
                after = in(ReleaseState.DRAFT, after);
            }
            save(session, after, by.map(signature -> signature.orNote(words)));
        });
    }

    /** Approves a draft for release. */
    public ListedDataset approve(long id, Signature by, Progress progress) {
        return write(id, progress, (session, agreed) -> {
            if (agreed.state() != EffectiveState.DRAFT) {
                throw refusedToApprove(id, agreed);
            }
            save(session, in(ReleaseState.APPROVED, agreed.policy()), Optional.of(by));
        });
    }

    /** Withdraws a data set, whether or not it was approved or is past its end; nothing of it is shown from then on. */
    public ListedDataset withdraw(long id, Signature by, Progress progress) {
        return write(id, progress, (session, agreed) -> {
            if (agreed.state() == EffectiveState.WITHDRAWN) {
                throw refused(name(id) + " is withdrawn already" + when(agreed) + ".");
            }
            save(session, in(ReleaseState.WITHDRAWN, agreed.policy()), Optional.of(by));
        });
    }

    /**
     * Deletes the values of a data set that is withdrawn or past its end; it is withdrawn from then on. That it was imported, its
     * policy and its decisions are kept.
     */
    public Forgotten forget(long id, String by, Progress progress) {
        record Deleted(Set<ExtentName> extents, int values) {}
        Signature signature = new Signature(by, VALUES_DELETED);
        Deleted deleted = store.write(session -> {
            ListedDataset.Agreed before = agreed(register(session).get(id));
            requireUnserved(id, before);
            Set<ExtentName> extents = register(session).extentsWith(Set.of(id));
            if (extents.isEmpty()) {
                requireNotDeleted(id, before);
            }
            // The values before the lock, as in every import: the other way round the two could wait for each other.
            int values = session.observations().forget(id) + session.cases().forget(id);
            session.protection().lock();
            ListedDataset.Agreed agreed = agreed(register(session).get(id));
            requireUnserved(id, agreed);
            save(session, in(ReleaseState.WITHDRAWN, agreed.policy()), Optional.of(signature));
            return new Deleted(extents, values);
        });
        refresh(id, deleted.extents(), progress);
        return new Forgotten(get(id), deleted.values());
    }

    /** The numbers of the data sets of which nothing may be shown today. */
    Set<Long> listUnserved() {
        return store.read(session -> UnservedDatasets.list(session, clock));
    }

    /** Brings the results up to date that depend on any of these data sets. */
    void refresh(Collection<Long> datasets) {
        standardResults.refresh(store.read(session -> register(session).extentsWith(datasets)), Progress.SILENT);
    }

    private ListedDataset write(long id, Progress progress, BiConsumer<StoreSession, ListedDataset.Agreed> work) {
        Set<ExtentName> extents = store.write(session -> {
            session.protection().lock();
            work.accept(session, agreed(register(session).get(id)));
            return register(session).extentsWith(Set.of(id));
        });
        refresh(id, extents, progress);
        return get(id);
    }

    private void refresh(long id, Set<ExtentName> extents, Progress progress) {
        try {
            standardResults.refresh(extents, progress);
        } catch (StoreException failure) {
            throw new StoreException(
                    name(id)
                            + " was changed, but not yet the layers that are made of it; set its marking again to bring them up to date. "
                            + failure.getMessage(),
                    failure);
        }
    }

    private void save(StoreSession session, DatasetPolicy policy, Optional<Signature> by) {
        session.protection().savePolicy(policy);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        by.ifPresent(signature ->
                session.protection().addDecision(signature.decision(policy.dataset(), policy.state(), now)));
    }

    private DatasetRegister register(StoreSession session) {
        return new DatasetRegister(session, LocalDate.now(clock));
    }

    private static ListedDataset.Agreed agreed(ListedDataset listed) {
        return listed.agreed()
                .orElseThrow(() -> refused(name(listed.dataset().id())
                        + " has open figures only, so that nothing is to be agreed or decided about it."));
    }

    private static DatasetPolicy in(ReleaseState state, DatasetPolicy policy) {
        return new DatasetPolicy(
                policy.dataset(),
                policy.rule(),
                policy.exactAudience(),
                policy.keepUntil(),
                UsualMarking.following(policy.marking(), state),
                state);
    }

    private static void requireUnserved(long id, ListedDataset.Agreed agreed) {
        if (agreed.state().isServed()) {
            throw refused(name(id) + " is in use (" + agreed.state().words()
                    + "): withdraw it before its values are deleted.");
        }
    }

    private static void requireNotDeleted(long id, ListedDataset.Agreed agreed) {
        // The last one: somebody may have withdrawn it with a note of these words.
        agreed.decisions().stream()
                .filter(decision -> decision.note().equals(VALUES_DELETED))
                .reduce((earlier, later) -> later)
                .ifPresent(decision -> {
                    throw refused("The values of data set " + id + " were deleted already" + when(decision) + ".");
                });
    }

    private static RejectedException refusedToApprove(long id, ListedDataset.Agreed agreed) {
        return switch (agreed.state()) {
            case APPROVED -> refused(name(id) + " is approved already" + when(agreed) + ".");
            case WITHDRAWN ->
                refused(name(id) + " was withdrawn" + when(agreed)
                        + ", which is for good: import the file again to decide anew.");
            case EXPIRED ->
                refused(name(id) + " was to be kept until "
                        + agreed.policy().keepUntil().map(LocalDate::toString).orElse("")
                        + ", which is over: set a later day before you approve it.");
            case DRAFT -> throw new IllegalStateException("A draft may be approved.");
        };
    }

    private static String name(long id) {
        return "Data set " + id;
    }

    private static String when(ListedDataset.Agreed agreed) {
        return agreed.lastDecision().map(DatasetService::when).orElse("");
    }

    private static String when(ReleaseDecision decision) {
        return ", by " + decision.by() + " on " + decision.at().toString().substring(0, 10);
    }

    private static RejectedException refused(String sentence) {
        return new RejectedException("", sentence + " Nothing was changed.");
    }
}
