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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

        run(csv, recipe.replace("SHRINKAGE", "global"));
        assertEquals(0.12, Double.parseDouble(DeskRun.rows(output()).get("E1").get("score")), 1e-12);
        assertEquals(0.28, Double.parseDouble(DeskRun.rows(output()).get("E2").get("score")), 1e-12);
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

    private void assertRefused(String words, String csv, String recipe) throws IOException {
        DeskRun run = run(csv, recipe);
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
