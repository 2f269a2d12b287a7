package org.needscape.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.geoio.layer.LayerJson;
import org.needscape.indicator.Period;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.need.CountedFactor;
import org.needscape.need.NeedFactor;
import org.needscape.need.Shrinkage;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.ResultStore;
import org.needscape.store.StoreSession;

/** Makes need matrices; the layer of the score is the kept one as long as that was made of the same things. */
final class NeedTables {

    private final ProtectedObservations observations;
    private final NeedLayer need;

    NeedTables(ProtectedObservations observations, Adjacency adjacency) {
        this.observations = observations;
        this.need = new NeedLayer(observations, adjacency);
    }

    /**
     * The table of a method.
     *
     * @param most of how many areas with most need it is said how likely each is among them; empty for the usual number
     * @throws RejectedException when a saved method gives no scores that could be used, or fewer areas have one than are asked for
     */
    NeedTable of(StoreSession session, AreaFrame frame, AppliedMethod applied, Optional<Integer> most) {
        ExtentName extent = frame.extent().name();
        SeriesCatalog catalog = SeriesCatalog.of(session, observations, extent);
        NeedScore score = need.score(session, frame, catalog, applied);
        List<RejectedException.Violation> violations = MethodTrial.check(score);
        if (!applied.method().isDefault() && !violations.isEmpty()) {
            throw new RejectedException(violations);
        }
        most.ifPresent(asked -> requireScores(score, asked));
        int among = most.orElse(NeedLayer.USUAL_MOST);
        ManifestBuilder manifest = need.manifest(session, frame, catalog, applied, among);
        Layer layer = session.results()
                .find(extent, applied.key())
                .filter(kept -> kept.inputHash().equals(manifest.inputHash()))
                .map(ResultStore.StoredResult::content)
                .map(LayerJson::read)
                .orElseGet(() -> need.layer(score, manifest, among));
        List<StoredSeries> restricted = applied.series().stream()
                .filter(each -> catalog.definition(each).sensitivity() == Sensitivity.RESTRICTED)
                .toList();
        return new NeedTable(
                layer.in(frame.layerId(applied.key()), frame.extent()),
                score,
                factors(frame, catalog, score),
                periods(catalog, applied),
                restricted.isEmpty()
                        ? Optional.empty()
                        : observations.hiding(session, restricted).map(Cautions::hidden));
    }

    private static void requireScores(NeedScore score, int asked) {
        long scored = score.matrix().rows().stream()
                .filter(row -> row.score().isKnown())
                .count();
        if (asked > scored) {
            throw new RejectedException("most", "Only " + scored + " areas have a score: ask for no more of them.");
        }
    }

    private static List<NeedTable.Factor> factors(AreaFrame frame, SeriesCatalog catalog, NeedScore score) {
        return score.matrix().factors().stream()
                .map(factor -> {
                    StoredSeries series = score.applied().seriesOf(factor);
                    return new NeedTable.Factor(
                            factor,
                            catalog.definition(series),
                            series.key().period().text(),
                            Optional.ofNullable(
                                    score.applied().document().domains().get(factor.column())),
                            frame.layerId(IndicatorLayer.key(series)),
                            Optional.ofNullable(score.columns().counted().get(factor.column()))
                                    .map(CountedFactor::shrinkage)
                                    .orElse(Shrinkage.NONE),
                            column(score.columns().shown(), factor),
                            column(score.columns().scored(), factor));
                })
                .toList();
    }

    private static List<Value> column(Map<String, List<Value>> columns, NeedFactor factor) {
        return Optional.ofNullable(columns.get(factor.column())).orElseThrow();
    }

    /** The periods of which every factor has figures that the method does not tie to one. */
    private static List<String> periods(SeriesCatalog catalog, AppliedMethod applied) {
        return applied.series().stream()
                .flatMap(series -> catalog.list(series.key().indicator(), applied.geography()).stream())
                .map(series -> series.key().period())
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .filter(period -> has(catalog, applied, period))
                .map(Period::text)
                .toList();
    }

    private static boolean has(SeriesCatalog catalog, AppliedMethod applied, Period period) {
        return (applied.method().isDefault()
                        ? DefaultMethod.find(catalog, applied.geography(), Optional.of(period))
                        : AppliedMethod.find(
                                applied.method(), catalog, Optional.of(applied.geography()), Optional.of(period)))
                .isPresent();
    }
}
