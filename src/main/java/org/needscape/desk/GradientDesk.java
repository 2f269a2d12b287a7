package org.needscape.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.need.Gradient;
import org.needscape.need.GradientArea;
import org.needscape.need.GradientGroup;
import org.needscape.stats.CountData;
import org.needscape.stats.CountModel;
import org.needscape.stats.Deciles;
import org.needscape.stats.Estimate;
import org.needscape.stats.FittedCountModel;
import org.needscape.stats.NegativeBinomialRegression;
import org.needscape.stats.PoissonRegression;

/** The deprivation-intervention gradient from file to file. */
public final class GradientDesk {

    /** Two hidden deciles could be worked out from totals alone; models are withheld as well, see {@link #run}. */
    private static final int HIDDEN_TOGETHER = 2;

    /**
     * Reads, fits and writes. Where a decile's count is hidden, the next smallest is hidden with it, and indices and models are
     * withheld: their totals would give it back.
     *
     * @return what a person should know, one sentence each
     */
    public List<String> run(GradientRequest request) {
        OutputFile.requireExtension(request.output(), List.of("json"));
        List<String> notices = new ArrayList<>();
        Input input = Input.read(request, notices);
        Gradient gradient = Gradient.of(input.areas, 1);
        List<GradientGroup> deciles = gradient.deciles();
        boolean[] hidden = CountProtection.hidden(
                deciles.stream().map(GradientGroup::count).toList(), request.suppressUpTo(), HIDDEN_TOGETHER);
        boolean withheld = false;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("deciles");
        for (int k = 0; k < deciles.size(); k++) {
            withheld |= hidden[k];
            putDecile(list.addObject(), deciles.get(k), hidden[k]);
        }
        List<String> notes = new ArrayList<>(gradient.notes());
        if (withheld) {
            String mark = ValueState.SUPPRESSED.mark();
            for (String name : List.of("sii", "rii", "poisson", "quasi_poisson", "negative_binomial")) {
                json.put(name, mark);
            }
            notes.add("Indices and models are hidden because a decile has a small count that they would give away.");
        } else {
            putEstimate(json, "sii", gradient.fit().map(fit -> fit.sii()).orElse(null));
            putEstimate(json, "rii", gradient.fit().map(fit -> fit.rii()).orElse(null));
            putModels(json, input, notes);
        }
        ArrayNode noteList = json.putArray("notes");
        notes.forEach(noteList::add);
        OutputFile.writeJson(request.output(), json);
        notices.addAll(notes);
        return notices;
    }

    private static void putDecile(ObjectNode json, GradientGroup decile, boolean hidden) {
        json.put("decile", decile.firstDecile());
        json.put("population", decile.population());
        putValue(json, "count", decile.count(), hidden);
        putValue(json, "rate_per_10000", decile.ratePer10000(), hidden);
        putValue(json, "lower", decile.lower(), hidden);
        putValue(json, "upper", decile.upper(), hidden);
    }

    private static void putValue(ObjectNode json, String name, Value value, boolean hidden) {
        if (hidden || !value.isKnown()) {
            json.put(name, hidden ? ValueState.SUPPRESSED.mark() : value.state().mark());
        } else {
            json.put(name, value.number().orElseThrow());
        }
    }

    private static void putEstimate(
            ObjectNode json, String name, @org.jspecify.annotations.Nullable Estimate estimate) {
        if (estimate == null) {
            json.putNull(name);
            return;
        }
        json.putObject(name)
                .put("estimate", estimate.estimate())
                .put("lower", estimate.lower())
                .put("upper", estimate.upper());
    }

