package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.store.ObservationStore;

/** Indicators and observations in tables. */
final class JdbcObservationStore implements ObservationStore {

    private static final Comparator<StoredSeries> BY_KEY = Comparator.comparing(
                    (StoredSeries stored) -> stored.key().indicator())
            .thenComparing(stored -> stored.key().period())
            .thenComparing(stored -> stored.key().geography())
            .thenComparing(stored -> stored.key().category())
            .thenComparing(stored -> stored.key().edition());

    private final Sql sql;
    private final AreaIndex areas;
    private final SeriesIndex series;
    private final ObservationBuffer buffer;
    private final ContentHashes hashes;

    JdbcObservationStore(Sql sql, AreaIndex areas, SeriesIndex series, ObservationBuffer buffer, ContentHashes hashes) {
        this.sql = sql;
        this.areas = areas;
        this.series = series;
        this.buffer = buffer;
        this.hashes = hashes;
    }

    @Override
    public void saveIndicators(Collection<Indicator> indicators) {
        Map<IndicatorId, Indicator> latest = new LinkedHashMap<>();
        indicators.forEach(indicator -> latest.put(indicator.id(), indicator));
        sql.save(
                """
                update indicator
                set label = ?, unit = ?, polarity = ?, theme = ?, numerator = ?, denominator = ?, source = ?, licence = ?,
                    sensitivity = ?
                where id = ?
                """,
                """
                insert into indicator (label, unit, polarity, theme, numerator, denominator, source, licence, sensitivity, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                latest.values(),
                (parameters, indicator) -> parameters
                        .add(indicator.label())
                        .add(indicator.unit())
                        .add(indicator.polarity().name())
                        .add(indicator.theme())
                        .add(indicator.numerator())
                        .add(indicator.denominator())
                        .add(indicator.source())
                        .add(indicator.licence())
                        .add(indicator.sensitivity().name())
                        .add(indicator.id().value()));
    }

    @Override
    public Optional<Indicator> findIndicator(IndicatorId id) {
        return sql.find(
                """
                select id, label, unit, polarity, theme, numerator, denominator, source, licence, sensitivity
                from indicator
                where id = ?
                """,
                parameters -> parameters.add(id.value()),
                JdbcObservationStore::readIndicator);
    }

    @Override
    public List<Indicator> listIndicators() {
        List<Indicator> all = sql.list(
                """
                select id, label, unit, polarity, theme, numerator, denominator, source, licence, sensitivity
                from indicator
                """,
                Sql.Binder.NONE,
                JdbcObservationStore::readIndicator);
        all.sort(Comparator.comparing(Indicator::id));
        return all;
    }

    @Override
    public void save(long dataset, Collection<Observation> observations) {
        buffer.add(dataset, observations);
    }

    @Override
    public int forget(long dataset) {
        buffer.flush();
        List<Integer> seriesIds = sql.list(
                """
                select distinct series_id
                from observation
                where dataset_id = ?
                """,
                parameters -> parameters.add(dataset),
                row -> row.getInt(1));
        if (seriesIds.isEmpty()) {
            return 0;
        }
        for (int seriesId : seriesIds) {
            buffer.forget(seriesId);
            hashes.seriesChanged(seriesId);
        }
        return sql.update(
                """
                delete from observation
                where dataset_id = ?
                """,
                parameters -> parameters.add(dataset));
    }

    @Override
    public List<StoredSeries> listSeries(ExtentName extent) {
        buffer.flush();
        hashes.refresh();
        Optional<ExtentRow> found = areas.findExtent(extent);
        if (found.isEmpty()) {
            return List.of();
        }
        int extentId = found.get().id();
        Map<Integer, List<Long>> datasets = new HashMap<>();
        sql.forEach(
                """
                select series_id, dataset_id
                from extent_series_dataset
                where extent_id = ?
                order by series_id, dataset_id
                """,
                parameters -> parameters.add(extentId),
                row -> datasets.computeIfAbsent(row.getInt(1), id -> new ArrayList<>())
                        .add(row.getLong(2)));
        List<StoredSeries> all = sql.list(
                """
                select series.indicator_id, series.geography, series.period, series.category, series.edition,
                    series.id, extent_series.content_hash
                from extent_series
                join series on series.id = extent_series.series_id
                where extent_series.extent_id = ?
                """,
                parameters -> parameters.add(extentId),
                row -> new StoredSeries(
                        SeriesIndex.readKey(row, 1),
                        datasets.getOrDefault(row.getInt(6), List.of()),
                        row.getString(7)));
        all.sort(BY_KEY);
        return all;
    }

    @Override
    public Map<AreaCode, Observation> listExact(SeriesKey key, ExtentName extent) {
        buffer.flush();
        Optional<ExtentRow> found = areas.findExtent(extent);
        Optional<Integer> seriesId = series.findId(key);
        if (found.isEmpty() || seriesId.isEmpty()) {
            return Map.of();
        }
        Members members = areas.members(found.get().id(), key.geography());
        Map<AreaCode, Observation> observations = new TreeMap<>();
        sql.forEach(
                """
                select area_id, value_state, value_number, numerator_state, numerator_number,
                    denominator_state, denominator_number, flags
                from observation
                where series_id = ? and area_id between ? and ?
                """,
                parameters ->
                        parameters.add(seriesId.get()).add(members.lowestId()).add(members.highestId()),
                row -> {
                    OptionalInt position = members.position(row.getInt(1));
                    if (position.isPresent()) {
                        AreaCode code = members.code(position.getAsInt());
                        observations.put(code, readObservation(row, key, code));
                    }
                });
        return Collections.unmodifiableMap(observations);
    }

    @Override
    public Map<SeriesKey, Map<AreaCode, Observation>> listExact(Collection<SeriesKey> keys, ExtentName extent) {
        Map<SeriesKey, Map<AreaCode, Observation>> all = new LinkedHashMap<>();
        keys.forEach(key -> all.put(key, listExact(key, extent)));
        return all;
    }

    private static Indicator readIndicator(ResultSet row) throws SQLException {
        return new Indicator(
                new IndicatorId(row.getString(1)),
                row.getString(2),
                row.getString(3),
                Polarity.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                Sensitivity.valueOf(row.getString(10)));
    }

    private static Observation readObservation(ResultSet row, SeriesKey key, AreaCode code) throws SQLException {
        Value value = ValueColumns.read(row, 2);
        Value numerator = ValueColumns.read(row, 4);
        Value denominator = ValueColumns.read(row, 6);
        return new Observation(key, code, value, ValueColumns.flags(row.getString(8)), numerator, denominator);
    }
}
