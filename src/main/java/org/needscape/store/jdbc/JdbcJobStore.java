package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.needscape.progress.Job;
import org.needscape.progress.JobState;
import org.needscape.store.JobStore;

/** Jobs in a table. */
final class JdbcJobStore implements JobStore {

    private final Sql sql;

    JdbcJobStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void save(Job job) {
        sql.save(
                """
                update job
                set kind = ?, subject = ?, state = ?, progress = ?, message = ?, result = ?, submitted = ?, updated = ?
                where id = ?
                """,
                """
                insert into job (kind, subject, state, progress, message, result, submitted, updated, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                List.of(job),
                (parameters, item) -> parameters
                        .add(item.kind())
                        .add(item.subject())
                        .add(item.state().name())
                        .add(item.progress())
                        .add(item.message())
                        .add(item.result())
                        .add(item.submitted())
                        .add(item.updated())
                        .add(item.id()));
    }

    @Override
    public Optional<Job> find(String id) {
        return sql.find(
                """
                select id, kind, subject, state, progress, message, result, submitted, updated
                from job
                where id = ?
                """,
                parameters -> parameters.add(id),
                JdbcJobStore::read);
    }

    @Override
    public List<Job> list(int limit) {
        return sql.list(
                """
                select id, kind, subject, state, progress, message, result, submitted, updated
                from job
                order by submitted desc, id desc
                fetch first ? rows only
                """,
                parameters -> parameters.add(limit),
                JdbcJobStore::read);
    }

    @Override
    public int failUnfinished(String message, Instant now) {
        return sql.update(
                """
                update job
                set state = 'FAILED', message = ?, updated = ?
                where state in ('SUBMITTED', 'RUNNING')
                """,
                parameters -> parameters.add(message).add(now));
    }

    private static Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                JobState.valueOf(row.getString(4)),
                row.getDouble(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
