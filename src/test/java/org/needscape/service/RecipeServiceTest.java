package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.indicator.Period;
import org.needscape.progress.Progress;
import org.needscape.protection.DisclosureAuditor;
import org.needscape.service.MatrixService.Question;
import org.needscape.store.Dataset;

/** Twelve squares in a row with three measures, one of them for two years. */
class RecipeServiceTest {

    private static final List<String> CODEBOOK = List.of(
            "indicator_id,label,unit,period,higher_means,source,sensitivity",
            "poor,Poor,percent,2024,more need,Somebody,open",
            "well,Well,percent,2024,less need,Somebody,open",
            "same,Same,percent,2024,more need,Somebody,open",
            "rare,Rare,percent,2024,more need,Somebody,open",
            "luck,Luck,percent,2024,more need,Somebody,open",
            "homes,Homes,households,2024,more need,Somebody,open");

    private static final String RECIPE =
            "{\"name\":\"Two things\",\"factors\":[{\"column\":\"poor\",\"polarity\":\"higher\",\"weight\":3},"
                    + "{\"column\":\"well\",\"polarity\":\"lower\",\"weight\":1}]}";

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private RecipeService recipes;
    private MatrixService matrices;
    private LayerService layers;

    @BeforeEach
    void openStore() {
        squares = new CountedSquares("recipes", folder);
        squares.store.write(session -> {
            long boundaries = session.datasets()
                    .add(new Dataset(
                            0, "boundaries", "Squares", "Nobody", "Open", "more.zip", "", 12, CountedSquares.NOON));
            session.areas()
                    .saveAreas(
                            CountedSquares.COUNTY,
                            boundaries,
                            IntStream.rangeClosed(1, 12)
                                    .mapToObj(CountedSquares::square)
                                    .toList());
            return boundaries;
        });
        List<String> rows = new ArrayList<>(List.of("LSOA21CD,indicator_id,period,value,numerator,denominator"));
        for (int area = 1; area <= 12; area++) {
            String code = CountedSquares.square(area).id().code().value();
            rows.add(code + ",poor,2023," + (13 - area) + ",,");
            rows.add(code + ",poor,2024," + area + ",,");
            rows.add(code + ",well,2024," + (area * area % 7) + ",,");
            rows.add(code + ",same,2024,5,,");
            rows.add(code + ",rare,2024," + (area < 8 ? "c" : area) + ",,");
            // One or two of ten: by chance alone areas would differ by more.
            rows.add(code + ",luck,2024," + (10 + area % 2 * 10) + "," + (1 + area % 2) + ",10");
            rows.add(code + ",homes,2024," + 100 * area + ",,");
        }
        squares.importIndicators(rows, CODEBOOK);
        Adjacency adjacency = new Adjacency();
        layers = new LayerService(squares.store, squares.observations);
        matrices = new MatrixService(
                squares.store, squares.observations, adjacency, new DocumentService(squares.store, layers));
        recipes = new RecipeService(
                squares.store,
                squares.observations,
                adjacency,
                new StandardResults(
                        squares.store,
                        squares.observations,
                        adjacency,
                        new GradientService(squares.store, squares.observations),
                        new AuditService(
                                squares.store,
                                new DisclosureAuditor(squares.observations, squares.clock),
                                squares.clock)),
                squares.clock);
    }

    @AfterEach
    void closeStore() {
        squares.close();
    }

    @Test
    void changeIsANewVersionAndTheOldOneStays() {
        ScoringMethod first = recipes.create(RECIPE);
        ScoringMethod second = recipes.addVersion("two-things", RECIPE.replace("3", "2"));

        assertEquals("two-things", first.id());
        assertEquals(1, first.version());
        assertEquals(2, second.version());
        assertEquals(RECIPE, recipes.get("two-things", Optional.of(1)).method().json());
        assertEquals(second, recipes.get("two-things", Optional.empty()).method());
        assertEquals(
                List.of(first, second),
                recipes.get("two-things", Optional.of(1)).versions());
        assertEquals(List.of(second), saved());
        assertThrows(NotFoundException.class, () -> recipes.get("two-things", Optional.of(3)));
        assertThrows(NotFoundException.class, () -> recipes.get("three-things", Optional.empty()));
        assertThrows(NotFoundException.class, () -> recipes.addVersion("three-things", RECIPE));
    }

