package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.store.TargetSetStore;

/** Decision records of target areas in a table. */
final class JdbcTargetSetStore implements TargetSetStore {

    private static final String COLUMNS =
            """
            select extent.name, target_set.set_id, target_set.revision, target_set.saved, target_set.sha256,
                target_set.document
            from target_set
            join extent on extent.id = target_set.extent_id
            where extent.name = ?
            """;

    private final Sql sql;
    private final AreaIndex areas;

    JdbcTargetSetStore(Sql sql, AreaIndex areas) {
        this.sql = sql;
        this.areas = areas;
    }

    @Override
    public void add(SavedRevision revision) {
        int extentId = areas.getExtent(revision.extent()).id();
        int next = findLatest(revision.extent(), revision.id())
                        .map(SavedRevision::revision)
                        .orElse(0)
                + 1;
        if (revision.revision() != next) {
            throw new IllegalArgumentException(
                    "The next revision of " + revision.id() + " is " + next + ", not " + revision.revision() + ".");
        }
        sql.update(
                """
                insert into target_set (extent_id, set_id, revision, saved, sha256, document)
                values (?, ?, ?, ?, ?, ?)
                """,
                parameters -> parameters
                        .add(extentId)
                        .add(revision.id())
                        .add(revision.revision())
                        .add(revision.saved())
                        .add(revision.sha256())
                        .add(revision.document()));
    }

    @Override
    public Optional<SavedRevision> find(ExtentName extent, String id, int revision) {
        return sql.find(
                COLUMNS + "and target_set.set_id = ? and target_set.revision = ?",
                parameters -> parameters.add(extent.value()).add(id).add(revision),
                JdbcTargetSetStore::read);
    }

    @Override
    public Optional<SavedRevision> findLatest(ExtentName extent, String id) {
        return sql.find(
                COLUMNS + "and target_set.set_id = ? order by target_set.revision desc limit 1",
                parameters -> parameters.add(extent.value()).add(id),
                JdbcTargetSetStore::read);
    }

    @Override
    public List<SavedRevision> list(ExtentName extent) {
        return sql.list(
                COLUMNS + "order by target_set.set_id, target_set.revision",
                parameters -> parameters.add(extent.value()),
                JdbcTargetSetStore::read);
    }

    @Override
    public long count() {
        return sql.find("select count(*) from target_set", Sql.Binder.NONE, row -> row.getLong(1))
                .orElse(0L);
    }

    private static SavedRevision read(ResultSet row) throws SQLException {
        return new SavedRevision(
                new ExtentName(row.getString(1)),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                row.getString(6));
    }
}
