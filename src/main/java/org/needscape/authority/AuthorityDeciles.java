package org.needscape.authority;

import java.util.Comparator;
import java.util.List;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;

/**
 * What an authority shares of its own small areas: counts of one measure by national decile of deprivation.
 *
 * @param authority whose they are
 * @param measure what is counted
 * @param period when, in the words of the file
 * @param deciles in order, each at most once; those that it has no areas in may be missing
 */
public record AuthorityDeciles(Authority authority, Measure measure, Period period, List<DecileCount> deciles) {

    public AuthorityDeciles {
        deciles = deciles.stream()
                .sorted(Comparator.comparingInt(DecileCount::decile))
                .toList();
        if (deciles.isEmpty()) {
            throw new IllegalArgumentException("A table by decile has at least one.");
        }
        if (deciles.stream().map(DecileCount::decile).distinct().count() != deciles.size()) {
            throw new IllegalArgumentException("A table by decile has each decile once.");
        }
    }

    /** Whether it is invented; real and fictional authorities are never compared. */
    public boolean isFictional() {
        return authority.isFictional();
    }
}
