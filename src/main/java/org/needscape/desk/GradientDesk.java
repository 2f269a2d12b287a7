package org.needscape.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.need.Gradient;
import org.needscape.need.GradientGroup;
import org.needscape.need.ModelChoice;
import org.needscape.stats.ClusteredCount;
import org.needscape.stats.CountData;
import org.needscape.stats.CountModel;
import org.needscape.stats.Estimate;
import org.needscape.stats.FittedCountModel;
import org.needscape.stats.Interval;
import org.needscape.stats.LogLinearGradient;
import org.needscape.stats.NegativeBinomialRegression;
import org.needscape.stats.PoissonRegression;
import org.needscape.stats.RoundedCountModel;

/** The deprivation-intervention gradient from file to file. */
public final class GradientDesk {

    /** Two hidden deciles could be worked out from totals alone; models are withheld as well, see {@link #run}. */
    private static final int HIDDEN_TOGETHER = 2;

    /**
     * Reads, fits and writes. Where a decile's count is hidden, the next smallest is hidden with it, and indices, models and the
     * comparison of places are withheld: their totals would give it back.
     *
     * @return what a person should know, one sentence each
     */
    public List<String> run(GradientRequest request) {
        OutputFile.requireExtension(request.output(), List.of("json"));
        List<String> notices = new ArrayList<>();
        GradientInput input = GradientInput.read(request, notices);
        boolean families = !request.options().familiesSquaredColumn().isEmpty();
        boolean compares = !request.options().areaColumn().isEmpty();
        Gradient gradient = Gradient.of(input.areas(), 1);
        List<GradientGroup> deciles = gradient.deciles();
        boolean[] hidden = CountProtection.hidden(
                deciles.stream().map(GradientGroup::count).toList(), request.suppressUpTo(), HIDDEN_TOGETHER);
        boolean withheld = false;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("deciles");
        for (int k = 0; k < deciles.size(); k++) {
            withheld |= hidden[k];
            putDecile(list.addObject(), deciles.get(k), hidden[k], families ? input : null);
        }
        List<String> notes = new ArrayList<>(gradient.notes());
        if (withheld) {
            withhold(json, compares);
            notes.add("Indices and models are hidden because a decile has a small count that they would give away.");
        } else {
            Optional<LogLinearGradient> fit = families ? clustered(gradient, input) : gradient.fit();
            putEstimate(json, "sii", fit.map(LogLinearGradient::sii).orElse(null));
            putEstimate(json, "rii", fit.map(LogLinearGradient::rii).orElse(null));
            putModels(json, input, request.suppressUpTo(), notes);
            if (compares) {
                PlacesJson.put(json.putObject("comparison"), input.areasByPlace(), request.suppressUpTo(), notes);
            }
        }
        ArrayNode noteList = json.putArray("notes");
        notes.forEach(noteList::add);
        OutputFile.writeJson(request.output(), json);
        notices.addAll(notes);
        return notices;
    }

    private static void withhold(ObjectNode json, boolean compares) {
        String mark = ValueState.SUPPRESSED.mark();
        List.of("sii", "rii", "poisson", "quasi_poisson", "negative_binomial", "model")
                .forEach(name -> json.put(name, mark));
        if (compares) {
            json.put("comparison", mark);
        }
    }

    private static void putDecile(
            ObjectNode json, GradientGroup decile, boolean hidden, @Nullable GradientInput families) {
        json.put("decile", decile.firstDecile());
        json.put("population", decile.population());
        putValue(json, "count", decile.count(), hidden);
        putValue(json, "rate_per_10000", decile.ratePer10000(), hidden);
        if (families == null || !decile.count().isKnown()) {
            putValue(json, "lower", decile.lower(), hidden);
            putValue(json, "upper", decile.upper(), hidden);
        } else {
            ClusteredCount count = clustered(decile, families);
            Interval limits = count.limitsOfRatePer10000(decile.population(), GradientGroup.CONFIDENCE_FRACTION);
            putValue(json, "lower", Value.known(limits.lower()), hidden);
            putValue(json, "upper", Value.known(limits.upper()), hidden);
            putValue(json, "design_effect", Value.known(count.designEffect()), hidden);
        }
    }

