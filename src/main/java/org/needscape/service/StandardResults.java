package org.needscape.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.geoio.layer.LayerJson;
import org.needscape.indicator.Measure;
import org.needscape.layer.Layer;
import org.needscape.progress.Progress;
import org.needscape.protection.CountView;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.ResultStore;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * Computes what every extent has without being asked: rates, gradients, the default need score, hotspots of the deprivation
 * score and of the need score, and the gap between need and response. A result is computed again only when something that it depends on has changed.
 */
public final class StandardResults {

    private final Store store;
    private final ProtectedObservations observations;
    private final NeedLayer need;
    private final HotspotLayer hotspots;
    private final IndicatorLayer measures;
    private final GradientService gradients;
    private final AuditService audits;

    public StandardResults(
            Store store,
            ProtectedObservations observations,
            Adjacency adjacency,
            GradientService gradients,
            AuditService audits) {
        this.store = store;
        this.observations = observations;
        this.need = new NeedLayer(observations, adjacency);
        this.hotspots = new HotspotLayer(adjacency);
        this.measures = new IndicatorLayer(observations);
        this.gradients = gradients;
        this.audits = audits;
    }

    /**
     * Brings the results of these extents, and of others that may depend on them, up to date, each extent in one transaction. Hotspots
     * that somebody looked for are forgotten: what they were looked for in may have changed.
     */
    public void refresh(Collection<ExtentName> extents, Progress progress) {
        refresh(extents, progress, (session, extent) -> List.of());
    }

    /** The same after a change of scoring methods alone: hotspots that somebody looked for in anything but need scores stay. */
    void refreshMethods(Collection<ExtentName> extents, Progress progress) {
        refresh(extents, progress, (session, extent) -> new KeptRuns(session, extent).keysBesideNeed());
    }

    /** Says which results of an extent stay although they are not standard. */
    private interface Others {
        List<String> keys(StoreSession session, ExtentName extent);
    }

    private void refresh(Collection<ExtentName> extents, Progress progress, Others others) {
        if (extents.isEmpty()) {
            return;
        }
        // Counts are protected over all extents at once: what one of them shows may depend on another.
        Set<ExtentName> all = new LinkedHashSet<>(extents);
        store.read(session -> session.areas().listExtents()).forEach(extent -> all.add(extent.name()));
        int done = 0;
        for (ExtentName name : all) {
            Progress part = progress.part((double) done / all.size(), (done + 1.0) / all.size());
            store.write(session -> {
                session.areas().findExtent(name).ifPresent(extent -> new Run(session, extent, part)
                        .all(others.keys(session, name)));
                return name;
            });
            done++;
        }
        store.write(session -> {
            audits.keep(session);
            return extents.size();
        });
    }

    /**
     * What a person should know of the figures that a data set brought, beside those that were there.
     *
     * @param extents that it touched
     * @return one sentence each
     */
    List<String> notes(Collection<ExtentName> extents, long dataset) {
        return store.read(session -> MoreThanLive.inImport(session, observations, extents, dataset));
    }

    /** The results of one extent. */
    private final class Run {

        private final StoreSession session;
        private final Extent extent;
        private final Progress progress;
        private final SeriesCatalog catalog;
        private final Set<String> keys = new LinkedHashSet<>();

        Run(StoreSession session, Extent extent, Progress progress) {
            this.session = session;
            this.extent = extent;
            this.progress = progress;
            this.catalog = SeriesCatalog.of(session, observations, extent.name());
        }

        void all(List<String> others) {
            List<Geography> geographies = new ArrayList<>(catalog.geographies());
            geographies.removeIf(geography -> geography.level() != Level.LSOA);
            // Latest boundaries first: where two vintages give a result of the same name, the later one has it.
            geographies.sort(java.util.Comparator.reverseOrder());
            for (Geography geography : geographies) {
                progress.report(0.1, "Computing the standard layers of " + extent.title() + ".");
                AreaFrame frame = AreaFrame.load(session, extent, geography);
                ratesAndGradients(frame);
                deprivationHotspots(frame);
                needAndItsHotspots(frame);
                gaps(frame);
            }
            release();
            keys.addAll(others);
            session.results().keepOnly(extent.name(), keys);
        }

        private void ratesAndGradients(AreaFrame frame) {
            for (Measure measure : Measure.values()) {
                List<StoredSeries> years = catalog.list(measure, frame.geography());
                if (years.isEmpty()) {
                    continue;
                }
                CountView counts = observations.counts(session, measure.indicatorId(), frame.geography());
                RateSubjects subjects = new RateSubjects(observations, session, frame, catalog, measure, counts);
                for (StoredSeries year : years) {
                    subjects.ofYear(year).ifPresent(subject -> rates(frame, subject));
                    catalog.findChildren(frame.geography(), year.key().period())
                            .ifPresent(children -> gradient(frame, measure, year, children));
                    districtRates(frame, subjects, year);
                }
            }
        }

        /** The gap between need and response by the latest counts of each measure, for small areas and for districts. */
        private void gaps(AreaFrame frame) {
            progress.report(0.9, "Comparing need and response in " + extent.title() + ".");
            for (GapResults.Gap gap : new GapResults(session, observations, frame, catalog).list()) {
                if (isCurrent(gap.key(), gap.manifest().inputHash())) {
                    keys.add(gap.key());
                } else {
                    gap.layer().get().ifPresent(layer -> keep(gap.key(), gap.manifest(), () -> layer));
                }
            }
        }

