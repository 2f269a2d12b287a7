package org.needscape.demo;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The decision record of an invented board, with its drafts, what was said against it and a review that is due: three revisions of 2024,
 * with the counts of 2023.
 */
final class DecisionFile {

    static final String FILE = "target_areas_fictional.json";

    private static final District DISTRICT = CountyPlan.ALDER_VALLEY;
    private static final int CHOSEN = 4;

    /** The last of the chosen areas is not the next by deprivation, so that there is something to explain and to argue about. */
    private static final int AGAINST_THE_RANKING = 9;

    private static final List<String> REASONS = List.of(
            "Most need in the district for as long as anybody here remembers.",
            "Next to the first, and one team can serve both.",
            "The school asks for it, and there is a building.",
            "Not among those with most need by its score: two families' services closed here, which no figure shows yet.");

    private DecisionFile() {}

    static String json(County county) throws IOException {
        List<String> ranking = IntStream.range(0, county.areas().size())
                .filter(area -> county.areas().get(area).district().equals(DISTRICT))
                .boxed()
                .sorted(Comparator.comparingInt(area -> county.indices().rank(DeprivationMeasure.IMD, area)))
                .map(area -> county.areas().get(area).code())
                .toList();
        List<String> chosen = List.of(ranking.get(0), ranking.get(1), ranking.get(2), ranking.get(AGAINST_THE_RANKING));
        List<String> instead = List.of(ranking.get(CHOSEN - 1), ranking.get(CHOSEN));
        Map<String, Object> file = new LinkedHashMap<>();
        file.put(
                "about",
                "Fictional data. The target areas of an invented board in the fictional county, three revisions.");
        file.put(
                "dated",
                "Fictional: no board met. The days are those of the invented record, not the days on which a program kept it; help and"
                        + " children are those of 2023, circumstances those of 2024, the only year that there is.");
        file.put("figuresUntil", "2023");
        file.put(
                "revisions",
                List.of(
                        revision("2024-05-14T09:30:00Z", "draft", "Locality worker (fictional)", chosen, instead, ""),
                        revision(
                                "2024-06-11T15:00:00Z", "proposed", "Locality worker (fictional)", chosen, instead, ""),
                        revision(
                                "2024-06-25T16:45:00Z",
                                "agreed",
                                "Alder Valley partnership (fictional)",
                                chosen,
                                instead,
                                "One member would have chosen the fourth area by need in place of the last one: what no figure shows"
                                        + " is hard to review.")));
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return new ObjectMapper().writer(printer).writeValueAsString(file) + "\n";
    }

    private static Map<String, Object> revision(
            String saved, String state, String savedBy, List<String> chosen, List<String> instead, String dissent) {
        Map<String, Object> decision = new LinkedHashMap<>();
        decision.put("title", "Alder Valley 2024");
        decision.put("district", DISTRICT.code());
        decision.put("state", state);
        decision.put("savedBy", savedBy);
        decision.put(
                "priorities",
                List.of(
                        priority(
                                "Help before it is urgent",
                                "Families with children under 5",
                                List.of(
                                        "A family hub on three days a week",
                                        "Health visitors and the hub share a list"),
                                List.of("Families with early help", "Referrals that lead to no further action")),
                        priority(
                                "Safe at home",
                                "Children in need and their parents",
                                List.of("Two workers for domestic abuse and parental mental ill-health"),
                                List.of("Children in need per 10,000", "Plans ended within a year")),
                        priority(
                                "In school",
                                "Children aged 8 to 14 who miss school",
                                List.of("A mentor in each of two schools"),
                                List.of("Persistent absence"))));
        decision.put(
                "areas",
                IntStream.range(0, CHOSEN)
                        .mapToObj(k -> Map.of("code", chosen.get(k), "reason", REASONS.get(k)))
                        .map(DecisionFile::ordered)
                        .toList());
        Map<String, Object> alternative = new LinkedHashMap<>();
        alternative.put("areas", instead);
        alternative.put("whyNot", "More need by their score, but too far from the hub for the workers there are.");
        decision.put("alternatives", List.of(alternative));
        decision.put("dissent", dissent);
        decision.put("review", "2025-06-24");
        Map<String, Object> revision = new LinkedHashMap<>();
        revision.put("saved", saved);
        revision.put("decision", decision);
        return revision;
    }

    private static Map<String, Object> ordered(Map<String, String> area) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("code", area.get("code"));
        ordered.put("reason", area.get("reason"));
        return ordered;
    }

    private static Map<String, Object> priority(
            String title, String group, List<String> actions, List<String> outcomeMeasures) {
        Map<String, Object> priority = new LinkedHashMap<>();
        priority.put("title", title);
        priority.put("group", group);
        priority.put("actions", actions);
        priority.put("outcomeMeasures", outcomeMeasures);
        return priority;
    }
}
