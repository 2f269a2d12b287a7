package org.needscape.disclosure;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasetPolicyTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void draftIsSeenByNobodyButTheOperatorAndSaysThatItIsADraft() {
        assertEquals(
                new DatasetPolicy(
                        12,
                        new DisclosurePolicy(5, false, 0, 30, 3),
                        "nobody but the operator of the store",
                        Optional.empty(),
                        "Official: draft figures, not approved for release",
                        ReleaseState.DRAFT),
                DatasetPolicy.draft(12));
    }

    @Test
    void textsThatCannotStandOnAPageAreRefusedWithoutBeingRepeated() {
        refused("The marking is empty: write something. Nothing was changed.", () -> policy("all", " \u2003 "));
        refused(
                "The marking has 201 characters: write at most 200. Nothing was changed.",
                () -> policy("all", "x".repeat(201)));
        refused(
                "The marking has a line break or control character: write it on one line. Nothing was changed.",
                () -> policy("all", "Official\nx,1"));
        refused(
                "The audience of exact values is empty: write something. Nothing was changed.",
                () -> policy("", "Official"));
        assertDoesNotThrow(() -> policy("ŷ".repeat(200), "ŵ".repeat(200)));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        refused("The number of a data set is at least 1, not 0.", () -> DatasetPolicy.draft(0));
        refused(
                "The last day that a data set is kept is in the years 1 to 9999, not 10000.",
                () -> new DatasetPolicy(
                        1,
                        DisclosurePolicy.DEFAULT,
                        "all",
                        Optional.of(LocalDate.of(10_000, 1, 1)),
                        "Official",
                        ReleaseState.DRAFT));
    }

    @Test
    void decisionIsSomebodysAndMayHaveANoteOfSeveralLines() {
        refused(
                "The name of who decided is empty: write something. Nothing was changed.",
                () -> new ReleaseDecision(1, ReleaseState.APPROVED, " ", NOON, ""));
        refused(
                "The note has 1001 characters: write at most 1000. Nothing was changed.",
                () -> new ReleaseDecision(1, ReleaseState.APPROVED, "A. Person", NOON, "x".repeat(1001)));
        refused(
                "The note has a control character: write it without. Nothing was changed.",
                () -> new ReleaseDecision(1, ReleaseState.APPROVED, "A. Person", NOON, "a\u0000b"));
        assertEquals(
                "one\r\n\ttwo",
                new ReleaseDecision(1, ReleaseState.APPROVED, "A. Person", NOON, "one\r\n\ttwo").note());
    }

    @ParameterizedTest
    @EnumSource(ReleaseState.class)
    void stateIsReadByItsCode(ReleaseState state) {
        assertEquals(state, ReleaseState.parse(state.code()));
    }

    @Test
    void stateThatThereIsNotIsRefused() {
        refused(
                "There is no such state of release: write draft, approved or withdrawn. Nothing was changed.",
                () -> ReleaseState.parse("DRAFT"));
    }

    private static DatasetPolicy policy(String audience, String marking) {
        return new DatasetPolicy(1, DisclosurePolicy.DEFAULT, audience, Optional.empty(), marking, ReleaseState.DRAFT);
    }

    private static void refused(String sentence, Executable attempt) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, attempt).getMessage());
    }
}
