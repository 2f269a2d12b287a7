package org.needscape.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.hotspot.BeyondDeprivation;
import org.needscape.hotspot.HotspotInput;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.protection.ProtectedObservations;
import org.needscape.service.HotspotCounts.Counted;
import org.needscape.service.HotspotSubject.Note;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.NotComputed;
import org.needscape.spatial.ScanArea;
import org.needscape.stats.EmpiricalBayes;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * Makes layers ready to be tested. Everything follows from what the layers show: hidden values take no part, so nothing that is found can
 * give one away.
 */
final class HotspotSubjects {

    private static final String DATA = "Data";
    static final String RATES = "Rates";
    private static final String DEPRIVATION = "Deprivation";
    static final String NEED_DIRECTION = "needDirection";

    private final StoreSession session;
    private final ProtectedObservations observations;
    private final Adjacency adjacency;

    HotspotSubjects(StoreSession session, ProtectedObservations observations, Adjacency adjacency) {
        this.session = session;
        this.observations = observations;
        this.adjacency = adjacency;
    }

    /** Whether hotspots can be looked for in a layer: numbers of small areas that are no ranks, deciles or findings already. */
    static boolean isSubject(LayerHeading heading) {
        if (heading.geography().level() != Level.LSOA) {
            return false;
        }
        return switch (heading.kind()) {
            case DEPRIVATION ->
                heading.key().contains("-score-") && !heading.key().contains("population-");
            case INDICATOR -> !heading.key().contains("population-");
            case NEED -> heading.key().startsWith(AppliedMethod.KEY_PREFIX);
            case RATE -> RateSubjects.findCounted(heading).isPresent();
            case GAP, HOTSPOT, TARGET -> false;
        };
    }

    /** Whether something is left of a layer when deprivation is taken away: not of deprivation itself. */
    static boolean goesBeyondDeprivation(LayerHeading heading) {
        return heading.kind() != LayerKind.DEPRIVATION;
    }

    /**
     * A layer made ready.
     *
     * @throws RejectedException when deprivation cannot be taken away from it
     */
    HotspotSubject of(Layer layer, boolean beyondDeprivation) {
        ExtentName extent = layer.extent().name();
        List<Value> values = layer.rows().stream().map(LayerRow::value).toList();
        List<Note> notes = new ArrayList<>();
        notes.add(new Note(DATA, data(layer, values)));
        Optional<Counted> counted = new HotspotCounts(session, observations).of(layer);
        if (lowerIsMoreNeed(layer)) {
            notes.add(new Note(
                    DATA, "Low values of this measure mean more need, so its low values are looked for as hotspots."));
        }
        if (!isDirectionKnown(layer)) {
            notes.add(new Note(DATA, Cautions.DIRECTION_NOT_STATED));
        }
        if (isRepeated(layer)) {
            notes.add(new Note(
                    DATA,
                    "All areas of a district have the same value: it is a figure of districts, repeated. What is found shows which districts"
                            + " are high and says nothing of their neighbourhoods."));
        }
        Optional<List<OptionalDouble>> positions =
                beyondDeprivation ? Optional.of(positions(layer, extent)) : Optional.empty();
        HotspotInput input = counted.isPresent()
                ? ofCounts(layer, values, counted.get(), positions, notes)
                : ofValues(layer, values, positions, notes);
        return new HotspotSubject(layer, values, input, notes, Optional.empty());
    }

