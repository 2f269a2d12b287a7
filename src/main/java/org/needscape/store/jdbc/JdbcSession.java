package org.needscape.store.jdbc;

import org.needscape.store.AreaStore;
import org.needscape.store.AuthorityStore;
import org.needscape.store.CaseStore;
import org.needscape.store.DatasetStore;
import org.needscape.store.JobStore;
import org.needscape.store.ObservationStore;
import org.needscape.store.ProtectionStore;
import org.needscape.store.RecipeStore;
import org.needscape.store.ResultStore;
import org.needscape.store.ServiceStore;
import org.needscape.store.StoreSession;
import org.needscape.store.TargetSetStore;

/** One transaction: its stores share a connection and what they remember of it. */
final class JdbcSession implements StoreSession {

    private final Sql sql;

    /** For what does not make a new revision. */
    private final Sql quietSql;

    private final ContentHashes hashes;
    private final ObservationBuffer buffer;
    private final AreaStore areas;
    private final ObservationStore observations;
    private final DatasetStore datasets;
    private final ResultStore results;
    private final JobStore jobs;
    private final ProtectionStore protection;
    private final CaseStore cases;
    private final RecipeStore recipes;
    private final AuthorityStore authorities;
    private final TargetSetStore targetSets;
    private final ServiceStore services;

    JdbcSession(Sql sql) {
        this.sql = sql;
        this.quietSql = sql.apart();
        AreaIndex areaIndex = new AreaIndex(sql);
        SeriesIndex seriesIndex = new SeriesIndex(sql);
        hashes = new ContentHashes(sql, areaIndex, seriesIndex);
        buffer = new ObservationBuffer(sql, areaIndex, seriesIndex, hashes);
        areas = new JdbcAreaStore(sql, areaIndex, hashes);
        observations = new JdbcObservationStore(sql, areaIndex, seriesIndex, buffer, hashes);
        datasets = new JdbcDatasetStore(sql);
        results = new JdbcResultStore(sql, quietSql, areaIndex);
        jobs = new JdbcJobStore(quietSql);
        protection = new JdbcProtectionStore(sql, quietSql, areaIndex);
        cases = new JdbcCaseStore(sql, areaIndex);
        recipes = new JdbcRecipeStore(sql);
        authorities = new JdbcAuthorityStore(sql);
        targetSets = new JdbcTargetSetStore(quietSql, areaIndex);
        services = new JdbcServiceStore(sql, areaIndex);
    }

    @Override
    public AreaStore areas() {
        return areas;
    }

    @Override
    public ObservationStore observations() {
        return observations;
    }

    @Override
    public DatasetStore datasets() {
        return datasets;
    }

    @Override
    public ResultStore results() {
        return results;
    }

    @Override
    public JobStore jobs() {
        return jobs;
    }

    @Override
    public ProtectionStore protection() {
        return protection;
    }

    @Override
    public CaseStore cases() {
        return cases;
    }

    @Override
    public RecipeStore recipes() {
        return recipes;
    }

    @Override
    public AuthorityStore authorities() {
        return authorities;
    }

    @Override
    public TargetSetStore targetSets() {
        return targetSets;
    }

    @Override
    public ServiceStore services() {
        return services;
    }

    @Override
    public String revision() {
        return sql.find(
                        """
                        select revision
                        from store_state
                        """,
                        Sql.Binder.NONE,
                        row -> Long.toString(row.getLong(1)))
                .orElse("0");
    }

    /** Writes what is still waiting; the transaction can be committed after it. */
    void finish() {
        buffer.flush();
        hashes.refresh();
        if (sql.hasChanged()) {
            sql.update(
                    """
                    update store_state
                    set revision = revision + 1
                    """,
                    Sql.Binder.NONE);
            // A move may have begun since the store was opened. It holds the row above when it begins, so this sees its
            // mark.
            MoveMark.requireNone(sql);
        }
    }

    /** From here on every use is a mistake. */
    void end() {
        sql.end();
        quietSql.end();
    }
}
