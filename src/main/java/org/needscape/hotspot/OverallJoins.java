package org.needscape.hotspot;

import java.util.Optional;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.JoinCount;
import org.needscape.spatial.Neighbours;
import org.needscape.stats.Alternative;

/**
 * Whether flagged areas lie next to each other more often than chance would have it, over the whole map.
 *
 * @param count the join count with its moments
 * @param p of the normal distribution, for more joins than by chance
 * @param draws how often the flags were dealt out anew
 * @param permutedP of these draws
 */
public record OverallJoins(JoinCount count, double p, int draws, double permutedP) {

    /** Enough for three digits; the whole map is one test, so there is no need for more. */
    private static final int MOST_DRAWS = 999;

    /** @return empty where the join count cannot vary, see {@link JoinCount#compute} */
    static Optional<OverallJoins> of(AreaValues flags, Neighbours neighbours, int permutations, long seed) {
        int draws = Math.min(permutations, MOST_DRAWS);
        return JoinCount.compute(flags, neighbours, false)
                .map(count -> new OverallJoins(
                        count,
                        Alternative.GREATER.pValue(count.z()),
                        draws,
                        JoinCount.permuted(flags, neighbours, false, draws, seed, Alternative.GREATER)));
    }
}
