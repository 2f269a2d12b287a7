package org.needscape.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.layer.LayerKind;
import org.needscape.protection.CountView;
import org.needscape.protection.FigureSource;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * The rates of a measure in an extent: each year for small areas and for districts.
 */
final class RateSubjects {

    private static final String KEY_PREFIX = "rate-";
    private static final String DISTRICTS = "A district's count is the sum of its small areas";
    private static final String HIDDEN_DISTRICTS = "; where it is hidden, it would give one of them away";
    private static final String CATEGORIES =
            " Its categories are those of the imported file; small areas' are not shown, since nearly all would be hidden.";

    private final FigureSource observations;
    private final StoreSession session;
    private final ExtentName extent;
    private final SeriesCatalog catalog;
    private final Geography geography;
    private final Measure measure;
    private final CountView counts;

    RateSubjects(
            FigureSource observations,
            StoreSession session,
            AreaFrame frame,
            SeriesCatalog catalog,
            Measure measure,
            CountView counts) {
        this.observations = observations;
        this.session = session;
        this.extent = frame.extent().name();
        this.catalog = catalog;
        this.geography = frame.geography();
        this.measure = measure;
        this.counts = counts;
    }

    /** The layer key of a year of a measure. */
    static String key(Measure measure, Period period) {
        return KEY_PREFIX + measure.code() + "-" + period.slug();
    }

    /** What is counted in each area of a layer; empty where areas have no counts of their own, as in layers of districts. */
    static Optional<Measure> findCounted(LayerHeading heading) {
        return findMeasure(heading)
                .filter(measure -> key(measure, new Period(heading.period())).equals(heading.key()));
    }

    /** Whose rates a layer of any geography shows; empty for other layers. */
    static Optional<Measure> findMeasure(LayerHeading heading) {
        return heading.kind() == LayerKind.RATE && heading.key().startsWith(KEY_PREFIX)
                ? Measure.findAtStart(heading.key().substring(KEY_PREFIX.length()))
                : Optional.empty();
    }

    /** The rates of one year; none without children to divide by. */
    Optional<RateSubject> ofYear(StoredSeries series) {
        Period period = series.key().period();
        return catalog.findChildren(geography, period).map(population -> {
            Map<AreaCode, Value> children = childrenOf(population);
            return subject(
                    key(measure, period),
                    measure.label() + ", " + period,
                    period.text(),
                    population.key().period().text(),
                    code -> counts.area(period, code),
                    List.of(),
                    code -> children.getOrDefault(code, Value.notAvailable()),
                    List.of(series, population),
                    "");
        });
    }

    /** The rates of one year for the districts of a geography. */
    Optional<RateSubject> ofDistricts(StoredSeries series, Geography districts, Map<AreaCode, AreaId> districtOf) {
        Period period = series.key().period();
        return catalog.findChildren(geography, period).map(population -> {
            Map<AreaCode, Value> children = childrenOf(population);
            Map<AreaCode, List<Value>> within = new TreeMap<>();
            districtOf.forEach((area, district) -> within.computeIfAbsent(district.code(), ignored -> new ArrayList<>())
                    .add(children.getOrDefault(area, Value.notAvailable())));
            List<RateSubject.Part> categories = parts(period, districts, within.keySet());
            return subject(
                    key(measure, period) + "-" + districts.code(),
                    measure.label() + " by district, " + period,
                    period.text(),
                    population.key().period().text(),
                    code -> counts.district(period, new AreaId(districts, code)),
                    categories,
                    code -> within.containsKey(code) ? ValueArithmetic.sum(within.get(code)) : Value.notAvailable(),
                    List.of(series, population),
                    DISTRICTS + (isHiding() ? HIDDEN_DISTRICTS : "") + "." + (categories.isEmpty() ? "" : CATEGORIES));
        });
    }

    /** What the counts of districts consist of, in the order in which the first district has it. */
    private List<RateSubject.Part> parts(Period period, Geography geography, Collection<AreaCode> districts) {
        Map<String, Map<AreaCode, Value>> byCategory = new LinkedHashMap<>();
        for (AreaCode district : districts) {
            for (CountView.CategoryCount part : counts.districtCategories(period, new AreaId(geography, district))) {
                byCategory
                        .computeIfAbsent(part.category().text(), ignored -> new TreeMap<>())
                        .put(district, part.count());
            }
        }
        List<RateSubject.Part> parts = new ArrayList<>();
        byCategory.forEach((category, byDistrict) ->
                parts.add(new RateSubject.Part(category, code -> byDistrict.getOrDefault(code, Value.notAvailable()))));
        return parts;
    }

    private RateSubject subject(
            String key,
            String title,
            String period,
            String childrenPeriod,
            Function<AreaCode, Value> count,
            List<RateSubject.Part> parts,
            Function<AreaCode, Value> children,
            List<StoredSeries> inputs,
            String caution) {
        return new RateSubject(
                key,
                title,
                measure,
                period,
                childrenPeriod,
                count,
                parts,
                children,
                inputs,
                observations.hiding(session, inputs),
                counts.fingerprint(),
                caution);
    }

    private boolean isHiding() {
        return observations.hiding(session, List.of()).isPresent();
    }

    private Map<AreaCode, Value> childrenOf(StoredSeries population) {
        return new TreeMap<>(observations.listValues(session, population.key(), extent));
    }
}