    @Test
    void nameThatIsTakenAndVersionThatSaysTheSameAreRefused() {
        recipes.create(RECIPE);

        assertEquals("name", refusal(() -> recipes.create(RECIPE)).field());
        assertEquals(
                "name",
                refusal(() -> recipes.create(RECIPE.replace("Two things", "Two, things!")))
                        .field());
        assertEquals(
                "name",
                refusal(() -> recipes.create(RECIPE.replace("Two things", "Default")))
                        .field());
        assertEquals(
                "This is what version 1 of two-things says already; nothing was saved.",
                refusal(() -> recipes.addVersion("two-things", RECIPE)).message());
        assertThrows(NotFoundException.class, () -> recipes.addVersion("indices-of-deprivation-2019", RECIPE));
        assertEquals(1, recipes.get("two-things", Optional.empty()).versions().size());
    }

    /** Each is one problem that names its field, and nothing is stored. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"well\"` | `\"unknown\"` | factors[1].column | `There is no measure unknown for lsoa-2021 here: import it, or name one that is loaded.`",
                "`\"well\"` | `\"same\"`    | factors[1].column | `The known values of same do not vary, so it cannot tell areas apart: leave it out.`",
                "`\"well\"` | `\"luck\"`    | factors[1].column | `The rates of luck differ between areas by no more than chance would make them: leave it out, or give it the shrinkage none.`",
                "`\"well\"` | `\"homes\"`   | factors[1].column | `homes is a bare count, which is high where many people live: name a share or a rate.`",
                "`\"well\"` | `\"rare\"`    | minimumCoverage   | `Only 5 of 12 areas would get a score, and a tenth takes at least 10: name measures that are known in more areas, or ask for less coverage.`",
                "`\"poor\"` | `\"poor\",\"period\":\"2019\"` | factors[0].period | `poor has no figures of 2019 for lsoa-2021; there are those of 2024, 2023.`",
                "`:3`       | `:-3`         | factors[0].weight | `factors[0].weight must be above 0, not -3.`",
                "`:3`       | `:0`          | factors[0].weight | `factors[0].weight must be above 0, not 0.`",
                "`{\"name\"` | `{\"schemaVersion\":2,\"name\"` | schemaVersion | `schemaVersion is 2, and this program reads up to 1: use a newer program, or save the recipe for this one.`",
                "`Two things` | `!!!`       | name              | `The name needs a letter or a digit.`"
            })
    void whatCannotBeComputedIsNotSaved(String part, String wrong, String field, String message) {
        String recipe = RECIPE.replace("\"weight\":1", "\"weight\":1.5").replace(part, wrong);

        RejectedException.Violation refused = refusal(() -> recipes.create(recipe));

        assertEquals(new RejectedException.Violation(field, message), refused);
        assertEquals(List.of(), saved());
    }

    /** No area is above 1000 poor and all are below 1000 well. */
    @Test
    void methodThatGivesEveryAreaTheSameScoreIsNotSaved() {
        String same = RECIPE.replace("\"weight\"", "\"standardisation\":\"threshold\",\"benchmark\":1000,\"weight\"");

        assertEquals("factors", refusal(() -> recipes.create(same)).field());
        assertEquals(
                "factors",
                refusal(() -> matrices.run(same, Question.of(CountedSquares.COUNTY, "")))
                        .field());
        assertEquals(List.of(), saved());
    }

    @Test
    void measuresAreListedWithTheirPeriodsAndWhichOfThemNoMethodTakes() {
        List<LoadedMeasure> measures = recipes.listMeasures(CountedSquares.COUNTY);

        assertEquals(
                List.of("homes true", "luck false", "poor false", "rare false", "same false", "well false"),
                measures.stream()
                        .map(measure -> measure.indicator().id() + " " + measure.bareCount())
                        .toList());
        assertEquals("{lsoa-2021=[2024, 2023]}", measures.get(2).periods().toString());
        assertThrows(NotFoundException.class, () -> recipes.listMeasures(new ExtentName("nowhere")));
    }

