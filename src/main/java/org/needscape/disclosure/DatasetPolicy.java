package org.needscape.disclosure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What was agreed about a data set: what of it is hidden, who may see its exact values, how long it is kept and whether it may
 * be released.
 *
 * @param dataset the number of the data set in the store
 * @param rule which numbers are too small to show
 * @param exactAudience who may see exact values, in words; one line of at most 200 characters
 * @param keepUntil the last day on which it may be kept and shown, up to the year 9999; empty for no end
 * @param marking what stands on everything that is made of it; one line of at most 200 characters
 * @param state how far it is on its way to release
 */
public record DatasetPolicy(
        long dataset,
        DisclosurePolicy rule,
        String exactAudience,
        Optional<LocalDate> keepUntil,
        String marking,
        ReleaseState state) {

    private static final int MAX_CHARACTERS = 200;
    private static final int MAX_YEAR = 9999;

    public DatasetPolicy {
        if (dataset < 1) {
            throw new IllegalArgumentException("The number of a data set is at least 1, not " + dataset + ".");
        }
        Wording.requireLine("The audience of exact values", exactAudience, MAX_CHARACTERS);
        Wording.requireLine("The marking", marking, MAX_CHARACTERS);
        if (keepUntil
                .filter(day -> day.getYear() < 1 || day.getYear() > MAX_YEAR)
                .isPresent()) {
            throw new IllegalArgumentException("The last day that a data set is kept is in the years 1 to " + MAX_YEAR
                    + ", not " + keepUntil.get().getYear() + ".");
        }
    }

    /** What holds for a data set until somebody decides otherwise: the default rule, not approved, no end. */
    public static DatasetPolicy draft(long dataset) {
        return new DatasetPolicy(
                dataset,
                DisclosurePolicy.DEFAULT,
                "nobody but the operator of the store",
                Optional.empty(),
                "Official: draft figures, not approved for release",
                ReleaseState.DRAFT);
    }
}