    private static ClusteredCount clustered(GradientGroup group, GradientInput families) {
        return ClusteredCount.ofFamilies(
                Math.round(group.count().number().orElseThrow()),
                families.familiesSquared(group.firstDecile(), group.lastDecile()));
    }

    /** The fit of the whole gradient with the limits of counts that come in families. */
    private static Optional<LogLinearGradient> clustered(Gradient gradient, GradientInput families) {
        if (gradient.fit().isEmpty()) {
            return Optional.empty();
        }
        List<GradientGroup> groups = gradient.groups();
        return LogLinearGradient.fit(
                groups.stream().mapToDouble(GradientGroup::population).toArray(),
                groups.stream()
                        .mapToLong(group -> Math.round(group.count().number().orElseThrow()))
                        .toArray(),
                groups.stream()
                        .mapToDouble(group -> clustered(group, families).designEffect())
                        .toArray(),
                GradientGroup.CONFIDENCE_FRACTION);
    }

    private static void putValue(ObjectNode json, String name, Value value, boolean hidden) {
        if (hidden || !value.isKnown()) {
            json.put(name, hidden ? ValueState.SUPPRESSED.mark() : value.state().mark());
        } else {
            json.put(name, value.number().orElseThrow());
        }
    }

    private static void putEstimate(ObjectNode json, String name, @Nullable Estimate estimate) {
        if (estimate == null) {
            json.putNull(name);
            return;
        }
        json.putObject(name)
                .put("estimate", estimate.estimate())
                .put("lower", estimate.lower())
                .put("upper", estimate.upper());
    }

    private static void putModels(ObjectNode json, GradientInput input, int suppressUpTo, List<String> notes) {
        if (input.hasHiddenCounts()) {
            notes.add("The models over areas are not computed: areas with hidden counts cannot be left out of them.");
            List.of("poisson", "quasi_poisson", "negative_binomial", "model").forEach(json::putNull);
            return;
        }
        ModelChoice choice = choice(input, suppressUpTo, notes);
        putPoisson(json, choice.poisson(), notes);
        choice.negativeBinomial()
                .fitted()
                .ifPresentOrElse(
                        model -> {
                            ObjectNode node = putModel(json, "negative_binomial", model, model.standardError(1));
                            model.theta()
                                    .ifPresentOrElse(theta -> node.put("theta", theta), () -> node.putNull("theta"));
                        },
                        () -> json.putNull("negative_binomial"));
        ObjectNode model = json.putObject("model");
        model.put("used", choice.used().code()).put("statement", choice.statement());
        putRows(model.putArray("rows"), choice);
    }

    /** The models over areas; where areas have small counts, every figure is rounded so far that it tells none of these. */
    private static ModelChoice choice(GradientInput input, int suppressUpTo, List<String> notes) {
        CountData data = input.toCountData();
        int[] small = input.observationsUpTo(suppressUpTo);
        if (small.length == 0) {
            return ModelChoice.of(data);
        }
        notes.add("The figures of the models are rounded, so that none of them tells the small count of an area.");
        return ModelChoice.of(
                rounded(PoissonRegression.fit(data), false, data, small, suppressUpTo),
                rounded(NegativeBinomialRegression.fit(data), true, data, small, suppressUpTo));
    }

    private static CountModel rounded(
            CountModel model, boolean mayVary, CountData data, int[] small, int suppressUpTo) {
        return model.fitted()
                .<CountModel>map(exact ->
                        new CountModel.Fitted(RoundedCountModel.of(data, exact, mayVary, small, 1, suppressUpTo)))
                .orElse(model);
    }

    private static void putRows(ArrayNode rows, ModelChoice choice) {
        for (ModelChoice.Row row : choice.rows()) {
            rows.addObject()
                    .put("model", row.model())
                    .put("limits", row.limits())
                    .put("slope", row.slope())
                    .put("slope_se", row.standardError())
                    .put("rate_ratio", row.ratio().estimate())
                    .put("lower", row.ratio().lower())
                    .put("upper", row.ratio().upper());
        }
    }

    private static void putPoisson(ObjectNode json, CountModel poisson, List<String> notes) {
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
}
