package org.needscape.service;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Value;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.layer.Release;
import org.needscape.protection.ProtectedObservations;
import org.needscape.service.AreaProfile.Circumstance;
import org.needscape.service.AreaProfile.Deprivation;
import org.needscape.service.AreaProfile.Finding;
import org.needscape.service.AreaProfile.Gap;
import org.needscape.service.AreaProfile.Need;
import org.needscape.service.AreaProfile.Neighbour;
import org.needscape.service.AreaProfile.Rate;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.Store;

/** Gathers what the layers say of one area. It reads layers only, so it can show nothing that they do not. */
public final class ProfileService {

    private static final Set<LayerKind> ALWAYS_SHOWN = EnumSet.of(LayerKind.RATE, LayerKind.GAP, LayerKind.HOTSPOT);

    private final Store store;
    private final LayerService layers;
    private final ProtectedObservations observations;
    private final Adjacency adjacency;

    public ProfileService(Store store, LayerService layers, ProtectedObservations observations, Adjacency adjacency) {
        this.store = store;
        this.layers = layers;
        this.observations = observations;
        this.adjacency = adjacency;
    }

    /**
     * The profile of an area.
     *
     * @throws NotFoundException when the extent has no such area
     */
    public AreaProfile get(ExtentName extentName, Geography geography, AreaCode code) {
        AreaFrame frame = store.read(session -> AreaFrame.load(
                session,
                session.areas()
                        .findExtent(extentName)
                        .orElseThrow(() -> new NotFoundException("There is no extent " + extentName + ".")),
                geography));
        String name = frame.names().get(code);
        if (name == null) {
            throw new NotFoundException("The extent " + extentName + " has no area " + code + " (" + geography + ").");
        }
        List<Neighbour> neighbours =
                store.read(session -> adjacency.get(session, extentName, geography).neighboursOf(code).stream()
                        .map(other -> new Neighbour(other, frame.names().getOrDefault(other, other.value())))
                        .toList());
        List<Deprivation> deprivation = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<Circumstance> circumstances = new ArrayList<>();
        List<Rate> rates = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        Optional<Need> need = Optional.empty();
        Map<String, Indicator> definitions = circumstancesOf(extentName);
        for (LayerHeading heading : layers.list(Optional.of(extentName))) {
            boolean decile = heading.key().startsWith("imd-decile-");
            boolean circumstance = definitions.containsKey(heading.key());
            boolean score = heading.key().equals(AppliedMethod.KEY_PREFIX + DefaultMethod.ID);
            boolean wanted = decile || circumstance || score || ALWAYS_SHOWN.contains(heading.kind());
            if (!wanted || !heading.geography().equals(geography)) {
                continue;
            }
            Layer layer = layers.get(heading.id());
            Optional<LayerRow> row = layer.rows().stream()
                    .filter(candidate -> candidate.code().equals(code))
                    .findFirst();
            if (row.isEmpty()) {
                continue;
            }
            switch (heading.kind()) {
                case DEPRIVATION -> deprivation.add(0, deprivation(layer, row.get()));
                case INDICATOR ->
                    circumstances.add(
                            circumstance(layer, row.get(), Objects.requireNonNull(definitions.get(heading.key()))));
                case NEED -> need = Optional.of(need(layer, row.get()));
                case RATE -> rates.add(rate(layer, row.get()));
                case GAP -> gaps.add(gap(layer, row.get()));
                case HOTSPOT -> findings.add(finding(layer, row.get()));
                case TARGET -> throw new IllegalStateException("Choices of boards are no part of a profile.");
            }
        }
        return new AreaProfile(
                code,
                name,
                geography,
                frame.extent(),
                frame.districtOf(code),
                frame.districtNameOf(code),
                deprivation,
                findings,
                circumstances,
                need,
                rates,
                gaps,
                neighbours);
    }

    /** The definitions of measures that belong on a profile, by layer key: the need end is stated and they are no bare counts. */
    private Map<String, Indicator> circumstancesOf(ExtentName extent) {
        return store.read(session -> {
            Map<IndicatorId, Indicator> all = observations.listIndicators(session);
            Map<String, Indicator> byKey = new HashMap<>();
            for (StoredSeries series : observations.listSeries(session, extent)) {
                Indicator indicator = all.get(series.key().indicator());
                if (indicator != null
                        && !SeriesCatalog.isDeprivation(series)
                        && indicator.polarity() != Polarity.NOT_STATED
                        && !DisclosurePolicy.isCount(indicator)) {
                    byKey.put(IndicatorLayer.key(series), indicator);
                }
            }
            return byKey;
        });
    }

