package org.needscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.desk.MatrixDesk;
import org.needscape.indicator.Polarity;
import org.needscape.recipe.RecipeDocument;

class MatrixCommandTest {

    private static final String RECIPE =
            """
            {"name": "two", "factors": [
              {"column": "poor", "polarity": "higher", "standardisation": "z", "weight": 1, "count": "n"},
              {"column": "well", "polarity": "lower", "standardisation": "z", "weight": 1}],
             "aggregation": "weighted-mean", "minimumCoverage": 0.5}
            """;

    @TempDir
    private Path folder;

    @Test
    void matrixIsWrittenInTheOrderOfTheFile() throws IOException {
        // By hand: poor 2 4 6 gives -1 0 1; well 30 20 10 turned gives -1 0 1.
        DeskRun run = run("code,poor,well,n\nE3,2,30,9\nE2,4,20,8\nE1,6,10,7\n", RECIPE);

        assertEquals(new DeskRun(0, "unprotected output\n"), run);
        assertEquals(
                List.of(
                        "code,poor,well,score,rank,decile,coverage",
                        "E3,-1,-1,-1,3,10,1",
                        "E2,0,0,0,2,7,1",
                        "E1,1,1,1,1,4,1"),
                Files.readAllLines(output()));
    }

    @Test
    void suppressTakesSmallCountsOutBeforeAnythingIsComputed() throws IOException {
        DeskRun run = run("code,poor,well,n\nE3,2,30,9\nE2,4,20,3\nE1,6,10,7\n", RECIPE, "--suppress", "5");

        assertEquals(new DeskRun(0, ""), run);
        Map<String, Map<String, String>> rows = DeskRun.rows(output());
        assertEquals("[c]", rows.get("E2").get("poor"));
        assertEquals("0", rows.get("E2").get("score"));
        assertEquals("0.5", rows.get("E2").get("coverage"));
        // z of 2 and 6 by themselves: -1 and 1 over the square root of 2.
        assertEquals(Math.sqrt(0.5), Double.parseDouble(rows.get("E1").get("poor")), 1e-15);
    }

    @Test
    void areaWithTooLittleKnownGetsAMarkNotAScore() throws IOException {
        run("code,poor,well,n\nE3,2,30,9\nE2,4,20,8\nE1,[c],10,7\nE0,,40,8\n", RECIPE.replace("0.5", "0.75"));

        Map<String, Map<String, String>> rows = DeskRun.rows(output());
        assertEquals("[c]", rows.get("E1").get("score"));
        assertEquals("[c]", rows.get("E1").get("rank"));
        assertEquals("[x]", rows.get("E0").get("score"));
        assertEquals("2", rows.get("E3").get("rank"));
    }

    @Test
    void factorWithoutSpreadIsSaidAndLeftOut() throws IOException {
        DeskRun run = run("code,poor,well,n\nE3,2,30,9\nE2,4,30,8\n", RECIPE);

        assertTrue(run.error().startsWith("Factor well was left out"));
        assertEquals(
                "code,poor,score,rank,decile,coverage",
                Files.readAllLines(output()).get(0));
    }

    @Test
    void recipeMistakesAreOneSentence() throws IOException {
        String values = "code,poor,well,n\nE3,2,30,9\nE2,4,20,8\n";
        assertRefused(
                "recipe.json: factors[0].weights is an unknown member; known are",
                values,
                RECIPE.replace("\"weight\"", "\"weights\""));
        assertRefused(
                "factors[0].polarity is \"\", and must be one of higher, lower",
                values,
                RECIPE.replace("\"higher\"", "\"\""));
        assertRefused(
                "factors[0].standardisation is \"zz\", and must be one of z, robust-z",
                values,
                RECIPE.replace("\"z\"", "\"zz\""));
        assertRefused(
                "aggregation is \"median\", and must be one of weighted-mean",
                values,
                RECIPE.replace("weighted-mean", "median"));
        assertRefused("no geometric mean can be taken", values, RECIPE.replace("weighted-mean", "geometric-mean"));
        assertRefused(
                "factors[0].goalposts needs at least 2 entries",
                values,
                RECIPE.replace("\"count\": \"n\"", "\"goalposts\": [1]"));
        assertRefused("which only min-max uses", values, RECIPE.replace("\"count\": \"n\"", "\"goalposts\": [1, 2]"));
        assertRefused("does not list", values, RECIPE.replace("\"count\": \"n\"", "\"domain\": \"home\""));
        assertRefused(
                "names its count and population",
                values,
                RECIPE.replace("\"count\": \"n\"", "\"shrinkage\": \"global\""));
        assertRefused(
                "schemaVersion is 2, and this program reads up to 1",
                values,
                RECIPE.replace("{\"name\"", "{\"schemaVersion\": 2, \"name\""));
        assertRefused(
                "factors[0].weight must be above 0, not -1",
                values,
                RECIPE.replace("\"weight\": 1,", "\"weight\": -1,"));
        assertRefused("values.csv has no column poor2", values, RECIPE.replace("\"poor\"", "\"poor2\""));
        assertRefused("is not valid JSON, line 1", values, "{");
        assertFalse(Files.exists(output()));
        assertEquals(2, run(values, RECIPE, "--draws", "0").exitCode());
        assertEquals(2, run(values, RECIPE, "--seed", "3").exitCode());
    }

