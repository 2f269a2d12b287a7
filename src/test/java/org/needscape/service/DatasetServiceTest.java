package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.AreaCode;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.ReleaseDecision;
import org.needscape.disclosure.ReleaseState;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.progress.Progress;
import org.needscape.protection.EffectiveState;
import org.needscape.protection.UnservedDatasets;
import org.needscape.store.Dataset;

/** A data set on its way from draft to approved to withdrawn: every step, every refusal. */
class DatasetServiceTest {

    private static final Signature LEAD = new Signature("A. Lead", "as agreed in October");
    private static final Instant DECIDED = Instant.parse("2026-11-03T12:00:00.123456Z");

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private DatasetService datasets;
    private long id;

    @BeforeEach
    void importCounts() {
        squares = new CountedSquares("dataset-service", folder);
        datasets = squares.datasets;
        id = squares.importCounts(Measure.CLA, "7", "2");
        squares.makeResultsStale();
    }

    @AfterEach
    void close() {
        squares.close();
    }

    @Test
    void allAreListedAndOnlyRestrictedOnesHaveAPolicy() {
        long open = squares.importIndicator("trees", "open");

        List<ListedDataset> all = datasets.list();

        assertEquals(
                List.of(id - 1, id, open),
                all.stream().map(listed -> listed.dataset().id()).toList());
        assertEquals(Optional.empty(), all.get(0).agreed());
        assertEquals(
                Optional.of(new ListedDataset.Agreed(DatasetPolicy.draft(id), EffectiveState.DRAFT, List.of())),
                all.get(1).agreed());
        assertEquals(Optional.empty(), all.get(2).agreed());
    }

    @Test
    void restrictedFiguresThatCameBeforeThereWerePoliciesCountAsADraft() {
        long older = importWithoutPolicy();

        assertEquals(
                Optional.of(new ListedDataset.Agreed(DatasetPolicy.draft(older), EffectiveState.DRAFT, List.of())),
                datasets.get(older).agreed());
        assertEquals(datasets.get(older), datasets.list().get(2));
        assertEquals(EffectiveState.APPROVED, state(datasets.approve(older, LEAD, Progress.SILENT)));
    }

    @Test
    void draftIsApprovedWithWhoAndWhenAndItsUsualMarkingSaysSo() {
        ListedDataset approved = datasets.approve(id, LEAD, Progress.SILENT);

        ListedDataset.Agreed agreed = approved.agreed().orElseThrow();
        assertEquals(EffectiveState.APPROVED, agreed.state());
        assertEquals("Official: approved for release", agreed.policy().marking());
        assertEquals(
                List.of(new ReleaseDecision(id, ReleaseState.APPROVED, "A. Lead", DECIDED, "as agreed in October")),
                agreed.decisions());
        assertFalse(squares.resultsAreStale());
    }

    @Test
    void approvedIsNotApprovedAgain() {
        datasets.approve(id, LEAD, Progress.SILENT);

        refused(
                "Data set 2 is approved already, by A. Lead on 2026-11-03. Nothing was changed.",
                () -> datasets.approve(id, new Signature("B. Other"), Progress.SILENT));
    }

    @Test
    void withdrawnIsFinal() {
        datasets.approve(id, LEAD, Progress.SILENT);
        squares.makeResultsStale();
        squares.clock.moveTo("2026-12-01T08:00:00Z");
        ListedDataset withdrawn = datasets.withdraw(id, new Signature("B. Other"), Progress.SILENT);

        assertEquals(EffectiveState.WITHDRAWN, state(withdrawn));
        assertEquals(
                new ReleaseDecision(id, ReleaseState.WITHDRAWN, "B. Other", Instant.parse("2026-12-01T08:00:00Z"), ""),
                withdrawn.agreed().orElseThrow().decisions().get(1));
        assertFalse(squares.resultsAreStale());
        assertEquals(List.of(id), unserved());
        refused(
                "Data set 2 was withdrawn, by B. Other on 2026-12-01, which is for good: import the file again to decide"
                        + " anew. Nothing was changed.",
                () -> datasets.approve(id, LEAD, Progress.SILENT));
        refused(
                "Data set 2 is withdrawn already, by B. Other on 2026-12-01. Nothing was changed.",
                () -> datasets.withdraw(id, LEAD, Progress.SILENT));
        long again = squares.importCounts(Measure.CLA, "7", "2");
        assertEquals(EffectiveState.DRAFT, state(datasets.get(again)));
    }

    @Test
    void draftMayBeWithdrawnToo() {
        assertEquals(EffectiveState.WITHDRAWN, state(datasets.withdraw(id, LEAD, Progress.SILENT)));
    }

