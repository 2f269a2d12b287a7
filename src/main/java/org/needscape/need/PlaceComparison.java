package org.needscape.need;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Places against each other at equal deprivation: crude, same-decile and standardised rates, whether their slopes differ, and what that
 * says about the inverse intervention law. Deciles are national ones in every place. Immutable.
 *
 * <p>Places are compared over the finest division of deciles that all of them share: deciles that one has taken together, to protect
 * children, are taken together in all, and deciles in which one has no population are left out. A place with a hidden count takes no
 * part, because leaving a decile out of one place alone would make its rates wrong. The standard population of direct standardisation
 * and the reference rates of indirect standardisation are those of all places that take part, together.
 *
 * <p>Source: Bywaters et al., 2015, Children and Youth Services Review 57:98-105, doi 10.1016/j.childyouth.2015.07.017; Webb et al., 2020,
 * the same, 111:104849, doi 10.1016/j.childyouth.2020.104849 (inverse intervention law).
 */
public final class PlaceComparison {

    private final List<PlaceRates> places;
    private final String reference;
    private final CommonDeciles common;
    private final Map<String, PlaceDeciles> byCode;
    private final Map<String, PlaceFit> fits;
    private final PlaceSlopes slopes;
    private final List<String> notes;

    private PlaceComparison(
            List<PlaceDeciles> given, CommonDeciles common, Map<String, PlaceFit> fits, @Nullable String wanted) {
        this.common = common;
        this.fits = fits;
        this.byCode = new LinkedHashMap<>();
        given.forEach(place -> byCode.put(place.code(), place));
        this.reference = wanted == null ? highestCrude(given) : wanted;
        this.places = given.stream().map(place -> RatesOfPlaces.of(place, fits)).toList();
        this.slopes = SlopesOfPlaces.of(reference, fits);
        this.notes = notesOf();
    }

    /**
     * Compares places with the one that has the highest crude rate.
     *
     * @param places at least one, with different codes
     */
    public static PlaceComparison of(List<PlaceDeciles> places) {
        return compare(places, null);
    }

    /**
     * Compares places with one of them.
     *
     * @param places at least one, with different codes
     * @param reference the code of one of them
     */
    public static PlaceComparison of(List<PlaceDeciles> places, String reference) {
        if (places.stream().noneMatch(place -> place.code().equals(reference))) {
            throw new IllegalArgumentException("The reference " + reference + " is not among the places.");
        }
        return compare(places, reference);
    }

    private static PlaceComparison compare(List<PlaceDeciles> places, @Nullable String reference) {
        Set<String> codes = new HashSet<>();
        places.forEach(place -> {
            if (!codes.add(place.code())) {
                throw new IllegalArgumentException("The place " + place.code() + " is given twice.");
            }
        });
        if (places.isEmpty()) {
            throw new IllegalArgumentException("There is no place to compare.");
        }
        List<PlaceDeciles> taking = places.stream()
                .filter(place -> !place.groups().isEmpty() && place.isKnown())
                .toList();
        CommonDeciles common = CommonDeciles.of(taking);
        Map<String, PlaceFit> fits = new LinkedHashMap<>();
        if (!common.spans().isEmpty()) {
            List<GradientGroup> pooled = pooled(taking.stream().map(common::of).toList());
            taking.forEach(place -> fits.put(place.code(), PlaceFit.of(place, common.of(place), pooled, 0)));
            double slope = SlopesOfPlaces.of(taking.get(0).code(), fits)
                    .commonRatioPerDecile()
                    .estimate()
                    .map(ratio -> Math.log(ratio.estimate()))
                    .orElse(0.0);
            taking.forEach(place -> fits.put(place.code(), PlaceFit.of(place, common.of(place), pooled, slope)));
        }
        return new PlaceComparison(places, common, fits, reference);
    }

    /** The places in the order in which they were given. */
    public List<PlaceRates> places() {
        return places;
    }

    /** The code of the place that the others are compared with. */
    public String reference() {
        return reference;
    }

    /** Common against separate slopes. */
    public PlaceSlopes slopes() {
        return slopes;
    }

