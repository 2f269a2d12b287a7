package org.needscape.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.layer.LegendClass;
import org.needscape.layer.Ramp;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedMatrix;
import org.needscape.need.NeedRecipe;
import org.needscape.need.RankOutlook;
import org.needscape.need.RankUncertainty;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * The default need score: z-scores of every loaded circumstance whose need direction is stated, with equal weight. It is computed
 * from protected values, so that a hidden cell never changes it. {@code need-score-default}.
 */
final class NeedLayer {

    static final String KEY = "need-score-default";

    /** With fewer factors a score would be one measure under another name. */
    static final int FEWEST_FACTORS = 3;

    /** How often weights are drawn anew, to say how sure ranks are. */
    private static final int DRAWS = 1_000;

    private static final long SEED = 1;

    private static final String TITLE = "Need score, default scoring method";

    private final ProtectedObservations observations;

    NeedLayer(ProtectedObservations observations) {
        this.observations = observations;
    }

    /**
     * The circumstances that enter the score: shares, rates and scores with a stated need direction, each at its latest period.
     * Bare counts, ranks and deciles do not, and neither do the Indices of Deprivation, which are made of such measures already.
     */
    static List<StoredSeries> factors(SeriesCatalog catalog, Geography geography) {
        List<StoredSeries> factors = new ArrayList<>();
        Set<IndicatorId> taken = new HashSet<>();
        List<StoredSeries> latestFirst = new ArrayList<>(catalog.all());
        latestFirst.sort(Collections.reverseOrder(
                java.util.Comparator.comparing(series -> series.key().period())));
        for (StoredSeries series : latestFirst) {
            Indicator indicator = catalog.definition(series);
            String unit = indicator.unit().toLowerCase(Locale.ROOT);
            if (series.key().geography().equals(geography)
                    && !SeriesCatalog.isDeprivation(series)
                    && indicator.polarity() != Polarity.NOT_STATED
                    && !DisclosurePolicy.isCount(indicator)
                    && !unit.equals("rank")
                    && !unit.equals("decile")
                    && taken.add(indicator.id())) {
                factors.add(series);
            }
        }
        factors.sort(java.util.Comparator.comparing(series -> series.key().indicator()));
        return factors;
    }

    ManifestBuilder manifest(StoreSession session, AreaFrame frame, SeriesCatalog catalog, List<StoredSeries> factors) {
        ManifestBuilder manifest = new ManifestBuilder(
                        "Mean of z-scores (divisor n - 1) over the areas of the extent, higher ="
                                + " more need; an area needs three quarters of the weight to get a score; decile = ceil(10 rank / n)."
                                + " How sure ranks are: weights drawn from a Dirichlet distribution around the equal ones, each"
                                + " varying by a quarter of itself; limits are the 5th and 95th of 100 ranks. Small counts"
                                + " behind the measures are not drawn anew.")
                .areas(frame)
                .parameter("minimumCoverage", Double.toString(NeedRecipe.DEFAULT_COVERAGE_FRACTION))
                .parameter("draws", Integer.toString(DRAWS))
                .parameter("seed", Long.toString(SEED))
                .parameter("weightVariation", Double.toString(RankUncertainty.DEFAULT_WEIGHT_VARIATION))
                .parameter(
                        "largestHiddenCount",
                        Integer.toString(observations.ruleOf(session, factors).threshold()))
                .dependsOn(observations.ruleOf(session, factors).toString());
        for (StoredSeries factor : factors) {
            manifest.parameter(
                            "factor " + factor.key().indicator(),
                            "weight 1, z-score, "
                                    + catalog.definition(factor).polarity().words() + ", "
                                    + catalog.definition(factor).sensitivity() + ", "
                                    + factor.key().period())
                    .input(session, factor.datasets(), factor.contentHash());
        }
        return manifest;
    }

    /** What the layer is made of: areas by factors, from protected values, in the order of the frame. */
    NeedMatrix matrix(StoreSession session, AreaFrame frame, SeriesCatalog catalog, List<StoredSeries> factors) {
        List<AreaCode> codes = List.copyOf(frame.names().keySet());
        Map<SeriesKey, Map<AreaCode, Value>> values = observations.listValues(
                session,
                factors.stream().map(StoredSeries::key).toList(),
                frame.extent().name());
        Map<String, List<Value>> columns = new HashMap<>();
        List<NeedFactor> needFactors = new ArrayList<>();
        for (StoredSeries factor : factors) {
            String column = factor.key().indicator().value();
            Map<AreaCode, Value> byArea = values.getOrDefault(factor.key(), Map.of());
            columns.put(
                    column,
                    codes.stream()
                            .map(code -> byArea.getOrDefault(code, Value.notAvailable()))
                            .toList());
            needFactors.add(NeedFactor.zScore(column, catalog.definition(factor).polarity()));
        }
        return NeedMatrix.of(NeedRecipe.equalWeights("default", needFactors), codes, columns);
    }

