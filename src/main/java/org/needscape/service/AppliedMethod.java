package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.geoio.table.DeprivationFile;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Period;
import org.needscape.need.NeedFactor;
import org.needscape.recipe.RecipeDocument;
import org.needscape.service.RejectedException.Violation;
import org.needscape.store.ObservationStore.StoredSeries;

/**
 * A scoring method with what an extent has for its factors.
 *
 * @param method the method
 * @param geography of the areas that are scored
 * @param series one for each factor, in the order of the recipe
 * @param period that was asked for; empty for the latest of each factor
 */
record AppliedMethod(ScoringMethod method, Geography geography, List<StoredSeries> series, Optional<Period> period) {

    /** What the layers of need scores are called before the method's id. */
    static final String KEY_PREFIX = "need-score-";

    AppliedMethod {
        series = List.copyOf(series);
    }

    /** The layer of the score. */
    String key() {
        return KEY_PREFIX + method.id();
    }

    RecipeDocument document() {
        return method.document();
    }

    StoredSeries seriesOf(NeedFactor factor) {
        return series.get(document().recipe().factors().indexOf(factor));
    }

    /**
     * Finds what an extent has for a method.
     *
     * @param wanted the geography; empty for the latest small areas that have all of it
     * @param period which figures are taken where the method names none; empty for the latest of each
     * @throws RejectedException when a factor has no figures, with the field of each
     */
    static AppliedMethod of(
            ScoringMethod method, SeriesCatalog catalog, Optional<Geography> wanted, Optional<Period> period) {
        List<Geography> candidates = new ArrayList<>(catalog.geographies());
        candidates.removeIf(
                geography -> wanted.isPresent() ? !geography.equals(wanted.get()) : geography.level() != Level.LSOA);
        candidates.sort(java.util.Comparator.reverseOrder());
        if (candidates.isEmpty()) {
            throw new RejectedException(
                    "geography",
                    wanted.map(geography -> "There are no figures for " + geography + " here.")
                            .orElse("There are no figures for small areas here: import some first."));
        }
        List<Violation> fewest = List.of();
        for (Geography geography : candidates) {
            List<Violation> violations = new ArrayList<>();
            List<StoredSeries> series = series(method.document(), catalog, geography, period, violations);
            if (violations.isEmpty()) {
                return new AppliedMethod(method, geography, series, period);
            }
            if (fewest.isEmpty() || violations.size() < fewest.size()) {
                fewest = violations;
            }
        }
        throw new RejectedException(fewest);
    }

    /** The same, empty where a factor has no figures. */
    static Optional<AppliedMethod> find(
            ScoringMethod method, SeriesCatalog catalog, Optional<Geography> wanted, Optional<Period> period) {
        try {
            return Optional.of(of(method, catalog, wanted, period));
        } catch (RejectedException notHere) {
            return Optional.empty();
        }
    }

    private static List<StoredSeries> series(
            RecipeDocument document,
            SeriesCatalog catalog,
            Geography geography,
            Optional<Period> period,
            List<Violation> violations) {
        List<StoredSeries> found = new ArrayList<>();
        List<NeedFactor> factors = document.recipe().factors();
        for (int k = 0; k < factors.size(); k++) {
            String column = factors.get(k).column();
            Optional<String> own = Optional.ofNullable(document.periods().get(column));
            try {
                found.add(choose(
                        "factors[" + k + "]",
                        column,
                        list("factors[" + k + "].column", column, catalog, geography),
                        own,
                        own.or(() -> period.map(Period::text))));
            } catch (RejectedException wrong) {
                violations.addAll(wrong.violations());
            }
        }
        return found;
    }

    /** The series of a column, latest period first; a column of the published Indices stands for what it holds. */
    private static List<StoredSeries> list(String field, String column, SeriesCatalog catalog, Geography geography) {
        Optional<IndicatorId> own =
                IndicatorId.isValid(column) ? Optional.of(new IndicatorId(column)) : Optional.empty();
        List<StoredSeries> all = own.or(() -> DeprivationFile.findIndicator(column))
                .map(indicator -> catalog.list(indicator, geography))
                .orElse(List.of());
        if (all.isEmpty()) {
            throw new RejectedException(
                    field,
                    "There is no measure " + column + " for " + geography
                            + " here: import it, or name one that is loaded.");
        }
        if (LoadedMeasure.isBareCount(catalog, all.get(0))) {
            throw new RejectedException(
                    field, column + " is a bare count, which is high where many people live: name a share or a rate.");
        }
        return all;
    }

    private static StoredSeries choose(
            String field, String column, List<StoredSeries> all, Optional<String> own, Optional<String> wanted) {
        return all.stream()
                .filter(series ->
                        wanted.map(series.key().period().text()::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        own.isPresent() ? field + ".period" : "period",
                        column + " has no figures of " + wanted.orElse("") + " for "
                                + all.get(0).key().geography() + "; there are those of "
                                + all.stream()
                                        .map(series -> series.key().period().text())
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
