package org.needscape.layer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How far restricted figures may go: what must stand on everything that is made of them, whether somebody approved them and until
 * when they are kept. Open data has none.
 *
 * @param marking what stands on everything, such as "Official: draft figures, not approved for release"
 * @param state how far it is on its way, in a word: "draft", "approved" or "withdrawn"
 * @param approvedBy who approved them; empty when that is not recorded or they are not approved
 * @param approvedAt the day of the approval (UTC) as an ISO date; empty as above
 * @param keepUntil the last day on which they may be kept and shown as an ISO date; empty for no end
 */
public record Release(String marking, String state, String approvedBy, String approvedAt, String keepUntil) {

    private static final String APPROVED = "approved";
    private static final Set<String> STATES = Set.of("draft", APPROVED, "withdrawn");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    public Release {
        if (marking.isBlank()) {
            throw new IllegalArgumentException("Restricted figures need a marking.");
        }
        if (!STATES.contains(state)) {
            throw new IllegalArgumentException("Unknown state of release '" + state + "'.");
        }
        if (!state.equals(APPROVED) && !(approvedBy.isEmpty() && approvedAt.isEmpty())) {
            throw new IllegalArgumentException("What is " + state + " has no approval.");
        }
        requireDayOrNothing(approvedAt);
        requireDayOrNothing(keepUntil);
    }

    /** The marking and what was decided, for people: a sentence each. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(marking.matches(".*[.!?]") ? marking : marking + ".");
        sentences.add(
                switch (state) {
                    case "draft" -> "Draft: nobody has approved these figures for release.";
                    case APPROVED ->
                        "Approved for release" + (approvedBy.isEmpty() ? "" : " by " + approvedBy)
                                + (approvedAt.isEmpty() ? "" : " on " + inWords(approvedAt)) + ".";
                    default -> "Withdrawn from release.";
                });
        if (!keepUntil.isEmpty()) {
            sentences.add("Kept until " + inWords(keepUntil) + ".");
        }
        return sentences;
    }

    private static String inWords(String day) {
        return LocalDate.parse(day).format(DAY);
    }

    private static void requireDayOrNothing(String day) {
        if (!day.isEmpty()) {
            LocalDate.parse(day);
        }
    }
}