    private HotspotInput ofCounts(
            Layer layer,
            List<Value> values,
            Counted counted,
            Optional<List<OptionalDouble>> positions,
            List<Note> notes) {
        List<Integer> used = new ArrayList<>();
        AreaValues.Builder tested = new AreaValues.Builder(values.size());
        for (int area = 0; area < values.size(); area++) {
            boolean placed = positions.isEmpty() || positions.get().get(area).isPresent();
            if (counted.isUsable(area) && values.get(area).isKnown() && placed) {
                used.add(area);
            } else {
                tested.unknown(area, reason(counted, values, area));
            }
        }
        double[] counts = numbers(used, counted.counts());
        double[] people = numbers(used, counted.people());
        double[] expected = people;
        if (positions.isPresent()) {
            BeyondDeprivation left = BeyondDeprivation.ofCounts(counts, people, at(used, positions.get()))
                    .orElseThrow(HotspotSubjects::nothingLeft);
            expected = left.left().stream().mapToDouble(each -> each).toArray();
            notes.add(new Note(
                    DEPRIVATION,
                    String.format(
                            Locale.UK,
                            "What deprivation lets expect was taken away: by a Poisson regression, the rate of the least deprived area of"
                                    + " England would be %.2f times that of the most deprived. Hot means more than in areas as deprived.",
                            Math.exp(left.slope()))));
        }
        Optional<EmpiricalBayes> bayes = EmpiricalBayes.fit(counts, expected);
        for (int k = 0; k < used.size(); k++) {
            if (bayes.isEmpty()) {
                tested.unknown(used.get(k), NotComputed.CONSTANT);
            } else {
                tested.known(
                        used.get(k),
                        bayes.get().standardisedRate(counts[k], expected[k], EmpiricalBayes.Mode.ASSUNCAO));
            }
        }
        notes.add(new Note(RATES, rates(counts, bayes)));
        return new HotspotInput(codes(layer), tested.build(), scanned(layer, used, counts, people, expected));
    }

    private static String rates(double[] counts, Optional<EmpiricalBayes> bayes) {
        double total = 0;
        int zeros = 0;
        for (double count : counts) {
            total += count;
            zeros += count == 0 ? 1 : 0;
        }
        if (bayes.isEmpty()) {
            return "No area that is shown has a count above zero, so there is nothing to test.";
        }
        return String.format(
                Locale.UK,
                "Rates of areas with few people swing by chance, so empirical Bayes standardised rates are tested (Assunção and Reis"
                        + " 1999) and not raw ones. Areas have %.1f counted on average, %,d of %,d have none.%s",
                total / counts.length,
                zeros,
                counts.length,
                bayes.get().varianceBetweenAreas() > 0 ? "" : " They differ by no more than chance would make them.");
    }

    private List<ScanArea> scanned(
            Layer layer, List<Integer> used, double[] counts, double[] people, double[] expected) {
        List<Coordinate> centres = adjacency.centres(session, layer.extent().name(), layer.geography());
        List<ScanArea> areas = new ArrayList<>();
        for (int k = 0; k < used.size(); k++) {
            Coordinate centre = centres.get(used.get(k));
            areas.add(new ScanArea(
                    layer.rows().get(used.get(k)).code(),
                    centre.x,
                    centre.y,
                    (int) Math.round(counts[k]),
                    people[k],
                    expected[k]));
        }
        return areas;
    }

    private static HotspotInput ofValues(
            Layer layer, List<Value> values, Optional<List<OptionalDouble>> positions, List<Note> notes) {
        double sign = lowerIsMoreNeed(layer) ? -1 : 1;
        AreaValues.Builder tested = new AreaValues.Builder(values.size());
        List<Integer> used = new ArrayList<>();
        for (int area = 0; area < values.size(); area++) {
            boolean placed = positions.isEmpty() || positions.get().get(area).isPresent();
            if (values.get(area).isKnown() && placed) {
                used.add(area);
            } else {
                tested.unknown(
                        area,
                        values.get(area).state() == ValueState.SUPPRESSED
                                ? NotComputed.SUPPRESSED
                                : NotComputed.MISSING);
            }
        }
        double[] numbers = numbers(used, values);
        if (positions.isPresent()) {
            BeyondDeprivation left = BeyondDeprivation.ofValues(numbers, at(used, positions.get()))
                    .orElseThrow(HotspotSubjects::nothingLeft);
            numbers = left.left().stream().mapToDouble(each -> each).toArray();
            notes.add(new Note(
                    DEPRIVATION,
                    String.format(
                            Locale.UK,
                            "What deprivation lets expect was taken away by a straight line: from the most to the least deprived area of"
                                    + " England the value would %s by %.2f. Hot means %s than in areas as deprived.",
                            left.slope() < 0 ? "fall" : "rise",
                            Math.abs(left.slope()),
                            sign < 0 ? "less" : "more")));
        }
        for (int k = 0; k < used.size(); k++) {
            tested.known(used.get(k), sign * numbers[k]);
        }
        return new HotspotInput(codes(layer), tested.build(), List.of());
    }

