package org.needscape.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.needscape.area.Extent;
import org.needscape.area.Geography;
import org.needscape.geoio.layer.LayerJson;
import org.needscape.indicator.Indicator;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerId;
import org.needscape.layer.LayerKind;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.ResultStore;
import org.needscape.store.StoreSession;

/** Finds out which layers an extent has, in the order in which they are listed. */
final class LayerSources {

    private final ProtectedObservations observations;
    private final DecileLayer deciles;
    private final IndicatorLayer measures;

    LayerSources(ProtectedObservations observations) {
        this.observations = observations;
        this.deciles = new DecileLayer(observations);
        this.measures = new IndicatorLayer(observations);
    }

    /** The layers of an extent: deprivation, circumstances, need, help given, need beside response, hotspots, target areas. */
    List<LayerSource> list(StoreSession session, Extent extent) {
        boolean extentInIds = session.areas().listExtents().size() > 1;
        SeriesCatalog catalog = SeriesCatalog.of(session, observations, extent.name());
        List<LayerSource> sources = new ArrayList<>();
        for (StoredSeries series : catalog.all()) {
            if (SeriesCatalog.measureOf(series).isPresent()) {
                continue; // counts are shown as rates, which are kept results
            }
            sources.add(
                    series.key().indicator().equals(SeriesCatalog.IMD_DECILE)
                            ? new OfDeciles(deciles, catalog, series, decileHeading(extent, series, extentInIds))
                            : new OfMeasure(
                                    measures, catalog, series, measureHeading(extent, catalog, series, extentInIds)));
        }
        Map<String, Layer> kept = new LinkedHashMap<>();
        Map<String, ResultStore.Heading> results = new LinkedHashMap<>();
        for (ResultStore.Heading result : session.results().list(extent.name())) {
            if (!GradientService.isGradient(result.key())
                    && !KeptRuns.isRun(result.key())
                    && !KeptSuggestions.isSuggestion(result.key())) {
                results.put(result.key(), result);
                kept.put(result.key(), read(session, result));
            }
        }
        addSureness(sources, extent, results, kept, extentInIds);
        SparseRates sparse = new SparseRates(kept, extent, extentInIds);
        results.forEach((key, result) -> sources.add(new Kept(
                result,
                keptHeading(
                        extent, result, Objects.requireNonNull(kept.get(key)), extentInIds, sparse.insteadOf(key)))));
        addTargets(session, sources, extent, extentInIds);
        sources.sort(Comparator.comparing(
                LayerSource::heading,
                Comparator.comparingInt(LayerSources::order)
                        .thenComparing(LayerHeading::theme)
                        .thenComparing(LayerHeading::title)));
        return sources;
    }

    /** A layer that is kept for those who know its key and stands in no list. */
    Optional<LayerSource> findUnlisted(StoreSession session, Extent extent, String key) {
        if (!key.startsWith(KeptRuns.LAYER_PREFIX)) {
            return Optional.empty();
        }
        boolean extentInIds = session.areas().listExtents().size() > 1;
        return session.results()
                .find(extent.name(), key)
                .map(result -> new ResultStore.Heading(
                        extent.name(), key, result.position(), result.title(), result.inputHash()))
                .map(result -> new Kept(
                        result, keptHeading(extent, result, read(session, result), extentInIds, Optional.empty())));
    }

    private static void addSureness(
            List<LayerSource> sources,
            Extent extent,
            Map<String, ResultStore.Heading> results,
            Map<String, Layer> kept,
            boolean extentInIds) {
        results.forEach((key, result) -> {
            for (SurenessLayers sureness : SurenessLayers.values()) {
                Layer score = Objects.requireNonNull(kept.get(key));
                sureness.keyOf(score, key).ifPresent(own -> {
                    LayerHeading heading = new LayerHeading(
                            layerId(own, extent, extentInIds),
                            own,
                            sureness.title(score.title()),
                            score.kind(),
                            extent,
                            score.geography(),
                            sureness.unit(),
                            score.period(),
                            "",
                            Optional.empty());
                    sources.add(new OfSureness(sureness, result, heading));
                });
            }
        });
    }