    private static Deprivation deprivation(Layer layer, LayerRow row) {
        Value rank = number(row, 0);
        int of = SeriesCatalog.rankedAreas(layer.geography());
        String sentence;
        if (row.value().isKnown()) {
            int decile = (int) row.value().number().getAsDouble();
            sentence = place(decile) + " of areas in England, " + layer.period() + "."
                    + (rank.isKnown()
                            ? String.format(
                                    Locale.UK,
                                    " Rank %,.0f of %,d.",
                                    rank.number().getAsDouble(),
                                    of)
                            : "")
                    + (layer.extent().fictional() ? " Fictional figures." : "");
        } else {
            sentence = "The deprivation decile of " + layer.period() + " is "
                    + row.value().state().words() + ".";
        }
        return new Deprivation(layer.period(), layer.id().value(), row.value(), rank, of, number(row, 1), sentence);
    }

    private static String place(int decile) {
        return switch (decile) {
            case 1 -> "Among the most deprived tenth";
            case 2 -> "In the second most deprived tenth";
            case 9 -> "In the second least deprived tenth";
            case 10 -> "Among the least deprived tenth";
            default -> "In decile " + decile + " (1 = most deprived tenth)";
        };
    }

    private static Circumstance circumstance(Layer layer, LayerRow row, Indicator indicator) {
        double[] known = layer.rows().stream()
                .filter(other -> other.value().isKnown())
                .mapToDouble(other -> other.value().number().getAsDouble())
                .toArray();
        java.util.DoubleSummaryStatistics range = java.util.Arrays.stream(known).summaryStatistics();
        boolean any = range.getCount() > 0;
        return new Circumstance(
                layer.id().value(),
                indicator.label(),
                row.value(),
                layer.unit(),
                layer.decimals(),
                layer.period(),
                any ? Value.known(range.getAverage()) : Value.notAvailable(),
                any ? Value.known(range.getMin()) : Value.notAvailable(),
                any ? Value.known(range.getMax()) : Value.notAvailable(),
                indicator.polarity().words());
    }

    private static Need need(Layer layer, LayerRow row) {
        Value rank = layer.number(row, "rank");
        int of = (int)
                layer.rows().stream().filter(other -> other.value().isKnown()).count();
        String sentence = rank.isKnown()
                ? String.format(
                        Locale.UK,
                        "Ranked %,.0f of %,d for need by the default scoring method (1 = most need). In 90 of 100 %s it would"
                                + " rank between %,.0f and %,.0f, and in %.0f of 100 be in the highest-need tenth.",
                        rank.number().getAsDouble(),
                        of,
                        MethodWords.cases(layer),
                        layer.number(row, "rank_low").number().orElseThrow(),
                        layer.number(row, "rank_high").number().orElseThrow(),
                        100
                                * layer.number(row, "probability_highest_need_tenth")
                                        .number()
                                        .orElseThrow())
                : "It has no need score: too few of its circumstances are known.";
        return new Need(
                layer.id().value(),
                row.value(),
                rank,
                of,
                layer.number(row, "decile"),
                layer.number(row, "coverage"),
                sentence);
    }

    private static Rate rate(Layer layer, LayerRow row) {
        return new Rate(
                layer.id().value(),
                layer.title(),
                row.value(),
                layer.unit(),
                number(row, 2),
                number(row, 3),
                layer.period(),
                layer.release().map(Release::marking).orElse(""));
    }

    private static Gap gap(Layer layer, LayerRow row) {
        return new Gap(
                layer.id().value(),
                layer.title(),
                layer.period(),
                row.value().isKnown() ? row.valueClass() : "",
                row.value(),
                row.cells().contains(Cell.of(GapLayer.SURE)),
                GapLayer.inWords(layer, row),
                layer.release().map(Release::marking).orElse(""));
    }

    private static Finding finding(Layer layer, LayerRow row) {
        return new Finding(layer.id().value(), layer.title(), row.valueClass(), HotspotLayer.inWords(row));
    }

    private static Value number(LayerRow row, int index) {
        return row.cells().get(index) instanceof Cell.OfNumber cell ? cell.value() : Value.notAvailable();
    }
}
