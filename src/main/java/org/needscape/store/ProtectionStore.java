package org.needscape.store;

import java.util.List;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.ReleaseDecision;

/**
 * What was agreed about data sets, what was released before, who was given exact values and what the last audit found.
 *
 * <p>A subject is what figures are about, in the words of whoever keeps them, such as a measure and a period: one line of at most
 * 200 characters.
 */
public interface ProtectionStore {

    /** How many random bytes {@link #key()} has. */
    int KEY_BYTES = 32;

    /**
     * Waits until no other transaction is under way that called this, and keeps later ones waiting until this one ends. Whoever reads
     * something here to decide what to write calls it first: what is read afterwards is not changed by another before this one is
     * committed. Imports wait for it too, so it is not for long work. Only within a write.
     */
    void lock();

    /**
     * Keeps a policy, in place of the one that its data set has.
     *
     * @throws IllegalArgumentException when there is no such data set
     */
    void savePolicy(DatasetPolicy policy);

    Optional<DatasetPolicy> findPolicy(long dataset);

    /** All policies, by the number of the data set. */
    List<DatasetPolicy> listPolicies();

    /**
     * Adds a decision, and gives the policy of its data set the state that was decided.
     *
     * @throws IllegalArgumentException when the data set has no policy
     */
    void addDecision(ReleaseDecision decision);

    /** The decisions about a data set in the order in which they were added. */
    List<ReleaseDecision> listDecisions(long dataset);

    /** What was shown of a subject before, as a text of the service's own. */
    Optional<String> findReleased(ExtentName extent, String subject);

    /**
     * Keeps what is shown of a subject, in place of what was shown before.
     *
     * @throws IllegalArgumentException when there is no such extent, or the subject is blank or too long
     */
    void saveReleased(ExtentName extent, String subject, String content);

    /**
     * Adds areas whose sum was shown; when the same areas are there already, nothing is changed.
     *
     * @throws IllegalArgumentException when there is no such extent, or the subject is blank or too long
     */
    void addSelection(ExtentName extent, String subject, ReleasedSelection selection);

    /** The selections of a subject in the order in which they were added. */
    List<ReleasedSelection> listSelections(ExtentName extent, String subject);

    /** Adds a use of exact values. It does not change the {@linkplain StoreSession#revision revision}. */
    void addExactUse(ExactUse use);

    /** All uses of exact values in the order in which they were added. */
    List<ExactUse> listExactUses();

    /**
     * Keeps what an audit found, in place of the last audit of its extent. It does not change the
     * {@linkplain StoreSession#revision revision}.
     *
     * @throws IllegalArgumentException when there is no such extent
     */
    void saveAudit(AuditRun run);

    /** The last audit of an extent. */
    Optional<AuditRun> findAudit(ExtentName extent);

    /**
     * The secret of this store, for hashes that nobody else can make: {@value #KEY_BYTES} random bytes, made with the store, never
     * changed, and moved with it. It must not leave the service.
     */
    byte[] key();
}
