package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.progress.Progress;
import org.needscape.protection.ProtectedObservations;
import org.needscape.service.TargetNeedWays.Way;
import org.needscape.service.TargetSuggestionPreparation.Prepared;
import org.needscape.store.Store;
import org.needscape.targeting.GoodSets;
import org.needscape.targeting.Robustness;
import org.needscape.targeting.Suggestion;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.solver.GoodSetSearch;
import org.needscape.targeting.solver.RobustnessCheck;

/** How a suggested set holds up: when need is measured otherwise, and beside other sets that reach nearly as much. */
final class TargetRobustness {

    /** How much less than the best set a good one may reach. */
    private static final double GOOD_SHARE = 0.05;

    private static final double PERCENT = 100;
    private static final int SHARE_DECIMALS = 1;

    /** Where looking at other ways to measure need ends, as a share of all. */
    private static final double WAYS = 0.6;

    private final TargetNeedWays ways;

    TargetRobustness(Store store, LayerService layers, ProtectedObservations observations, Adjacency adjacency) {
        this.ways = new TargetNeedWays(store, layers, observations, adjacency);
    }

    /** @param best the set for the question as it was asked */
    ObjectNode look(Prepared prepared, Suggestion best, Progress progress) {
        progress.report(0, "Measuring need in other ways.");
        List<Way> others = ways.list(prepared.scope().ground(), prepared.need());
        SuggestionOptions options = prepared.question().options();
        Duration each = options.timeLimit().dividedBy(Math.max(1, others.size()));
        Robustness found = RobustnessCheck.check(
                prepared.solved(),
                Set.copyOf(best.areas()),
                others.stream().map(Way::needs).toList(),
                options.withTimeLimit(each),
                (done, of) -> progress.report(
                        of == 0 ? WAYS : WAYS * done / of, "Need measured in " + done + " of " + of + " other ways."));
        GoodSets good = GoodSetSearch.find(
                prepared.solved(),
                best,
                GOOD_SHARE,
                options.timeLimit(),
                (done, of) -> progress.report(
                        WAYS + (1 - WAYS) * done / of,
                        "Whether every good set has it is known of " + done + " of " + of + " areas."));
        return write(prepared, best, others, found, good);
    }

    private static ObjectNode write(
            Prepared prepared, Suggestion best, List<Way> others, Robustness found, GoodSets good) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("ways");
        for (int k = 0; k < others.size(); k++) {
            ObjectNode way = list.addObject()
                    .put("kind", others.get(k).kind())
                    .put("title", others.get(k).title());
            way.put(
                    "overlapPercent",
                    found.overlaps()
                            .get(k)
                            .map(overlap -> TargetSuggestionJson.rounded(PERCENT * overlap, SHARE_DECIMALS))
                            .orElse(null));
        }
        ArrayNode areas = node.putArray("areas");
        for (Map.Entry<AreaCode, Double> share : found.shares().entrySet()) {
            areas.addObject()
                    .put("code", share.getKey().value())
                    .put("name", prepared.scope().nameOf(share.getKey()))
                    .put("chosen", best.areas().contains(share.getKey()))
                    .put("sharePercent", TargetSuggestionJson.rounded(PERCENT * share.getValue(), SHARE_DECIMALS))
                    .put("word", word(share.getValue()));
        }
        node.put("sentence", sentence(best, others, found));
        ObjectNode sets = node.putObject("goodSets");
        sets.put("sharePercent", TargetSuggestionJson.rounded(PERCENT * good.shareFraction(), SHARE_DECIMALS));
        for (GoodSets.Place place : GoodSets.Place.values()) {
            if (place != GoodSets.Place.NONE) {
                ArrayNode codes = sets.putArray(name(place));
                good.at(place).forEach(area -> codes.addObject()
                        .put("code", area.value())
                        .put("name", prepared.scope().nameOf(area)));
            }
        }
        sets.put("sentence", sentence(good));
        return node;
    }

    private static String name(GoodSets.Place place) {
        return switch (place) {
            case EVERY -> "every";
            case SOME -> "some";
            case NONE -> "none";
            case NOT_KNOWN -> "notKnown";
        };
    }

    private static String word(double share) {
        if (share >= Robustness.ALMOST_EVERY) {
            return "in almost every good set";
        }
        return share > Robustness.TOSS_UP ? "toss-up" : "rarely";
    }

    private static String sentence(Suggestion best, List<Way> others, Robustness found) {
        int ways = others.size() - found.withoutSet();
        if (ways == 0) {
            return "There is no other way to measure this need here with which a set was found.";
        }
        long sure = found.almostEvery().stream().filter(best.areas()::contains).count();
        long tossUps = found.tossUps().stream().filter(best.areas()::contains).count();
        return "Of the " + best.areas().size() + " areas suggested, " + sure
                + " are in the best set in almost every one of " + ways + " other ways to measure need, and " + tossUps
                + " are a toss-up.";
    }

    private static String sentence(GoodSets good) {
        String sentence = good.at(GoodSets.Place.EVERY).size() + " areas are in every set that reaches at least "
                + Math.round(PERCENT * (1 - good.shareFraction())) + "% of the need of the best; "
                + good.at(GoodSets.Place.SOME).size() + " can be exchanged for others.";
        int open = good.at(GoodSets.Place.NOT_KNOWN).size();
        return open == 0 ? sentence : sentence + " Of " + open + " time did not suffice to tell.";
    }
}
