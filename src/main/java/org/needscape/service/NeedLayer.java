package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.layer.LegendClass;
import org.needscape.layer.Ramp;
import org.needscape.need.Aggregation;
import org.needscape.need.CountBand;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedMatrix;
import org.needscape.need.NeedRecipe;
import org.needscape.need.RankOutlook;
import org.needscape.need.RankUncertainty;
import org.needscape.need.Shrinkage;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/** The layer of a need score: score, rank and tenth of every area, with how sure the rank is. {@code need-score-RECIPE}. */
final class NeedLayer {

    /** How often rates and weights are drawn anew, to say how sure ranks are. */
    private static final int DRAWS = 1_000;

    /** The same where there are more areas than a county has. */
    private static final int FEWER_DRAWS = 200;

    private static final int AREAS_OF_A_COUNTY = 6_000;

    /** Of how many areas with most need it is said how likely each is among them, where nobody asks for another number. */
    static final int USUAL_MOST = 10;

    private static final long SEED = 1;

    private final ProtectedObservations observations;
    private final Adjacency adjacency;

    NeedLayer(ProtectedObservations observations, Adjacency adjacency) {
        this.observations = observations;
        this.adjacency = adjacency;
    }

    ManifestBuilder manifest(StoreSession session, AreaFrame frame, SeriesCatalog catalog, AppliedMethod applied) {
        return manifest(session, frame, catalog, applied, USUAL_MOST);
    }

    /** @param most of how many areas with most need it is said how likely each is among them */
    ManifestBuilder manifest(
            StoreSession session, AreaFrame frame, SeriesCatalog catalog, AppliedMethod applied, int most) {
        NeedRecipe recipe = applied.document().recipe();
        List<StoredSeries> series = applied.series();
        ManifestBuilder manifest = new ManifestBuilder(MethodWords.method(applied.method()))
                .areas(frame)
                .parameter("scoringMethod", applied.method().id())
                .parameter(
                        "scoringMethodVersion",
                        Integer.toString(applied.method().version()))
                .parameter("recipe", applied.document().json())
                .parameter("minimumCoverage", Double.toString(recipe.minimumCoverageFraction()))
                .parameter("draws", Integer.toString(draws(frame)))
                .parameter("amongTheMost", Integer.toString(most))
                .parameter("seed", Long.toString(SEED))
                .parameter("weightVariation", Double.toString(RankUncertainty.DEFAULT_WEIGHT_VARIATION))
                .parameter(
                        "largestHiddenCount",
                        Integer.toString(observations.ruleOf(session, series).threshold()))
                .dependsOn(observations.ruleOf(session, series).toString());
        if (applied.document().shrinkage().containsValue(Shrinkage.DISTRICT)) {
            manifest.dependsOn(
                    frame.names().keySet().stream().map(frame::districtOf).collect(Collectors.joining(" ")));
        }
        for (int k = 0; k < series.size(); k++) {
            StoredSeries one = series.get(k);
            NeedFactor factor = recipe.factors().get(k);
            manifest.parameter(
                            "factor " + one.key().indicator(),
                            "weight " + Double.toString(factor.weight()) + ", "
                                    + factor.standardisation().code() + ", "
                                    + factor.polarity().words() + ", "
                                    + catalog.definition(one).sensitivity() + ", "
                                    + one.key().period())
                    .input(session, one.datasets(), one.contentHash());
        }
        return manifest;
    }

    NeedScore score(StoreSession session, AreaFrame frame, SeriesCatalog catalog, AppliedMethod applied) {
        return NeedScore.of(
                frame, catalog, applied, FactorColumns.read(session, observations, adjacency, frame, catalog, applied));
    }

    Layer build(StoreSession session, AreaFrame frame, SeriesCatalog catalog, AppliedMethod applied) {
        return layer(score(session, frame, catalog, applied), manifest(session, frame, catalog, applied), USUAL_MOST);
    }

