package org.needscape.disclosure.tables;

import java.util.List;
import java.util.OptionalLong;

/**
 * What can be worked out from everything that is published.
 *
 * @param cells how many cells were looked at: the hidden ones
 * @param totals how many totals tie cells together
 * @param narrowest the width of the narrowest range of a hidden cell; {@link Long#MAX_VALUE} when nothing is hidden
 * @param tooNarrow how many cells are known too well
 * @param knownBefore how many hidden cells can be told from what was shown before, so that hiding them now protects nobody: small ones
 *     that were shown under another rule, and larger ones hidden beside others
 * @param ranges what can be told of each cell, those known too well first, then by width
 * @param sums what the hidden parts of each published total add up to
 */
public record AuditReport(
        int cells,
        int totals,
        long narrowest,
        int tooNarrow,
        int knownBefore,
        List<Narrow> ranges,
        List<HiddenSum> sums) {

    public AuditReport {
        ranges = List.copyOf(ranges);
        sums = List.copyOf(sums);
    }

    /** Whether no cell is known too well. */
    public boolean passed() {
        return tooNarrow == 0;
    }

    /**
     * What can be told of a cell.
     *
     * @param cell its number
     * @param range its counts
     * @param exact whether each end of the range can be reached
     * @param tooNarrow whether that is too much
     */
    public record Narrow(int cell, CountRange range, boolean exact, boolean tooNarrow) {}

    /**
     * Hidden parts of a published total. What they add up to is plain to everybody.
     *
     * @param line the number of the total
     * @param total its cell
     * @param hidden the hidden parts
     * @param sum what these add up to
     */
    public record HiddenSum(int line, int total, List<Integer> hidden, long sum) {
        public HiddenSum {
            hidden = List.copyOf(hidden);
        }

        /**
         * What can be told of one part if it is a small count, 1 to the threshold; the parts are at least 1 each. Empty when it
         * cannot be one.
         */
        public java.util.Optional<CountRange> ifSmall(int threshold) {
            long greatest = Math.min(threshold, sum - (hidden.size() - 1L));
            return greatest < 1
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(new CountRange(1, OptionalLong.of(greatest)));
        }

        /** What the other parts then add up to. */
        public java.util.Optional<CountRange> othersIfSmall(int threshold) {
            return ifSmall(threshold)
                    .map(small ->
                            new CountRange(sum - small.upper().orElseThrow(), OptionalLong.of(sum - small.lower())));
        }
    }
}