    /** The target areas of boards, of the boundaries that they were chosen in, as far as those are loaded. */
    private static void addTargets(
            StoreSession session, List<LayerSource> sources, Extent extent, boolean extentInIds) {
        List<Geography> loaded = session.areas().listGeographies(extent.name());
        for (TargetLayer target : TargetLayer.standing(session.targetSets().list(extent.name()))) {
            target.geography().filter(loaded::contains).ifPresent(geography -> {
                LayerHeading heading = new LayerHeading(
                        layerId(target.key(), extent, extentInIds),
                        target.key(),
                        target.title(),
                        LayerKind.TARGET,
                        extent,
                        geography,
                        target.unit(),
                        target.period(),
                        "",
                        Optional.empty());
                sources.add(new OfTarget(target, heading));
            });
        }
    }

    private static int order(LayerHeading heading) {
        return switch (heading.kind()) {
            case DEPRIVATION -> heading.key().startsWith("imd-decile-") ? 0 : 1;
            case INDICATOR -> 2;
            case NEED -> heading.key().startsWith(AppliedMethod.KEY_PREFIX) ? 3 : 4;
            case RATE -> 5;
            case GAP -> 6;
            case HOTSPOT -> 7;
            case TARGET -> 8;
        };
    }

    private static LayerHeading decileHeading(Extent extent, StoredSeries series, boolean extentInIds) {
        return heading(
                extent,
                extentInIds,
                DecileLayer.key(series),
                DecileLayer.title(series),
                LayerKind.DEPRIVATION,
                series,
                "decile",
                "");
    }

    private static LayerHeading measureHeading(
            Extent extent, SeriesCatalog catalog, StoredSeries series, boolean extentInIds) {
        Indicator indicator = catalog.definition(series);
        return heading(
                extent,
                extentInIds,
                IndicatorLayer.key(series),
                IndicatorLayer.title(series, indicator),
                IndicatorLayer.kind(series),
                series,
                indicator.unit(),
                indicator.theme().equals(Indicator.NOT_STATED) ? "" : indicator.theme());
    }

    private static LayerHeading heading(
            Extent extent,
            boolean extentInIds,
            String key,
            String title,
            LayerKind kind,
            StoredSeries series,
            String unit,
            String theme) {
        return new LayerHeading(
                layerId(key, extent, extentInIds),
                key,
                title,
                kind,
                extent,
                series.key().geography(),
                unit,
                series.key().period().text(),
                theme,
                Optional.empty());
    }

    private static LayerHeading keptHeading(
            Extent extent,
            ResultStore.Heading kept,
            Layer layer,
            boolean extentInIds,
            Optional<LayerHeading.Instead> opensAs) {
        return new LayerHeading(
                layerId(kept.key(), extent, extentInIds),
                kept.key(),
                kept.title(),
                layer.kind(),
                extent,
                layer.geography(),
                layer.unit(),
                layer.period(),
                "",
                opensAs);
    }

    static LayerId layerId(String key, Extent extent, boolean extentInIds) {
        return new LayerId(extentInIds ? key + "@" + extent.name() : key);
    }

    private static Layer read(StoreSession session, ResultStore.Heading kept) {
        return session.results()
                .find(kept.extent(), kept.key())
                .map(result -> LayerJson.read(result.content()))
                .orElseThrow(() -> new NotFoundException("There is no layer " + kept.key() + " any more."));
    }

    private record OfDeciles(DecileLayer builder, SeriesCatalog catalog, StoredSeries series, LayerHeading heading)
            implements LayerSource {

        @Override
        public Layer load(StoreSession session) {
            return builder.build(
                    session, AreaFrame.load(session, heading.extent(), heading.geography()), catalog, series);
        }
    }

    private record OfMeasure(IndicatorLayer builder, SeriesCatalog catalog, StoredSeries series, LayerHeading heading)
            implements LayerSource {

        @Override
        public Layer load(StoreSession session) {
            return builder.build(
                    session,
                    AreaFrame.load(session, heading.extent(), heading.geography()),
                    series,
                    catalog.definition(series));
        }
    }

    private record OfSureness(SurenessLayers sureness, ResultStore.Heading score, LayerHeading heading)
            implements LayerSource {

        @Override
        public Layer load(StoreSession session) {
            return sureness.of(read(session, score).in(heading.id(), heading.extent()), heading.id());
        }
    }

    private record OfTarget(TargetLayer target, LayerHeading heading) implements LayerSource {

        @Override
        public Layer load(StoreSession session) {
            return target.build(AreaFrame.load(session, heading.extent(), heading.geography()), heading.id());
        }
    }

    private record Kept(ResultStore.Heading result, LayerHeading heading) implements LayerSource {

        @Override
        public Layer load(StoreSession session) {
            return read(session, result).in(heading.id(), heading.extent());
        }
    }
}
