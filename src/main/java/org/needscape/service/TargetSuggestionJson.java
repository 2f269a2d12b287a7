package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.service.TargetSuggestionPreparation.Prepared;
import org.needscape.targeting.AreaReason;
import org.needscape.targeting.Conflict;
import org.needscape.targeting.Resource;
import org.needscape.targeting.Suggestion;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.Undecided;
import org.needscape.targeting.solver.WhyInOrOut;

/** Suggested target areas as JSON: every figure is a sum of figures that are shown of areas one by one, or a share of such sums. */
final class TargetSuggestionJson {

    /** As many candidates are named of those left out. */
    private static final int MOST_OUT = 30;

    private static final int NEED_DECIMALS = 2;
    private static final int SHARE_DECIMALS = 4;
    private static final double PERCENT = 100;
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]\\d{8}\\b");

    private final Prepared prepared;
    private final TargetScope scope;

    TargetSuggestionJson(Prepared prepared) {
        this.prepared = prepared;
        this.scope = prepared.scope();
    }

    /** What every answer begins with. */
    ObjectNode begun(String state) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", prepared.id());
        node.put("state", state);
        node.set("question", TargetQuestionJson.write(prepared.question()));
        node.putObject("need")
                .put("code", prepared.need().code())
                .put("title", prepared.need().title())
                .put("unit", prepared.need().unit())
                .put("note", prepared.need().note())
                .put("layer", prepared.need().layer().id().value())
                .put("period", prepared.need().layer().period())
                .put(
                        "areasNotKnown",
                        scope.areas().stream()
                                .filter(area -> !prepared.need().of(area).isKnown())
                                .count());
        return node;
    }

    /** The best set so far. */
    ObjectNode running(@Nullable Suggestion best) {
        ObjectNode node = begun("running");
        if (best == null) {
            node.putNull("suggestion");
        } else {
            node.set("suggestion", suggestion(best, List.of()));
        }
        return node;
    }

    /** The set, the reasons for every area in it and for those left out, or what stands in the way. */
    void outcome(ObjectNode node, SuggestionOutcome outcome, Optional<Suggestion> greedy) {
        List<AreaReason> reasons = outcome.suggestion()
                .map(found -> WhyInOrOut.reasons(prepared.solved(), found.areas()))
                .orElse(List.of());
        outcome.suggestion()
                .ifPresentOrElse(
                        found -> node.set("suggestion", suggestion(found, reasons)), () -> node.putNull("suggestion"));
        greedy.ifPresentOrElse(found -> node.set("greedy", suggestion(found, List.of())), () -> node.putNull("greedy"));
        ArrayNode out = node.putArray("whyOut");
        reasons.stream()
                .filter(reason -> !reason.chosen())
                .sorted(Comparator.comparingDouble((AreaReason reason) ->
                                -prepared.need().of(reason.code()).number().orElse(-1))
                        .thenComparing(AreaReason::code))
                .limit(MOST_OUT)
                .forEach(reason -> whyOut(out.addObject(), reason));
        stands(node, outcome);
    }

    /** What makes every set impossible, or that nothing was found in time; else nothing in both fields. */
    void stands(ObjectNode node, SuggestionOutcome outcome) {
        outcome.conflict()
                .ifPresentOrElse(conflict -> node.set("conflict", conflict(conflict)), () -> node.putNull("conflict"));
        node.put("undecided", outcome instanceof Undecided undecided ? undecided.sentence() : null);
    }

    private ObjectNode suggestion(Suggestion found, List<AreaReason> reasons) {
        Map<AreaCode, AreaReason> why = new LinkedHashMap<>();
        reasons.forEach(reason -> why.put(reason.code(), reason));
        ObjectNode node = heading(found);
        ArrayNode areas = node.putArray("areas");
        for (AreaCode code : found.areas()) {
            ObjectNode area = areas.addObject();
            area.put("code", code.value());
            area.put("name", scope.nameOf(code));
            area.put("district", scope.districtOf(code).value());
            area.set("need", value(prepared.need().of(code)));
            costs(area.putObject("costs"), List.of(code));
            Optional.ofNullable(why.get(code)).ifPresent(reason -> area.putObject("why")
                    .put("kind", reason.reason().name())
                    .put("sentence", named(reason.sentence())));
        }
        return node;
    }

    /** What a set reaches and how sure it is that no other reaches more. */
    ObjectNode heading(Suggestion found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Value reached = reached(found.areas());
        node.put("need", rounded(found.need(), NEED_DECIMALS));
        put(
                node,
                "shareOfDistrictNeed",
                scope.district()
                        .map(district -> ValueArithmetic.ratio(
                                reached,
                                prepared.need().districts().getOrDefault(district.code(), Value.notAvailable()),
                                1))
                        .orElse(Value.notApplicable()));
        put(
                node,
                "shareOfCountyNeed",
                ValueArithmetic.ratio(reached, prepared.need().county(), 1));
        node.put("upperBound", rounded(found.upperBound(), NEED_DECIMALS));
        node.put("gapPercent", rounded(PERCENT * found.gapFraction(), NEED_DECIMALS));
        node.put("proven", found.proven());
        node.put("method", found.method() == Suggestion.Method.EXACT ? "exact" : "greedy");
        ArrayNode notes = node.putArray("notes");
        found.notes().forEach(note -> notes.add(named(note)));
        costs(node.putObject("costs"), found.areas());
        return node;
    }

    private Value reached(Collection<AreaCode> areas) {
        return ValueArithmetic.sum(
                areas.stream().map(area -> prepared.need().of(area)).toList());
    }

    /** What areas take together of each resource of which that is known of all of them. */
    private void costs(ObjectNode node, List<AreaCode> areas) {
        for (Resource resource : List.of(Resource.MONEY, Resource.CASELOAD, Resource.CHILDREN)) {
            List<Optional<Double>> costs = areas.stream()
                    .map(area -> Optional.ofNullable(prepared.question()
                            .costs()
                            .of(area, scope.ground().children().getOrDefault(area, Value.notAvailable()))
                            .get(resource)))
                    .toList();
            if (prepared.question().costs().isSaid(resource) && costs.stream().allMatch(Optional::isPresent)) {
                node.put(
                        resource.code(),
                        rounded(
                                costs.stream()
                                        .mapToDouble(Optional::orElseThrow)
                                        .sum(),
                                NEED_DECIMALS));
            }
        }
    }

    private void whyOut(ObjectNode node, AreaReason reason) {
        node.put("code", reason.code().value());
        node.put("name", scope.nameOf(reason.code()));
        node.set("need", value(prepared.need().of(reason.code())));
        node.put("kind", reason.reason().name());
        node.put("sentence", named(reason.sentence()));
        ArrayNode displaced = node.putArray("displaced");
        reason.displaced().forEach(code -> displaced.add(code.value()));
    }

    private ObjectNode conflict(Conflict conflict) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("sentence", sentence(conflict));
        ArrayNode parts = node.putArray("parts");
        conflict.parts().forEach(part -> parts.addObject()
                .put("field", part.field())
                .put("subject", part.subject())
                .put("sentence", named(part.sentence())));
        node.put("irreducible", conflict.irreducible());
        return node;
    }

    private static String sentence(Conflict conflict) {
        if (conflict.parts().size() == 1) {
            return "No set of these areas keeps to this: loosen it.";
        }
        return conflict.irreducible()
                ? "No set of areas keeps to all of these, and without any one of them there is one: loosen one of them."
                : "No set of areas keeps to all of these: loosen them one by one. Some may be no part of the conflict, which"
                        + " time did not suffice to show.";
    }

    /** With names in place of codes. */
    String named(String sentence) {
        Map<AreaCode, String> districts = scope.districtNames();
        return CODE.matcher(sentence).replaceAll(match -> {
            AreaCode code = new AreaCode(match.group());
            return java.util.regex.Matcher.quoteReplacement(districts.getOrDefault(code, scope.nameOf(code)));
        });
    }

    private static ObjectNode value(Value value) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("state", value.state().code());
        value.number().ifPresent(number -> node.put("number", rounded(number, NEED_DECIMALS)));
        return node;
    }

    private static void put(ObjectNode node, String field, Value share) {
        node.put(field, share.number().isPresent() ? rounded(share.number().getAsDouble(), SHARE_DECIMALS) : null);
    }

    /** How far a search has come, in one sentence. */
    String sentence(Suggestion best) {
        Value all = scope.district()
                .map(district -> prepared.need().districts().getOrDefault(district.code(), Value.notAvailable()))
                .orElse(prepared.need().county());
        Value share = ValueArithmetic.ratio(reached(best.areas()), all, PERCENT);
        String reaches = share.number().isPresent()
                ? Math.round(share.number().getAsDouble()) + "% of the need"
                : rounded(best.need(), 0) + " " + prepared.need().unit();
        return "Best set so far reaches " + reaches + "; at most " + rounded(PERCENT * best.gapFraction(), 1)
                + "% of what could be reached is still missing.";
    }

    static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
