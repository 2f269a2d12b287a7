package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.ReleaseState;
import org.needscape.indicator.Measure;
import org.needscape.progress.Progress;

/** What a new import begins with. */
class PolicyHeritageTest {

    @TempDir
    private Path folder;

    private CountedSquares squares;

    @BeforeEach
    void open() {
        squares = new CountedSquares("policy-heritage", folder);
    }

    @AfterEach
    void close() {
        squares.close();
    }

    @Test
    void firstCountsOfChildrenAreADraftUnderTheDefaultRule() {
        long first = squares.importCounts(Measure.CLA, "7", "2");

        assertEquals(Optional.of(DatasetPolicy.draft(first)), squares.policy(first));
        assertTrue(squares.store
                .read(session -> session.protection().listDecisions(first))
                .isEmpty());
    }

    @Test
    void openFiguresHaveNoPolicy() {
        long open = squares.importIndicator("trees", "open");

        assertEquals(Optional.empty(), squares.policy(open));
        assertEquals(Optional.empty(), squares.datasets.get(open).agreed());
    }

    @Test
    void laterCountsOfTheSameMeasureTakeRuleAudienceAndMarkingButNeitherEndNorState() {
        long first = squares.importCounts(Measure.CLA, "7", "2");
        squares.keep(CountedSquares.agreed(first, 10, ReleaseState.APPROVED));
        squares.importCounts(Measure.CPP, "9", "9");

        long later = squares.importCounts(Measure.CLA, "8", "3");

        assertEquals(
                Optional.of(new DatasetPolicy(
                        later,
                        new DisclosurePolicy(10, true, 0, 40, 4),
                        "the data team",
                        Optional.empty(),
                        "Official: county use",
                        ReleaseState.DRAFT)),
                squares.policy(later));
    }

    @Test
    void theNewestOfSeveralCounts() {
        squares.keep(CountedSquares.agreed(squares.importCounts(Measure.CLA, "7"), 10, ReleaseState.DRAFT));
        long newest = squares.importCounts(Measure.CLA, "8", "3");
        squares.keep(CountedSquares.agreed(newest, 7, ReleaseState.WITHDRAWN));

        long later = squares.importCounts(Measure.CLA, "9", "4");

        assertEquals(Optional.of(7), squares.policy(later).map(policy -> policy.rule()
                .threshold()));
    }

    @Test
    void whatWasAgreedBeforehandHoldsFromTheFirstMomentAndForWhatFollows() {
        long first = squares.importCounts(PolicyChange.none().withThreshold(10), Measure.CLA, "7", "2");
        long later = squares.importCounts(Measure.CLA, "8", "3");

        for (long dataset : List.of(first, later)) {
            assertEquals(
                    Optional.of(new DisclosurePolicy(10)),
                    squares.policy(dataset).map(DatasetPolicy::rule));
        }
    }

    @Test
    void anotherMeasureBeginsWithTheDefault() {
        long first = squares.importCounts(Measure.CLA, "7", "2");
        squares.keep(CountedSquares.agreed(first, 10, ReleaseState.DRAFT));

        long other = squares.importCounts(Measure.CPP, "7", "2");

        assertEquals(Optional.of(DatasetPolicy.draft(other)), squares.policy(other));
    }

    @Test
    void otherIndicatorsOfTheSameTitleWeakenNothing() {
        long first = squares.importIndicator("carers", "restricted");
        squares.keep(CountedSquares.agreed(first, 2, ReleaseState.DRAFT));

        long other = squares.importIndicator("siblings", "restricted");
        long same = squares.importIndicator("carers", "restricted");

        assertEquals(
                Optional.of(new DisclosurePolicy(5, true, 0, 40, 4)),
                squares.policy(other).map(DatasetPolicy::rule));
        assertEquals(
                Optional.of(new DisclosurePolicy(2, true, 0, 40, 4)),
                squares.policy(same).map(DatasetPolicy::rule));
    }

    @Test
    void deletedValuesLeaveTheirRuleToTheirSuccessor() {
        long first = squares.importCounts(Measure.CLA, "7", "2");
        squares.keep(CountedSquares.agreed(first, 10, ReleaseState.WITHDRAWN));
        squares.datasets.forget(first, "A. Lead", Progress.SILENT);

        long later = squares.importCounts(Measure.CLA, "8", "3");

        assertEquals(Optional.of(10), squares.policy(later).map(policy -> policy.rule()
                .threshold()));
    }

    @Test
    void markingOfTheApprovalIsNotInherited() {
        long first = squares.importCounts(Measure.CLA, "7", "2");
        squares.datasets.approve(first, new Signature("A. Lead"), Progress.SILENT);

        long later = squares.importCounts(Measure.CLA, "8", "3");

        assertEquals(
                Optional.of("Official: approved for release"),
                squares.policy(first).map(DatasetPolicy::marking));
        assertEquals(Optional.of(DatasetPolicy.draft(later)), squares.policy(later));
    }
}
