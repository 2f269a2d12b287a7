package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.needscape.area.AreaCode;
import org.needscape.need.ModelChoice;
import org.needscape.stats.FunnelClass;
import org.needscape.stats.FunnelPlot;
import org.needscape.stats.ZScores;

/** The gradient over authorities as a document, with everything that a page needs. */
final class AuthorityGradientJson {

    /** Sizes at which the limits of the funnel are drawn. */
    private static final int CURVE_POINTS = 40;

    private static final String ASSOCIATION =
            "The line compares whole authorities. It says nothing of families within one, and it is no proof of what causes it.";
    private static final String ROUNDED =
            "Where the number of children is not published it follows from the number and the published rate, which is rounded.";
    private static final String PRACTICE =
            "Authorities differ in thresholds, recording, placements and unaccompanied asylum-seeking children; these are in the"
                    + " figures as published.";
    private static final String PLAIN_FUNNEL =
            "Authorities differ far more than by chance alone. Outside plain limits is a reason to ask, not a finding about an"
                    + " authority; adjusted limits allow for that spread.";

    private final AuthorityGradient gradient;
    private final Map<AreaCode, FunnelClass> plain = new HashMap<>();
    private final Map<AreaCode, FunnelClass> adjusted = new HashMap<>();

    private AuthorityGradientJson(AuthorityGradient gradient) {
        this.gradient = gradient;
        gradient.funnel().ifPresent(funnel -> classes(funnel, plain));
        gradient.adjustedFunnel().ifPresent(funnel -> classes(funnel, adjusted));
    }

    /** @param country the rate of the country, where it is published */
    static ObjectNode of(AuthorityGradient gradient, Optional<AuthorityRate> country, boolean fictional) {
        AuthorityGradientJson json = new AuthorityGradientJson(gradient);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        String when = gradient.measure().basis().words(gradient.period().text());
        node.put("title", gradient.measure().label() + " " + when + ", by deprivation of authorities");
        AuthorityViews.putMeasure(node, gradient.measure());
        node.put("when", when);
        node.put("period", gradient.period().text());
        node.put("unit", AuthorityViews.UNIT);
        node.put("fictional", fictional);
        json.putDeprivation(node);
        node.put("sentence", gradient.sentence());
        country.ifPresentOrElse(
                rate -> {
                    ObjectNode england = node.putObject("england");
                    AuthorityViews.putHeading(england, rate.authority());
                    AuthorityViews.putRate(england, rate);
                },
                () -> node.putNull("england"));
        AuthorityViews.putEstimate(
                node, "ratioPerStandardDeviation", gradient.ratioPerStandardDeviation(), AuthorityViews.RATIO_DIGITS);
        json.putModels(node);
        json.putTenths(node);
        json.putAuthorities(node);
        json.putNotPlaced(node);
        json.putFunnel(node);
        ArrayNode cautions = node.putArray("cautions");
        if (fictional) {
            cautions.add(Cautions.FICTIONAL);
        }
        List.of(Cautions.AREAS_NOT_PEOPLE, ASSOCIATION, PRACTICE, ROUNDED, PLAIN_FUNNEL)
                .forEach(cautions::add);
        return node;
    }

    private void classes(FunnelPlot funnel, Map<AreaCode, FunnelClass> found) {
        for (int i = 0; i < funnel.points().size(); i++) {
            found.put(gradient.counted().get(i).code(), funnel.points().get(i).position());
        }
    }

    private void putDeprivation(ObjectNode node) {
        ObjectNode deprivation = node.putObject("deprivation");
        deprivation.put("indexYear", gradient.indexYear());
        deprivation.put("label", "Index of Multiple Deprivation " + gradient.indexYear() + ", average score");
        OptionalDouble mean = gradient.scale()
                .map((ZScores.Scale scale) -> OptionalDouble.of(scale.centre()))
                .orElse(OptionalDouble.empty());
        OptionalDouble spread = gradient.scale()
                .map((ZScores.Scale scale) -> OptionalDouble.of(scale.spread()))
                .orElse(OptionalDouble.empty());
        AuthorityViews.put(deprivation, "meanScore", mean, 3);
        AuthorityViews.put(deprivation, "standardDeviation", spread, 3);
    }

    private void putModels(ObjectNode node) {
        ObjectNode models = node.putObject("models");
        Optional<ModelChoice> choice = gradient.models();
        models.put(
                "used",
                choice.map(ModelChoice::used).orElse(ModelChoice.Used.NONE).code());
        models.put("statement", choice.map(ModelChoice::statement).orElse(gradient.sentence()));
        models.put("authorities", gradient.placed().size());
        AuthorityViews.put(
                models, "dispersion", choice.map(ModelChoice::dispersion).orElse(OptionalDouble.empty()), 3);
        AuthorityViews.put(models, "theta", choice.map(ModelChoice::theta).orElse(OptionalDouble.empty()), 3);
        ArrayNode rows = models.putArray("rows");
        for (ModelChoice.Row row : choice.map(ModelChoice::rows).orElse(List.of())) {
            ObjectNode line = rows.addObject();
            line.put("model", row.model());
            AuthorityViews.putEstimate(
                    line, "ratioPerStandardDeviation", Optional.of(row.ratio()), AuthorityViews.RATIO_DIGITS);
            AuthorityViews.put(line, "slope", row.slope(), 5);
            AuthorityViews.put(line, "standardError", row.standardError(), 5);
            line.put("limits", row.limits());
        }
    }