    @Test
    void drawsSayHowSureRanksAre() throws IOException {
        String recipe = RECIPE.replace("\"count\": \"n\"", "\"count\": \"n\", \"population\": \"people\"");
        StringBuilder csv = new StringBuilder("code,poor,well,n,people\n");
        for (int area = 0; area < 20; area++) {
            int count = 4 + area * area;
            csv.append("E")
                    .append(area)
                    .append(',')
                    .append(count / 10.0)
                    .append(",30,")
                    .append(count)
                    .append(",1000\n");
        }
        csv.append("E20,[c],30,,1000\n");

        DeskRun run = run(csv.toString(), recipe.replace("0.5", "1"), "--draws", "500", "--seed", "4");
        List<String> first = Files.readAllLines(output());

        assertEquals(0, run.exitCode(), run.error());
        assertTrue(
                first.get(0)
                        .endsWith(
                                "score,rank,decile,coverage,rank_median,rank_low,rank_high,probability_highest_need_tenth"),
                first.get(0));
        Map<String, Map<String, String>> rows = DeskRun.rows(output());
        assertEquals("1", rows.get("E19").get("rank_median"));
        assertTrue(Double.parseDouble(rows.get("E19").get("probability_highest_need_tenth")) > 0.8);
        assertEquals("0", rows.get("E0").get("probability_highest_need_tenth"));
        assertEquals("[c]", rows.get("E20").get("rank_low"));
        run(csv.toString(), recipe.replace("0.5", "1"), "--draws", "500", "--seed", "4");
        assertEquals(first, Files.readAllLines(output()));
    }

    /** 10 and 30 of 100 are drawn to 12 and 28 in 100. */
    @Test
    void shrunkRatesAreScoredInsteadOfRawOnes() throws IOException {
        String recipe =
                """
                {"name": "one", "factors": [{"column": "poor", "polarity": "higher", "standardisation": "min-max",
                 "goalposts": [0, 100], "count": "n", "population": "people", "shrinkage": "SHRINKAGE"}]}
                """;
        String csv = "code,poor,n,people\nE1,10,10,100\nE2,30,30,100\n";

        DeskRun raw = run(csv, recipe.replace("SHRINKAGE", "none"));
        assertEquals("0.1", DeskRun.rows(output()).get("E1").get("score"));
        assertTrue(raw.error().contains("are scored as they are"), raw.error());

        DeskRun global = run(csv, recipe.replace("SHRINKAGE", "global"));
        List<String> lines = Files.readAllLines(output());
        assertEquals(new DeskRun(0, "unprotected output\n"), global);
        assertEquals(0.12, Double.parseDouble(DeskRun.rows(output()).get("E1").get("score")), 1e-12);
        assertEquals(0.28, Double.parseDouble(DeskRun.rows(output()).get("E2").get("score")), 1e-12);

        // Where a recipe says nothing, rates of which count and population are known are drawn toward the overall rate.
        DeskRun unsaid = run(csv, recipe.replace(", \"shrinkage\": \"SHRINKAGE\"", ""));
        assertEquals(global, unsaid);
        assertEquals(lines, Files.readAllLines(output()));
    }

    /** 10 and 11 of 100 differ by less than chance would make of the same rate. */
    @Test
    void ratesThatDifferByNoMoreThanChanceAreSaidAndLeftOut() throws IOException {
        String csv = "code,lad,poor,n,people\nE1,N,10,10,100\nE2,N,11,11,100\n";

        DeskRun run = run(csv, shrunkBy("global"));

        assertEquals(0, run.exitCode());
        assertEquals(
                "Rates of factor poor show no detectable variation between areas, so all were drawn to one rate:"
                        + " \"shrinkage\": \"none\" scores them as they are.",
                run.error().lines().findFirst().orElseThrow());
        assertTrue(run.error().contains("Factor poor was left out"), run.error());
        assertEquals("0.1", scoreOf(csv, "none"));
    }