        /** Remembers the counts of every measure as shown, also of areas that no layer is made for. */
        private void release() {
            for (Measure measure : Measure.values()) {
                for (Geography geography : catalog.geographies()) {
                    if (!catalog.list(measure, geography).isEmpty()) {
                        observations.release(session, measure.indicatorId(), geography);
                    }
                }
            }
        }

        private void rates(AreaFrame frame, RateSubject subject) {
            ManifestBuilder manifest = RateLayer.manifest(session, frame, subject);
            keep(subject.key(), manifest, () -> RateLayer.build(frame, subject, manifest));
        }

        /** The rates of the districts that the extent has boundaries of. */
        private void districtRates(AreaFrame frame, RateSubjects subjects, StoredSeries year) {
            Map<AreaCode, AreaId> districtOf = new TreeMap<>();
            frame.districts().forEach((code, parent) -> districtOf.put(code, parent.parent()));
            districtOf.values().stream()
                    .map(AreaId::geography)
                    .distinct()
                    .filter(session.areas().listGeographies(extent.name())::contains)
                    .forEach(geography -> {
                        AreaFrame districts = AreaFrame.load(session, extent, geography);
                        subjects.ofDistricts(year, geography, districtOf)
                                .ifPresent(subject -> rates(districts, subject));
                    });
        }

        private void gradient(AreaFrame frame, Measure measure, StoredSeries counts, StoredSeries children) {
            Optional<StoredSeries> deciles = catalog.list(SeriesCatalog.IMD_DECILE, frame.geography()).stream()
                    .findFirst();
            if (deciles.isEmpty()) {
                return;
            }
            GradientService.Inputs inputs = new GradientService.Inputs(measure, counts, children, deciles.get());
            String key = GradientService.key(inputs);
            if (!keys.add(key)) {
                return;
            }
            String hash = gradients.manifest(session, frame, inputs).inputHash();
            if (!isCurrent(key, hash)) {
                save(key, GradientService.title(inputs), hash, gradients.compute(session, frame, inputs));
            }
        }

        private void deprivationHotspots(AreaFrame frame) {
            for (StoredSeries scores : catalog.list(SeriesCatalog.IMD_SCORE, frame.geography())) {
                String subject = IndicatorLayer.key(scores);
                ManifestBuilder subjectManifest = measures.manifest(session, frame, scores, catalog.definition(scores));
                ManifestBuilder manifest = hotspots.manifest(frame, subject, subjectManifest.inputHash())
                        .input(session, scores.datasets(), scores.contentHash());
                keep(
                        HotspotLayer.key(subject),
                        manifest,
                        () -> hotspots.build(
                                session,
                                frame,
                                new HotspotLayer.Subject(
                                        subject,
                                        "the Index of Multiple Deprivation score, "
                                                + scores.key().period()),
                                measures.build(session, frame, scores, catalog.definition(scores)),
                                manifest));
            }
        }

        private void needAndItsHotspots(AreaFrame frame) {
            progress.report(0.6, "Computing the need score of " + extent.title() + ".");
            DefaultMethod.find(catalog, frame.geography(), Optional.empty()).ifPresent(applied -> {
                ManifestBuilder manifest = keepScore(frame, applied);
                needHotspots(frame, applied, manifest);
            });
            for (ScoringMethod method : RecipeService.latest(session)) {
                AppliedMethod.find(method, catalog, Optional.of(frame.geography()), Optional.empty())
                        .ifPresent(applied -> keepScore(frame, applied));
            }
        }

        private ManifestBuilder keepScore(AreaFrame frame, AppliedMethod applied) {
            ManifestBuilder manifest = need.manifest(session, frame, catalog, applied);
            keep(applied.key(), manifest, () -> need.build(session, frame, catalog, applied));
            return manifest;
        }

        private void needHotspots(AreaFrame frame, AppliedMethod applied, ManifestBuilder manifest) {
            ManifestBuilder hotspotManifest = hotspots.manifest(frame, applied.key(), manifest.inputHash());
            for (StoredSeries factor : applied.series()) {
                hotspotManifest.input(session, factor.datasets(), factor.contentHash());
            }
            keep(
                    HotspotLayer.key(applied.key()),
                    hotspotManifest,
                    () -> hotspots.build(
                            session,
                            frame,
                            new HotspotLayer.Subject(applied.key(), "the need score"),
                            need.build(session, frame, catalog, applied),
                            hotspotManifest));
        }

        private void keep(String key, ManifestBuilder manifest, Supplier<Layer> layer) {
            if (!keys.add(key)) {
                return;
            }
            String hash = manifest.inputHash();
            if (!isCurrent(key, hash)) {
                Layer built = layer.get();
                save(key, built.title(), hash, LayerJson.write(built));
            }
        }

        private boolean isCurrent(String key, String hash) {
            return session.results()
                    .find(extent.name(), key)
                    .map(result -> result.inputHash().equals(hash))
                    .orElse(false);
        }

        private void save(String key, String title, String hash, String content) {
            session.results().save(new ResultStore.StoredResult(extent.name(), key, keys.size(), title, hash, content));
        }
    }
}
