package org.needscape.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Extent;
import org.needscape.area.Geography;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;
import org.needscape.protection.CountView;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;
import org.needscape.targeting.decision.Standing;

/**
 * What a board stands on when it chooses: need, hotspots, children and help of every area of a county, all as layers and pages show them.
 *
 * @param frame the areas
 * @param need the layer of need by the default scoring method
 * @param hotspots the layer of its hotspots; none where there is none
 * @param children aged 0 to 17
 * @param childrenPeriod of their number; empty without one
 * @param help the latest counts of each measure
 * @param graph which areas touch
 */
record TargetGround(
        AreaFrame frame,
        Layer need,
        Optional<Layer> hotspots,
        Map<AreaCode, Value> children,
        String childrenPeriod,
        List<Help> help,
        Adjacency.Graph graph) {

    private static final String RANK = "rank";
    private static final String PROBABILITY = "probability_highest_need_tenth";

    TargetGround {
        help = List.copyOf(help);
    }

    /**
     * Counts of a measure.
     *
     * @param period the latest
     * @param counts protected
     */
    record Help(Measure measure, Period period, CountView counts) {}

    /** @param need of small areas */
    static TargetGround load(
            StoreSession session,
            ProtectedObservations observations,
            Adjacency adjacency,
            Extent extent,
            Layer need,
            Optional<Layer> hotspots) {
        Geography geography = need.geography();
        AreaFrame frame = AreaFrame.load(session, extent, geography);
        SeriesCatalog catalog = SeriesCatalog.of(session, observations, extent.name());
        Optional<StoredSeries> population = catalog.findChildren(geography, new Period(need.period()));
        Map<AreaCode, Value> children = new TreeMap<>();
        population.ifPresent(series -> children.putAll(observations.listValues(session, series.key(), extent.name())));
        List<Help> help = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            catalog.list(measure, geography).stream()
                    .findFirst()
                    .ifPresent(series -> help.add(new Help(
                            measure,
                            series.key().period(),
                            observations.counts(session, measure.indicatorId(), geography))));
        }
        return new TargetGround(
                frame,
                need,
                hotspots,
                children,
                population.map(series -> series.key().period().text()).orElse(""),
                help,
                adjacency.get(session, extent.name(), geography));
    }

    /** The same with need scored otherwise. */
    TargetGround withNeed(Layer other) {
        return new TargetGround(frame, other, hotspots, children, childrenPeriod, help, graph);
    }

    /** The districts of the county by code. */
    Map<AreaCode, AreaId> districts() {
        Map<AreaCode, AreaId> districts = new TreeMap<>();
        frame.districts()
                .values()
                .forEach(parent -> districts.put(parent.parent().code(), parent.parent()));
        return districts;
    }

    /** The areas of a district. */
    Set<AreaCode> areasOf(AreaId district) {
        return frame.districts().entrySet().stream()
                .filter(entry -> entry.getValue().parent().equals(district))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What a decision of a district is held against. */
    Standing standing(AreaId district) {
        Set<AreaCode> within = areasOf(district);
        Map<AreaCode, Double> ranks = numbers(RANK);
        List<AreaCode> ranking = within.stream()
                .filter(ranks::containsKey)
                .sorted(Comparator.comparing((AreaCode code) -> ranks.getOrDefault(code, 0.0))
                        .thenComparing(code -> code))
                .toList();
        return new Standing(frame.names().keySet(), within, ranking);
    }

    /** The place of each area in the county, 1 for most need; those whose need is not known are absent. */
    Map<AreaCode, Double> ranks() {
        return numbers(RANK);
    }

    /** The chance of each area to be in the county's highest-need tenth, 0 to 1, as far as it is known. */
    Map<AreaCode, Double> chances() {
        return numbers(PROBABILITY);
    }

    private Map<AreaCode, Double> numbers(String column) {
        Map<AreaCode, Double> numbers = new LinkedHashMap<>();
        if (need.columns().stream().anyMatch(one -> one.name().equals(column))) {
            for (LayerRow row : need.rows()) {
                need.number(row, column).number().ifPresent(number -> numbers.put(row.code(), number));
            }
        }
        return numbers;
    }
}
