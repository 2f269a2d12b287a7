package org.needscape.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.format.DateTimeParseException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseTest {

    @Test
    void draftSaysThatNobodyApprovedIt() {
        assertEquals(
                List.of("Official: draft.", "Draft: nobody has approved these figures for release."),
                new Release("Official: draft", "draft", "", "", "").sentences());
    }

    @Test
    void approvalIsSaidWithWhatIsKnownOfIt() {
        assertEquals(
                List.of(
                        "Official!",
                        "Approved for release by A. Lead on 1 November 2026.",
                        "Kept until 31 January 2027."),
                new Release("Official!", "approved", "A. Lead", "2026-11-01", "2027-01-31").sentences());
        assertEquals(
                "Approved for release.",
                new Release("Official", "approved", "", "", "").sentences().get(1));
    }

    @Test
    void withdrawnFiguresSaySo() {
        assertEquals(
                "Withdrawn from release.",
                new Release("Official", "withdrawn", "", "", "").sentences().get(1));
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Release(" ", "draft", "", "", ""));
        assertThrows(IllegalArgumentException.class, () -> new Release("Official", "final", "", "", ""));
        assertThrows(IllegalArgumentException.class, () -> new Release("Official", "draft", "A. Lead", "", ""));
        assertThrows(DateTimeParseException.class, () -> new Release("Official", "draft", "", "", "soon"));
    }
}
