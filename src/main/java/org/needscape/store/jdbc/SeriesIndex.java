package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.Geography;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Period;
import org.needscape.indicator.SeriesKey;

/** Finds the row numbers of series; remembers them for the transaction. */
final class SeriesIndex {

    private final Sql sql;
    private final Map<SeriesKey, Integer> ids = new HashMap<>();

    SeriesIndex(Sql sql) {
        this.sql = sql;
    }

    Optional<Integer> findId(SeriesKey key) {
        Integer known = ids.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Integer> found = sql.find(
                """
                select id
                from series
                where indicator_id = ? and geography = ? and period = ? and category = ? and edition = ?
                """,
                parameters -> bind(parameters, key),
                row -> row.getInt(1));
        found.ifPresent(id -> ids.put(key, id));
        return found;
    }

    int add(SeriesKey key) {
        int id = Math.toIntExact(sql.insert(
                """
                insert into series (indicator_id, geography, period, category, edition)
                values (?, ?, ?, ?, ?)
                """,
                parameters -> bind(parameters, key)));
        ids.put(key, id);
        return id;
    }

    SeriesKey getKey(int id) {
        return sql.find(
                        """
                        select indicator_id, geography, period, category, edition
                        from series
                        where id = ?
                        """,
                        parameters -> parameters.add(id),
                        row -> readKey(row, 1))
                .orElseThrow(() -> new IllegalArgumentException("There is no series " + id + "."));
    }

    /** The series over areas of a geography, with their row numbers. */
    Map<Integer, SeriesKey> list(Geography geography) {
        Map<Integer, SeriesKey> keys = new LinkedHashMap<>();
        sql.forEach(
                """
                select indicator_id, geography, period, category, edition, id
                from series
                where geography = ?
                order by id
                """,
                parameters -> parameters.add(geography.code()),
                row -> keys.put(row.getInt(6), readKey(row, 1)));
        return keys;
    }

    /** Reads the five columns of a key, the first of which is given. */
    static SeriesKey readKey(ResultSet row, int first) throws SQLException {
        return new SeriesKey(
                new IndicatorId(row.getString(first)),
                Geography.parse(row.getString(first + 1)),
                new Period(row.getString(first + 2)),
                row.getString(first + 3),
                row.getString(first + 4));
    }

    private static void bind(Parameters parameters, SeriesKey key) throws SQLException {
        parameters
                .add(key.indicator().value())
                .add(key.geography().code())
                .add(key.period().text())
                .add(key.category())
                .add(key.edition());
    }
}