    private static void putModels(ObjectNode json, Input input, List<String> notes) {
        if (input.hasHiddenCounts) {
            notes.add("The models over areas are not computed: areas with hidden counts cannot be left out of them.");
            List.of("poisson", "quasi_poisson", "negative_binomial").forEach(json::putNull);
            return;
        }
        CountData data = input.toCountData();
        CountModel poisson = PoissonRegression.fit(data);
        CountModel negativeBinomial = NegativeBinomialRegression.fit(data);
        poisson.fitted()
                .ifPresentOrElse(
                        model -> {
                            putDispersion(putModel(json, "poisson", model, model.standardError(1)), model);
                            double error = model.quasiStandardError(1).orElse(model.standardError(1));
                            putDispersion(putModel(json, "quasi_poisson", model, error), model);
                        },
                        () -> {
                            json.putNull("poisson");
                            json.putNull("quasi_poisson");
                            notes.add(poisson.reason());
                        });
        negativeBinomial
                .fitted()
                .ifPresentOrElse(
                        model -> {
                            ObjectNode node = putModel(json, "negative_binomial", model, model.standardError(1));
                            model.theta()
                                    .ifPresentOrElse(theta -> node.put("theta", theta), () -> node.putNull("theta"));
                        },
                        () -> json.putNull("negative_binomial"));
    }

    private static ObjectNode putModel(ObjectNode json, String name, FittedCountModel model, double standardError) {
        Estimate ratio = model.rateRatio(1, standardError, GradientGroup.CONFIDENCE_FRACTION);
        return json.putObject(name)
                .put("intercept", model.coefficient(0))
                .put("slope", model.coefficient(1))
                .put("slope_se", standardError)
                .put("rate_ratio", ratio.estimate())
                .put("lower", ratio.lower())
                .put("upper", ratio.upper());
    }

    private static void putDispersion(ObjectNode node, FittedCountModel model) {
        model.dispersion().ifPresentOrElse(phi -> node.put("dispersion", phi), () -> node.putNull("dispersion"));
    }

    /** The areas of the file, with the covariate of the models. */
    private static final class Input {

        private final List<GradientArea> areas = new ArrayList<>();
        private final List<Double> covariates = new ArrayList<>();
        private boolean hasHiddenCounts;

        static Input read(GradientRequest request, List<String> notices) {
            CsvTable table = CsvTable.read(request.values());
            table.codes(request.codeColumn());
            List<Value> counts = table.amounts(request.countColumn(), true, notices);
            List<Value> populations = table.amounts(request.populationColumn(), false, notices);
            Input input = new Input();
            GradientRequest.Deprivation deprivation = request.deprivation();
            String column = deprivation instanceof GradientRequest.Deprivation.OfRank rank
                    ? rank.column()
                    : ((GradientRequest.Deprivation.OfDecile) deprivation).column();
            int highest = deprivation instanceof GradientRequest.Deprivation.OfRank rank ? rank.of() : 10;
            List<Value> deprived = table.values(column, notices);
            for (int row = 0; row < table.size(); row++) {
                double number = deprived.get(row).number().orElse(0);
                if (number < 1 || number > highest || number != Math.rint(number)) {
                    notices.add(table.at(row, column) + ": not a whole number from 1 to " + highest
                            + "; the area was left out.");
                    continue;
                }
                boolean ranked = deprivation instanceof GradientRequest.Deprivation.OfRank;
                int decile = ranked ? Deciles.ofRank((int) number, highest) : (int) number;
                input.areas.add(new GradientArea(decile, populations.get(row), counts.get(row)));
                input.covariates.add(ranked ? (number - 0.5) / highest : number);
                input.hasHiddenCounts |= counts.get(row).state() == ValueState.SUPPRESSED;
            }
            if (input.areas.isEmpty()) {
                throw new RefusedException(table.fileName() + " has no row that can be used: column " + column
                        + " must hold whole numbers from 1 to " + highest + ".");
            }
            return input;
        }

        CountData toCountData() {
            List<Integer> usable = new ArrayList<>();
            for (int k = 0; k < areas.size(); k++) {
                if (areas.get(k).count().isKnown()
                        && areas.get(k).population().number().orElse(0) > 0) {
                    usable.add(k);
                }
            }
            return CountData.of(
                    usable.stream()
                            .mapToDouble(k -> areas.get(k).count().number().orElseThrow())
                            .toArray(),
                    usable.stream()
                            .mapToDouble(k -> areas.get(k).population().number().orElseThrow())
                            .toArray(),
                    usable.stream().mapToDouble(covariates::get).toArray());
        }
    }
}
