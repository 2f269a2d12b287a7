package org.needscape.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of the places that can be compared a report compares. */
final class GradientChoice {

    private GradientChoice() {}

    /**
     * The places of these codes; without any, the extent and its neighbours, or its most and its least deprived district.
     *
     * @throws RejectedException for a code that there is no place of
     */
    static List<GradientPlaces.Place> among(List<GradientPlaces.Place> all, List<String> codes) {
        if (codes.isEmpty()) {
            return usual(all);
        }
        return codes.stream()
                .map(code -> find(all, code)
                        .orElseThrow(() -> new RejectedException(
                                "places",
                                "There is no place " + code + " to compare: choose among "
                                        + String.join(
                                                ", ",
                                                all.stream()
                                                        .map(GradientPlaces.Place::code)
                                                        .toList())
                                        + ".")))
                .toList();
    }

    private static List<GradientPlaces.Place> usual(List<GradientPlaces.Place> all) {
        List<GradientPlaces.Place> authorities = all.stream()
                .filter(place -> place.kind() == GradientPlaces.Kind.AUTHORITY)
                .limit(GradientQuestion.MOST_PLACES - 1L)
                .toList();
        if (!authorities.isEmpty()) {
            List<GradientPlaces.Place> usual = new ArrayList<>(List.of(all.get(0)));
            usual.addAll(authorities);
            return usual;
        }
        List<GradientPlaces.Place> districts = all.stream()
                .filter(place -> place.kind() == GradientPlaces.Kind.DISTRICT
                        && place.toCompare().isKnown()
                        && !place.deciles().isEmpty())
                .sorted(Comparator.comparingDouble(place -> place.toCompare().meanDecile()))
                .toList();
        return districts.size() < 2
                ? List.of(all.get(0))
                : List.of(districts.get(0), districts.get(districts.size() - 1));
    }

    /** The place of a code. */
    private static Optional<GradientPlaces.Place> find(List<GradientPlaces.Place> places, String code) {
        return places.stream().filter(place -> place.code().equals(code)).findFirst();
    }
}