    private void putTenths(ObjectNode node) {
        ArrayNode deciles = node.putArray("deciles");
        for (AuthorityGradient.Tenth tenth : gradient.tenths()) {
            ObjectNode line = deciles.addObject();
            line.put("decile", tenth.decile());
            line.put("authorities", tenth.authorities());
            line.put("count", tenth.number());
            AuthorityViews.put(line, "children", tenth.children(), 0);
            AuthorityViews.put(line, "meanScore", tenth.meanScore(), 3);
            AuthorityViews.put(line, "ratePer10000", tenth.ratePer10000(), AuthorityViews.RATE_DIGITS);
            AuthorityViews.putLimits(line, Optional.of(tenth.limits()));
        }
    }

    private void putAuthorities(ObjectNode node) {
        ArrayNode authorities = node.putArray("authorities");
        for (AuthorityGradient.Placed one : gradient.placed()) {
            ObjectNode line = authorities.addObject();
            putWho(line, one.rate());
            AuthorityViews.put(line, "score", one.score(), 3);
            AuthorityViews.put(line, "standardisedScore", one.standardisedScore(), 3);
            line.put("decile", one.decile());
            AuthorityViews.put(
                    line,
                    "fittedPer10000",
                    gradient.fittedPer10000(one.standardisedScore())
                            .map(OptionalDouble::of)
                            .orElse(OptionalDouble.empty()),
                    AuthorityViews.RATE_DIGITS);
        }
    }

    private void putNotPlaced(ObjectNode node) {
        ArrayNode left = node.putArray("notPlaced");
        for (AuthorityGradient.NotPlaced one : gradient.notPlaced()) {
            ObjectNode line = left.addObject();
            putWho(line, one.rate());
            line.put("reason", one.reason());
        }
    }

    private void putWho(ObjectNode line, AuthorityRate rate) {
        AuthorityViews.putHeading(line, rate.authority());
        line.put("region", rate.authority().region().map(AreaCode::value).orElse(""));
        line.put("codeOfTheYear", rate.figure().authority().value());
        AuthorityViews.putRate(line, rate);
        line.put("funnelClass", code(plain, rate));
        line.put("adjustedFunnelClass", code(adjusted, rate));
    }

    private static String code(Map<AreaCode, FunnelClass> classes, AuthorityRate rate) {
        return Optional.ofNullable(classes.get(rate.code()))
                .map(FunnelClass::code)
                .orElse("hidden");
    }

    private void putFunnel(ObjectNode node) {
        Optional<FunnelPlot> funnel = gradient.funnel();
        if (funnel.isEmpty()) {
            node.putNull("funnel");
            return;
        }
        ObjectNode drawn = node.putObject("funnel");
        AuthorityViews.put(drawn, "baselinePer10000", funnel.get().baselinePer10000(), AuthorityViews.RATE_DIGITS);
        AuthorityViews.put(drawn, "dispersion", funnel.get().dispersion(), 3);
        drawn.put("sentence", funnelSentence());
        ArrayNode points = drawn.putArray("points");
        for (int i = 0; i < gradient.counted().size(); i++) {
            AuthorityRate rate = gradient.counted().get(i);
            FunnelPlot.Point point = funnel.get().points().get(i);
            ObjectNode line = points.addObject();
            line.put("code", rate.code().value());
            line.put("name", rate.authority().name());
            AuthorityViews.put(line, "children", rate.childrenAged0To17(), 0);
            line.put("count", rate.number());
            AuthorityViews.put(line, "ratePer10000", point.ratePer10000(), AuthorityViews.RATE_DIGITS);
            line.put("class", point.position().code());
            line.put("adjustedClass", code(adjusted, rate));
            AuthorityViews.put(line, "expected", point.expected(), 1);
        }
        putCurve(drawn, "curve", funnel.get());
        putCurve(drawn, "adjustedCurve", gradient.adjustedFunnel().orElseThrow());
    }

    private String funnelSentence() {
        long above = plain.values().stream()
                .filter(position -> position == FunnelClass.HIGH_998)
                .count();
        long below = plain.values().stream()
                .filter(position -> position == FunnelClass.LOW_998)
                .count();
        return "Of " + plain.size() + " authorities " + above + " lie above and " + below
                + " below the 99.8 % limits about the rate of all of them together, and "
                + adjusted.values().stream()
                        .filter(AuthorityGradientJson::isOutside)
                        .count()
                + " outside limits that allow for how much authorities differ.";
    }

    private static boolean isOutside(FunnelClass position) {
        return position == FunnelClass.HIGH_998 || position == FunnelClass.LOW_998;
    }

    private void putCurve(ObjectNode node, String name, FunnelPlot funnel) {
        ArrayNode curve = node.putArray(name);
        for (FunnelPlot.Limits limits : funnel.curve(sizes())) {
            ObjectNode line = curve.addObject();
            AuthorityViews.put(line, "children", limits.population(), 0);
            AuthorityViews.put(line, "lower95", limits.lower95(), AuthorityViews.RATE_DIGITS);
            AuthorityViews.put(line, "upper95", limits.upper95(), AuthorityViews.RATE_DIGITS);
            AuthorityViews.put(line, "lower998", limits.lower998(), AuthorityViews.RATE_DIGITS);
            AuthorityViews.put(line, "upper998", limits.upper998(), AuthorityViews.RATE_DIGITS);
        }
    }

    /** From the smallest authority to the largest, in equal steps of the logarithm. */
    private double[] sizes() {
        List<Double> children = new ArrayList<>();
        gradient.counted().forEach(rate -> children.add(rate.childrenAged0To17()));
        double least = Math.log(children.stream().min(Double::compare).orElseThrow());
        double most = Math.log(children.stream().max(Double::compare).orElseThrow());
        double[] sizes = new double[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            sizes[i] = Math.exp(least + (most - least) * i / (CURVE_POINTS - 1));
        }
        return sizes;
    }
}