    /** The layer of a score that was computed. */
    Layer layer(NeedScore score, ManifestBuilder manifest, int most) {
        AppliedMethod applied = score.applied();
        AreaFrame frame = score.frame();
        NeedMatrix matrix = score.matrix();
        RankOutlook outlook = RankUncertainty.of(
                matrix,
                score.columns().scored(),
                score.columns().counted(),
                RankUncertainty.Settings.of(draws(frame), SEED).withMost(most));
        boolean isCounted = matrix.recipe().aggregation() == Aggregation.THRESHOLD_COUNT;
        List<LayerRow> rows = new ArrayList<>();
        for (int at = 0; at < matrix.rows().size(); at++) {
            NeedMatrix.Row row = matrix.rows().get(at);
            rows.add(row(frame, row, cells(row, outlook.rows().get(at), isCounted)));
        }
        List<String> cautions = new ArrayList<>(List.of(Cautions.NEED_SCORE));
        cautions.add(MethodWords.sureness(score));
        cautions.addAll(score.notices());
        outlook.notices().forEach(notice -> cautions.add(score.columns().named(notice)));
        return new Layer(
                frame.layerId(applied.key()),
                MethodWords.title(applied.method()),
                LayerKind.NEED,
                frame.extent(),
                frame.geography(),
                periods(applied.series()),
                MethodWords.unit(applied.document().recipe()),
                3,
                "Need score (higher = more need)",
                sentence(frame, rows, matrix.factors().size()),
                columns(score, most),
                legend(rows),
                Cautions.of(frame.extent(), cautions.toArray(String[]::new)),
                manifest.build(),
                manifest.release(),
                rows);
    }

    private static LayerRow row(AreaFrame frame, NeedMatrix.Row row, List<Cell> cells) {
        return new LayerRow(
                row.area(),
                frame.names().getOrDefault(row.area(), row.area().value()),
                frame.districtOf(row.area()),
                row.score(),
                row.decile().number().isPresent()
                        ? Integer.toString((int) row.decile().number().getAsDouble())
                        : row.score().state().code(),
                cells);
    }

    private static List<Cell> cells(NeedMatrix.Row row, RankOutlook.Row sure, boolean isCounted) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(row.rank()),
                Cell.of(row.decile()),
                Cell.of(row.coverageFraction()),
                Cell.of(sure.median()),
                Cell.of(sure.low()),
                Cell.of(sure.high()),
                Cell.of(sure.highestNeedTenth()),
                Cell.of(sure.amongTheMost())));
        if (isCounted) {
            cells.add(Cell.of(CountBand.of(row.score())));
        }
        return cells;
    }

    private static List<LayerColumn> columns(NeedScore score, int most) {
        String cases = MethodWords.cases(score);
        List<LayerColumn> columns = new ArrayList<>(List.of(
                rank("rank", "RANK", "Rank (1 = most need)"),
                new LayerColumn(
                        "decile",
                        "DECILE",
                        "Tenth of this extent's areas (1 = most need)",
                        LayerColumn.Type.WHOLE_NUMBER,
                        "decile",
                        0),
                share("coverage", "COVERAGE", "Share of the weight that is known"),
                new LayerColumn(
                        "rank_median", "RANK_MED", "Middle rank of " + cases, LayerColumn.Type.NUMBER, "rank", 1),
                rank("rank_low", "RANK_LOW", MethodWords.ABOVE + cases),
                rank("rank_high", "RANK_HIGH", "Rank: below it in 5 of 100 " + cases),
                share("probability_highest_need_tenth", "P_TENTH", "Share of " + cases + " in the highest-need tenth"),
                share(
                        "probability_among_most",
                        "P_MOST",
                        "Share of " + cases + " among the " + most + " areas with most need")));
        if (score.matrix().recipe().aggregation() == Aggregation.THRESHOLD_COUNT) {
            columns.add(new LayerColumn(
                    "band",
                    "BAND",
                    "0 to 2 worse than the benchmark: low, 3 or 4: medium, 5 or more: high",
                    LayerColumn.Type.TEXT,
                    "",
                    0));
        }
        return columns;
    }

    private static int draws(AreaFrame frame) {
        return frame.names().size() > AREAS_OF_A_COUNTY ? FEWER_DRAWS : DRAWS;
    }

    private static LayerColumn share(String name, String shortName, String label) {
        return new LayerColumn(name, shortName, label, LayerColumn.Type.NUMBER, "share", 3);
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
        long scored = rows.stream().filter(row -> row.value().isKnown()).count();
        // Where many share a score, those in the highest-need tenth are more than a tenth.
        String what = top > Math.ceil(scored / 10.0)
                ? " areas share scores that reach into the highest-need tenth by "
                : " areas make up the highest-need tenth by ";
        return top + " of " + rows.size() + what + factors + " circumstances linked with need" + where + ".";
    }
}
