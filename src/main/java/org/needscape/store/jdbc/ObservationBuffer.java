package org.needscape.store.jdbc;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.indicator.Observation;
import org.needscape.indicator.SeriesKey;

/**
 * Collects observations and writes them series by series. Files come area by area, pages and methods read series by series: rows
 * that lie as they are read are read three times as fast.
 */
final class ObservationBuffer {

    /** Enough for long runs of one series, little enough (some tens of megabytes) for a small heap. */
    private static final int MAX_WAITING = 100_000;

    private static final Columns OBSERVATION = Columns.of(
            "observation",
            "value_state",
            "value_number",
            "numerator_state",
            "numerator_number",
            "denominator_state",
            "denominator_number",
            "flags",
            "dataset_id",
            "series_id",
            "area_id");

    private final Sql sql;
    private final AreaIndex areas;
    private final SeriesIndex series;
    private final ContentHashes hashes;
    private final Map<Integer, Map<Integer, Waiting>> waitingBySeries = new LinkedHashMap<>();
    private final Map<Integer, BitSet> presentAreas = new HashMap<>();
    private int waitingCount;

    ObservationBuffer(Sql sql, AreaIndex areas, SeriesIndex series, ContentHashes hashes) {
        this.sql = sql;
        this.areas = areas;
        this.series = series;
        this.hashes = hashes;
    }

    private record Waiting(int seriesId, int areaId, long dataset, Observation observation) {}

    void add(long dataset, Collection<Observation> observations) {
        for (Observation observation : observations) {
            int areaId = areaId(observation.series().geography(), observation.area());
            int seriesId = seriesId(observation.series());
            Map<Integer, Waiting> waiting = waitingBySeries.computeIfAbsent(seriesId, id -> new HashMap<>());
            if (waiting.put(areaId, new Waiting(seriesId, areaId, dataset, observation)) == null) {
                waitingCount++;
            }
            if (waitingCount >= MAX_WAITING) {
                flush();
            }
        }
    }

    /** Writes what is waiting. */
    void flush() {
        waitingBySeries.forEach((seriesId, waiting) -> {
            if (!waiting.isEmpty()) {
                hashes.seriesChanged(seriesId);
                write(presentAreas.computeIfAbsent(seriesId, this::listPresentAreas), waiting);
                waiting.clear();
            }
        });
        waitingCount = 0;
    }

    /** Observations of a series were deleted. */
    void forget(int seriesId) {
        presentAreas.remove(seriesId);
    }

    private void write(BitSet present, Map<Integer, Waiting> waiting) {
        List<Waiting> inOrder =
                waiting.keySet().stream().sorted().map(waiting::get).toList();
        List<Waiting> replacing =
                inOrder.stream().filter(item -> present.get(item.areaId())).toList();
        List<Waiting> adding =
                inOrder.stream().filter(item -> !present.get(item.areaId())).toList();
        sql.batch(
                """
                update observation
                set value_state = ?, value_number = ?, numerator_state = ?, numerator_number = ?,
                    denominator_state = ?, denominator_number = ?, flags = ?, dataset_id = ?
                where series_id = ? and area_id = ?
                """,
                replacing,
                ObservationBuffer::bind);
        sql.addRows(OBSERVATION, adding, ObservationBuffer::bind);
        adding.forEach(item -> present.set(item.areaId()));
    }

    private static void bind(Row row, Waiting item) throws SQLException {
        Observation observation = item.observation();
        ValueColumns.bind(row, observation.value());
        ValueColumns.bind(row, observation.numerator());
        ValueColumns.bind(row, observation.denominator());
        row.add(ValueColumns.letters(observation.flags()))
                .add(item.dataset())
                .add(item.seriesId())
                .add(item.areaId());
    }

    private BitSet listPresentAreas(int seriesId) {
        BitSet present = new BitSet();
        sql.forEach(
                """
                select area_id
                from observation
                where series_id = ?
                """,
                parameters -> parameters.add(seriesId),
                row -> present.set(row.getInt(1)));
        return present;
    }

    private int areaId(Geography geography, AreaCode code) {
        Integer id = areas.ids(geography).get(code);
        if (id == null) {
            throw new IllegalArgumentException("The store has no area " + code + " (" + geography + ").");
        }
        return id;
    }

    private int seriesId(SeriesKey key) {
        return series.findId(key).orElseGet(() -> {
            requireIndicator(key);
            int id = series.add(key);
            presentAreas.put(id, new BitSet());
            return id;
        });
    }

    private void requireIndicator(SeriesKey key) {
        List<Boolean> found = sql.list(
                """
                select id
                from indicator
                where id = ?
                """,
                parameters -> parameters.add(key.indicator().value()),
                row -> true);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("The store has no indicator " + key.indicator() + ".");
        }
    }
}
