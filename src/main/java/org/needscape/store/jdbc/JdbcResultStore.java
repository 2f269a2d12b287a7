package org.needscape.store.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.ExtentName;
import org.needscape.store.ResultStore;

/** Derived results in a table. */
final class JdbcResultStore implements ResultStore {

    private final Sql sql;

    /** For what does not make a new revision. */
    private final Sql quietSql;

    private final AreaIndex areas;

    JdbcResultStore(Sql sql, Sql quietSql, AreaIndex areas) {
        this.sql = sql;
        this.quietSql = quietSql;
        this.areas = areas;
    }

    @Override
    public void save(StoredResult result) {
        save(sql, result);
    }

    @Override
    public void saveApart(StoredResult result) {
        save(quietSql, result);
    }

    @Override
    public void forgetApart(ExtentName extent, Collection<String> keys) {
        forget(quietSql, extent, keys);
    }

    private void save(Sql sql, StoredResult result) {
        int extentId = areas.getExtent(result.extent()).id();
        sql.save(
                """
                update result
                set list_position = ?, title = ?, input_hash = ?, content = ?
                where extent_id = ? and result_key = ?
                """,
                """
                insert into result (list_position, title, input_hash, content, extent_id, result_key)
                values (?, ?, ?, ?, ?, ?)
                """,
                List.of(result),
                (parameters, item) -> parameters
                        .add(item.position())
                        .add(item.title())
                        .add(item.inputHash())
                        .add(item.content())
                        .add(extentId)
                        .add(item.key()));
    }

    @Override
    public Optional<StoredResult> find(ExtentName extent, String key) {
        return sql.find(
                """
                select result.list_position, result.title, result.input_hash, result.content
                from result
                join extent on extent.id = result.extent_id
                where extent.name = ? and result.result_key = ?
                """,
                parameters -> parameters.add(extent.value()).add(key),
                row -> new StoredResult(
                        extent, key, row.getInt(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    @Override
    public List<Heading> list(ExtentName extent) {
        return sql.list(
                """
                select result.result_key, result.list_position, result.title, result.input_hash
                from result
                join extent on extent.id = result.extent_id
                where extent.name = ?
                order by result.list_position, result.result_key
                """,
                parameters -> parameters.add(extent.value()),
                row -> new Heading(extent, row.getString(1), row.getInt(2), row.getString(3), row.getString(4)));
    }

    @Override
    public void keepOnly(ExtentName extent, Collection<String> keys) {
        Set<String> kept = Set.copyOf(keys);
        List<String> forgotten = list(extent).stream()
                .map(Heading::key)
                .filter(key -> !kept.contains(key))
                .toList();
        forget(sql, extent, forgotten);
    }

    private void forget(Sql sql, ExtentName extent, Collection<String> forgotten) {
        if (forgotten.isEmpty()) {
            return;
        }
        int extentId = areas.getExtent(extent).id();
        sql.batch(
                """
                delete from result
                where extent_id = ? and result_key = ?
                """,
                forgotten,
                (parameters, key) -> parameters.add(extentId).add(key));
    }
}
