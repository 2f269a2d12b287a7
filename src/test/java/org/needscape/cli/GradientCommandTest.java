package org.needscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.desk.GradientDesk;

class GradientCommandTest {

    private static final String TEN_DECILES =
            """
            code,decile,pop,count
            A1,1,9200,170
            A2,2,9800,128
            A3,3,10100,104
            A4,4,10500,83
            A5,5,11200,71
            A6,6,11800,60
            A7,7,12300,47
            A8,8,12900,38
            A9,9,13500,30
            A10,10,13700,22
            """;

    @TempDir
    private Path folder;

    @Test
    void indicesAndModelsOfTenDeciles() throws IOException {
        JsonNode json = gradient(TEN_DECILES, "--decile", "decile");

        // OHID's method and glm in R on invented counts.
        assertEquals(184.7826, json.at("/deciles/0/rate_per_10000").asDouble(), 5e-5);
        assertEquals(158.0475, json.at("/deciles/0/lower").asDouble(), 5e-5);
        assertEquals(-168.6940, json.at("/sii/estimate").asDouble(), 5e-5);
        assertEquals(-207.77, json.at("/sii/lower").asDouble(), 5e-3);
        assertEquals(0.108126, json.at("/rii/upper").asDouble(), 5e-7);
        assertEquals(0.771054847, json.at("/poisson/rate_ratio").asDouble(), 5e-10);
        assertEquals(0.749964, json.at("/poisson/lower").asDouble(), 5e-7);
        double dispersion = json.at("/quasi_poisson/dispersion").asDouble();
        assertEquals(
                json.at("/poisson/slope_se").asDouble() * Math.sqrt(dispersion),
                json.at("/quasi_poisson/slope_se").asDouble(),
                1e-12);
        assertTrue(json.at("/negative_binomial/theta").isNull());
        assertEquals(
                json.at("/poisson/slope").asDouble(),
                json.at("/negative_binomial/slope").asDouble());
    }

    @Test
    void gridOf25ByDecile() throws IOException {
        Path grid = DeskRun.golden("grid25/grid.csv", folder);
        DeskRun run = run(grid, "--code", "id", "--count", "cases", "--population", "pop", "--decile", "decile");

        assertEquals(new DeskRun(0, "unprotected output\n").exitCode(), run.exitCode());
        JsonNode json = new ObjectMapper().readTree(output().toFile());
        assertEquals(-2.710767164, json.at("/poisson/intercept").asDouble(), 5e-10);
        assertEquals(-0.273652303, json.at("/poisson/slope").asDouble(), 5e-10);
        assertEquals(0.263605, json.at("/poisson/dispersion").asDouble(), 5e-7);
    }

    @Test
    void ranksBecomeDecilesAndMidpoints() throws IOException {
        // Of 100 areas, ranks 5 and 10 are in decile 1, rank 11 in decile 2, rank 100 in decile 10.
        JsonNode json = gradient(
                "code,rank,pop,count\na,5,100,9\nb,10,100,7\nc,11,100,6\nd,100,100,2\n",
                "--rank",
                "rank",
                "--of",
                "100");

        assertEquals(16, json.at("/deciles/0/count").asInt());
        assertEquals(
                List.of(1, 2, 10),
                json.get("deciles").findValues("decile").stream()
                        .map(JsonNode::asInt)
                        .toList());
        // ln rate falls from rank 5 (r = 0.045) to rank 100 (r = 0.995) by about ln(9 / 2) = 1.5.
        assertEquals(-1.5, json.at("/poisson/slope").asDouble(), 0.2);
    }

    @Test
    void decileWithoutEventsKeepsItsLimitsAndTheFitSaysWhatItMerged() throws IOException {
        JsonNode json = gradient(TEN_DECILES.replace("13700,22", "13700,0"), "--decile", "decile");

        assertEquals(0, json.at("/deciles/9/count").asInt());
        assertEquals(0, json.at("/deciles/9/lower").asDouble());
        assertEquals(3.688879 / 13_700 * 10_000, json.at("/deciles/9/upper").asDouble(), 1e-6);
        assertTrue(json.at("/sii/estimate").isNumber());
        assertTrue(json.at("/notes/0").asText().startsWith("Deciles 9 to 10 are taken together"));
    }

    @Test
    void suppressHidesSmallDecilesWithAPartnerAndAllThatAddsThemUp() throws IOException {
        JsonNode json = gradient(TEN_DECILES.replace("13700,22", "13700,4"), "--decile", "decile", "--suppress", "5");

        assertEquals("[c]", json.at("/deciles/9/count").asText());
        assertEquals("[c]", json.at("/deciles/9/rate_per_10000").asText());
        assertEquals("[c]", json.at("/deciles/8/count").asText());
        assertEquals(38, json.at("/deciles/7/count").asInt());
        assertEquals("[c]", json.at("/sii").asText());
        assertEquals("[c]", json.at("/poisson").asText());
    }

    @Test
    void hiddenAreaHidesItsDecileAndTheModels() throws IOException {
        JsonNode json = gradient(TEN_DECILES + "B1,3,500,[c]\n", "--decile", "decile");

        assertEquals("[c]", json.at("/deciles/2/count").asText());
        assertTrue(json.get("sii").isNull());
        assertTrue(json.get("poisson").isNull());
    }

    @Test
    void wrongUsageAndUnusableFiles() throws IOException {
        Path file = folder.resolve("values.csv");
        Files.writeString(file, TEN_DECILES);
        String[] columns = {"--code", "code", "--count", "count", "--population", "pop"};
        assertEquals(2, run(file, columns).exitCode());
        assertEquals(2, run(file, with(columns, "--rank", "decile")).exitCode());
        assertEquals(
                2,
                run(file, with(columns, "--decile", "decile", "--area", "code")).exitCode());
        DeskRun nothing = run(file, with(columns, "--decile", "pop"));
        assertEquals(1, nothing.exitCode());
        assertTrue(nothing.error().contains("must hold whole numbers from 1 to 10"));
        assertFalse(Files.exists(output()));
    }

    private JsonNode gradient(String csv, String... arguments) throws IOException {
        Path file = folder.resolve("values.csv");
        Files.writeString(file, csv);
        DeskRun run =
                run(file, with(new String[] {"--code", "code", "--count", "count", "--population", "pop"}, arguments));
        assertEquals(0, run.exitCode(), run.error());
        return new ObjectMapper().readTree(output().toFile());
    }

    private DeskRun run(Path file, String... arguments) {
        return DeskRun.of(
                new GradientCommand(new GradientDesk()),
                List.of(with(arguments, "--values", file.toString(), "--output", output().toString())));
    }

    private Path output() {
        return folder.resolve("out.json");
    }

    private static String[] with(String[] first, String... more) {
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
