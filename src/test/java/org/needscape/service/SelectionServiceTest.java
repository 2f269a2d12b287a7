package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.AreaCode;
import org.needscape.disclosure.ReleaseState;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.layer.Release;
import org.needscape.service.SelectionService.Answer;
import org.needscape.service.SelectionService.Selection;

class SelectionServiceTest {

    private static final double SAME = 1e-9;

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private SelectionService selections;

    @BeforeEach
    void openStore() {
        squares = new CountedSquares("selection", folder);
        selections = new SelectionService(squares.store, squares.observations);
    }

    @AfterEach
    void closeStore() {
        squares.close();
    }

    @Test
    void answerSaysHowFarItMayGo() {
        squares.importChildren(150, 250);
        long counts = squares.importCounts(Measure.CIN, "12", "20");

        assertEquals(
                Optional.of(new Release("Official: draft figures, not approved for release", "draft", "", "", "")),
                select("E01000001", "E01000002").release());

        squares.keep(CountedSquares.agreed(counts, 5, ReleaseState.DRAFT));
        assertEquals(
                Optional.of(new Release("Official: county use", "draft", "", "", "2026-12-31")),
                select("E01000001", "E01000002").release());
    }

    @Test
    void answerSaysWhatToMind() {
        squares.importChildren(150, 250);
        squares.importCounts(Measure.CIN, "12", "20");

        assertEquals(
                List.of(
                        "Counts of 1 to 5 children, and what would give them away, are hidden to protect children."
                                + " Hidden is not zero.",
                        Cautions.AREAS_NOT_PEOPLE),
                select("E01000001", "E01000002").cautions());
    }

    @Test
    void countOfTooFewChildrenIsHiddenSinceItWouldTellTheRate() {
        squares.importChildren(29, 271);
        squares.importCounts(Measure.CIN, "12", "20");

        Answer few = select("E01000001");
        Answer all = select("E01000001", "E01000002");

        assertEquals(Value.suppressed(), few.count());
        assertEquals(Value.suppressed(), few.rate());
        assertEquals(Value.suppressed(), few.lower());
        assertEquals(Value.suppressed(), few.upper());
        assertEquals(
                "This selection cannot be counted: fewer than 30 children aged 0 to 17 live in it. Choose a larger or a"
                        + " whole area.",
                few.reason());
        assertEquals(Value.known(32), all.count());
        assertEquals(10_000.0 * 32 / 300, all.rate().number().orElseThrow(), SAME);
        assertTrue(all.reason().isEmpty());
    }

    @Test
    void countOfNoneIsShownOfFewChildrenToo() {
        squares.importChildren(29, 271);
        squares.importCounts(Measure.CIN, "0", "20");

        assertEquals(Value.known(0), select("E01000001").count());
    }

    private Answer select(String... codes) {
        return selections.count(
                CountedSquares.COUNTY,
                new Selection(
                        Measure.CIN,
                        new Period("2025"),
                        CountedSquares.LSOA,
                        Arrays.stream(codes).map(AreaCode::new).toList()));
    }
}