    /** What the standardised rates are standardised to, and which deciles that rests on. */
    public String standard() {
        if (fits.isEmpty()) {
            return "Nothing is standardised: the places have no decile in common.";
        }
        String whose = fits.size() == 1
                ? "the place"
                : (fits.size() == 2 ? "both" : "all " + fits.size()) + " places together";
        return "Standardised to the population of " + whose + " in " + common.inWords() + ".";
    }

    /** The labels of the deciles that the comparison rests on, most deprived first, such as {@code 1}, {@code 9-10}. */
    public List<String> commonDeciles() {
        return common.spans().stream().map(CommonDeciles.Span::label).toList();
    }

    /** What a reader must know about the comparison as a whole, one sentence each. */
    public List<String> notes() {
        return notes;
    }

    /** Each place but the reference against the reference. */
    public List<PlacePair> pairs() {
        return places.stream()
                .filter(place -> !place.code().equals(reference))
                .map(place -> pair(place.code(), reference))
                .toList();
    }

    /** One of the places against another. @throws IllegalArgumentException where one is not among them */
    public PlacePair pair(String subject, String against) {
        return new PairOfPlaces(place(subject), place(against), fits, common, slopes.dispersion()).compare();
    }

    /**
     * The law over three or more places, their mean decile as how deprived they are.
     *
     * @return not computed, with the reason, with fewer places or with places that are equally deprived
     */
    public DeprivationLaw law() {
        Map<String, Double> deprivation = new LinkedHashMap<>();
        fits.forEach((code, fit) -> deprivation.put(code, -fit.place().meanDecile()));
        return DeprivationLaw.of(List.copyOf(fits.values()), deprivation);
    }

    /**
     * The law over three or more places by a score of theirs.
     *
     * @param deprivation by code, higher is more deprived, such as the mean score of the Index of Multiple Deprivation; places without
     *     one are left out
     */
    public DeprivationLaw law(Map<String, Double> deprivation) {
        return DeprivationLaw.of(List.copyOf(fits.values()), deprivation);
    }

    private PlaceDeciles place(String code) {
        PlaceDeciles place = byCode.get(code);
        if (place == null) {
            throw new IllegalArgumentException("The place " + code + " is not among those compared.");
        }
        return place;
    }

    private static List<GradientGroup> pooled(List<List<GradientGroup>> places) {
        List<GradientGroup> pooled = new ArrayList<>();
        for (int q = 0; q < places.get(0).size(); q++) {
            GradientGroup sum = places.get(0).get(q);
            for (List<GradientGroup> groups : places.subList(1, places.size())) {
                sum = sum.with(groups.get(q));
            }
            pooled.add(sum);
        }
        return pooled;
    }

    private static String highestCrude(List<PlaceDeciles> places) {
        return places.stream()
                .filter(place -> crudePer10000(place).isPresent())
                .max(Comparator.<PlaceDeciles>comparingDouble(
                                place -> crudePer10000(place).orElseThrow())
                        .thenComparing(PlaceDeciles::code, Comparator.reverseOrder()))
                .orElse(places.get(0))
                .code();
    }

    private static OptionalDouble crudePer10000(PlaceDeciles place) {
        return place.population() > 0 && place.isKnown()
                ? OptionalDouble.of(10_000 * place.count().number().orElseThrow() / place.population())
                : OptionalDouble.empty();
    }

    private List<String> notesOf() {
        List<String> said = new ArrayList<>();
        places.forEach(place -> said.addAll(place.notes()));
        if (!common.leftOut().isEmpty()) {
            boolean one = common.leftOut().size() == 1;
            said.add((one ? "Decile " : "Deciles ") + CommonDeciles.labels(common.leftOut())
                    + (one ? " is" : " are")
                    + " left out of the comparison: not every place has population there.");
        }
        common.spans().stream()
                .filter(span -> span.first() != span.last())
                .forEach(span -> said.add("Deciles " + span.first() + " to " + span.last()
                        + " are taken together in every place, because one place has them together; rates are compared at the"
                        + " same mean decile."));
        if (slopes.dispersion() > 1) {
            said.add(String.format(
                    Locale.UK,
                    "Rates lie about the lines more widely than chance gives (dispersion %.1f): limits of ratios by the model and p"
                            + " allow for it.",
                    slopes.dispersion()));
        }
        return List.copyOf(said);
    }
}
