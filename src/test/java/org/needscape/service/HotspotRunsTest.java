package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.indicator.Measure;
import org.needscape.layer.LayerId;
import org.needscape.progress.Progress;
import org.needscape.protection.DisclosureAuditor;
import org.needscape.store.Dataset;

/** Twelve squares in a row, in which hotspots are looked for. */
class HotspotRunsTest {

    private static final List<String> CODEBOOK = List.of(
            "indicator_id,label,unit,period,higher_means,source,sensitivity",
            "share,Share,percent,2024,more need,Somebody,open",
            "values,Values,percent,2024,more need,Somebody,open",
            "gaps,Gaps,percent,2024,more need,Somebody,open",
            "comfort,Comfort,percent,2024,less need,Somebody,open",
            "hidden,Hidden,percent,2024,more need,Somebody,restricted");

    private static final String SHARE = "indicator-share-2024-lsoa-2021";
    private static final String RECIPE =
            "{\"name\":\"Two things\",\"factors\":[{\"column\":\"values\",\"polarity\":\"higher\",\"weight\":3},"
                    + "{\"column\":\"comfort\",\"polarity\":\"lower\",\"weight\":1}]}";

    @TempDir
    private Path folder;

    private final Adjacency adjacency = new Adjacency();
    private CountedSquares squares;
    private JobService jobs;
    private LayerService layers;
    private HotspotRuns runs;
    private RecipeService recipes;

    @BeforeEach
    void openStore() {
        squares = new CountedSquares("hotspot-runs", folder);
        saveSquares(12);
        List<String> rows = new ArrayList<>(List.of("LSOA21CD,indicator_id,period,value,numerator,denominator"));
        for (int area = 1; area <= 12; area++) {
            String code = CountedSquares.square(area).id().code().value();
            rows.add(code + ",share,2024," + 5 * area + "," + 10 * area + ",200");
            rows.add(code + ",values,2024," + area + ",,");
            rows.add(code + ",gaps,2024," + 5 * area + "," + (area == 7 ? "," : 10 * area + ",200"));
            rows.add(code + ",comfort,2024," + 5 * (area * area % 7) + "," + 10 * (area * area % 7) + ",200");
            rows.add(code + ",hidden,2024,1,1,100");
        }
        squares.importIndicators(rows, CODEBOOK);
        jobs = new JobService(squares.store, Clock.systemUTC());
        layers = new LayerService(squares.store, squares.observations);
        runs = new HotspotRuns(squares.store, layers, squares.observations, adjacency, jobs);
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
        jobs.close();
        squares.close();
    }

    @Test
    void scanIsOfferedWhereItIsAnswered() {
        squares.importChildren(100, 100, 100, 100, 100, 100, 100, 100, 100);
        squares.importCounts(Measure.CIN, "10", "20", "30", "40", "50", "60", "70", "80", "90");
        Map<String, Boolean> offered = new TreeMap<>();
        Map<String, Boolean> answered = new TreeMap<>();
        for (JsonNode subject : runs.choices(CountedSquares.COUNTY).required("subjects")) {
            String id = subject.required("id").textValue();
            offered.put(id, subject.required("countsKnown").booleanValue());
            answered.put(id, isScanned(id));
        }

        assertEquals(
                Map.of(
                        SHARE,
                        true,
                        "indicator-values-2024-lsoa-2021",
                        false,
                        "indicator-gaps-2024-lsoa-2021",
                        false,
                        "indicator-comfort-2024-lsoa-2021",
                        false,
                        "indicator-hidden-2024-lsoa-2021",
                        false,
                        "need-score-default",
                        false,
                        "rate-cin-2025",
                        true),
                offered);
        assertEquals(answered, offered);
    }

    @Test
    void savedScoringMethodForgetsOnlyHotspotsOfNeedScores() throws InterruptedException {
        recipes.create(RECIPE);
        recipes.refresh(Progress.SILENT);
        String ofShare = answer("{\"subject\":\"" + SHARE + "\",\"neighbours\":[\"queen\"],\"permutations\":0}");
        String ofNeed = answer("{\"subject\":\"need-score-two-things\",\"neighbours\":[\"queen\"],\"permutations\":0}");
        String ofBoth = answer("{\"subject\":\"" + SHARE
                + "\",\"with\":[\"need-score-two-things\"],\"neighbours\":[\"queen\"],\"permutations\":99}");
        String document = runs.document(CountedSquares.COUNTY, ofShare);
        assertTrue(runs.document(CountedSquares.COUNTY, ofBoth).contains("\"joins\""));

        recipes.addVersion("two-things", RECIPE.replace("3", "2"));
        recipes.refresh(Progress.SILENT);

        assertEquals(document, runs.document(CountedSquares.COUNTY, ofShare));
        assertEquals(
                "hotspot-run-" + ofShare,
                layers.get(new LayerId("hotspot-run-" + ofShare)).id().value());
        assertThrows(NotFoundException.class, () -> runs.document(CountedSquares.COUNTY, ofNeed));
        assertThrows(NotFoundException.class, () -> runs.document(CountedSquares.COUNTY, ofBoth));

        squares.importIndicator("other", "open");

        assertThrows(NotFoundException.class, () -> runs.document(CountedSquares.COUNTY, ofShare));
    }

    @Test
    void logSaysWhatWeightsOfAFileMeanWhereGiStarIsAsked() throws InterruptedException {
        String listed = "{\"subject\":\"" + SHARE
                + "\",\"methods\":[\"%s\"],\"neighbours\":[\"list\"],\"permutations\":0,"
                + "\"neighbourList\":\"id,neighbour,weight\\nE01000001,E01000002,%s\\nE01000002,E01000001,%s\"}";
        String said = "The weights of the file are 0.25 on average.";

        assertTrue(log(listed.formatted("gi-star", "0.2", "0.3")).contains(said));
        assertFalse(log(listed.formatted("local-moran", "0.2", "0.3")).contains(said));
        assertFalse(log(listed.formatted("gi-star", "0.9", "1.1")).contains("The weights of the file"));
    }

    private String log(String question) throws InterruptedException {
        return runs.document(CountedSquares.COUNTY, answer(question));
    }

    private boolean isScanned(String subject) {
        HotspotQuestion question = HotspotQuestions.read(
                CountedSquares.COUNTY,
                "{\"subject\":\"" + subject + "\",\"methods\":[\"scan\"],\"neighbours\":[\"queen\"]}");
        try {
            new HotspotPreparation(squares.store, layers, squares.observations, adjacency).prepare(question);
            return true;
        } catch (RejectedException refused) {
            assertEquals("methods", refused.violations().get(0).field(), subject);
            return false;
        }
    }

    /** @return the id of the answer, which is there */
    private String answer(String question) throws InterruptedException {
        Asked asked = runs.ask(CountedSquares.COUNTY, question);
        CountDownLatch ended = new CountDownLatch(1);
        // One thread does the jobs in order, so this one ends after the other.
        jobs.submit(JobService.SCORES, "nothing", progress -> "{}", ended::countDown);
        assertTrue(ended.await(1, TimeUnit.MINUTES));
        return asked.id();
    }

    private void saveSquares(int count) {
        squares.store.write(session -> {
            long boundaries = session.datasets()
                    .add(new Dataset(
                            0, "boundaries", "Squares", "Nobody", "Open", "more.zip", "", count, CountedSquares.NOON));
            session.areas()
                    .saveAreas(
                            CountedSquares.COUNTY,
                            boundaries,
                            IntStream.rangeClosed(1, count)
                                    .mapToObj(CountedSquares::square)
                                    .toList());
            return boundaries;
        });
    }
}