    /** Where each area stands in the country, from 0 for the most deprived to 1; empty where it has no rank. */
    private List<OptionalDouble> positions(Layer layer, ExtentName extent) {
        Geography geography = layer.geography();
        SeriesCatalog catalog = SeriesCatalog.of(session, observations, extent);
        Optional<StoredSeries> ranks =
                catalog.list(SeriesCatalog.IMD_RANK, geography).stream().findFirst();
        Optional<StoredSeries> deciles =
                catalog.list(SeriesCatalog.IMD_DECILE, geography).stream().findFirst();
        StoredSeries series = ranks.or(() -> deciles)
                .orElseThrow(
                        () -> new RejectedException(
                                "beyondDeprivation",
                                "The areas have no deprivation ranks: import the Indices of Deprivation for these boundaries first."));
        int of = ranks.isPresent() ? SeriesCatalog.rankedAreas(geography) : 10;
        Map<AreaCode, Value> ranked = observations.listValues(session, series.key(), extent);
        return layer.rows().stream()
                .map(row -> ranked.getOrDefault(row.code(), Value.notAvailable())
                        .map(rank -> (rank - 0.5) / of)
                        .number())
                .toList();
    }

    private static RejectedException nothingLeft() {
        return new RejectedException(
                "beyondDeprivation",
                "Deprivation cannot be taken away from this: too few areas have a value and a rank, or all are equally deprived.");
    }

    private static String data(Layer layer, List<Value> values) {
        long known = values.stream().filter(Value::isKnown).count();
        long hidden = values.stream()
                .filter(value -> value.state() == ValueState.SUPPRESSED)
                .count();
        long without = values.size() - known - hidden;
        String sentence = String.format(
                Locale.UK,
                "%,d of %,d areas of %s have a value of %s.",
                known,
                values.size(),
                layer.extent().title(),
                layer.title());
        if (without > 0) {
            sentence += String.format(
                    Locale.UK,
                    " %,d %s none and %s left out, never taken as zero.",
                    without,
                    without == 1 ? "has" : "have",
                    without == 1 ? "is" : "are");
        }
        if (hidden > 0) {
            sentence += String.format(
                    Locale.UK,
                    " %,d %s hidden to protect children and left out: hidden are small numbers, so what is left leans towards areas of none and"
                            + " of many.",
                    hidden,
                    hidden == 1 ? "is" : "are");
        }
        return sentence;
    }

    private static NotComputed reason(Counted counted, List<Value> values, int area) {
        if (values.get(area).state() == ValueState.SUPPRESSED
                || counted.counts().get(area).state() == ValueState.SUPPRESSED) {
            return NotComputed.SUPPRESSED;
        }
        return counted.people().get(area).number().orElse(-1) == 0 ? NotComputed.NO_POPULATION : NotComputed.MISSING;
    }

    static boolean lowerIsMoreNeed(Layer layer) {
        return Polarity.LOWER_IS_MORE_NEED
                .words()
                .equals(layer.manifest().parameters().get(NEED_DIRECTION));
    }

    /** Whether a hotspot of a layer is more need: not when nobody said which end of the measure is. */
    static boolean isDirectionKnown(Layer layer) {
        return !Polarity.NOT_STATED.words().equals(layer.manifest().parameters().get(NEED_DIRECTION));
    }

    /** Whether a layer has one value for each district, the same for all its areas. */
    private static boolean isRepeated(Layer layer) {
        Map<String, Set<Double>> byDistrict = new HashMap<>();
        List<LayerRow> known =
                layer.rows().stream().filter(row -> row.value().isKnown()).toList();
        known.forEach(row -> byDistrict
                .computeIfAbsent(row.district(), ignored -> new HashSet<>())
                .add(row.value().number().getAsDouble()));
        return byDistrict.size() > 1
                && known.size() > byDistrict.size()
                && byDistrict.values().stream().allMatch(values -> values.size() == 1)
                && byDistrict.values().stream().distinct().count() > 1;
    }

    private static List<AreaCode> codes(Layer layer) {
        return layer.rows().stream().map(LayerRow::code).toList();
    }

    private static double[] numbers(List<Integer> used, List<Value> values) {
        return used.stream()
                .mapToDouble(area -> values.get(area).number().orElseThrow())
                .toArray();
    }

    private static double[] at(List<Integer> used, List<OptionalDouble> positions) {
        return used.stream()
                .mapToDouble(area -> positions.get(area).orElseThrow())
                .toArray();
    }
}
