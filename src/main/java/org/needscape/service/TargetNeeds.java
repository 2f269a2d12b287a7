package org.needscape.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;

/**
 * The measures of need by which target areas of an extent can be suggested: children in the areas with most need, those areas
 * themselves, help that is received, and children in the circumstances of a layer of shares.
 */
final class TargetNeeds {

    static final String CHILDREN = "children-highest-need";
    static final String AREAS = "areas-highest-need";
    static final String HELP_PREFIX = "help-";
    static final String INDICATOR_PREFIX = "indicator-";

    private static final double PERCENT = 100;

    private final LayerService layers;
    private final ExtentName extent;
    private final TargetGround ground;
    private final Map<String, LayerHeading> headings = new LinkedHashMap<>();
    private final List<TargetNeed> needs = new ArrayList<>();

    private TargetNeeds(LayerService layers, TargetGround ground) {
        this.layers = layers;
        this.extent = ground.frame().extent().name();
        this.ground = ground;
        layers.list(Optional.of(extent)).forEach(heading -> headings.put(heading.key(), heading));
    }

    /** The measures, the usual one first; each has a value that is known. */
    static List<TargetNeed> list(LayerService layers, SeriesCatalog catalog, TargetGround ground) {
        TargetNeeds list = new TargetNeeds(layers, ground);
        list.addHighestNeed();
        ground.help().forEach(list::addHelp);
        list.addShares(catalog);
        return List.copyOf(list.needs);
    }

    private void addHighestNeed() {
        boolean areChancesKnown = !ground.chances().isEmpty();
        Map<AreaCode, Double> chances = ground.highestNeedChances();
        String tenth = "the tenth of the county's areas with most need";
        String counts = areChancesKnown
                ? "Each area counts by the chance that it is in " + tenth + "."
                : "An area that is ranked in " + tenth
                        + " counts in full and others for nothing: chances are not known.";
        add(
                CHILDREN,
                areChancesKnown
                        ? "Children in the areas with most need, by chance"
                        : "Children in the areas ranked in the highest-need tenth",
                "children",
                "Children aged 0 to 17 (" + ground.childrenPeriod() + "). " + counts,
                ground.childrenBy(chances),
                ground.need());
        Map<AreaCode, Value> areas = new TreeMap<>();
        ground.frame().names().keySet().forEach(area -> {
            Double chance = chances.get(area);
            areas.put(area, chance == null ? Value.notAvailable() : Value.known(chance));
        });
        add(
                AREAS,
                areChancesKnown ? "Areas with most need, by chance" : "Areas ranked in the highest-need tenth",
                "areas",
                counts,
                areas,
                ground.need());
    }

    private void addHelp(TargetGround.Help help) {
        Map<AreaCode, Value> values = new TreeMap<>();
        ground.frame().names().keySet().forEach(area -> values.put(area, help.shown(area)));
        Map<AreaCode, Value> districts = new TreeMap<>();
        ground.districts()
                .forEach((code, district) -> districts.put(code, help.counts().district(help.period(), district)));
        layer(RateSubjects.key(help.measure(), help.period()))
                .ifPresent(layer -> add(new TargetNeed(
                        HELP_PREFIX + help.measure().code(),
                        help.measure().label() + " (" + help.period() + ")",
                        help.measure().counted(),
                        "The counts of " + help.period()
                                + " as they are shown. Where a count is hidden to protect children,"
                                + " it is not known, and the area is not suggested. Help that is received is not need:"
                                + " where need is not met, few receive it.",
                        values,
                        districts,
                        help.counts().extent(help.period(), extent),
                        layer)));
    }

    private void addShares(SeriesCatalog catalog) {
        DefaultMethod.factors(catalog, ground.need().geography(), Optional.empty())
                .forEach(series -> {
                    Indicator indicator = catalog.definition(series);
                    boolean isShareOfChildren = indicator
                                    .unit()
                                    .toLowerCase(Locale.ROOT)
                                    .equals("percent")
                            && indicator.denominator().toLowerCase(Locale.ROOT).startsWith("children")
                            && indicator.polarity() == Polarity.HIGHER_IS_MORE_NEED;
                    if (isShareOfChildren) {
                        layer(IndicatorLayer.key(series))
                                .filter(layer -> layer.kind() == LayerKind.INDICATOR)
                                .ifPresent(layer ->
                                        addShare(series.key().indicator().value(), indicator, layer));
                    }
                });
    }

    private void addShare(String id, Indicator indicator, Layer layer) {
        add(
                INDICATOR_PREFIX + id,
                indicator.label() + ", as a number of children",
                "children",
                "An estimate: children aged 0 to 17 (" + ground.childrenPeriod() + ") times the share that the layer "
                        + layer.title() + " shows, which is one of: " + indicator.denominator() + ".",
                shares(ground, layer),
                layer);
    }

    /** Children times a share in percent. */
    static Map<AreaCode, Value> shares(TargetGround ground, Layer layer) {
        Map<AreaCode, Value> values = new TreeMap<>();
        for (LayerRow row : layer.rows()) {
            Value children = ground.children().getOrDefault(row.code(), Value.notAvailable());
            values.put(
                    row.code(),
                    children.number().isPresent()
                            ? row.value()
                                    .map(percent -> percent
                                            / PERCENT
                                            * children.number().getAsDouble())
                            : children);
        }
        return values;
    }

    private void add(String code, String title, String unit, String note, Map<AreaCode, Value> values, Layer layer) {
        Map<AreaCode, Value> districts = new TreeMap<>();
        for (AreaId district : ground.districts().values()) {
            districts.put(district.code(), known(ground.areasOf(district), values));
        }
        Value county = known(values.keySet(), values);
        add(new TargetNeed(code, title, unit, note, values, districts, county, layer));
    }

    /** The sum of what is known of areas; not known where nothing is. */
    private static Value known(Collection<AreaCode> areas, Map<AreaCode, Value> values) {
        List<Value> known = areas.stream()
                .map(area -> values.getOrDefault(area, Value.notAvailable()))
                .filter(Value::isKnown)
                .toList();
        return known.isEmpty() ? Value.notAvailable() : ValueArithmetic.sum(known);
    }

    private void add(TargetNeed need) {
        boolean isKnown = need.values().values().stream().anyMatch(Value::isKnown);
        boolean isNegative =
                need.values().values().stream().anyMatch(value -> value.number().orElse(0) < 0);
        if (isKnown && !isNegative) {
            needs.add(need);
        }
    }

    private Optional<Layer> layer(String key) {
        return Optional.ofNullable(headings.get(key)).map(heading -> layers.get(heading.id()));
    }
}
