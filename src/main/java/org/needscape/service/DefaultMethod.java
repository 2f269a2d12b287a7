package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.Geography;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.recipe.RecipeDocument;
import org.needscape.store.ObservationStore.StoredSeries;

/** The scoring method that nobody has to define: every loaded circumstance whose need direction is stated, with equal weight. */
final class DefaultMethod {

    static final String ID = "default";

    static final String NAME = "Default scoring method";

    /** With fewer factors a score would be one measure under another name. */
    static final int FEWEST_FACTORS = 3;

    private DefaultMethod() {}

    /**
     * The method for areas of a geography.
     *
     * @param period which circumstances are taken; empty for the latest of each
     * @return empty where there are fewer than {@value #FEWEST_FACTORS} of them
     */
    static Optional<AppliedMethod> find(SeriesCatalog catalog, Geography geography, Optional<Period> period) {
        List<StoredSeries> factors = factors(catalog, geography, period);
        if (factors.size() < FEWEST_FACTORS) {
            return Optional.empty();
        }
        ScoringMethod method = new ScoringMethod(ID, 0, Optional.empty(), document(catalog, factors));
        return Optional.of(new AppliedMethod(method, geography, factors, period));
    }

    /**
     * The circumstances that enter the score: shares, rates and scores with a stated need direction. Bare counts, ranks and deciles do
     * not, and neither do the Indices of Deprivation, which are made of such measures already.
     */
    static List<StoredSeries> factors(SeriesCatalog catalog, Geography geography, Optional<Period> period) {
        List<StoredSeries> factors = new ArrayList<>();
        Set<IndicatorId> taken = new HashSet<>();
        List<StoredSeries> latestFirst = new ArrayList<>(catalog.all());
        latestFirst.sort(Collections.reverseOrder(
                Comparator.comparing(series -> series.key().period())));
        for (StoredSeries series : latestFirst) {
            Indicator indicator = catalog.definition(series);
            String unit = indicator.unit().toLowerCase(Locale.ROOT);
            if (series.key().geography().equals(geography)
                    && period.map(series.key().period()::equals).orElse(true)
                    && !SeriesCatalog.isDeprivation(series)
                    && indicator.polarity() != Polarity.NOT_STATED
                    && !DisclosurePolicy.isCount(indicator)
                    && !unit.equals("rank")
                    && !unit.equals("decile")
                    && taken.add(indicator.id())) {
                factors.add(series);
            }
        }
        factors.sort(Comparator.comparing(series -> series.key().indicator()));
        return factors;
    }

    private static RecipeDocument document(SeriesCatalog catalog, List<StoredSeries> series) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schemaVersion", 1)
                .put("name", NAME)
                .put(
                        "description",
                        "Every loaded circumstance of which it is stated which end means more need, with equal weight.");
        ArrayNode factors = json.putArray("factors");
        for (StoredSeries each : series) {
            factors.addObject()
                    .put("column", each.key().indicator().value())
                    .put(
                            "polarity",
                            catalog.definition(each).polarity() == Polarity.HIGHER_IS_MORE_NEED ? "higher" : "lower")
                    .put("standardisation", "z")
                    .put("weight", 1)
                    .put("period", each.key().period().text());
        }
        json.put("aggregation", "weighted-mean").put("minimumCoverage", 0.75);
        return RecipeDocument.parse(json.toString());
    }
}
