package org.needscape.store.jdbc;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.ReleaseDecision;
import org.needscape.store.AuditRun;
import org.needscape.store.ExactUse;
import org.needscape.store.ProtectionStore;
import org.needscape.store.ReleasedSelection;

/** Policies, what was released, uses of exact values and audits in tables. */
final class JdbcProtectionStore implements ProtectionStore {

    private final Sql sql;
    private final Sql quietSql;
    private final AreaIndex areas;
    private final PolicyRows policies;
    private final ReleasedRows released;

    /** @param quietSql for what does not make a new revision */
    JdbcProtectionStore(Sql sql, Sql quietSql, AreaIndex areas) {
        this.sql = sql;
        this.quietSql = quietSql;
        this.areas = areas;
        this.policies = new PolicyRows(sql);
        this.released = new ReleasedRows(sql, areas);
    }

    @Override
    public void lock() {
        StateRow.lock(sql);
    }

    @Override
    public void savePolicy(DatasetPolicy policy) {
        policies.save(policy);
    }

    @Override
    public Optional<DatasetPolicy> findPolicy(long dataset) {
        return policies.find(dataset);
    }

    @Override
    public List<DatasetPolicy> listPolicies() {
        return policies.list();
    }

    @Override
    public void addDecision(ReleaseDecision decision) {
        policies.addDecision(decision);
    }

    @Override
    public List<ReleaseDecision> listDecisions(long dataset) {
        return policies.listDecisions(dataset);
    }

    @Override
    public Optional<String> findReleased(ExtentName extent, String subject) {
        return released.find(extent, subject);
    }

    @Override
    public void saveReleased(ExtentName extent, String subject, String content) {
        released.save(extent, subject, content);
    }

    @Override
    public void addSelection(ExtentName extent, String subject, ReleasedSelection selection) {
        released.add(extent, subject, selection);
    }

    @Override
    public List<ReleasedSelection> listSelections(ExtentName extent, String subject) {
        return released.list(extent, subject);
    }

    @Override
    public void addExactUse(ExactUse use) {
        quietSql.update(
                """
                insert into exact_use (used, used_by, used_what, reason)
                values (?, ?, ?, ?)
                """,
                parameters ->
                        parameters.add(use.at()).add(use.who()).add(use.what()).add(use.reason()));
    }

    @Override
    public List<ExactUse> listExactUses() {
        return quietSql.list(
                """
                select used, used_by, used_what, reason
                from exact_use
                order by id
                """,
                Sql.Binder.NONE,
                row -> new ExactUse(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4)));
    }

    @Override
    public void saveAudit(AuditRun run) {
        int extentId = areas.getExtent(run.extent()).id();
        quietSql.put(
                """
                insert into audit_run (audited, passed, content, extent_id)
                values (?, ?, ?, ?)
                on conflict do nothing
                """,
                """
                update audit_run
                set audited = ?, passed = ?, content = ?
                where extent_id = ?
                """,
                parameters -> parameters
                        .add(run.at())
                        .add(run.passed())
                        .add(run.content())
                        .add(extentId));
    }

    @Override
    public Optional<AuditRun> findAudit(ExtentName extent) {
        return quietSql.find(
                """
                select audit_run.audited, audit_run.passed, audit_run.content
                from audit_run
                join extent on extent.id = audit_run.extent_id
                where extent.name = ?
                """,
                parameters -> parameters.add(extent.value()),
                row -> new AuditRun(
                        extent,
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getBoolean(2),
                        row.getString(3)));
    }

    @Override
    public byte[] key() {
        return StoreKey.read(sql);
    }
}
