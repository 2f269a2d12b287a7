package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.cooccurrence.PlaceCoOccurrence;
import org.needscape.cooccurrence.PlaceCorrelation;
import org.needscape.cooccurrence.PlaceFlags;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.layer.Manifest;
import org.needscape.protection.ProtectedObservations;
import org.needscape.stats.Correlation;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * Which circumstances are high in the same places: of every two factors of the need matrix how closely they go together over areas, and
 * in how many areas both are in their highest-need tenth. It is made of protected values. Of places, never of children. Safe for many
 * threads.
 */
public final class PlaceCoOccurrenceService {

    private static final int DECIMALS = 2;
    private static final int TENTHS = 10;
    private static final String METHOD =
            "Spearman's rank correlation over areas of every two factors of the need matrix, each turned so"
                    + " that higher means more need, and the areas that are in the highest-need tenth of both";

    private final Store store;
    private final ProtectedObservations observations;
    private final Remembered<EncodedDocument> documents = new Remembered<>(8);

    public PlaceCoOccurrenceService(Store store, ProtectedObservations observations) {
        this.store = store;
        this.observations = observations;
    }

    /** A factor with its values turned so that higher means more need. */
    private record Factor(StoredSeries series, Indicator indicator, Map<AreaCode, Value> values) {

        String id() {
            return indicator.id().value();
        }

        /** The areas of its highest-need tenth; with equal values there may be more. */
        PlaceFlags highest() {
            List<Double> known = values.values().stream()
                    .flatMapToDouble(value -> value.number().stream())
                    .boxed()
                    .sorted(Comparator.reverseOrder())
                    .toList();
            double threshold = known.isEmpty() ? 0 : known.get((known.size() - 1) / TENTHS);
            return PlaceFlags.atLeast(id(), values, threshold);
        }
    }

    /** The document as JSON. @throws NotFoundException when there is no such extent, or it has fewer than two factors */
    public EncodedDocument json(ExtentName extent) {
        return store.read(session -> {
            Extent found = session.areas()
                    .findExtent(extent)
                    .orElseThrow(() -> new NotFoundException("There is no extent " + extent + "."));
            return documents.get(
                    session.revision() + " " + extent,
                    () -> EncodedDocument.of(document(session, found).toString().getBytes(StandardCharsets.UTF_8)));
        });
    }

    private ObjectNode document(StoreSession session, Extent extent) {
        SeriesCatalog catalog = SeriesCatalog.of(session, observations, extent.name());
        Geography geography = catalog.geographies().stream()
                .filter(one -> one.level() == Level.LSOA
                        && DefaultMethod.factors(catalog, one, Optional.empty()).size() >= 2)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new NotFoundException("The extent " + extent.name()
                        + " has fewer than two measures that say which end means more need: import them first."));
        AreaFrame frame = AreaFrame.load(session, extent, geography);
        List<Factor> factors = factors(session, frame, catalog);
        ManifestBuilder builder = new ManifestBuilder(METHOD).areas(frame);
        for (Factor factor : factors) {
            builder.input(session, factor.series().datasets(), factor.series().contentHash());
        }
        Manifest manifest = builder.build();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("title", "Places, not children: circumstances that are high in the same areas");
        node.put("about", "places, not children");
        node.putObject("extent")
                .put("name", extent.name().value())
                .put("title", extent.title())
                .put("fictional", extent.fictional());
        node.put("fictional", extent.fictional());
        node.put("geography", geography.code());
        node.put("areas", frame.names().size());
        ArrayNode list = node.putArray("factors");
        factors.forEach(factor -> list.addObject()
                .put("id", factor.id())
                .put("label", factor.indicator().label())
                .put("unit", factor.indicator().unit())
                .put("period", factor.series().key().period().text())
                .put("polarity", factor.indicator().polarity().words()));
        pairs(node.putArray("pairs"), factors);
        ArrayNode cautions = node.putArray("cautions");
        cautions(extent).forEach(cautions::add);
        ArrayNode sources = node.putArray("sources");
        manifest.attributions().forEach(sources::add);
        builder.release().ifPresent(release -> ReleaseJsonViews.put(node, release));
        MatrixJson.manifest(node.putObject("manifest"), manifest);
        return node;
    }

    private List<Factor> factors(StoreSession session, AreaFrame frame, SeriesCatalog catalog) {
        List<StoredSeries> series = DefaultMethod.factors(catalog, frame.geography(), Optional.empty());
        Map<SeriesKey, Map<AreaCode, Value>> values = observations.listValues(
                session,
                series.stream().map(StoredSeries::key).toList(),
                frame.extent().name());
        List<Factor> factors = new ArrayList<>();
        for (StoredSeries one : series) {
            Indicator indicator = catalog.definition(one);
            Map<AreaCode, Value> byArea = values.getOrDefault(one.key(), Map.of());
            Map<AreaCode, Value> turned = new TreeMap<>();
            frame.names()
                    .keySet()
                    .forEach(code -> turned.put(
                            code,
                            byArea.getOrDefault(code, Value.notAvailable())
                                    .map(number ->
                                            indicator.polarity() == Polarity.LOWER_IS_MORE_NEED ? -number : number)));
            factors.add(new Factor(one, indicator, turned));
        }
        return factors;
    }

    private static void pairs(ArrayNode array, List<Factor> factors) {
        List<PlaceFlags> highest = factors.stream().map(Factor::highest).toList();
        for (int i = 0; i < factors.size(); i++) {
            for (int j = i + 1; j < factors.size(); j++) {
                Factor first = factors.get(i);
                Factor second = factors.get(j);
                Optional<PlaceCorrelation> correlation = PlaceCorrelation.of(
                        new PlaceCorrelation.Rates(first.id(), first.values()),
                        new PlaceCorrelation.Rates(second.id(), second.values()),
                        Correlation.SPEARMAN);
                PlaceCoOccurrence both = PlaceCoOccurrence.of(List.of(highest.get(i), highest.get(j)));
                ObjectNode pair = array.addObject().put("first", first.id()).put("second", second.id());
                pair.set(
                        "correlation",
                        CaseJson.number(
                                correlation
                                        .map(found -> OptionalDouble.of(found.coefficient()))
                                        .orElse(OptionalDouble.empty()),
                                DECIMALS));
                pair.put("areas", both.of())
                        .put("areasLeftOut", both.leftOut())
                        .put("areasHighInBoth", both.together().size());
                pair.set(
                        "expectedAreasHighInBoth",
                        CaseJson.number(
                                both.expectedFraction().stream()
                                        .map(share -> share * both.of())
                                        .boxed()
                                        .findFirst()
                                        .map(OptionalDouble::of)
                                        .orElse(OptionalDouble.empty()),
                                1));
                pair.set("lift", CaseJson.number(both.lift(), DECIMALS));
            }
        }
    }

    private static List<String> cautions(Extent extent) {
        List<String> cautions = new ArrayList<>();
        if (extent.fictional()) {
            cautions.add(Cautions.FICTIONAL);
        }
        cautions.add(
                "Two circumstances that are high in one place need not be those of the same children there: what holds of places"
                        + " need not hold of anybody in them (the ecological fallacy). For children, see the case file.");
        cautions.add(
                "There are no intervals: neighbouring areas are not independent of each other, and small areas vary by chance,"
                        + " which makes correlations look weaker.");
        cautions.add("Values that are hidden, not available or do not apply take no part.");
        return cautions;
    }
}