    private String scoreOf(String csv, String shrinkage) throws IOException {
        run(csv, shrunkBy(shrinkage));
        return DeskRun.rows(output()).get("E1").get("score");
    }

    /** Pairs of neighbours: 10 and 30 of 100 go to 12 and 28; 80 and 80 stay (ShrunkRatesTest). */
    @Test
    void ratesAreDrawnTowardTheirNeighbourhood() throws IOException {
        String recipe = shrunkBy("local");
        String csv = "code,lad,poor,n,people\nE1,N,10,10,100\nE2,N,30,30,100\nE3,S,80,80,100\nE4,S,80,80,100\n";
        Path neighbours =
                Files.writeString(folder.resolve("neighbours.csv"), "id,neighbour\nE1,E2\nE2,E1\nE3,E4\nE4,E3\n");

        DeskRun run = run(csv, recipe, "--neighbours", neighbours.toString());

        assertEquals(new DeskRun(0, "unprotected output\n"), run);
        assertEquals(List.of(0.12, 0.28, 0.8, 0.8), scores("E1", "E2", "E3", "E4"));
        DeskRun draws = run(csv, recipe, "--neighbours", neighbours.toString(), "--draws", "20");
        assertEquals(0, draws.exitCode(), draws.error());
    }

    /** 3 of 40, 12 of 60 and 9 of 25 in one district, 5 of 50 alone in another (LogitShrinkageTest). */
    @Test
    void sharesAreDrawnTowardTheirDistrict() throws IOException {
        String recipe = shrunkBy("district");
        String csv = "code,lad,poor,n,people\nE1,N,7.5,3,40\nE2,N,20,12,60\nE3,N,36,9,25\nE4,S,10,5,50\n";

        DeskRun run = run(csv, recipe, "--district", "lad", "--draws", "20", "--most", "2");

        assertEquals(new DeskRun(0, "unprotected output\n"), run);
        List<Double> expected = List.of(0.106202123, 0.203784438, 0.332665739, 0.107843137);
        for (int area = 0; area < 4; area++) {
            assertEquals(expected.get(area), scores("E1", "E2", "E3", "E4").get(area), 5e-10);
        }
    }

    @Test
    void whatShrinkageNeedsIsWrongUsageWithoutIt() throws IOException {
        String csv = "code,lad,poor,n,people\nE1,N,10,10,100\nE2,,30,30,100\n";
        assertWrongUsage("factor poor with \"local\": give --neighbours CSV.", csv, shrunkBy("local"));
        assertWrongUsage("factor poor with \"district\": give --district COLUMN.", csv, shrunkBy("district"));
        assertRefused(
                "values.csv, row 3, column lad: the district is missing",
                csv,
                shrunkBy("district"),
                "--district",
                "lad");
        assertRefused("values.csv has no column lad24", csv, shrunkBy("district"), "--district", "lad24");
        assertRefused(
                "neighbours.csv does not exist",
                csv,
                shrunkBy("local"),
                "--neighbours",
                folder.resolve("neighbours.csv").toString());
        assertFalse(Files.exists(output()));

        DeskRun unused = run(csv, shrunkBy("global"), "--district", "lad");
        assertEquals(
                new DeskRun(
                        0,
                        "--district COLUMN was not used: no factor of the recipe has \"shrinkage\": \"district\".\n"
                                + "unprotected output\n"),
                unused);
    }

    @Test
    void numbersThatCannotBeAreOneSentenceAndNothingIsWritten() throws IOException {
        assertRefused(
                "values.csv, row 3, column people: the population is 0, but poor is a number",
                "code,lad,poor,n,people\nE1,N,10,10,100\nE2,N,30,3,0\n",
                shrunkBy("global"));
        assertRefused(
                "values.csv, row 2, column n: more are counted than there are in people, so poor is no share",
                "code,lad,poor,n,people\nE1,N,120,120,100\nE2,N,30,30,100\n",
                shrunkBy("district"),
                "--district",
                "lad");
        for (String text : List.of("NaN", "inf", "-Infinity")) {
            assertRefused(
                    "values.csv, row 3, column poor: " + text + " is no number: correct the cell",
                    "code,lad,poor,n,people\nE1,N,10,10,100\nE2,N," + text + ",3,100\n",
                    shrunkBy("global"));
            assertRefused(
                    "values.csv, row 2, column people: " + text + " is no number: correct the cell",
                    "code,lad,poor,n,people\nE1,N,10,10," + text + "\nE2,N,30,3,100\n",
                    shrunkBy("global"));
        }
        assertRefused(
                "values.csv has one row: the recipe compares areas with each other",
                "code,poor,well,n\nE1,10,10,100\n",
                RECIPE);
        assertRefused(
                "factors[0].weight must be above 0, not 0",
                "code,poor,well,n\nE1,10,10,100\nE2,11,12,9\n",
                RECIPE.replace("\"weight\": 1", "\"weight\": 0"));
        assertFalse(Files.exists(output()));
        // A rate above one per person is possible where it is no share.
        assertEquals(
                0,
                run("code,lad,poor,n,people\nE1,N,120,120,100\nE2,N,30,30,100\n", shrunkBy("global"))
                        .exitCode());
        // Nobody to count among: the rate does not apply, and the population may say so.
        assertEquals(
                0,
                run("code,lad,poor,n,people\nE1,N,[z],0,0\nE2,N,30,30,100\nE3,N,10,10,100\n", shrunkBy("global"))
                        .exitCode());
    }

