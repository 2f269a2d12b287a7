package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Period;

/** Figures of authorities as they lie in their table. */
final class AuthorityFigureRows {

    private static final Comparator<AuthorityFigure> IN_ORDER = Comparator.comparing(AuthorityFigure::measure)
            .thenComparing(AuthorityFigure::period)
            .thenComparing(AuthorityFigure::category)
            .thenComparing(AuthorityFigure::authority);

    private final Sql sql;

    AuthorityFigureRows(Sql sql) {
        this.sql = sql;
    }

    private record Key(AuthorityMeasure measure, Period period, String category, AreaCode authority) {

        static Key of(AuthorityFigure figure) {
            return new Key(figure.measure(), figure.period(), figure.category(), figure.authority());
        }
    }

    void save(long dataset, Collection<AuthorityFigure> figures) {
        Map<Key, AuthorityFigure> latest = new LinkedHashMap<>();
        figures.forEach(figure -> latest.put(Key.of(figure), figure));
        sql.save(
                """
                update authority_figure
                set number_state = ?, number_number = ?, rate_state = ?, rate_number = ?, population_state = ?,
                    population_number = ?, flags = ?, dataset_id = ?
                where measure = ? and period = ? and category = ? and code = ?
                """,
                """
                insert into authority_figure (number_state, number_number, rate_state, rate_number, population_state,
                    population_number, flags, dataset_id, measure, period, category, code)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                latest.values(),
                (parameters, figure) -> {
                    ValueColumns.bind(parameters, figure.number());
                    ValueColumns.bind(parameters, figure.ratePer10000());
                    ValueColumns.bind(parameters, figure.population());
                    parameters
                            .add(ValueColumns.letters(figure.flags()))
                            .add(dataset)
                            .add(figure.measure().key())
                            .add(figure.period().text())
                            .add(figure.category())
                            .add(figure.authority().value());
                });
    }

    List<AuthorityFigure> list(AuthorityMeasure measure, Period period) {
        return inOrder(sql.list(
                """
                select measure, period, category, code, number_state, number_number, rate_state, rate_number,
                    population_state, population_number, flags
                from authority_figure
                where measure = ? and period = ?
                """,
                parameters -> parameters.add(measure.key()).add(period.text()),
                AuthorityFigureRows::read));
    }

    List<AuthorityFigure> list(AreaCode authority) {
        return inOrder(sql.list(
                """
                select measure, period, category, code, number_state, number_number, rate_state, rate_number,
                    population_state, population_number, flags
                from authority_figure
                where code = ?
                """,
                parameters -> parameters.add(authority.value()),
                AuthorityFigureRows::read));
    }

    Map<AuthorityMeasure, List<Period>> listPeriods() {
        Map<AuthorityMeasure, List<Period>> all = new EnumMap<>(AuthorityMeasure.class);
        sql.forEach(
                """
                select distinct measure, period
                from authority_figure
                """,
                Sql.Binder.NONE,
                row -> all.computeIfAbsent(AuthorityMeasure.parse(row.getString(1)), measure -> new ArrayList<>())
                        .add(new Period(row.getString(2))));
        all.values().forEach(Collections::sort);
        return all;
    }

    Set<Long> listDatasets(AuthorityMeasure measure, Period period) {
        return new TreeSet<>(sql.list(
                """
                select distinct dataset_id
                from authority_figure
                where measure = ? and period = ?
                """,
                parameters -> parameters.add(measure.key()).add(period.text()),
                row -> row.getLong(1)));
    }

    private static List<AuthorityFigure> inOrder(List<AuthorityFigure> figures) {
        return figures.stream().sorted(IN_ORDER).toList();
    }

    private static AuthorityFigure read(ResultSet row) throws SQLException {
        return new AuthorityFigure(
                new AreaCode(row.getString(4)),
                AuthorityMeasure.parse(row.getString(1)),
                new Period(row.getString(2)),
                row.getString(3),
                ValueColumns.read(row, 5),
                ValueColumns.read(row, 7),
                ValueColumns.read(row, 9),
                ValueColumns.flags(row.getString(11)));
    }
}
