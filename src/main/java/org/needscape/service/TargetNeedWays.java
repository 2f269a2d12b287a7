package org.needscape.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerKind;
import org.needscape.need.RankOutlook;
import org.needscape.need.RankUncertainty;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * Other ways to measure the need that a set of target areas was suggested by: by other scoring methods, by the figures of other years,
 * and by ranks drawn anew, once each.
 */
final class TargetNeedWays {

    private static final int MOST_METHODS = 6;
    private static final int MOST_YEARS = 4;
    private static final int DRAWS = 20;

    private final Store store;
    private final LayerService layers;
    private final ProtectedObservations observations;
    private final Adjacency adjacency;

    TargetNeedWays(Store store, LayerService layers, ProtectedObservations observations, Adjacency adjacency) {
        this.store = store;
        this.layers = layers;
        this.observations = observations;
        this.adjacency = adjacency;
    }

    /**
     * A way to measure need.
     *
     * @param kind {@code method}, {@code year} or {@code draw}
     * @param title for people
     * @param needs by area; an area that is missing is not known that way
     */
    record Way(String kind, String title, Map<AreaCode, Double> needs) {

        Way {
            needs = Map.copyOf(needs);
        }

        static Way of(String kind, String title, Map<AreaCode, Value> values) {
            Map<AreaCode, Double> needs = new TreeMap<>();
            values.forEach((area, value) -> value.number().ifPresent(number -> needs.put(area, number)));
            return new Way(kind, title, needs);
        }
    }

    /** The ways that there are for a measure, those without any known value left out. */
    List<Way> list(TargetGround ground, TargetNeed need) {
        List<Way> ways = new ArrayList<>();
        boolean areChildren = need.code().equals(TargetNeeds.CHILDREN);
        if (areChildren || need.code().equals(TargetNeeds.AREAS)) {
            ways.addAll(methods(ground, areChildren));
            ways.addAll(store.read(session -> scores(session, ground, areChildren)));
        } else if (need.code().startsWith(TargetNeeds.HELP_PREFIX)) {
            ways.addAll(store.read(session -> help(session, ground, need)));
        } else {
            ways.addAll(shares(ground, need));
        }
        ways.removeIf(way -> way.needs().isEmpty());
        return ways;
    }

    private List<LayerHeading> headings(TargetGround ground) {
        Geography geography = ground.need().geography();
        return layers.list(Optional.of(ground.frame().extent().name())).stream()
                .filter(heading -> heading.geography().equals(geography))
                .toList();
    }

    private List<Way> methods(TargetGround ground, boolean areChildren) {
        return headings(ground).stream()
                .filter(heading -> heading.kind() == LayerKind.NEED
                        && heading.key().startsWith(AppliedMethod.KEY_PREFIX)
                        && !heading.id().equals(ground.need().id()))
                .limit(MOST_METHODS)
                .map(heading -> highest(ground, areChildren, "method", heading.title(), layers.get(heading.id())))
                .toList();
    }

    private static Way highest(TargetGround ground, boolean areChildren, String kind, String title, Layer layer) {
        return highest(ground, areChildren, kind, title, ground.withNeed(layer).highestNeedChances());
    }

    private static Way highest(
            TargetGround ground, boolean areChildren, String kind, String title, Map<AreaCode, Double> chances) {
        return areChildren ? Way.of(kind, title, ground.childrenBy(chances)) : new Way(kind, title, chances);
    }

    private List<Way> scores(StoreSession session, TargetGround ground, boolean areChildren) {
        ExtentName extent = ground.frame().extent().name();
        Geography geography = ground.need().geography();
        SeriesCatalog catalog = SeriesCatalog.of(session, observations, extent);
        NeedTables tables = new NeedTables(observations, adjacency);
        List<Way> ways = new ArrayList<>();
        DefaultMethod.find(catalog, geography, Optional.empty()).ifPresent(applied -> {
            NeedTable latest = tables.of(session, ground.frame(), applied, Optional.empty());
            latest.periods().stream()
                    .filter(period -> !period.equals(latest.layer().period()))
                    .limit(MOST_YEARS)
                    .flatMap(period -> DefaultMethod.find(catalog, geography, Optional.of(new Period(period))).stream()
                            .map(other -> highest(
                                    ground,
                                    areChildren,
                                    "year",
                                    "Figures of " + period,
                                    tables.of(session, ground.frame(), other, Optional.empty())
                                            .layer())))
                    .forEach(ways::add);
            for (int draw = 1; draw <= DRAWS; draw++) {
                String title = "Ranks drawn anew, " + draw + " of " + DRAWS;
                ways.add(highest(ground, areChildren, "draw", title, drawn(latest.score(), draw)));
            }
        });
        return ways;
    }

    /** Of one draw of the ranks, 1 for the areas of its highest-need tenth and 0 for others. */
    private static Map<AreaCode, Double> drawn(NeedScore score, int draw) {
        RankOutlook outlook = RankUncertainty.of(
                score.matrix(),
                score.columns().scored(),
                score.columns().counted(),
                RankUncertainty.Settings.of(1, draw).withThreads(1));
        Map<AreaCode, Double> drawn = new LinkedHashMap<>();
        outlook.rows().forEach(row -> row.highestNeedTenth().number().ifPresent(among -> drawn.put(row.area(), among)));
        return drawn;
    }

    private List<Way> help(StoreSession session, TargetGround ground, TargetNeed need) {
        SeriesCatalog catalog =
                SeriesCatalog.of(session, observations, ground.frame().extent().name());
        return ground.help().stream()
                .filter(help -> need.code()
                        .equals(TargetNeeds.HELP_PREFIX + help.measure().code()))
                .flatMap(help -> catalog.list(help.measure(), ground.need().geography()).stream()
                        .map(series -> series.key().period())
                        .filter(period -> !period.equals(help.period()))
                        .limit(MOST_YEARS)
                        .map(period -> {
                            Map<AreaCode, Value> values = new TreeMap<>();
                            ground.frame().names().keySet().forEach(area -> values.put(area, help.shown(period, area)));
                            return Way.of("year", "Counts of " + period, values);
                        }))
                .toList();
    }

    private List<Way> shares(TargetGround ground, TargetNeed need) {
        String indicator = "indicator-" + need.code().substring(TargetNeeds.INDICATOR_PREFIX.length()) + "-";
        return headings(ground).stream()
                .filter(heading -> heading.key().startsWith(indicator)
                        && !heading.id().equals(need.layer().id())
                        && heading.title().startsWith(need.layer().valueLabel() + ","))
                .limit(MOST_YEARS)
                .map(heading -> Way.of(
                        "year", "Shares of " + heading.period(), TargetNeeds.shares(ground, layers.get(heading.id()))))
                .toList();
    }
}