    @Test
    void policyOfADraftIsChangedInWhatIsNamedOnly() {
        PolicyChange change = PolicyChange.none()
                .withThreshold(10)
                .withZeroHidden(true)
                .withMinimumDenominator(50)
                .withProtectionWidth(4)
                .withExactAudience(" the data team ")
                .withKeepUntil(Optional.of(LocalDate.parse("2027-01-31")))
                .withMarking("Official: county use");

        datasets.change(id, change, Optional.empty(), Progress.SILENT);
        assertFalse(squares.resultsAreStale());
        ListedDataset changed = datasets.change(
                id, PolicyChange.none().withRoundingBase(5), Optional.of(new Signature("C. Clerk")), Progress.SILENT);

        assertEquals(
                new DatasetPolicy(
                        id,
                        new DisclosurePolicy(10, true, 5, 50, 4),
                        "the data team",
                        Optional.of(LocalDate.parse("2027-01-31")),
                        "Official: county use",
                        ReleaseState.DRAFT),
                changed.agreed().orElseThrow().policy());
        assertEquals(
                List.of(new ReleaseDecision(
                        id, ReleaseState.DRAFT, "C. Clerk", DECIDED, "policy changed: rounding base 5, was 0")),
                changed.agreed().orElseThrow().decisions());
    }

    @Test
    void changeOfWhatWasApprovedNeedsANameAndANewApproval() {
        datasets.approve(id, LEAD, Progress.SILENT);
        PolicyChange change = PolicyChange.none().withThreshold(3);
        RejectedException unsigned = refused(
                "Data set 2 is approved as it stands, and a change makes it a draft again: say who makes it. Nothing was"
                        + " changed.",
                () -> datasets.change(id, change, Optional.empty(), Progress.SILENT));
        assertEquals("by", unsigned.violations().get(0).field());

        ListedDataset.Agreed draft = datasets.change(
                        id, change, Optional.of(new Signature("C. Clerk")), Progress.SILENT)
                .agreed()
                .orElseThrow();

        assertEquals(EffectiveState.DRAFT, draft.state());
        assertEquals(DatasetPolicy.draft(id).marking(), draft.policy().marking());
        assertEquals(
                new ReleaseDecision(
                        id, ReleaseState.DRAFT, "C. Clerk", DECIDED, "policy changed: largest hidden count 3, was 5"),
                draft.decisions().get(1));
        assertEquals(EffectiveState.APPROVED, state(datasets.approve(id, LEAD, Progress.SILENT)));
    }

    @Test
    void changeToWhatIsThereAlreadyKeepsTheApprovalAndBringsResultsUpToDate() {
        datasets.approve(id, LEAD, Progress.SILENT);
        squares.makeResultsStale();

        ListedDataset same =
                datasets.change(id, PolicyChange.none().withThreshold(5), Optional.empty(), Progress.SILENT);

        assertEquals(EffectiveState.APPROVED, state(same));
        assertFalse(squares.resultsAreStale());
    }

    @Test
    void policyOfAWithdrawnOneIsForItsSuccessorAndBringsNothingBack() {
        datasets.withdraw(id, LEAD, Progress.SILENT);

        ListedDataset changed =
                datasets.change(id, PolicyChange.none().withThreshold(10), Optional.empty(), Progress.SILENT);

        assertEquals(EffectiveState.WITHDRAWN, state(changed));
        long again = squares.importCounts(Measure.CLA, "7", "2");
        assertEquals(10, squares.policy(again).orElseThrow().rule().threshold());
    }

    @Test
    void expiredIsNotApprovedButMayGetALaterEndOrBeWithdrawn() {
        datasets.change(id, keepUntil("2026-11-30"), Optional.empty(), Progress.SILENT);
        squares.clock.moveTo("2026-11-30T23:59:59Z");
        assertEquals(EffectiveState.DRAFT, state(datasets.get(id)));
        assertEquals(List.of(), unserved());

        squares.clock.moveTo("2026-12-01T00:00:00Z");

        assertEquals(EffectiveState.EXPIRED, state(datasets.get(id)));
        assertEquals(List.of(id), unserved());
        refused(
                "Data set 2 was to be kept until 2026-11-30, which is over: set a later day before you approve it. Nothing"
                        + " was changed.",
                () -> datasets.approve(id, LEAD, Progress.SILENT));
        assertEquals(
                EffectiveState.DRAFT,
                state(datasets.change(id, keepUntil("2026-12-01"), Optional.empty(), Progress.SILENT)));
        squares.clock.moveTo("2026-12-02T00:00:00Z");
        assertEquals(EffectiveState.WITHDRAWN, state(datasets.withdraw(id, LEAD, Progress.SILENT)));
    }

    @Test
    void valuesInUseAreNotDeleted() {
        refused(
                "Data set 2 is in use (draft, not approved for release): withdraw it before its values are deleted. Nothing"
                        + " was changed.",
                () -> datasets.forget(id, "A. Lead", Progress.SILENT));
        datasets.approve(id, LEAD, Progress.SILENT);
        refused(
                "Data set 2 is in use (approved for release): withdraw it before its values are deleted. Nothing was"
                        + " changed.",
                () -> datasets.forget(id, "A. Lead", Progress.SILENT));
        assertEquals(1, squares.seriesCount());
    }

