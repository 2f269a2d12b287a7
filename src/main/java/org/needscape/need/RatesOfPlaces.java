package org.needscape.need;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.stats.ClusteredCount;
import org.needscape.stats.Computed;
import org.needscape.stats.Estimate;
import org.needscape.stats.Interval;
import org.needscape.stats.StandardisedRate;

/** Rates of a place by itself and among those it is compared with. */
final class RatesOfPlaces {

    private static final double CONFIDENCE = GradientGroup.CONFIDENCE_FRACTION;

    private RatesOfPlaces() {}

    static PlaceRates of(PlaceDeciles place, Map<String, PlaceFit> fits) {
        Optional<PlaceFit> fit = Optional.ofNullable(fits.get(place.code()));
        String noPart = noPart(place);
        List<String> notes = new ArrayList<>();
        if (fit.isEmpty()) {
            notes.add(noPart);
        } else if (fit.get().fitted().isEmpty()) {
            notes.add(fit.get().reason());
        }
        return new PlaceRates(
                place.code(),
                place.name(),
                place.population(),
                place.count(),
                crude(place),
                decile1(place),
                fit.map(found -> found.standardised().per10000(CONFIDENCE)).orElseGet(() -> Computed.not(noPart)),
                fit.map(found -> indirect(found, fits.values())).orElseGet(() -> Computed.not(noPart)),
                fit.map(PlaceFit::ratioPerDecile).orElseGet(() -> Computed.not(noPart)),
                fit.map(PlaceFit::groups).orElse(List.of()),
                notes);
    }

    private static String noPart(PlaceDeciles place) {
        if (place.groups().isEmpty()) {
            return place.name() + " is not compared: no decile of it has population.";
        }
        return place.isKnown()
                ? place.name() + " is not compared: the places have no decile in common."
                : place.name() + " is not compared: one of its counts is "
                        + (place.count().state() == ValueState.SUPPRESSED
                                ? "hidden to protect children."
                                : "not available.");
    }

    private static Computed crude(PlaceDeciles place) {
        if (place.groups().isEmpty()) {
            return Computed.not("Not computed: there is no population.");
        }
        return rate(place.count(), place.population(), place.designEffect());
    }

    private static Computed decile1(PlaceDeciles place) {
        Optional<GradientGroup> first = place.groups().stream()
                .filter(group -> group.firstDecile() == 1)
                .findFirst();
        if (first.isEmpty()) {
            return Computed.not("Not computed: nobody lives in decile 1.");
        }
        if (first.get().lastDecile() > 1) {
            return Computed.not("Not computed: decile 1 is taken together with others, as "
                    + first.get().label() + ".");
        }
        return rate(first.get().count(), first.get().population(), first.get().designEffect());
    }

    private static Computed rate(Value count, double population, double designEffect) {
        if (!count.isKnown()) {
            return Computed.not(
                    count.state() == ValueState.SUPPRESSED ? "Hidden to protect children." : "Not available.");
        }
        long events = Math.round(count.number().orElseThrow());
        Interval limits = new ClusteredCount(events, designEffect).limitsOfRatePer10000(population, CONFIDENCE);
        return Computed.of(new Estimate(10_000 * events / population, limits.lower(), limits.upper()));
    }

    private static Computed indirect(PlaceFit fit, Collection<PlaceFit> all) {
        double expected = 0;
        long observed = 0;
        for (int q = 0; q < fit.groups().size(); q++) {
            double events = 0;
            double people = 0;
            for (PlaceFit other : all) {
                events += other.groups().get(q).events();
                people += other.comparable().get(q);
            }
            expected += fit.comparable().get(q) * events / people;
            observed += fit.groups().get(q).events();
        }
        return StandardisedRate.observedOverExpected(observed, expected, CONFIDENCE);
    }
}