    Layer build(StoreSession session, AreaFrame frame, SeriesCatalog catalog, List<StoredSeries> factors) {
        NeedMatrix matrix = matrix(session, frame, catalog, factors);
        // No measure brings its counts, so that weights alone are drawn anew.
        RankOutlook outlook = RankUncertainty.of(matrix, Map.of(), Map.of(), RankUncertainty.Settings.of(DRAWS, SEED));
        List<LayerRow> rows = new ArrayList<>();
        for (int at = 0; at < matrix.rows().size(); at++) {
            NeedMatrix.Row row = matrix.rows().get(at);
            RankOutlook.Row sure = outlook.rows().get(at);
            rows.add(new LayerRow(
                    row.area(),
                    frame.names().getOrDefault(row.area(), row.area().value()),
                    frame.districtOf(row.area()),
                    row.score(),
                    row.decile().number().isPresent()
                            ? Integer.toString((int) row.decile().number().getAsDouble())
                            : row.score().state().code(),
                    List.of(
                            Cell.of(row.rank()),
                            Cell.of(row.decile()),
                            Cell.of(row.coverageFraction()),
                            Cell.of(sure.low()),
                            Cell.of(sure.high()),
                            Cell.of(sure.highestNeedTenth()))));
        }
        List<String> cautions = new ArrayList<>(List.of(Cautions.NEED_SCORE));
        cautions.addAll(matrix.notices());
        ManifestBuilder manifest = manifest(session, frame, catalog, factors);
        return new Layer(
                frame.layerId(KEY),
                TITLE,
                LayerKind.NEED,
                frame.extent(),
                frame.geography(),
                periods(factors),
                "mean of z-scores",
                3,
                "Need score (higher = more need)",
                sentence(frame, rows, factors.size()),
                List.of(
                        new LayerColumn(
                                "rank", "RANK", "Rank (1 = most need)", LayerColumn.Type.WHOLE_NUMBER, "rank", 0),
                        new LayerColumn(
                                "decile",
                                "DECILE",
                                "Tenth of this extent's areas (1 = most need)",
                                LayerColumn.Type.WHOLE_NUMBER,
                                "decile",
                                0),
                        new LayerColumn(
                                "coverage",
                                "COVERAGE",
                                "Share of the weight that is known",
                                LayerColumn.Type.NUMBER,
                                "share",
                                3),
                        rank("rank_low", "RANK_LOW", "Rank: above it in 5 of 100 cases of other weights"),
                        rank("rank_high", "RANK_HIGH", "Rank: below it in 5 of 100 cases of other weights"),
                        new LayerColumn(
                                "probability_highest_need_tenth",
                                "P_TENTH",
                                "Share of cases of other weights in the highest-need tenth",
                                LayerColumn.Type.NUMBER,
                                "share",
                                3)),
                legend(rows),
                Cautions.of(frame.extent(), cautions.toArray(String[]::new)),
                manifest.build(),
                manifest.release(),
                rows);
    }

    private static LayerColumn rank(String name, String shortName, String label) {
        return new LayerColumn(name, shortName, label, LayerColumn.Type.WHOLE_NUMBER, "rank", 0);
    }

    private static String periods(List<StoredSeries> factors) {
        Set<String> periods = new java.util.TreeSet<>();
        factors.forEach(factor -> periods.add(factor.key().period().text()));
        return periods.size() <= 3 ? String.join(", ", periods) : "several periods, see the method";
    }

    private static List<LegendClass> legend(List<LayerRow> rows) {
        List<LegendClass> legend = new ArrayList<>();
        for (int decile = 1; decile <= 10; decile++) {
            String code = Integer.toString(decile);
            String label =
                    switch (decile) {
                        case 1 -> "1, highest-need tenth";
                        case 10 -> "10, lowest-need tenth";
                        default -> code;
                    };
            int count = (int)
                    rows.stream().filter(row -> row.valueClass().equals(code)).count();
            legend.add(new LegendClass(code, label, Ramp.colour(decile, 10), count));
        }
        legend.addAll(ValueClasses.states(rows.stream().map(LayerRow::value).toList()));
        return legend;
    }

    private static String sentence(AreaFrame frame, List<LayerRow> rows, int factors) {
        Map<String, Integer> byDistrict = new TreeMap<>();
        int top = 0;
        for (LayerRow row : rows) {
            if (row.valueClass().equals("1")) {
                top++;
                byDistrict.merge(frame.districtNameOf(row.code()), 1, Integer::sum);
            }
        }
        String where = byDistrict.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .max(Map.Entry.comparingByValue())
                .map(entry -> "; " + entry.getValue() + " of them are in " + entry.getKey())
                .orElse("");
        return top + " of " + rows.size() + " areas make up the highest-need tenth by " + factors
                + " circumstances linked with need" + where + ".";
    }
}
