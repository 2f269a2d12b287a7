package org.needscape.store.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityDeciles;
import org.needscape.authority.DecileCount;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;

/** Tables by decile of authorities, one row for each decile. */
final class AuthorityDecileRows {

    private static final Comparator<AuthorityDeciles> IN_ORDER = Comparator.comparing(
                    (AuthorityDeciles table) -> table.authority().code())
            .thenComparing(AuthorityDeciles::measure)
            .thenComparing(AuthorityDeciles::period);

    private final Sql sql;

    AuthorityDecileRows(Sql sql) {
        this.sql = sql;
    }

    private record Key(AreaCode authority, Measure measure, Period period) {

        static Key of(AuthorityDeciles table) {
            return new Key(table.authority().code(), table.measure(), table.period());
        }
    }

    private record Line(Key key, DecileCount decile) {}

    void save(long dataset, Collection<AuthorityDeciles> tables) {
        Map<Key, AuthorityDeciles> latest = new LinkedHashMap<>();
        tables.forEach(table -> latest.put(Key.of(table), table));
        sql.batch(
                """
                delete from authority_decile
                where code = ? and measure = ? and period = ?
                """,
                latest.keySet(),
                (parameters, key) -> parameters
                        .add(key.authority().value())
                        .add(key.measure().code())
                        .add(key.period().text()));
        List<Line> lines = new ArrayList<>();
        latest.forEach((key, table) -> table.deciles().forEach(decile -> lines.add(new Line(key, decile))));
        sql.batch(
                """
                insert into authority_decile (code, measure, period, decile, children, count_state, count_number, dataset_id)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                lines,
                (parameters, line) -> {
                    parameters
                            .add(line.key().authority().value())
                            .add(line.key().measure().code())
                            .add(line.key().period().text())
                            .add(line.decile().decile())
                            .add(line.decile().children());
                    ValueColumns.bind(parameters, line.decile().count());
                    parameters.add(dataset);
                });
    }

    List<AuthorityDeciles> list(Map<AreaCode, Authority> authorities) {
        Map<Key, List<DecileCount>> tables = new LinkedHashMap<>();
        sql.forEach(
                """
                select code, measure, period, decile, children, count_state, count_number
                from authority_decile
                """,
                Sql.Binder.NONE,
                row -> tables.computeIfAbsent(
                                new Key(
                                        new AreaCode(row.getString(1)),
                                        Measure.parse(row.getString(2)),
                                        new Period(row.getString(3))),
                                key -> new ArrayList<>())
                        .add(new DecileCount(row.getInt(4), row.getDouble(5), ValueColumns.read(row, 6))));
        return tables.entrySet().stream()
                .map(entry -> new AuthorityDeciles(
                        Objects.requireNonNull(authorities.get(entry.getKey().authority())),
                        entry.getKey().measure(),
                        entry.getKey().period(),
                        entry.getValue()))
                .sorted(IN_ORDER)
                .toList();
    }

    Set<Long> listDatasets(AreaCode authority) {
        return new TreeSet<>(sql.list(
                """
                select distinct dataset_id
                from authority_decile
                where code = ?
                """,
                parameters -> parameters.add(authority.value()),
                row -> row.getLong(1)));
    }
}
