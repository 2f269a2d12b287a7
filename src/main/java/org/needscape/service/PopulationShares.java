package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Indicator;
import org.needscape.protection.OpenTotal;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * How common circumstances are in the population of the same areas, beside how common they are among cases: open measures of the same
 * name that are shares and say what they count.
 */
final class PopulationShares {

    private static final int SHARE_DECIMALS = 4;

    /** With more areas left out than one in so many the rest does not stand for all. */
    private static final int MOST_LEFT_OUT = 20;

    private static final String NO_MEASURE = "no measure of it as a share is loaded";
    private static final String TOO_FEW_COUNTS = "for too many areas its counts are not stated or not open";

    private final ProtectedObservations observations;
    private final StoreSession session;
    private final ExtentName extent;
    private final SeriesCatalog catalog;

    PopulationShares(ProtectedObservations observations, StoreSession session, ExtentName extent) {
        this.observations = observations;
        this.session = session;
        this.extent = extent;
        this.catalog = SeriesCatalog.of(session, observations, extent);
    }

    /** Puts a {@code population} beside each factor of a document, or null and why there is none. */
    void put(ArrayNode factors, Predicate<AreaCode> areas) {
        factors.forEach(node -> {
            ObjectNode factor = (ObjectNode) node;
            Optional<StoredSeries> series = find(factor.required("factor").textValue());
            Optional<OpenTotal> total = series.flatMap(found -> observations.openTotal(session, found, extent, areas))
                    .filter(sum -> sum.leftOut() * MOST_LEFT_OUT <= sum.areas() + sum.leftOut());
            if (total.isEmpty()) {
                factor.putNull("population").put("whyNoPopulation", series.isEmpty() ? NO_MEASURE : TOO_FEW_COUNTS);
                return;
            }
            factor.putNull("whyNoPopulation");
            Indicator indicator = catalog.definition(series.orElseThrow());
            ObjectNode population = factor.putObject("population");
            population.set(
                    "share", CaseJson.number(OptionalDouble.of(total.get().share()), SHARE_DECIMALS));
            population
                    .put("label", indicator.label())
                    .put("counted", indicator.numerator())
                    .put("among", indicator.denominator())
                    .put("period", series.orElseThrow().key().period().text())
                    .put("source", indicator.source())
                    .put("areasLeftOut", total.get().leftOut());
        });
    }

    private Optional<StoredSeries> find(String factor) {
        return catalog.all().stream()
                .filter(series -> isShare(catalog.definition(series)))
                .filter(series -> isAbout(series.key().indicator().value(), factor)
                        || words(catalog.definition(series).label()).equals(words(factor)))
                .max(Comparator.comparing(series -> series.key().period()));
    }

    private static boolean isShare(Indicator indicator) {
        String unit = indicator.unit().toLowerCase(Locale.ROOT);
        return unit.equals("percent") || unit.equals("%") || unit.startsWith("proportion");
    }

    private static boolean isAbout(String id, String factor) {
        return words(id).replaceAll(" (pct|percent|share|proportion|rate)$", "").equals(words(factor));
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }
}