    @Test
    void drawsSayHowLikelyAnAreaIsAmongTheMost() throws IOException {
        StringBuilder csv = new StringBuilder("code,lad,poor,n,people\n");
        for (int area = 0; area < 12; area++) {
            int count = 10 + 5 * area;
            csv.append("E" + area + ",N," + count + "," + count + ",100\n");
        }
        csv.append("E12,N,[c],,100\n");

        DeskRun run = run(csv.toString(), shrunkBy("global"), "--draws", "400", "--most", "3");

        assertEquals(new DeskRun(0, "unprotected output\n"), run);
        assertTrue(
                Files.readAllLines(output()).get(0).endsWith("probability_highest_need_tenth,probability_among_most"));
        Map<String, Map<String, String>> rows = DeskRun.rows(output());
        assertEquals("[c]", rows.get("E12").get("probability_among_most"));
        double sum = 0;
        for (int area = 0; area < 12; area++) {
            sum += Double.parseDouble(rows.get("E" + area).get("probability_among_most"));
        }
        assertEquals(3, sum, 1e-9);
    }

    @Test
    void numberOfAreasAskedForMustBePossible() throws IOException {
        String csv = "code,lad,poor,n,people\nE1,N,10,10,100\nE2,N,30,30,100\nE3,N,[c],,100\n";
        assertWrongUsage("--most belongs to --draws.", csv, shrunkBy("global"), "--most", "1");
        assertWrongUsage("--most is at least 1, not 0.", csv, shrunkBy("global"), "--most", "0", "--draws", "9");
        assertRefused(
                "--most asks for 3 areas, but only 2 have a score: ask for fewer.",
                csv,
                shrunkBy("global"),
                "--most",
                "3",
                "--draws",
                "9");
        assertFalse(Files.exists(output()));
    }

