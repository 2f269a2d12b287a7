package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.indicator.Measure;
import org.needscape.report.ImportProblem;

/** What becomes of totals that stand beside their parts. */
class CountTotalsTest {

    private static final String HEADER = "LSOA21CD,period,category,count";
    private static final String REASON = "The categories of the area and period add up to more than this total.";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"all", "", "ALL", "Total", " total "})
    void totalBelowItsPartsIsRefusedAndThePartsStay(String total) {
        TableProbe probe = read(
                HEADER,
                "E01029345,2024," + total + ",37",
                "E01029345,2024,neglect,21",
                "E01029345,2024,emotional,17",
                "E01029346,2024," + total + ",38",
                "E01029346,2024,neglect,21",
                "E01029346,2024,emotional,17");
        assertEquals(List.of("2 [count] E01029345: " + REASON), probe.refusals());
        assertEquals("6 read, 5 accepted, 1 refused, 0 outside", probe.counts());
        assertEquals(
                List.of(
                        "E01029345 neglect",
                        "E01029345 emotional",
                        "E01029346 all",
                        "E01029346 neglect",
                        "E01029346 emotional"),
                taken(probe));
    }

    @Test
    void refusalSaysWhatToDoAndRepeatsNoCount() {
        ImportProblem problem = read(HEADER, "E01029345,2024,all,7", "E01029345,2024,neglect,8")
                .report()
                .problems()
                .get(0);
        assertEquals("Correct the total or its parts, or leave the total out.", problem.whatToDo());
        assertTrue(!(problem.reason() + problem.whatToDo()).matches(".*\\d.*"), problem.toString());
    }

    @Test
    void whichTotalsAreRefusedDoesNotDependOnTheOrderOfRows() {
        List<String> rows = new ArrayList<>(List.of(
                "E01029345,2023,all,5",
                "E01029345,2023,neglect,6",
                "E01029345,2023,other,c",
                "E01029345,2024,all,5",
                "E01029345,2024,neglect,5",
                "E01029346,2024,all,10",
                "E01029346,2024,neglect,4",
                "E01029346,2024,other,4",
                "E01029347,2024,all,0",
                "E01029347,2024,neglect,1"));
        Set<String> expected = Set.of("E01029345 2023 all", "E01029347 2024 all");
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(rows, new Random(seed));
            List<String> lines = new ArrayList<>(List.of(HEADER));
            lines.addAll(rows);
            TableProbe probe = read(lines.toArray(String[]::new));
            assertEquals(
                    expected,
                    probe.report().problems().stream()
                            .map(problem -> lines.get((int) problem.row() - 1))
                            .map(line -> String.join(
                                    " ", Arrays.asList(line.split(",")).subList(0, 3)))
                            .collect(Collectors.toSet()));
            assertEquals(8, probe.observations.size());
            assertEquals(
                    "The categories add up to less than the total for 1 area and period; the others are shown as not stated. Check whether a category is missing.",
                    probe.report().notes().get(1));
        }
    }

    @Test
    void partsWithoutANumberAreNeverBelowZero() {
        TableProbe probe = read(
                HEADER,
                // The known part alone is too much; with the hidden one it would be more.
                "E01029345,2024,all,9",
                "E01029345,2024,neglect,10",
                "E01029345,2024,other,c",
                // What is missing to the total may be in the part that has no number.
                "E01029346,2024,all,12",
                "E01029346,2024,neglect,10",
                "E01029346,2024,other,:",
                // A total without a number cannot be contradicted.
                "E01029347,2024,all,c",
                "E01029347,2024,neglect,10");
        assertEquals(List.of("2 [count] E01029345: " + REASON), probe.refusals());
        assertEquals(1, probe.report().notes().size(), probe.report().notes().toString());
    }

    @Test
    void partsThatAddUpToLessThanTheTotalAreNotedOnce() {
        TableProbe probe = read(
                HEADER,
                "E01029345,2024,all,9",
                "E01029345,2024,neglect,3",
                "E01029346,2024,all,9",
                "E01029346,2024,neglect,3",
                "E01029347,2024,all,9");
        assertEquals(List.of(), probe.refusals());
        assertEquals(5, probe.observations.size());
        assertEquals(
                List.of(
                        "3 of the 4 loaded areas have a count in the file; an area without a row is not taken as zero.",
                        "The categories add up to less than the total for 2 pairs of area and period; the others are shown as not stated. Check whether a category is missing."),
                probe.report().notes());
    }

    @Test
    void eachPeriodHasATotalOfItsOwnAndAnotherAreaIsNoPart() {
        TableProbe probe = read(
                HEADER,
                "E01029345,2023,all,3",
                "E01029345,2024,neglect,9",
                "E01029346,2023,neglect,9",
                "E01000001,2023,all,1",
                "E01000001,2023,neglect,2");
        assertEquals(List.of(), probe.refusals());
        assertEquals("5 read, 3 accepted, 0 refused, 2 outside", probe.counts());
    }

    @Test
    void rowThatIsRefusedForItselfIsNoPart() {
        TableProbe probe = read(
                HEADER,
                "E01029345,2024,all,5",
                "E01029345,2024,neglect,4",
                "E01029345,2024,neglect,4",
                "E01029345,2024,other,-3",
                "E01029345,2024,third,2.5");
        assertEquals(
                List.of(
                        "4 [LSOA21CD] E01029345: The area has an earlier row for the same period and category.",
                        "5 [count] E01029345: The number is not a whole number of 0 or more.",
                        "6 [count] E01029345: The number is not a whole number of 0 or more."),
                probe.refusals());
    }

    @Test
    void indicatorComesBeforeTheFirstCountAlsoWhenTheFirstRowIsRefused() {
        TableProbe probe = read(HEADER, "E01029345,2024,all,1", "E01029345,2024,neglect,2");
        assertEquals(1, probe.indicators.size());
        assertEquals(List.of("E01029345 neglect"), taken(probe));
    }

    @Test
    void theWordTotalIsTakenWithANote() {
        TableProbe probe = read(
                HEADER,
                "E01029345,2024,Total,4",
                "E01029346,2024,TOTAL,4",
                "E01029347,2024,all,4",
                "E01029348,2024,,4");
        assertEquals(
                List.of("Rows of the category total are taken as those without a category: as totals."),
                probe.report().notes());
        assertEquals(List.of("E01029345 all", "E01029346 all", "E01029347 all", "E01029348 all"), taken(probe));
    }

    private static List<String> taken(TableProbe probe) {
        return probe.observations.stream()
                .map(observation ->
                        observation.area() + " " + observation.series().category())
                .toList();
    }

    private TableProbe read(String... lines) {
        TableProbe probe = TableProbe.written(folder, lines)
                .withLoaded(TableProbe.LSOA_2021, "E01029345", "E01029346", "E01029347", "E01029348");
        CountsFile.read(
                probe.request(),
                Measure.CPP,
                TableProbe.LSOA_2021,
                Optional.empty(),
                probe.indicators::add,
                probe.observations::add);
        return probe;
    }
}