    @Test
    void valuesOfAWithdrawnOneAreDeletedOnce() {
        // A note of these words is not yet the deletion.
        datasets.withdraw(id, new Signature("A. Lead", "values deleted"), Progress.SILENT);
        squares.makeResultsStale();

        DatasetService.Forgotten forgotten = datasets.forget(id, "B. Other", Progress.SILENT);

        assertEquals(2, forgotten.values());
        assertEquals(
                new ReleaseDecision(id, ReleaseState.WITHDRAWN, "B. Other", DECIDED, "values deleted"),
                forgotten.dataset().agreed().orElseThrow().decisions().get(1));
        assertEquals(0, squares.seriesCount());
        assertFalse(squares.resultsAreStale());
        refused(
                "The values of data set 2 were deleted already, by B. Other on 2026-11-03. Nothing was changed.",
                () -> datasets.forget(id, "B. Other", Progress.SILENT));
    }

    @Test
    void expiredOneIsWithdrawnWhenItsValuesAreDeletedSoThatALaterEndBringsNothingBack() {
        datasets.change(id, keepUntil("2026-11-30"), Optional.empty(), Progress.SILENT);
        squares.clock.moveTo("2026-12-01T00:00:00Z");

        assertEquals(2, datasets.forget(id, "A. Lead", Progress.SILENT).values());

        ListedDataset later = datasets.change(
                id, PolicyChange.none().withKeepUntil(Optional.empty()), Optional.empty(), Progress.SILENT);
        assertEquals(EffectiveState.WITHDRAWN, state(later));
    }

    @Test
    void valuesThatALaterImportReplacedAreNotDeletedWithTheirPredecessors() {
        squares.importCounts(Measure.CLA, "9");
        datasets.withdraw(id, LEAD, Progress.SILENT);

        assertEquals(1, datasets.forget(id, "A. Lead", Progress.SILENT).values());
        assertEquals(1, squares.seriesCount());
    }

    @Test
    void openFiguresAreNeitherAgreedNorDecidedAbout() {
        String sentence =
                "Data set 1 has open figures only, so that nothing is to be agreed or decided about it. Nothing was"
                        + " changed.";
        PolicyChange change = PolicyChange.none().withThreshold(3);

        refused(sentence, () -> datasets.approve(1, LEAD, Progress.SILENT));
        refused(sentence, () -> datasets.withdraw(1, LEAD, Progress.SILENT));
        refused(sentence, () -> datasets.forget(1, "A. Lead", Progress.SILENT));
        refused(sentence, () -> datasets.change(1, change, Optional.of(LEAD), Progress.SILENT));
    }

    @Test
    void unknownNumberIsSaid() {
        String sentence = "There is no data set 99: list the data sets to see their numbers. Nothing was changed.";

        assertEquals(
                sentence,
                assertThrows(NotFoundException.class, () -> datasets.approve(99, LEAD, Progress.SILENT))
                        .getMessage());
        assertEquals(
                sentence,
                assertThrows(NotFoundException.class, () -> datasets.forget(99, "A. Lead", Progress.SILENT))
                        .getMessage());
    }

    @Test
    void nameAndNoteMustBeFitToBeKept() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Signature(" "))
                .getMessage()
                .startsWith("The name of who decided is empty"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Signature("A", "x".repeat(1001)))
                .getMessage()
                .startsWith("The note has 1001 characters"));
        assertThrows(IllegalArgumentException.class, () -> PolicyChange.none().withThreshold(0));
    }

    /** As a store of the version before policies had it. */
    private long importWithoutPolicy() {
        IndicatorId carers = new IndicatorId("carers");
        return squares.store.write(session -> {
            long dataset = session.datasets()
                    .add(new Dataset(
                            0, "indicators", "Older", "Nobody", "None", "older.csv", "", 1, CountedSquares.NOON));
            session.observations()
                    .saveIndicators(List.of(new Indicator(
                            carers,
                            "Young carers",
                            "children",
                            Polarity.HIGHER_IS_MORE_NEED,
                            "Family",
                            "",
                            "",
                            "Nobody",
                            "None",
                            Sensitivity.RESTRICTED)));
            SeriesKey series = new SeriesKey(carers, CountedSquares.LSOA, new Period("2020"), SeriesKey.ALL, "first");
            session.observations()
                    .save(dataset, List.of(Observation.of(series, new AreaCode("E01000001"), Value.known(4))));
            return dataset;
        });
    }

    private List<Long> unserved() {
        return squares.store.read(session -> List.copyOf(UnservedDatasets.list(session, squares.clock)));
    }

    private static PolicyChange keepUntil(String day) {
        return PolicyChange.none().withKeepUntil(Optional.of(LocalDate.parse(day)));
    }

    private static EffectiveState state(ListedDataset listed) {
        return listed.agreed().orElseThrow().state();
    }

    /** Refused with this sentence, and nothing was changed. */
    private RejectedException refused(String sentence, Runnable work) {
        String before = squares.store.read(session -> session.revision());
        RejectedException refused = assertThrows(RejectedException.class, work::run);
        assertEquals(sentence, refused.getMessage());
        assertEquals(before, squares.store.read(session -> session.revision()));
        return refused;
    }
}