    /** E2 has one to five of 60; with small counts hidden not one byte of any output tells which. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "global", "local", "district"})
    void hiddenCountChangesNotOneByte(String shrinkage) throws IOException {
        Path neighbours = Files.writeString(
                folder.resolve("neighbours.csv"), "id,neighbour\nE1,E2\nE2,E1\nE2,E3\nE3,E2\nE3,E4\nE4,E3\n");
        String needed = shrinkage.equals("local") ? "--neighbours" : "--district";
        String with = shrinkage.equals("local") ? neighbours.toString() : "lad";
        Set<List<String>> outputs = new HashSet<>();
        for (int count = 1; count <= 5; count++) {
            String csv = "code,lad,poor,n,people\nE1,N,7.5,9,120\nE2,N," + count / 0.6 + "," + count
                    + ",60\nE3,S,36,9,25\nE4,S,10,15,150\nE5,S,30,30,100\n";
            DeskRun run =
                    run(csv, shrunkBy(shrinkage), needed, with, "--suppress", "5", "--draws", "40", "--most", "2");
            assertEquals(0, run.exitCode(), run.error());
            outputs.add(Files.readAllLines(output()));
        }

        assertEquals(1, outputs.size());
        assertEquals("[c]", DeskRun.rows(output()).get("E2").get("poor"));
    }

    private static String shrunkBy(String shrinkage) {
        return """
                {"name": "one", "factors": [{"column": "poor", "polarity": "higher", "standardisation": "min-max",
                 "goalposts": [0, 100], "count": "n", "population": "people", "shrinkage": "SHRINKAGE"}]}
                """
                .replace("SHRINKAGE", shrinkage);
    }

    private List<Double> scores(String... codes) throws IOException {
        Map<String, Map<String, String>> rows = DeskRun.rows(output());
        List<Double> scores = new ArrayList<>();
        for (String code : codes) {
            // Twelve digits: the last ones are those of the machine's arithmetic.
            scores.add(Math.rint(Double.parseDouble(rows.get(code).get("score")) * 1e12) / 1e12);
        }
        return scores;
    }

    private void assertWrongUsage(String words, String csv, String recipe, String... more) throws IOException {
        DeskRun run = run(csv, recipe, more);
        assertEquals(2, run.exitCode(), run.error());
        assertTrue(run.error().contains(words), run.error());
    }

    /** Of ten areas one is the highest-need tenth; E1 has all of a, E2 half of a and all of b: equal when a counts twice. */
    @Test
    void sensitivitySaysWhichWeightWouldChangeAPlace() throws IOException {
        StringBuilder csv = new StringBuilder("code,a,b\nE1,1,0\nE2,0.5,1\n");
        for (int area = 3; area <= 10; area++) {
            csv.append("E").append(area).append(",0,0\n");
        }
        String recipe =
                """
                {"name": "two", "factors": [{"column": "a", "polarity": "higher", "standardisation": "min-max"},
                 {"column": "b", "polarity": "higher", "standardisation": "min-max"}]}
                """;
        Path tippings = folder.resolve("tippings.csv");

        run(csv.toString(), recipe, "--sensitivity", tippings.toString());

        List<String> lines = Files.readAllLines(tippings);
        assertEquals("code,factor,in_highest_need_tenth,times_smaller,times_larger", lines.get(0));
        assertEquals(
                List.of("E1,a,false,,2", "E1,b,false,0.5,", "E2,a,true,,2", "E2,b,true,0.5,"), lines.subList(1, 5));
        assertEquals("E10,b,false,,", lines.get(20));
        assertEquals(
                2,
                run(
                                csv.toString(),
                                recipe,
                                "--sensitivity",
                                folder.resolve("./out.csv").toString())
                        .exitCode());
        Files.delete(tippings);
        assertEquals(
                1,
                run(
                                csv.toString(),
                                recipe.replace("{\"name\"", "{\"aggregation\": \"maximum\", \"name\""),
                                "--sensitivity",
                                tippings.toString())
                        .exitCode());
        assertFalse(Files.exists(tippings));
    }

    @Test
    void thresholdCountSaysItsBand() throws IOException {
        StringBuilder factors = new StringBuilder();
        for (String column : List.of("a", "b", "c", "d", "e")) {
            factors.append(factors.length() == 0 ? "" : ",")
                    .append("{\"column\":\"" + column
                            + "\",\"polarity\":\"higher\",\"standardisation\":\"threshold\"}");
        }
        run(
                "code,a,b,c,d,e\nE1,9,9,9,9,9\nE2,9,9,9,0,0\nE3,0,0,0,0,0\n",
                "{\"name\":\"count\",\"aggregation\":\"threshold-count\",\"factors\":[" + factors + "]}");

        Map<String, Map<String, String>> rows = DeskRun.rows(output());
        assertEquals("5", rows.get("E1").get("score"));
        assertEquals("high", rows.get("E1").get("band"));
        assertEquals("medium", rows.get("E2").get("band"));
        assertEquals("low", rows.get("E3").get("band"));
    }

    @Test
    void shippedRecipeIsReadable() throws IOException {
        try (InputStream in = MatrixDesk.class.getResourceAsStream("/recipes/default.json")) {
            RecipeDocument recipe = RecipeDocument.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));

            assertEquals("lone_parents_pct", recipe.recipe().factors().get(0).column());
            assertEquals(
                    Polarity.LOWER_IS_MORE_NEED,
                    recipe.recipe().factors().get(15).polarity());
        }
    }

    private void assertRefused(String words, String csv, String recipe, String... more) throws IOException {
        DeskRun run = run(csv, recipe, more);
        assertEquals(1, run.exitCode(), run.error());
        assertTrue(run.error().contains(words), run.error());
        assertEquals(1, run.error().lines().count());
    }

    private DeskRun run(String csv, String recipe, String... more) throws IOException {
        Path values = Files.writeString(folder.resolve("values.csv"), csv);
        Path recipeFile = Files.writeString(folder.resolve("recipe.json"), recipe);
        List<String> arguments = new ArrayList<>(List.of(
                "--values",
                values.toString(),
                "--code",
                "code",
                "--recipe",
                recipeFile.toString(),
                "--output",
                output().toString()));
        arguments.addAll(List.of(more));
        return DeskRun.of(new MatrixCommand(new MatrixDesk()), arguments);
    }

    private Path output() {
        return folder.resolve("out.csv");
    }
}