    @Test
    void factorHiddenInMostAreasIsReportedAndNeverZero() throws IOException {
        String recipe = RECIPE.replace("]}", ",{\"column\":\"rare\",\"polarity\":\"higher\",\"weight\":1}]}");
        recipes.create(recipe);

        JsonNode matrix = matrix(Question.of(CountedSquares.COUNTY, "two-things"));

        assertEquals(
                "Rare is hidden in 7 of 12 areas to protect children; there it takes no part in the score.",
                matrix.at("/notices/0").textValue());
        assertTrue(matrix.at("/rows/0/values/2/standardised").isNull());
        assertEquals("suppressed", matrix.at("/rows/0/values/2/state").textValue());
        assertEquals(0.8, matrix.at("/rows/0/coverage").doubleValue());
    }

    @Test
    void ratesAreDrawnTowardOthersUnlessTheMethodSaysOtherwiseAndTheMatrixSaysWhich() throws IOException {
        String recipe = RECIPE.replace("]}", ",{\"column\":\"luck\",\"polarity\":\"higher\",\"shrinkage\":\"none\"}]}");
        recipes.create(recipe);

        JsonNode matrix = matrix(Question.of(CountedSquares.COUNTY, "two-things"));

        assertEquals("none", matrix.at("/factors/2/shrinkage").textValue());
        assertEquals(
                "[\"Luck is scored as it is, areas of few people too, because the scoring method says so.\"]",
                matrix.required("notices").toString());
        assertFalse(matrix.at("/rows/0/values/2").has("scored"));
        assertTrue(
                matrix.required("cautions").toString().contains("chance in the counts of 1 of 3 measures. 0 of them"));
    }

    @Test
    void savedMethodHasAMatrixAndALayerOfItsOwn() throws IOException {
        recipes.create(RECIPE);
        recipes.refresh(Progress.SILENT);

        JsonNode matrix = matrix(Question.of(CountedSquares.COUNTY, "two-things"));

        assertEquals("Need matrix, Two things", matrix.required("title").textValue());
        assertEquals("two-things", matrix.at("/recipe/id").textValue());
        assertEquals(1, matrix.at("/recipe/version").intValue());
        assertEquals(3, matrix.at("/factors/0/weight").intValue());
        // Poor 11 and well 121 mod 7 = 2 against poor 12 and well 144 mod 7 = 4: with a quarter of the weight it
        // decides.
        assertEquals(1, matrix.at("/rows/10/rank").intValue());
        assertEquals(2, matrix.at("/rows/11/rank").intValue());
        assertTrue(layers.list(Optional.empty()).stream()
                .anyMatch(heading -> heading.id().value().equals("need-score-two-things")
                        && heading.title().equals("Need score, Two things")));
        assertEquals(
                List.of("default", "two-things"),
                matrices.list(CountedSquares.COUNTY).stream()
                        .map(heading -> heading.method().id())
                        .toList());
    }

    /** Staffordshire's way of 2021: how many are worse than the benchmark, in bands. */
    @Test
    void countOfMeasuresWorseThanTheirBenchmarkHasItsBand() throws IOException {
        recipes.create("{\"name\":\"Worse\",\"aggregation\":\"threshold-count\",\"factors\":["
                + "{\"column\":\"poor\",\"polarity\":\"higher\",\"standardisation\":\"threshold\",\"benchmark\":6},"
                + "{\"column\":\"well\",\"polarity\":\"lower\",\"standardisation\":\"threshold\",\"benchmark\":3}]}");

        JsonNode matrix = matrix(Question.of(CountedSquares.COUNTY, "worse"));
        String csv = new String(
                matrices.document(Question.of(CountedSquares.COUNTY, "worse"), MatrixFormat.CSV)
                        .bytes(false),
                StandardCharsets.UTF_8);

        // Poor 7 is worse than 6, and well 7 mod 7 = 0 is worse than 3.
        assertEquals(2, matrix.at("/rows/6/score").intValue());
        assertEquals("low", matrix.at("/rows/6/band").textValue());
        // Well is 1, 4, 2, 2, 4, 1, 0, 1, 4, 2, 2, 4: poor and well are both worse in squares 7, 8, 10 and 11, a third
        // and no tenth.
        assertEquals(
                "4 of 12 areas share scores that reach into the highest-need tenth by 2 circumstances linked with need.",
                matrix.required("sentence").textValue());
        assertTrue(csv.lines().findFirst().orElseThrow().contains(",band,"), csv);
        assertTrue(csv.lines().toList().get(7).contains(",low,"), csv);
    }

