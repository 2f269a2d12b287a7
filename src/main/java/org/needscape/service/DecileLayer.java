package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.layer.LegendClass;
import org.needscape.layer.Ramp;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/** The national deprivation decile of each area: {@code imd-decile-2019}. */
final class DecileLayer {

    private final ProtectedObservations observations;

    DecileLayer(ProtectedObservations observations) {
        this.observations = observations;
    }

    static String key(StoredSeries deciles) {
        return "imd-decile-" + deciles.key().period().slug();
    }

    static String title(StoredSeries deciles) {
        return "Index of Multiple Deprivation decile, " + deciles.key().period();
    }

    ManifestBuilder manifest(StoreSession session, AreaFrame frame, SeriesCatalog catalog, StoredSeries deciles) {
        ManifestBuilder manifest = new ManifestBuilder(
                        "National deprivation deciles as published, with rank and score; children"
                                + " living in the most deprived fifth from the population estimates of the nearest year.")
                .areas(frame);
        for (StoredSeries part : parts(catalog, deciles)) {
            manifest.input(session, part.datasets(), part.contentHash());
        }
        return manifest;
    }

    Layer build(StoreSession session, AreaFrame frame, SeriesCatalog catalog, StoredSeries deciles) {
        List<StoredSeries> parts = parts(catalog, deciles);
        Map<SeriesKey, Map<AreaCode, Value>> values = observations.listValues(
                session,
                parts.stream().map(StoredSeries::key).toList(),
                frame.extent().name());
        Map<AreaCode, Value> decileOf = values.getOrDefault(deciles.key(), Map.of());
        Map<AreaCode, Value> rankOf = partOf(values, find(catalog, SeriesCatalog.IMD_RANK, deciles));
        Map<AreaCode, Value> scoreOf = partOf(values, find(catalog, SeriesCatalog.IMD_SCORE, deciles));
        Optional<StoredSeries> children = children(catalog, deciles);
        Map<AreaCode, Value> childrenOf = partOf(values, children);

        List<LayerRow> rows = new ArrayList<>();
        List<Value> all = new ArrayList<>();
        frame.names().forEach((code, name) -> {
            Value decile = decileOf.getOrDefault(code, Value.notAvailable());
            all.add(decile);
            rows.add(new LayerRow(
                    code,
                    name,
                    frame.districtOf(code),
                    decile,
                    decile.number().isPresent()
                            ? Integer.toString((int) decile.number().getAsDouble())
                            : decile.state().code(),
                    List.of(
                            Cell.of(rankOf.getOrDefault(code, Value.notAvailable())),
                            Cell.of(scoreOf.getOrDefault(code, Value.notAvailable())))));
        });
        ManifestBuilder manifest = manifest(session, frame, catalog, deciles);
        return new Layer(
                frame.layerId(key(deciles)),
                title(deciles),
                LayerKind.DEPRIVATION,
                frame.extent(),
                frame.geography(),
                deciles.key().period().text(),
                "decile",
                0,
                "Deprivation decile (1 = most deprived tenth)",
                sentence(frame, decileOf, childrenOf, children),
                List.of(
                        new LayerColumn(
                                "rank",
                                "IMDRANK",
                                "Rank in England (1 = most deprived)",
                                LayerColumn.Type.WHOLE_NUMBER,
                                "rank",
                                0),
                        new LayerColumn(
                                "score",
                                "IMDSCORE",
                                "Index of Multiple Deprivation score",
                                LayerColumn.Type.NUMBER,
                                "score",
                                3)),
                legend(all),
                Cautions.of(frame.extent(), Cautions.SAME_EDITION),
                manifest.build(),
                manifest.release(),
                rows);
    }

    private static List<LegendClass> legend(List<Value> deciles) {
        List<LegendClass> legend = new ArrayList<>();
        for (int decile = 1; decile <= 10; decile++) {
            double wanted = decile;
            int count = (int) deciles.stream()
                    .filter(value -> value.isKnown() && value.number().getAsDouble() == wanted)
                    .count();
            String label =
                    switch (decile) {
                        case 1 -> "1, most deprived tenth";
                        case 10 -> "10, least deprived tenth";
                        default -> Integer.toString(decile);
                    };
            legend.add(new LegendClass(Integer.toString(decile), label, Ramp.colour(decile, 10), count));
        }
        legend.addAll(ValueClasses.states(deciles));
        return legend;
    }

    private static String sentence(
            AreaFrame frame,
            Map<AreaCode, Value> decileOf,
            Map<AreaCode, Value> childrenOf,
            Optional<StoredSeries> children) {
        int areas = frame.names().size();
        int inFifth = 0;
        double childrenInFifth = 0;
        double childrenInAll = 0;
        for (AreaCode code : frame.names().keySet()) {
            double decile =
                    decileOf.getOrDefault(code, Value.notAvailable()).number().orElse(11);
            double living =
                    childrenOf.getOrDefault(code, Value.notAvailable()).number().orElse(0);
            childrenInAll += living;
            if (decile <= 2) {
                inFifth++;
                childrenInFifth += living;
            }
        }
        String text = inFifth + " of " + areas + " areas are in England's most deprived fifth"
                + (frame.extent().fictional() ? " by their fictional ranks" : "");
        if (childrenInAll <= 0 || children.isEmpty()) {
            return text + ".";
        }
        long per100 = Math.round(100 * childrenInFifth / childrenInAll);
        return text + "; " + per100 + " in 100 of the children aged 0 to 17 live there and " + (100 - per100)
                + " live elsewhere (population of " + children.get().key().period() + ").";
    }

    private static List<StoredSeries> parts(SeriesCatalog catalog, StoredSeries deciles) {
        List<StoredSeries> parts = new ArrayList<>();
        parts.add(deciles);
        find(catalog, SeriesCatalog.IMD_RANK, deciles).ifPresent(parts::add);
        find(catalog, SeriesCatalog.IMD_SCORE, deciles).ifPresent(parts::add);
        children(catalog, deciles).ifPresent(parts::add);
        return parts;
    }

    private static Optional<StoredSeries> find(
            SeriesCatalog catalog, org.needscape.indicator.IndicatorId id, StoredSeries deciles) {
        return catalog.find(id, deciles.key().geography(), deciles.key().period());
    }

    private static Optional<StoredSeries> children(SeriesCatalog catalog, StoredSeries deciles) {
        return catalog.findChildren(deciles.key().geography(), deciles.key().period());
    }

    private static Map<AreaCode, Value> partOf(
            Map<SeriesKey, Map<AreaCode, Value>> values, Optional<StoredSeries> part) {
        return part.map(stored -> values.getOrDefault(stored.key(), Map.of())).orElse(Map.of());
    }
}
