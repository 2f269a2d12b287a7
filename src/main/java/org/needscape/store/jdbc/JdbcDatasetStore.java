package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.needscape.store.Dataset;
import org.needscape.store.DatasetStore;

/** Imported files in a table. */
final class JdbcDatasetStore implements DatasetStore {

    private final Sql sql;

    JdbcDatasetStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public long add(Dataset dataset) {
        return sql.insert(
                """
                insert into dataset (kind, title, source, licence, file_name, sha256, accepted, imported)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                parameters -> parameters
                        .add(dataset.kind())
                        .add(dataset.title())
                        .add(dataset.source())
                        .add(dataset.licence())
                        .add(dataset.fileName())
                        .add(dataset.sha256())
                        .add(dataset.accepted())
                        .add(dataset.imported()));
    }

    @Override
    public void update(Dataset dataset) {
        int changed = sql.update(
                """
                update dataset
                set kind = ?, title = ?, source = ?, licence = ?, file_name = ?, sha256 = ?, accepted = ?, imported = ?
                where id = ?
                """,
                parameters -> parameters
                        .add(dataset.kind())
                        .add(dataset.title())
                        .add(dataset.source())
                        .add(dataset.licence())
                        .add(dataset.fileName())
                        .add(dataset.sha256())
                        .add(dataset.accepted())
                        .add(dataset.imported())
                        .add(dataset.id()));
        if (changed == 0) {
            throw new IllegalArgumentException("There is no data set " + dataset.id() + ".");
        }
    }

    @Override
    public Optional<Dataset> find(long id) {
        return sql.find(
                """
                select id, kind, title, source, licence, file_name, sha256, accepted, imported
                from dataset
                where id = ?
                """,
                parameters -> parameters.add(id),
                JdbcDatasetStore::read);
    }

    @Override
    public List<Dataset> list() {
        return sql.list(
                """
                select id, kind, title, source, licence, file_name, sha256, accepted, imported
                from dataset
                order by id
                """,
                Sql.Binder.NONE,
                JdbcDatasetStore::read);
    }

    private static Dataset read(ResultSet row) throws SQLException {
        return new Dataset(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