    @Test
    void olderVersionAndOtherPeriodAreComputedWhenAskedFor() throws IOException {
        recipes.create(RECIPE);
        recipes.addVersion(
                "two-things", "{\"name\":\"Two things\",\"factors\":[{\"column\":\"poor\",\"polarity\":\"higher\"}]}");

        assertEquals(
                2,
                matrix(question(Optional.of(1), Optional.empty()))
                        .required("factors")
                        .size());
        JsonNode latest = matrix(question(Optional.empty(), Optional.empty()));
        JsonNode before = matrix(question(Optional.empty(), Optional.of("2023")));
        assertEquals(1, latest.required("factors").size());
        assertEquals(12, latest.at("/rows/0/rank").intValue());
        assertEquals(1, before.at("/rows/0/rank").intValue());
        assertEquals("2023", before.at("/factors/0/period").textValue());
        assertEquals("[\"2024\",\"2023\"]", latest.required("periods").toString());
        RejectedException.Violation refused =
                refusal(() -> matrices.document(question(Optional.of(1), Optional.of("2023")), MatrixFormat.JSON));
        assertEquals("period", refused.field());
        assertEquals(
                "geography",
                refusal(() -> matrices.document(
                                new Question(
                                        CountedSquares.COUNTY,
                                        "two-things",
                                        Optional.empty(),
                                        Optional.of(Geography.parse("lsoa-2011")),
                                        Optional.empty(),
                                        Optional.empty()),
                                MatrixFormat.JSON))
                        .field());
    }

    @Test
    void recipeThatNobodySavedIsComputedAndLeavesNoTrace() throws IOException {
        String before = squares.store.read(session -> session.revision());

        JsonNode matrix = json(matrices.run(RECIPE, Question.of(CountedSquares.COUNTY, "")));

        assertEquals("unsaved", matrix.at("/recipe/id").textValue());
        assertEquals(12, matrix.required("rows").size());
        assertEquals(before, squares.store.read(session -> session.revision()));
        assertEquals(
                "factors[0].polarity",
                refusal(() -> matrices.run(
                                RECIPE.replace("\"higher\"", "\"up\""), Question.of(CountedSquares.COUNTY, "")))
                        .field());
    }

    @Test
    void savedByManyAtOnceEveryVersionIsThereOnce() throws InterruptedException, ExecutionException {
        recipes.create(RECIPE);
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Future<ScoringMethod>> saved = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String other = RECIPE.replace(":3", ":3." + (i + 1));
            saved.add(people.submit(() -> recipes.addVersion("two-things", other)));
        }
        for (Future<ScoringMethod> one : saved) {
            one.get();
        }
        people.shutdown();

        assertEquals(
                IntStream.rangeClosed(1, 9).boxed().toList(),
                recipes.get("two-things", Optional.empty()).versions().stream()
                        .map(ScoringMethod::version)
                        .toList());
    }

    private List<ScoringMethod> saved() {
        return recipes.list().stream()
                .filter(method -> method.saved().isPresent())
                .toList();
    }

    private static Question question(Optional<Integer> version, Optional<String> period) {
        return new Question(
                CountedSquares.COUNTY,
                "two-things",
                version,
                Optional.empty(),
                period.map(Period::new),
                Optional.empty());
    }

    private JsonNode matrix(Question question) throws IOException {
        return json(matrices.document(question, MatrixFormat.JSON));
    }

    private static JsonNode json(EncodedDocument document) throws IOException {
        return new ObjectMapper().readTree(new String(document.bytes(false), StandardCharsets.UTF_8));
    }

    private static RejectedException.Violation refusal(Runnable work) {
        RejectedException refused = assertThrows(RejectedException.class, work::run);
        assertEquals(1, refused.violations().size(), refused.violations().toString());
        return refused.violations().get(0);
    }
}
