package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.indicator.Measure;
import org.needscape.progress.Progress;

/** A data set's time is over while nobody does anything. */
class ExpiryWatchTest {

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private ExpiryWatch watch;
    private long id;

    @BeforeEach
    void keepCountsUntilTheEndOfNovember() {
        squares = new CountedSquares("expiry-watch", folder);
        id = squares.importCounts(Measure.CLA, "7", "2");
        squares.datasets.change(
                id,
                PolicyChange.none().withKeepUntil(Optional.of(LocalDate.parse("2026-11-30"))),
                Optional.empty(),
                Progress.SILENT);
        squares.makeResultsStale();
        watch = new ExpiryWatch(squares.datasets);
    }

    @AfterEach
    void close() {
        watch.close();
        squares.close();
    }

    @Test
    void nothingIsDoneBeforeTheTimeIsOver() {
        assertEquals(Set.of(), watch.look());
        assertTrue(squares.resultsAreStale());
    }

    @Test
    void resultsAreBroughtUpToDateOnceWhenItIsOver() {
        watch.look();
        squares.clock.moveTo("2026-12-01T00:10:00Z");

        assertEquals(Set.of(id), watch.look());
        assertFalse(squares.resultsAreStale());
        squares.makeResultsStale();
        assertEquals(Set.of(), watch.look());
        assertTrue(squares.resultsAreStale());
    }

    @Test
    void whatExpiredWhileTheServiceWasDownIsFoundBeforeItsStartIsOver() {
        squares.clock.moveTo("2027-02-01T00:00:00Z");

        watch.start();

        assertFalse(squares.resultsAreStale());
    }

    @Test
    void laterEndStartsItAnew() {
        squares.clock.moveTo("2026-12-01T00:10:00Z");
        watch.look();
        squares.datasets.change(
                id,
                PolicyChange.none().withKeepUntil(Optional.of(LocalDate.parse("2026-12-24"))),
                Optional.empty(),
                Progress.SILENT);
        assertEquals(Set.of(), watch.look());

        squares.clock.moveTo("2026-12-25T00:00:00Z");

        assertEquals(Set.of(id), watch.look());
    }

    @Test
    void storeThatIsAwayIsTriedAgainAtTheNextLook() {
        squares.clock.moveTo("2026-12-01T00:10:00Z");
        squares.store.close();

        assertEquals(Set.of(), watch.look());
    }
}
