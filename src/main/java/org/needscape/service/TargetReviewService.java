package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Period;
import org.needscape.store.Store;
import org.needscape.store.TargetSetStore.SavedRevision;

/**
 * Looks again at a choice of target areas: what help was given in them then and is given now, beside similar areas that were not chosen,
 * and how much of a fall chance alone would bring. Safe for many threads.
 */
public final class TargetReviewService {

    private static final String METHOD =
            "Similar areas are those of the district whose need score was nearest to that of each target area"
                    + " when the revision was saved, that no board has agreed on, each beside one; where none of the district is within"
                    + " a fifth of a standard deviation of it, the nearest of other districts (Austin 2011, doi:10.1002/pst.433). Rates add up the counts that are shown of areas one by"
                    + " one, per 10,000 children aged 0 to 17. The change by chance alone is the empirical Bayes estimate of the rates then (Marshall"
                    + " 1991; Clayton and Kaldor 1987, doi:10.2307/2532003) less the rates that were counted then, over the county's areas whose rate"
                    + " is shown: where a rate was high partly by chance, it falls back (Galton 1886; Bland and Altman 1994, BMJ 308:1499).";
    private static final String NO_CAUSE =
            "A change beside that of similar areas does not show what brought it about: the areas were chosen, not drawn by lot.";
    private static final String SHOWN_ONLY =
            "Areas whose count is hidden take no part in the change by chance; their counts are small, so the rates of all areas are lower"
                    + " than those it is drawn to.";

    private final Store store;
    private final TargetSetService sets;
    private final Clock clock;

    public TargetReviewService(Store store, TargetSetService sets, Clock clock) {
        this.store = store;
        this.sets = sets;
        this.clock = clock;
    }

    /**
     * The review of a revision.
     *
     * @throws NotFoundException when there is no such set or revision
     */
    public ObjectNode get(ExtentName extent, String id, int number) {
        SavedRevision revision = store.read(session -> TargetRevisions.find(session, extent, id, Optional.of(number)));
        List<SavedRevision> all = store.read(session -> session.targetSets().list(extent));
        TargetGround ground = sets.ground(extent);
        JsonNode document = sets.shown(revision);
        List<AreaCode> chosen = TargetRevisions.codes(document);
        boolean isHere = TargetRevisions.isIn(document, ground.frame().geography());
        Set<AreaCode> targets = TargetRevisions.agreed(all, ground.frame().geography());
        TargetMatches standing = new TargetMatches(document.path("record"));
        Map<AreaCode, AreaCode> matches = isHere ? standing.of(chosen, targets) : Map.of();
        ObjectNode answer = TargetRevisions.heading(revision);
        String review = document.at("/decision/review").asText();
        answer.put("reviewDue", !review.isEmpty() && !LocalDate.parse(review).isAfter(LocalDate.now(clock)));
        areas(answer, ground, chosen, matches, standing, isHere);
        ArrayNode measures = answer.putArray("measures");
        List<AreaCode> there = isHere ? present(ground, chosen) : List.of();
        List<AreaCode> similar = present(ground, List.copyOf(matches.values()));
        for (JsonNode then : document.at("/tallies/help")) {
            measures.add(measure(ground, then, there, similar));
        }
        answer.put("method", METHOD);
        TargetRevisions.told(answer, ground);
        answer.withArray("cautions").add(NO_CAUSE).add(SHOWN_ONLY);
        TargetShown.sentences(document).forEach(answer.withArray("cautions")::add);
        long elsewhere = matches.values().stream().filter(standing::isElsewhere).count();
        if (elsewhere > 0) {
            answer.withArray("cautions")
                    .add(elsewhere + " of " + matches.size() + " similar areas " + (elsewhere == 1 ? "is" : "are")
                            + " of other districts, because no area of this one with like need is left to compare with; what"
                            + " else differs between the districts has a part in what became of them.");
        }
        return answer;
    }

    private static List<AreaCode> present(TargetGround ground, List<AreaCode> codes) {
        return codes.stream().filter(ground.frame().names()::containsKey).toList();
    }

    private static void areas(
            ObjectNode answer,
            TargetGround ground,
            List<AreaCode> chosen,
            Map<AreaCode, AreaCode> matches,
            TargetMatches standing,
            boolean isHere) {
        ArrayNode areas = answer.putArray("areas");
        for (AreaCode code : chosen) {
            ObjectNode area = area(ground, code, standing, isHere);
            areas.add(area);
            Optional.ofNullable(matches.get(code))
                    .ifPresentOrElse(
                            match -> area.set("similar", area(ground, match, standing, true)),
                            () -> area.putNull("similar"));
        }
        answer.put("withoutSimilar", chosen.size() - matches.size());
    }

    private static ObjectNode area(TargetGround ground, AreaCode code, TargetMatches matches, boolean isHere) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Optional<String> nameNow =
                Optional.ofNullable(ground.frame().names().get(code)).filter(name -> isHere);
        JsonNode then = matches.then(code).orElseGet(JsonNodeFactory.instance::objectNode);
        String name = nameNow.orElseGet(() -> then.path("name").asText(code.value()));
        node.put("code", code.value());
        node.put(
                "name",
                matches.isElsewhere(code) ? name + " (" + then.path("district").asText() + ")" : name);
        node.set("scoreThen", then.has("score") ? then.get("score") : JsonNodeFactory.instance.nullNode());
        node.set("rankThen", then.has("rank") ? then.get("rank") : JsonNodeFactory.instance.nullNode());
        Optional<Long> rank = nameNow.map(here -> ground.ranks().get(code)).map(Math::round);
        node.put("rankNow", rank.orElse(null));
        node.put("gone", nameNow.isEmpty());
        return node;
    }

    private static ObjectNode measure(
            TargetGround ground, JsonNode then, List<AreaCode> chosen, List<AreaCode> similar) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        String code = then.required("measure").textValue();
        String title = then.required("title").textValue();
        String period = then.required("period").textValue();
        node.put("measure", code)
                .put("title", title)
                .put("unit", RateLayer.UNIT)
                .put("periodThen", period);
        Optional<TargetGround.Help> help = ground.help().stream()
                .filter(one -> one.measure().code().equals(code))
                .findFirst();
        Optional<RateSubject> before = help.map(one -> one.rates().get(new Period(period)));
        Optional<RateSubject> after = help.map(one -> one.rates().get(one.period()));
        node.put("periodNow", after.map(RateSubject::period).orElse(""));
        if (before.isEmpty()
                || after.isEmpty()
                || before.get().period().equals(after.get().period())) {
            node.putNull("target").putNull("similar");
            node.put(
                    "sentence",
                    title + ": there is nothing to compare, because "
                            + (before.isEmpty() || after.isEmpty()
                                    ? "the figures of " + period + " are not loaded any more."
                                    : "no figures later than those of " + period + " are loaded yet."));
            return node;
        }
        TargetOutcome outcome = new TargetOutcome(
                before.get(), after.get(), ground.frame().names().keySet());
        TargetOutcome.Found ofChosen = outcome.of(chosen);
        TargetOutcome.Found ofSimilar = outcome.of(similar);
        node.set("target", ofChosen.json());
        node.set("similar", ofSimilar.json());
        node.put(
                "sentence",
                TargetReviewWords.of(title, before.get().period(), after.get().period(), ofChosen, ofSimilar));
        return node;
    }
}
