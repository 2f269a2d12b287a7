package org.needscape.service;

import java.util.ArrayList;
import java.util.Collections;
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
import org.needscape.indicator.ValueState;
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
 * @param basis what all of it rests on
 */
record TargetGround(
        AreaFrame frame,
        Layer need,
        Optional<Layer> hotspots,
        Map<AreaCode, Value> children,
        String childrenPeriod,
        List<Help> help,
        Adjacency.Graph graph,
        TargetBasis basis) {

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
     * @param rates of each period, latest first; none of a period without children to divide by
     */
    record Help(Measure measure, Period period, CountView counts, Map<Period, RateSubject> rates) {

        Help {
            rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
        }

        /** @param periods the series of the measure in the frame's geography, latest first, at least one */
        static Help load(
                StoreSession session,
                ProtectedObservations observations,
                AreaFrame frame,
                SeriesCatalog catalog,
                Measure measure,
                List<StoredSeries> periods) {
            CountView counts = observations.counts(session, measure.indicatorId(), frame.geography());
            RateSubjects subjects = new RateSubjects(observations, session, frame, catalog, measure, counts);
            Map<Period, RateSubject> rates = new LinkedHashMap<>();
            periods.forEach(series -> subjects.ofYear(series)
                    .ifPresent(subject -> rates.put(series.key().period(), subject)));
            return new Help(measure, periods.get(0).key().period(), counts, rates);
        }

        /** The latest count of an area as its layer shows it. */
        Value shown(AreaCode code) {
            return shown(period, code);
        }

        /** The count of an area as its layer shows it: hidden too where its rate is, which it would tell beside the children. */
        Value shown(Period of, AreaCode code) {
            return Optional.ofNullable(rates.get(of))
                    .map(subject -> RateLayer.rate(subject, code))
                    .filter(rate -> rate.state() == ValueState.SUPPRESSED)
                    .orElseGet(() -> counts.area(of, code));
        }
    }

    /**
     * Reads it.
     *
     * @param need of small areas
     * @param until the last period of help and children that is looked at; empty for the latest there is
     */
    static TargetGround load(
            StoreSession session,
            ProtectedObservations observations,
            Adjacency adjacency,
            Extent extent,
            Layer need,
            Optional<Layer> hotspots,
            Optional<Period> until) {
        Geography geography = need.geography();
        AreaFrame frame = AreaFrame.load(session, extent, geography);
        SeriesCatalog catalog = SeriesCatalog.of(session, observations, extent.name());
        Optional<StoredSeries> population =
                catalog.findChildren(geography, until.orElseGet(() -> new Period(need.period())));
        Map<AreaCode, Value> children = new TreeMap<>();
        population.ifPresent(series -> children.putAll(observations.listValues(session, series.key(), extent.name())));
        Map<String, List<StoredSeries>> used = new LinkedHashMap<>();
        used.put(
                "need",
                DefaultMethod.find(catalog, geography, Optional.empty())
                        .map(AppliedMethod::series)
                        .orElse(List.of()));
        used.put("children", population.stream().toList());
        List<Help> help = new ArrayList<>();
        List<StoredSeries> counted = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            List<StoredSeries> periods = catalog.list(measure, geography).stream()
                    .filter(series -> until.isEmpty() || series.key().period().compareTo(until.get()) <= 0)
                    .toList();
            if (!periods.isEmpty()) {
                help.add(Help.load(session, observations, frame, catalog, measure, periods));
                counted.add(periods.get(0));
            }
        }
        used.put("help", counted);
        return new TargetGround(
                frame,
                need,
                hotspots,
                children,
                population.map(series -> series.key().period().text()).orElse(""),
                help,
                adjacency.get(session, extent.name(), geography),
                TargetBasis.of(session, need, used));
    }

    /** The same with need scored otherwise. */
    TargetGround withNeed(Layer other) {
        return new TargetGround(frame, other, hotspots, children, childrenPeriod, help, graph, basis);
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

    /** The need score of each area, as far as it is known. */
    Map<AreaCode, Double> scores() {
        Map<AreaCode, Double> scores = new LinkedHashMap<>();
        for (LayerRow row : need.rows()) {
            row.value().number().ifPresent(score -> scores.put(row.code(), score));
        }
        return scores;
    }

    /** The place of each area in the county, 1 for most need; those whose need is not known are absent. */
    Map<AreaCode, Double> ranks() {
        return numbers(RANK);
    }

    /**
     * How far each area counts as one of the county's highest-need tenth: the chance that it is; where the need layer has no chances, 1 for
     * areas that are ranked in it and 0 for others. Areas whose need is not known are absent.
     */
    Map<AreaCode, Double> highestNeedChances() {
        Map<AreaCode, Double> chances = chances();
        if (!chances.isEmpty()) {
            return chances;
        }
        Map<AreaCode, Double> ranks = ranks();
        long tenth = highestNeedTenth(ranks);
        Map<AreaCode, Double> ranked = new TreeMap<>();
        ranks.forEach((area, rank) -> ranked.put(area, rank <= tenth ? 1.0 : 0.0));
        return ranked;
    }

    /** The children who count as in highest need: those of an area times how far it counts. Not available where one of the two is not known. */
    Map<AreaCode, Value> childrenInHighestNeed() {
        return childrenBy(highestNeedChances());
    }

    /** The children of each area times a share of it, 0 to 1; not available where one of the two is not known. */
    Map<AreaCode, Value> childrenBy(Map<AreaCode, Double> shares) {
        Map<AreaCode, Value> counted = new TreeMap<>();
        for (AreaCode area : frame.names().keySet()) {
            Double share = shares.get(area);
            Value here = children.getOrDefault(area, Value.notAvailable());
            counted.put(area, share == null ? Value.notAvailable() : here.map(number -> number * share));
        }
        return counted;
    }

    /** How many areas are the highest-need tenth of those that are ranked. */
    static long highestNeedTenth(Map<AreaCode, Double> ranks) {
        return Math.round(ranks.size() / 10.0);
    }

    /** The better end of the range in which each rank lay in nine of ten draws, as far as it is known. */
    Map<AreaCode, Double> ranksLow() {
        return numbers("rank_low");
    }

    /** Its other end. */
    Map<AreaCode, Double> ranksHigh() {
        return numbers("rank_high");
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
