package org.needscape.store.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Period;
import org.needscape.store.CaseStore;

/** Summaries of cases in a table. */
final class JdbcCaseStore implements CaseStore {

    private final Sql sql;
    private final AreaIndex areas;

    JdbcCaseStore(Sql sql, AreaIndex areas) {
        this.sql = sql;
        this.areas = areas;
    }

    @Override
    public void save(Heading heading, Map<String, String> summaries) {
        int extentId = areas.getExtent(heading.extent()).id();
        if (new JdbcDatasetStore(sql).find(heading.dataset()).isEmpty()) {
            throw new IllegalArgumentException("There is no data set " + heading.dataset() + ".");
        }
        sql.update(
                """
                delete from case_summary
                where extent_id = ? and period = ?
                """,
                parameters -> parameters.add(extentId).add(heading.period().text()));
        summaries.forEach((place, content) -> sql.update(
                """
                insert into case_summary (extent_id, period, place, dataset_id, content)
                values (?, ?, ?, ?, ?)
                """,
                parameters -> parameters
                        .add(extentId)
                        .add(heading.period().text())
                        .add(place)
                        .add(heading.dataset())
                        .add(content)));
    }

    @Override
    public List<Heading> list(ExtentName extent) {
        List<Heading> headings = new ArrayList<>(sql.list(
                """
                select distinct case_summary.period, case_summary.dataset_id
                from case_summary
                join extent on extent.id = case_summary.extent_id
                where extent.name = ?
                """,
                parameters -> parameters.add(extent.value()),
                row -> new Heading(extent, new Period(row.getString(1)), row.getLong(2))));
        headings.sort(Comparator.comparing(Heading::period).reversed());
        return Collections.unmodifiableList(headings);
    }

    @Override
    public List<String> listPlaces(ExtentName extent, Period period) {
        List<String> places = new ArrayList<>(sql.list(
                """
                select case_summary.place
                from case_summary
                join extent on extent.id = case_summary.extent_id
                where extent.name = ? and case_summary.period = ?
                """,
                parameters -> parameters.add(extent.value()).add(period.text()),
                row -> row.getString(1)));
        Collections.sort(places);
        return Collections.unmodifiableList(places);
    }

    @Override
    public Optional<String> find(ExtentName extent, Period period, String place) {
        return sql.find(
                """
                select case_summary.content
                from case_summary
                join extent on extent.id = case_summary.extent_id
                where extent.name = ? and case_summary.period = ? and case_summary.place = ?
                """,
                parameters -> parameters.add(extent.value()).add(period.text()).add(place),
                row -> row.getString(1));
    }

    @Override
    public int forget(long dataset) {
        return sql.update(
                """
                delete from case_summary
                where dataset_id = ?
                """,
                parameters -> parameters.add(dataset));
    }
}
