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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.desk.GradientDesk;
import org.needscape.stats.Interval;
import org.needscape.stats.PoissonInterval;

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

    private static final String TWO_AUTHORITIES =
            """
            code,decile,pop,count,place
            A1,1,9200,170,A
            A2,2,9800,128,A
            A3,3,10100,104,A
            A4,4,10500,83,A
            A5,5,11200,71,A
            A6,6,11800,60,A
            A7,7,12300,47,A
            A8,8,12900,38,A
            A9,9,13500,30,A
            A10,10,13700,22,A
            B1,1,31000,420,B
            B2,2,27500,310,B
            B3,3,22000,205,B
            B4,4,18000,140,B
            B5,5,14500,98,B
            B6,6,11000,62,B
            B7,7,8200,40,B
            B8,8,6100,25,B
            B9,9,4800,17,B
            B10,10,3900,11,B
            """;

    private static final String THIRD_AUTHORITY =
            """
            C1,1,15000,240,C
            C2,2,16000,190,C
            C3,3,14000,140,C
            C4,4,15000,115,C
            C5,5,13000,80,C
            C6,6,12000,60,C
            C7,7,12500,52,C
            C8,8,11000,35,C
            C9,9,10500,26,C
            C10,10,9000,17,C
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
    void placesAreComparedAtEqualDeprivation() throws IOException {
        JsonNode json = gradient(TWO_AUTHORITIES, "--decile", "decile", "--area", "place");
        JsonNode comparison = json.get("comparison");

        // glm(count ~ d * authority + offset(log(pop)), poisson) in R, d = decile - 5.5, B the reference; limits by
        // numpy.
        assertEquals("B", comparison.get("reference").asText());
        JsonNode a = comparison.at("/areas/0");
        assertEquals("A", a.get("area").asText());
        assertEquals(65.478261, a.get("crude").asDouble(), 5e-7);
        assertEquals(184.782609, a.get("decile_1").asDouble(), 5e-7);
        assertEquals(86.561593, a.get("directly_standardised").asDouble(), 5e-7);
        assertEquals(80.128450, a.get("directly_standardised_lower").asDouble(), 5e-7);
        assertEquals(1.043502, a.get("indirectly_standardised_ratio").asDouble(), 5e-7);
        assertEquals(-0.087252865, a.at("/interaction/estimate").asDouble(), 5e-10);
        assertEquals(0.019631641, a.at("/interaction/se").asDouble(), 5e-9);
        assertEquals(8.8e-6, a.at("/interaction/p").asDouble(), 5e-8);
        JsonNode b = comparison.at("/areas/1");
        assertEquals(90.340136, b.get("crude").asDouble(), 5e-7);
        assertEquals(79.405581, b.get("directly_standardised").asDouble(), 5e-7);
        assertTrue(b.get("interaction").isNull());
        assertEquals(-0.087252865, comparison.at("/interaction/estimate").asDouble(), 5e-10);
        assertEquals(1.324221, comparison.at("/pairs/0/ratio_decile_1").asDouble(), 5e-7);
        assertEquals("present", comparison.at("/pairs/0/finding").asText());
    }

    @Test
    void threePlacesAreTestedTogetherAndEachAgainstTheReference() throws IOException {
        JsonNode comparison = gradient(TWO_AUTHORITIES + THIRD_AUTHORITY, "--decile", "decile", "--area", "place")
                .get("comparison");

        // numpy 2.4: see PlaceComparisonTest and DeprivationLawTest.
        assertEquals(20.208168937, comparison.at("/interaction/chi_square").asDouble(), 5e-7);
        assertEquals(2, comparison.at("/interaction/degrees_of_freedom").asInt());
        assertEquals(
                -0.087252865, comparison.at("/areas/0/interaction/estimate").asDouble(), 5e-10);
        assertEquals(2, comparison.get("pairs").size());
        assertEquals(1.146012, comparison.at("/law/ratio_decile_1").asDouble(), 5e-7);
        assertEquals("present", comparison.at("/law/finding").asText());
    }

    @Test
    void aPlaceWithAHiddenCountIsNamedAndTakesNoPart() throws IOException {
        JsonNode json = gradient(
                TWO_AUTHORITIES + THIRD_AUTHORITY.replace("9000,17", "9000,[c]"),
                "--decile",
                "decile",
                "--area",
                "place");

        JsonNode hidden = json.at("/comparison/areas/2");
        assertEquals("[c]", hidden.get("count").asText());
        assertTrue(hidden.get("crude").isNull());
        assertTrue(hidden.get("directly_standardised").isNull());
        assertTrue(json.get("notes")
                .toString()
                .contains("C is not compared: one of its counts is hidden to protect children."));
        assertEquals(
                86.561593, json.at("/comparison/areas/0/directly_standardised").asDouble(), 5e-7);
    }

    @Test
    void suppressTakesDecilesOfAPlaceTogetherUntilNoneIsSmall() throws IOException {
        String csv = TWO_AUTHORITIES.replace("B10,10,3900,11,B", "B10,10,3900,4,B");
        JsonNode comparison = gradient(csv, "--decile", "decile", "--area", "place", "--suppress", "5")
                .get("comparison");

        assertEquals("9-10", comparison.at("/deciles/8").asText());
        // 65.478261 and 184.782609 as before: nothing small is in them.
        assertEquals(65.478261, comparison.at("/areas/0/crude").asDouble(), 5e-7);
        assertEquals(184.782609, comparison.at("/areas/0/decile_1").asDouble(), 5e-7);
    }

    @Test
    void aRateInDecileOneIsForAllPlacesOrForNone() throws IOException {
        // That of A and that of all together would give B's count of 3 away.
        String csv = TWO_AUTHORITIES.replace("B1,1,31000,420,B", "B1,1,310,3,B");
        JsonNode comparison = gradient(csv, "--decile", "decile", "--area", "place", "--suppress", "5")
                .get("comparison");

        assertEquals("[c]", comparison.at("/areas/0/decile_1").asText());
        assertEquals("[c]", comparison.at("/areas/0/decile_1_upper").asText());
        assertEquals("[c]", comparison.at("/areas/1/decile_1").asText());
        assertEquals("1-2", comparison.at("/deciles/0").asText());
    }

    @Test
    void aHiddenDecileWithholdsTheComparison() throws IOException {
        String csv = TEN_DECILES.replace("count\n", "count,place\n").replaceAll("(?m)(\\d)$", "$1,A");
        JsonNode json = gradient(
                csv.replace("13700,22,A", "13700,4,B"), "--decile", "decile", "--area", "place", "--suppress", "5");

        assertEquals("[c]", json.get("comparison").asText());
    }

    @Test
    void onePlaceAloneIsSaidAndNotCompared() throws IOException {
        String csv = TEN_DECILES.replace("count\n", "count,place\n").replaceAll("(?m)(\\d)$", "$1,A");
        JsonNode json = gradient(csv, "--decile", "decile", "--area", "place");

        assertEquals(65.478261, json.at("/comparison/areas/0/crude").asDouble(), 5e-7);
        assertTrue(json.at("/comparison/interaction").isNull());
        assertTrue(json.get("notes").toString().contains("Places are not compared: the file has fewer than two."));
    }

    @Test
    void familiesWidenTheLimits() throws IOException {
        // 22 children in the last decile, squared family sizes 44: D = 2; limits of 11 events by Byar times 2.
        JsonNode json = gradient(
                TEN_DECILES
                        .replace("count\n", "count,squares\n")
                        .replaceAll("(?m),(\\d+)$", ",$1,$1")
                        .replace("13700,22,22", "13700,22,44"),
                "--decile",
                "decile",
                "--families-squared",
                "squares");

        assertEquals(2, json.at("/deciles/9/design_effect").asDouble());
        assertEquals(1, json.at("/deciles/0/design_effect").asDouble());
        Interval limits = PoissonInterval.ofRatePer10000(11, 6_850, 0.95);
        assertEquals(limits.lower(), json.at("/deciles/9/lower").asDouble(), 1e-9);
        assertEquals(limits.upper(), json.at("/deciles/9/upper").asDouble(), 1e-9);
        assertTrue(json.at("/rii/upper").asDouble() > 0.108126);
        assertEquals(-168.6940, json.at("/sii/estimate").asDouble(), 5e-5);
    }

    @Test
    void squaresThatNoFamiliesHaveAreSaidAndNotUsed() throws IOException {
        Path file = folder.resolve("values.csv");
        Files.writeString(file, "code,decile,pop,count,squares\nA,1,100,9,4\nB,2,100,7,7\n");
        DeskRun run = run(
                file,
                "--code",
                "code",
                "--count",
                "count",
                "--population",
                "pop",
                "--decile",
                "decile",
                "--families-squared",
                "squares");

        assertEquals(0, run.exitCode(), run.error());
        assertTrue(run.error().contains("values.csv, row 2, column squares: not the squared sizes of families"));
    }

    @Test
    void moreEventsThanPeopleAreSaidAndLeftOutWherePeopleAreCountedOnce() throws IOException {
        String csv = "code,decile,pop,count\na,1,100,30\nb,1,10,12\nc,2,100,20\nd,3,100,9\n";
        JsonNode referrals = gradient(csv, "--decile", "decile");
        assertEquals(42, referrals.at("/deciles/0/count").asInt());
        JsonNode stock = gradient(csv, "--decile", "decile", "--counted-once");
        assertEquals(30, stock.at("/deciles/0/count").asInt());

        DeskRun run = run(
                folder.resolve("values.csv"),
                "--code",
                "code",
                "--count",
                "count",
                "--population",
                "pop",
                "--decile",
                "decile",
                "--counted-once");
        assertTrue(run.error().contains("row 3, column count: more events than people; the area was left out."));
    }

    @Test
    void separatedCountsHaveNoModelAndSayWhy() throws IOException {
        JsonNode json =
                gradient("code,decile,pop,count\na,1,100,9\nb,1,100,7\nc,2,100,0\nd,3,100,0\n", "--decile", "decile");

        assertTrue(json.get("poisson").isNull());
        assertTrue(json.get("negative_binomial").isNull());
        assertEquals("none", json.at("/model/used").asText());
        assertTrue(json.at("/model/statement").asText().contains("no finite estimate"));
    }

    @Test
    void theModelThatIsUsedIsNamedWithItsReason() throws IOException {
        JsonNode model = gradient(TEN_DECILES, "--decile", "decile").get("model");

        assertEquals("poisson", model.get("used").asText());
        assertTrue(model.get("statement").asText().contains("under-dispersed"));
        // scipy 1.17: profile deviance, see ProfileLikelihoodTest.
        assertEquals("profile likelihood", model.at("/rows/1/limits").asText());
        assertEquals(0.74977698, model.at("/rows/1/lower").asDouble(), 5e-8);
    }

    /** 40 areas of 300 children, of which every fourth has a small count; without hiding any, the model is told to its last digit. */
    private static String withSmallAreas(int oneOfThem) {
        StringBuilder csv = new StringBuilder("code,decile,pop,count\n");
        for (int area = 0; area < 40; area++) {
            int small = area == 0 ? oneOfThem : 1 + area % 5;
            csv.append("A%d,%d,300,%d\n".formatted(area, 1 + area % 10, area % 4 == 0 ? small : 16 - area % 10));
        }
        return csv.toString();
    }

    @Test
    void smallAreasRoundTheModelsUntilNoneOfThemCanBeToldFromThese() throws IOException {
        String[] hides = {"--decile", "decile", "--suppress", "5"};
        JsonNode least = gradient(withSmallAreas(1), hides);
        JsonNode most = gradient(withSmallAreas(5), hides);

        // Four events more in one area of 40 move no figure by more than one step, and a step has one digit.
        Map.of("/poisson/intercept", 0.1, "/poisson/slope", 0.02, "/negative_binomial/slope", 0.02)
                .forEach((figure, step) -> {
                    double moved = Math.abs(
                            least.at(figure).asDouble() - most.at(figure).asDouble());
                    assertTrue(moved < 1.01 * step, figure + " moved by " + moved);
                    double steps = least.at(figure).asDouble() / step;
                    assertEquals(Math.rint(steps), steps, 1e-9, figure);
                });
        assertTrue(least.get("notes").toString().contains("so that none of them tells the small count of an area"));
        assertEquals(
                least.at("/poisson/rate_ratio").asDouble(),
                Math.exp(least.at("/poisson/slope").asDouble()),
                1e-12);
        assertEquals("Wald", least.at("/model/rows/0/limits").asText());
        JsonNode open = gradient(withSmallAreas(1), "--decile", "decile");
        assertTrue(open.at("/poisson/slope").asText().length() > 10, open.toString());
    }

    @Test
    void wrongUsageAndUnusableFiles() throws IOException {
        Path file = folder.resolve("values.csv");
        Files.writeString(file, TEN_DECILES);
        String[] columns = {"--code", "code", "--count", "count", "--population", "pop"};
        assertEquals(2, run(file, columns).exitCode());
        assertEquals(2, run(file, with(columns, "--rank", "decile")).exitCode());
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
