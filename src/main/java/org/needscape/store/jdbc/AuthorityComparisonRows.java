package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.authority.StatisticalNeighbour;
import org.needscape.indicator.Value;

/** What authorities are compared by, their deprivation and their statistical neighbours, as it lies in its tables. */
final class AuthorityComparisonRows {

    private static final Comparator<AuthorityDeprivation> IN_ORDER = Comparator.comparing(
                    AuthorityDeprivation::indexYear)
            .thenComparing(AuthorityDeprivation::index)
            .thenComparing(AuthorityDeprivation::statistic)
            .thenComparing(AuthorityDeprivation::authority);

    private final Sql sql;

    AuthorityComparisonRows(Sql sql) {
        this.sql = sql;
    }

    private record Key(int indexYear, String index, String statistic, AreaCode authority) {

        static Key of(AuthorityDeprivation line) {
            return new Key(line.indexYear(), line.index(), line.statistic(), line.authority());
        }
    }

    void saveDeprivation(long dataset, Collection<AuthorityDeprivation> statistics) {
        Map<Key, AuthorityDeprivation> latest = new LinkedHashMap<>();
        statistics.forEach(line -> latest.put(Key.of(line), line));
        sql.save(
                """
                update authority_deprivation
                set value_state = ?, value_number = ?, dataset_id = ?
                where index_year = ? and index_code = ? and statistic = ? and code = ?
                """,
                """
                insert into authority_deprivation (value_state, value_number, dataset_id, index_year, index_code, statistic,
                    code)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                latest.values(),
                (parameters, line) -> {
                    ValueColumns.bind(parameters, line.value());
                    parameters
                            .add(dataset)
                            .add(line.indexYear())
                            .add(line.index())
                            .add(line.statistic())
                            .add(line.authority().value());
                });
    }

    List<AuthorityDeprivation> listDeprivation(int indexYear, String index, String statistic) {
        return inOrder(sql.list(
                """
                select index_year, index_code, statistic, code, value_state, value_number
                from authority_deprivation
                where index_year = ? and index_code = ? and statistic = ?
                """,
                parameters -> parameters.add(indexYear).add(index).add(statistic),
                AuthorityComparisonRows::readDeprivation));
    }

    List<AuthorityDeprivation> listDeprivation(AreaCode authority) {
        return inOrder(sql.list(
                """
                select index_year, index_code, statistic, code, value_state, value_number
                from authority_deprivation
                where code = ?
                """,
                parameters -> parameters.add(authority.value()),
                AuthorityComparisonRows::readDeprivation));
    }

    List<Integer> listIndexYears(String index, String statistic) {
        return sql
                .list(
                        """
                        select distinct index_year
                        from authority_deprivation
                        where index_code = ? and statistic = ?
                        """,
                        parameters -> parameters.add(index).add(statistic),
                        row -> row.getInt(1))
                .stream()
                .sorted()
                .toList();
    }

    Set<Long> listDatasets(int indexYear) {
        return new TreeSet<>(sql.list(
                """
                select distinct dataset_id
                from authority_deprivation
                where index_year = ?
                """,
                parameters -> parameters.add(indexYear),
                row -> row.getLong(1)));
    }

    void saveNeighbours(long dataset, Collection<StatisticalNeighbour> neighbours) {
        Set<AreaCode> authorities = new LinkedHashSet<>();
        neighbours.forEach(line -> authorities.add(line.authority()));
        sql.batch(
                """
                delete from authority_neighbour
                where code = ?
                """,
                authorities,
                (parameters, authority) -> parameters.add(authority.value()));
        sql.batch(
                """
                insert into authority_neighbour (code, neighbour_code, list_position, weight, closeness, dataset_id)
                values (?, ?, ?, ?, ?, ?)
                """,
                neighbours,
                (parameters, line) -> parameters
                        .add(line.authority().value())
                        .add(line.neighbour().value())
                        .add(line.position())
                        .add(line.weight())
                        .add(line.closeness())
                        .add(dataset));
    }

    List<StatisticalNeighbour> listNeighbours(AreaCode authority) {
        return sql
                .list(
                        """
                        select code, neighbour_code, list_position, weight, closeness
                        from authority_neighbour
                        where code = ?
                        """,
                        parameters -> parameters.add(authority.value()),
                        row -> new StatisticalNeighbour(
                                new AreaCode(row.getString(1)),
                                new AreaCode(row.getString(2)),
                                row.getInt(3),
                                weight(row),
                                row.getString(5)))
                .stream()
                .sorted(Comparator.comparingInt(StatisticalNeighbour::position)
                        .thenComparing(StatisticalNeighbour::neighbour))
                .toList();
    }

    private static List<AuthorityDeprivation> inOrder(List<AuthorityDeprivation> statistics) {
        return statistics.stream().sorted(IN_ORDER).toList();
    }

    private static OptionalDouble weight(ResultSet row) throws SQLException {
        double weight = row.getDouble(4);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(weight);
    }

    private static AuthorityDeprivation readDeprivation(ResultSet row) throws SQLException {
        Value value = ValueColumns.read(row, 5);
        return new AuthorityDeprivation(
                new AreaCode(row.getString(4)), row.getInt(1), row.getString(2), row.getString(3), value);
    }
}
