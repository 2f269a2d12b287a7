package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Measure;
import org.needscape.progress.Progress;

/**
 * Two counties that differ in nothing but two hidden counts: 3 and 4 children in need in two squares of a district, the other way round in
 * the other county, so that every total is the same. Whoever asks anything of both must not be able to tell them apart.
 */
class TargetDisclosureTest {

    private static final ExtentName COUNTY = CountedSquares.COUNTY;
    private static final List<String> DISTRICTS = List.of("E07000001", "E07000002");

    /** Hashes of inputs, which a key that nobody knows has a part in. */
    private static final Set<String> KEYED = Set.of("id", "resultHash", "sha256");

    @TempDir
    private Path folder;

    @Test
    void noAnswerDependsOnWhichOfTwoHiddenCountsIsWhich() throws IOException {
        List<String> one = answers("one", "85", "10", "3", "4", "30", "40", "60", "70", "90");
        List<String> other = answers("other", "85", "10", "4", "3", "30", "40", "60", "70", "90");

        assertTrue(one.toString().contains("\"hiddenAreas\":2"), one::toString);
        assertEquals(one.size(), other.size());
        for (int k = 0; k < one.size(); k++) {
            assertEquals(one.get(k), other.get(k), "answer " + k);
        }
    }

    private List<String> answers(String name, String... counts) throws IOException {
        CountedSquares squares = TenSquares.open("disclosure-" + name, folder);
        TenSquares.importDistricts(squares, folder);
        squares.importCounts(Measure.CIN, counts);
        importServices(squares);
        JobService jobs = new JobService(squares.store, Clock.systemUTC());
        try {
            return answers(squares, jobs);
        } finally {
            jobs.close();
            squares.close();
        }
    }

    private static List<String> answers(CountedSquares squares, JobService jobs) {
        LayerService layers = new LayerService(squares.store, squares.observations);
        Adjacency adjacency = new Adjacency();
        TargetSetService sets =
                new TargetSetService(squares.store, layers, squares.observations, adjacency, squares.clock);
        List<String> answers = new ArrayList<>();
        for (String question : choices()) {
            answers.add(unkeyed(sets.tallies(COUNTY, question)));
        }
        ProvisionService provision = new ProvisionService(squares.store, layers, squares.observations);
        for (ProvisionKey key : ProvisionKey.values()) {
            answers.add(unkeyed(
                    DecisionJson.object(new String(provision.json(COUNTY, key).bytes(false), StandardCharsets.UTF_8))));
        }
        TargetSuggestionRuns runs =
                new TargetSuggestionRuns(squares.store, layers, squares.observations, adjacency, sets, jobs);
        answers.add(unkeyed(runs.choices(COUNTY)));
        for (String question : questions()) {
            answers.add(unkeyed(suggested(runs, jobs, question)));
        }
        return answers;
    }

    /** Every choice of squares of a district, with what it takes of a budget by child. */
    private static List<String> choices() {
        List<String> choices = new ArrayList<>();
        for (int district = 0; district < 2; district++) {
            for (int chosen = 0; chosen < 32; chosen++) {
                List<String> codes = new ArrayList<>();
                for (int k = 0; k < 5; k++) {
                    if ((chosen >> k & 1) == 1) {
                        codes.add("\"" + TenSquares.code(5 * district + k + 1) + "\"");
                    }
                }
                choices.add("{\"district\":\"" + DISTRICTS.get(district) + "\",\"areas\":[" + String.join(",", codes)
                        + "],\"costs\":{\"money\":{\"perChild\":10}},\"limits\":{\"children\":150}}");
            }
        }
        return choices;
    }

    /** By help and by need, in one district and in all, one set and several. */
    private static List<String> questions() {
        List<String> questions = new ArrayList<>();
        for (String need : List.of("help-cin", "children-highest-need", "indicator-poor")) {
            for (String where : List.of("", ",\"district\":\"" + DISTRICTS.get(0) + "\"")) {
                String start = "{\"need\":\"" + need + "\"" + where;
                questions.add(start + ",\"areasTo\":3,\"robustness\":true}");
                questions.add(start + ",\"areasTo\":2,\"mustHave\":[\"" + TenSquares.code(3) + "\"]}");
                for (String method : List.of("nested", "frontier")) {
                    questions.add(
                            start + ",\"method\":\"" + method + "\",\"resource\":\"areas\",\"budgets\":[1,2,3,4,5]}");
                }
            }
        }
        return questions;
    }

    private static JsonNode suggested(TargetSuggestionRuns runs, JobService jobs, String question) {
        Asked asked = runs.ask(COUNTY, question);
        asked.job().ifPresent(job -> {
            while (jobs.isUnfinished(job.id())) {
                Thread.onSpinWait();
            }
        });
        return DecisionJson.object(runs.document(COUNTY, asked.id()));
    }

    private void importServices(CountedSquares squares) throws IOException {
        List<String> rows = List.of(
                "service,age_from,age_to,tiers,annual_budget_gbp,places,sites",
                "Family hub,0,17,2,100000,10," + TenSquares.code(3));
        squares.imports.run(
                new ImportRequest(
                        ImportKind.SERVICES,
                        Files.write(folder.resolve("services.csv"), rows),
                        "services.csv",
                        ImportRequest.Options.none()),
                Progress.SILENT);
    }

    private static String unkeyed(JsonNode answer) {
        JsonNode copy = answer.deepCopy();
        withoutKeyed(copy);
        return copy.toString();
    }

    private static void withoutKeyed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(new TreeSet<>(KEYED));
        }
        node.forEach(TargetDisclosureTest::withoutKeyed);
    }
}
