package org.needscape.store.jdbc;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.indicator.SeriesKey;

/**
 * Brings the content hashes up to date, once, at the end of a transaction or before it reads one. A hash is of what stands in the
 * store in code order, never of when or from which file it came: the same file imported again leaves every result current.
 */
final class ContentHashes {

    private final Sql sql;
    private final AreaIndex areas;
    private final SeriesIndex series;
    private final SeriesHash seriesHash;
    private final Set<Geography> changedGeographies = new LinkedHashSet<>();
    private final Set<Coverage> changedCoverages = new LinkedHashSet<>();
    private final Set<Coverage> coveragesWithOldSeries = new LinkedHashSet<>();
    private final Set<Integer> changedSeries = new TreeSet<>();

    ContentHashes(Sql sql, AreaIndex areas, SeriesIndex series) {
        this.sql = sql;
        this.areas = areas;
        this.series = series;
        this.seriesHash = new SeriesHash(sql);
    }

    private record Coverage(int extentId, Geography geography) {}

    /** Names or boundaries of a geography changed. */
    void boundariesChanged(Geography geography) {
        changedGeographies.add(geography);
    }

    /** An extent got areas of a geography. */
    void membersChanged(int extentId, Geography geography) {
        changedCoverages.add(new Coverage(extentId, geography));
    }

    void seriesChanged(int seriesId) {
        changedSeries.add(seriesId);
    }

    /** Everything. */
    void refresh() {
        refreshAreas();
        if (changedSeries.isEmpty() && coveragesWithOldSeries.isEmpty()) {
            return;
        }
        StateRow.lock(sql);
        for (int seriesId : changedSeries) {
            SeriesKey key = series.getKey(seriesId);
            for (Coverage coverage : listCoverages(key.geography())) {
                refreshSeries(coverage, seriesId, key);
            }
        }
        for (Coverage coverage : coveragesWithOldSeries) {
            series.list(coverage.geography()).forEach((seriesId, key) -> {
                if (!changedSeries.contains(seriesId)) {
                    refreshSeries(coverage, seriesId, key);
                }
            });
        }
        changedSeries.clear();
        coveragesWithOldSeries.clear();
    }

    /** Which areas an extent has and what they look like, but not what is observed of them: that takes longer. */
    void refreshAreas() {
        if (changedGeographies.isEmpty() && changedCoverages.isEmpty()) {
            return;
        }
        StateRow.lock(sql);
        Set<Coverage> coverages = new LinkedHashSet<>(changedCoverages);
        for (Geography geography : changedGeographies) {
            coverages.addAll(listCoverages(geography));
        }
        coverages.forEach(this::refreshCoverage);
        coveragesWithOldSeries.addAll(changedCoverages);
        changedGeographies.clear();
        changedCoverages.clear();
    }

    private List<Coverage> listCoverages(Geography geography) {
        return sql.list(
                """
                select extent_id
                from extent_geography
                where geography = ?
                order by extent_id
                """,
                parameters -> parameters.add(geography.code()),
                row -> new Coverage(row.getInt(1), geography));
    }

    private void refreshCoverage(Coverage coverage) {
        Map<AreaCode, String> hashes = new TreeMap<>();
        sql.forEach(
                """
                select area.code, area.content_hash
                from extent_area
                join area on area.id = extent_area.area_id
                where extent_area.extent_id = ? and area.geography = ?
                """,
                parameters -> parameters
                        .add(coverage.extentId())
                        .add(coverage.geography().code()),
                row -> hashes.put(new AreaCode(row.getString(1)), row.getString(2)));
        Sha256 hash = new Sha256().add(coverage.geography().code());
        hashes.forEach((code, content) -> hash.add(code.value()).add(content));
        String text = hash.toHex();
        sql.save(
                """
                update extent_geography
                set area_count = ?, content_hash = ?
                where extent_id = ? and geography = ?
                """,
                """
                insert into extent_geography (area_count, content_hash, extent_id, geography)
                values (?, ?, ?, ?)
                """,
                List.of(coverage),
                (parameters, item) -> parameters
                        .add(hashes.size())
                        .add(text)
                        .add(item.extentId())
                        .add(item.geography().code()));
    }

    private void refreshSeries(Coverage coverage, int seriesId, SeriesKey key) {
        Members members = areas.members(coverage.extentId(), coverage.geography());
        SeriesHash.Content content = seriesHash.read(seriesId, key, members);
        sql.update(
                """
                delete from extent_series
                where extent_id = ? and series_id = ?
                """,
                parameters -> parameters.add(coverage.extentId()).add(seriesId));
        if (content.areaCount() == 0) {
            return;
        }
        sql.update(
                """
                insert into extent_series (extent_id, series_id, area_count, content_hash)
                values (?, ?, ?, ?)
                """,
                parameters -> parameters
                        .add(coverage.extentId())
                        .add(seriesId)
                        .add(content.areaCount())
                        .add(content.hash()));
        sql.batch(
                """
                insert into extent_series_dataset (extent_id, series_id, dataset_id)
                values (?, ?, ?)
                """,
                content.datasets(),
                (parameters, dataset) ->
                        parameters.add(coverage.extentId()).add(seriesId).add(dataset));
    }
}
