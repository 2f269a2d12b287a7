package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Geography;
import org.needscape.geoio.layer.LayerJson;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;
import org.needscape.protection.AreaCovariates;
import org.needscape.protection.ProtectedObservations;
import org.needscape.stats.EmpiricalBayes;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.ResultStore;
import org.needscape.store.StoreSession;

/** The layers of the gap between need and response that small areas of one geography have figures for. */
final class GapResults {

    /** With fewer districts nothing is learnt of how they vary. */
    private static final int FEWEST_DISTRICTS = 3;

    private final StoreSession session;
    private final ProtectedObservations observations;
    private final AreaFrame frame;
    private final SeriesCatalog catalog;

    GapResults(StoreSession session, ProtectedObservations observations, AreaFrame frame, SeriesCatalog catalog) {
        this.session = session;
        this.observations = observations;
        this.frame = frame;
        this.catalog = catalog;
    }

    /**
     * A layer to keep.
     *
     * @param key its key
     * @param manifest what it depends on
     * @param layer made when it is asked for; empty where no model is told
     */
    record Gap(String key, ManifestBuilder manifest, Supplier<Optional<Layer>> layer) {}

    /** For each measure its latest counts, small areas first, then districts; none without deciles, children and a need score. */
    List<Gap> list() {
        Optional<ResultStore.StoredResult> score =
                session.results().find(frame.extent().name(), AppliedMethod.KEY_PREFIX + DefaultMethod.ID);
        Optional<StoredSeries> deciles = catalog.list(SeriesCatalog.IMD_DECILE, frame.geography()).stream()
                .findFirst();
        Optional<AppliedMethod> method = DefaultMethod.find(catalog, frame.geography(), Optional.empty());
        if (score.isEmpty() || deciles.isEmpty() || method.isEmpty()) {
            return List.of();
        }
        Layer need = LayerJson.read(score.get().content());
        if (!need.geography().equals(frame.geography())) {
            return List.of();
        }
        List<Gap> gaps = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            catalog.list(measure, frame.geography()).stream().findFirst().ifPresent(counts -> {
                RateSubjects subjects = new RateSubjects(
                        observations,
                        session,
                        frame,
                        catalog,
                        measure,
                        observations.counts(session, measure.indicatorId(), frame.geography()));
                subjects.ofYear(counts).ifPresent(subject -> {
                    GapLayer.Inputs inputs = new GapLayer.Inputs(
                            subject, need, score.get().inputHash(), method.get().series(), deciles.get());
                    Supplier<Optional<ExpectedHelp>> expected = remembered(() -> expected(counts, inputs));
                    gaps.add(ofSmallAreas(inputs, expected));
                    gaps.addAll(ofDistricts(subjects, counts, inputs, expected));
                });
            });
        }
        return gaps;
    }

    private Gap ofSmallAreas(GapLayer.Inputs inputs, Supplier<Optional<ExpectedHelp>> expected) {
        ManifestBuilder manifest = GapLayer.manifest(session, frame, inputs);
        return new Gap(GapLayer.key(inputs.subject()), manifest, () -> expected.get()
                .map(help -> GapLayer.build(frame, inputs, help, manifest)));
    }

    private List<Gap> ofDistricts(
            RateSubjects subjects,
            StoredSeries counts,
            GapLayer.Inputs small,
            Supplier<Optional<ExpectedHelp>> expected) {
        Map<AreaCode, AreaId> districtOf = new TreeMap<>();
        frame.districts().forEach((code, parent) -> districtOf.put(code, parent.parent()));
        List<Gap> gaps = new ArrayList<>();
        for (Geography geography : districtOf.values().stream()
                .map(AreaId::geography)
                .distinct()
                .filter(session.areas().listGeographies(frame.extent().name())::contains)
                .toList()) {
            AreaFrame districts = AreaFrame.load(session, frame.extent(), geography);
            subjects.ofDistricts(counts, geography, districtOf).ifPresent(subject -> {
                GapLayer.Inputs inputs = small.with(subject);
                ManifestBuilder manifest = GapLayer.manifest(session, districts, inputs);
                gaps.add(new Gap(GapLayer.key(subject), manifest, () -> expected.get()
                        .map(help -> summed(help, districtOf, small.subject(), subject))
                        .map(help -> GapLayer.build(districts, inputs, help, manifest))));
            });
        }
        return gaps;
    }

    private Optional<ExpectedHelp> expected(StoredSeries counts, GapLayer.Inputs inputs) {
        Map<AreaCode, Value> children = new TreeMap<>();
        Map<AreaCode, Value> scores = new TreeMap<>();
        frame.names()
                .keySet()
                .forEach(code -> children.put(code, inputs.subject().children().apply(code)));
        children.keySet().removeAll(MoreThanLive.find(frame, inputs.subject()));
        for (LayerRow row : inputs.need().rows()) {
            scores.put(row.code(), row.value());
        }
        Map<AreaCode, Value> deciles = observations.listValues(
                session, inputs.deciles().key(), frame.extent().name());
        Optional<Map<AreaCode, AreaCovariates>> covariates = ExpectedHelp.covariates(children, deciles, scores);
        return covariates.flatMap(known -> ExpectedHelp.of(
                known,
                observations
                        .counts(session, inputs.subject().measure().indicatorId(), frame.geography())
                        .models(frame.extent().name(), counts.key().period(), known)));
    }

    /**
     * What is expected of districts. How their true ratios vary is estimated from what is shown of them, after Marshall (1991).
     */
    private static ExpectedHelp summed(
            ExpectedHelp small, Map<AreaCode, AreaId> districtOf, RateSubject ofSmall, RateSubject ofDistricts) {
        Map<AreaCode, List<AreaCode>> within = new TreeMap<>();
        districtOf.forEach((code, district) -> within.computeIfAbsent(district.code(), ignored -> new ArrayList<>())
                .add(code));
        ExpectedHelp sums = small.sums(within, ofSmall.children());
        List<AreaCode> known = sums.numbers().keySet().stream()
                .filter(code -> ofDistricts.count().apply(code).isKnown())
                .toList();
        if (known.size() < FEWEST_DISTRICTS) {
            return sums;
        }
        double[] counts = known.stream()
                .mapToDouble(code -> ofDistricts.count().apply(code).number().orElseThrow())
                .toArray();
        double[] expected = known.stream()
                .mapToDouble(code -> sums.number(code).number().orElseThrow())
                .toArray();
        return EmpiricalBayes.fit(counts, expected)
                .map(bayes -> sums.withVariance(Math.max(
                        sums.variance(), bayes.varianceBetweenAreas() / (bayes.overallRate() * bayes.overallRate()))))
                .orElse(sums);
    }

    /** Fits once for small areas and districts, and not at all where both are up to date. */
    private static Supplier<Optional<ExpectedHelp>> remembered(Supplier<Optional<ExpectedHelp>> made) {
        List<Optional<ExpectedHelp>> kept = new ArrayList<>(1);
        return () -> {
            if (kept.isEmpty()) {
                kept.add(made.get());
            }
            return kept.get(0);
        };
    }
}
