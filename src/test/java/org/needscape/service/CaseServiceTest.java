package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.AreaCode;
import org.needscape.disclosure.cases.ShownCases;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.progress.Progress;
import org.needscape.report.ImportReport;
import org.needscape.store.Dataset;

/** Cases in two squares: what is said of them, beside the population of the same squares. */
class CaseServiceTest {

    private static final Period YEAR = new Period("2024/25");

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private CaseService cases;

    @BeforeEach
    void openStore() {
        squares = new CountedSquares("cases", folder);
        cases = new CaseService(squares.store, squares.observations, squares.clock);
    }

    @AfterEach
    void closeStore() {
        squares.close();
    }

    @Test
    void casesAreCountedByPeriodAndAPeriodOfFewIsLeftOut() throws IOException {
        List<String> rows = rows(300, "2024/25");
        rows.addAll(rows(99, "2023/24"));
        ImportReport report = importCases(rows);

        assertEquals(
                List.of("There are fewer than 100 cases of 2023/24, so nothing of that period was kept."),
                report.notes());
        assertEquals(
                List.of(new CaseService.Heading(CountedSquares.COUNTY, "2024/25", List.of())),
                cases.list(CountedSquares.COUNTY));
        JsonNode found = json("2024-25");
        assertEquals("2024/25", found.required("period").textValue());
        // One in ten of 300 is left out: 270, give or take four times the square root of 27.
        assertEquals(270, found.at("/cases/value").intValue(), 21);
        assertThrows(NotFoundException.class, () -> json("2023-24"));
    }

    @Test
    void populationOfTheSameAreasStandsBesideAFactorOfTheSameName() throws IOException {
        importCases(rows(300, "2024/25"));
        measure("worklessness_pct", "Worklessness", "percent", Sensitivity.OPEN, 10, 30);
        measure("disability", "Disability", "percent", Sensitivity.RESTRICTED, 10, 30);
        measure("a-thousand", "Lone parents", "per 1,000", Sensitivity.OPEN, 10, 30);
        JsonNode factors = json("2024-25").required("factors");

        // By hand: (10 + 30) of (100 + 100).
        assertEquals(0.2, factors.at("/0/population/share").doubleValue());
        assertEquals("Worklessness", factors.at("/0/population/label").textValue());
        assertEquals("2024", factors.at("/0/population/period").textValue());
        // Neither what is restricted nor what is no share stands there.
        assertTrue(factors.at("/1/population").isNull());
        assertTrue(factors.at("/2/population").isNull());
        assertEquals(
                "no measure of it as a share is loaded",
                factors.at("/2/whyNoPopulation").textValue());
        assertEquals(
                "for too many areas its counts are not stated or not open",
                factors.at("/1/whyNoPopulation").textValue());
    }

    @Test
    void nothingIsShownOnceTheLastDayIsOver() throws IOException {
        importCases(rows(300, "2024/25"));
        long dataset = squares.store.read(
                session -> session.cases().list(CountedSquares.COUNTY).get(0).dataset());
        squares.datasets.change(
                dataset,
                PolicyChange.none().withKeepUntil(Optional.of(java.time.LocalDate.parse("2026-11-03"))),
                Optional.empty(),
                Progress.SILENT);
        assertEquals(1, cases.list(CountedSquares.COUNTY).size());

        squares.clock.moveTo("2026-11-04T00:00:00Z");
        assertEquals(List.of(), cases.list(CountedSquares.COUNTY));
        assertThrows(NotFoundException.class, () -> json("2024-25"));
    }

    @Test
    void whatIsKeptComesBackAsItWas() throws IOException {
        importCases(rows(300, "2024/25"));
        String kept = squares.store.read(
                session -> session.cases().find(CountedSquares.COUNTY, YEAR, "").orElseThrow());
        ShownCases read = CaseSummaries.fromJson(kept);

        assertEquals(kept, CaseSummaries.toJson(read));
        assertEquals(3, read.factors().size());
    }

    @Test
    void reportOfCasesIsRoundedAndNeverToNone() {
        assertEquals(
                List.of(0L, 5L, 5L, 5L, 10L, 2_500L),
                List.of(0L, 1L, 5L, 7L, 8L, 2_498L).stream()
                        .map(CaseReport::rounded)
                        .toList());
    }

    /** Worklessness in one of two, disability in one of three, lone parents in one of ten. */
    private static List<String> rows(int number, String period) {
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < number; n++) {
            rows.add("E0100000" + (1 + n % 2) + "," + period + "," + (1 + n % 4) + "," + (n / 2 % 2) + ","
                    + (n % 3 == 0 ? 1 : 0) + "," + (n % 10 == 0 ? 1 : 0));
        }
        return rows;
    }

    private ImportReport importCases(List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("LSOA21CD,period,level,worklessness,disability,lone_parents"));
        lines.addAll(rows);
        return squares.imports.run(
                new ImportRequest(
                        ImportKind.CASES,
                        Files.write(folder.resolve("cases.csv"), lines),
                        "cases.csv",
                        ImportRequest.Options.none().withGeography(CountedSquares.LSOA)),
                Progress.SILENT);
    }

    private void measure(String id, String label, String unit, Sensitivity sensitivity, double... numerators) {
        squares.store.write(session -> {
            long dataset = session.datasets()
                    .add(new Dataset(0, "indicators", label, "Somebody", "Open", "x.csv", "", 2, CountedSquares.NOON));
            session.observations()
                    .saveIndicators(List.of(new Indicator(
                            new IndicatorId(id),
                            label,
                            unit,
                            Polarity.HIGHER_IS_MORE_NEED,
                            "Money and work",
                            "Those out of work",
                            "All",
                            "Somebody",
                            "Open",
                            sensitivity)));
            SeriesKey series =
                    new SeriesKey(new IndicatorId(id), CountedSquares.LSOA, new Period("2024"), SeriesKey.ALL, "first");
            List<Observation> observations = new ArrayList<>();
            for (int i = 0; i < numerators.length; i++) {
                observations.add(new Observation(
                        series,
                        new AreaCode("E0100000" + (i + 1)),
                        Value.known(numerators[i]),
                        java.util.Set.of(),
                        Value.known(numerators[i]),
                        Value.known(100)));
            }
            session.observations().save(dataset, observations);
            return dataset;
        });
    }

    private JsonNode json(String period) throws IOException {
        return new ObjectMapper()
                .readTree(cases.json(CountedSquares.COUNTY, period, Optional.empty())
                        .bytes(false));
    }
}
