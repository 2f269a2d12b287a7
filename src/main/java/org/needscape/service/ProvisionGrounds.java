package org.needscape.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Point;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.area.SmallArea;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Population;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;
import org.needscape.layer.Release;
import org.needscape.protection.ProtectedObservations;
import org.needscape.provision.Reach;
import org.needscape.provision.Service;
import org.needscape.provision.Site;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.ServiceStore.ServiceList;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/** What is known of each county beside its services, remembered while the store does not change. Safe for many threads. */
final class ProvisionGrounds {

    private static final int REMEMBERED = 4;
    private static final String CHANCE = "probability_highest_need_tenth";

    private final Store store;
    private final LayerService layers;
    private final ProtectedObservations observations;
    private final Remembered<ProvisionGround> grounds = new Remembered<>(REMEMBERED);

    ProvisionGrounds(Store store, LayerService layers, ProtectedObservations observations) {
        this.store = store;
        this.layers = layers;
        this.observations = observations;
    }

    /** @throws NotFoundException when there is no such extent */
    ProvisionGround get(ExtentName name) {
        Extent extent = store.read(session -> TargetGrounds.requireExtent(session, name));
        return grounds.get(layers.revision() + " " + name, () -> {
            String needKey = AppliedMethod.KEY_PREFIX + DefaultMethod.ID;
            Optional<Layer> need = layers.list(Optional.of(name)).stream()
                    .filter(heading -> heading.key().equals(needKey))
                    .findFirst()
                    .map(heading -> layers.get(heading.id()));
            return store.read(session -> load(session, extent, need));
        });
    }

    private ProvisionGround load(StoreSession session, Extent extent, Optional<Layer> needLayer) {
        SeriesCatalog catalog = SeriesCatalog.of(session, observations, extent.name());
        Optional<ServiceList> list = session.services().find(extent.name());
        Optional<AreaFrame> frame = needLayer
                .map(Layer::geography)
                .or(() -> smallest(session, catalog, extent))
                .map(geography -> AreaFrame.load(session, extent, geography));
        ManifestBuilder sources = new ManifestBuilder("Coverage of provision");
        list.ifPresent(services -> sources.input(session, List.of(services.dataset()), "services"));
        Optional<StoredSeries> population = frame.flatMap(found -> catalog.findChildren(
                found.geography(), new Period(needLayer.map(Layer::period).orElse("9999"))));
        population.ifPresent(series -> sources.input(session, series.datasets(), series.contentHash()));
        Optional<StoredSeries> helped = frame.flatMap(
                found -> catalog.list(Measure.CIN, found.geography()).stream().findFirst());
        helped.ifPresent(series -> sources.input(session, series.datasets(), series.contentHash()));
        Map<AreaCode, Value> children = new TreeMap<>();
        population.ifPresent(series -> children.putAll(observations.listValues(session, series.key(), extent.name())));
        Map<AreaCode, Double> chances =
                needLayer.map(layer -> ProvisionGround.numbers(layer, CHANCE)).orElse(Map.of());
        List<String> told = new ArrayList<>(new TreeSet<>(sources.build().attributions()));
        needLayer.ifPresent(layer -> layer.manifest().attributions().stream()
                .filter(source -> !told.contains(source))
                .forEach(told::add));
        return new ProvisionGround(
                extent,
                list,
                frame,
                frame.map(found -> centres(session, found, list)).orElse(Map.of()),
                children,
                population.map(series -> series.key().period().text()).orElse(""),
                frame.flatMap(found -> helped.map(series ->
                        TargetGround.Help.load(session, observations, found, catalog, Measure.CIN, List.of(series)))),
                needLayer,
                needLayer.map(layer -> need(layer, chances, children)).orElse(Map.of()),
                !chances.isEmpty(),
                told,
                lessReleased(sources.release(), needLayer.flatMap(Layer::release)));
    }

    /** The small areas that children are counted by, else the latest small areas. */
    private static Optional<Geography> smallest(StoreSession session, SeriesCatalog catalog, Extent extent) {
        return session.areas().listGeographies(extent.name()).stream()
                .filter(geography -> geography.level() == Level.LSOA)
                .max(Comparator.comparing((Geography geography) -> !catalog.list(Population.CHILDREN_0_TO_17, geography)
                                .isEmpty())
                        .thenComparing(Geography::vintageYear));
    }

    private static Map<AreaId, Reach.Spot> centres(StoreSession session, AreaFrame frame, Optional<ServiceList> list) {
        Set<Geography> geographies = new TreeSet<>();
        geographies.add(frame.geography());
        for (Service service : list.map(ServiceList::services).orElse(List.of())) {
            for (Site site : service.sites()) {
                if (site instanceof Site.InArea in) {
                    geographies.add(in.area().geography());
                }
            }
        }
        Map<AreaId, Reach.Spot> centres = new HashMap<>();
        for (Geography geography : geographies) {
            session.areas().forEachArea(frame.extent().name(), geography, area -> centres.put(area.id(), spot(area)));
        }
        return centres;
    }

    private static Reach.Spot spot(SmallArea area) {
        Point centre = area.centroid();
        return new Reach.Spot(centre.getX(), centre.getY());
    }

    private static Map<AreaCode, Value> need(
            Layer layer, Map<AreaCode, Double> chances, Map<AreaCode, Value> children) {
        Map<AreaCode, Double> ranks = ProvisionGround.numbers(layer, ProvisionGround.RANK);
        long tenth = Math.round(ranks.size() / 10.0);
        Map<AreaCode, Value> need = new TreeMap<>();
        for (LayerRow row : layer.rows()) {
            AreaCode code = row.code();
            Optional<Double> chance = chances.isEmpty()
                    ? Optional.ofNullable(ranks.get(code)).map(rank -> rank <= tenth ? 1.0 : 0.0)
                    : Optional.ofNullable(chances.get(code));
            need.put(
                    code,
                    chance.map(share -> children.getOrDefault(code, Value.notAvailable())
                                    .map(number -> number * share))
                            .orElse(Value.notAvailable()));
        }
        return need;
    }

    private static Optional<Release> lessReleased(Optional<Release> one, Optional<Release> other) {
        return one.isPresent() && other.isPresent() && other.get().state().equals("draft")
                ? other
                : one.or(() -> other);
    }
}
