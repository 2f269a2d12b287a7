package org.needscape.spatial;

import java.util.List;
import java.util.Optional;
import org.needscape.area.AreaCode;

/** What came of a scan: clusters, or why areas like these cannot be scanned. */
public sealed interface ScanOutcome {

    /** The result; empty when the areas could not be scanned. */
    Optional<Scanned> scanned();

    /**
     * A scan that ran.
     *
     * @param clusters the most likely first, the others by falling LLR, no two with an area in common; empty when no circle has more
     *     (or, for low rates, fewer) events than expected
     * @param areaCount how many areas were scanned
     * @param leftOut areas that could not take part because nothing is expected there, without population and without events
     * @param total C, all events
     * @param circleCount how many circles were looked at, those with the same areas each counted
     */
    record Scanned(List<ScanCluster> clusters, int areaCount, List<AreaCode> leftOut, int total, long circleCount)
            implements ScanOutcome {

        public Scanned {
            clusters = List.copyOf(clusters);
            leftOut = List.copyOf(leftOut);
        }

        @Override
        public Optional<Scanned> scanned() {
            return Optional.of(this);
        }
    }

    /**
     * No scan.
     *
     * @param reason why
     * @param sentence the reason for people, with what to do
     */
    record NotScanned(Reason reason, String sentence) implements ScanOutcome {

        @Override
        public Optional<Scanned> scanned() {
            return Optional.empty();
        }
    }

    /** Why areas cannot be scanned. */
    enum Reason {
        /** Fewer than two areas in which something is expected. */
        TOO_FEW_AREAS,
        /** No events anywhere. */
        NO_EVENTS,
        /** Events where none can be expected. */
        EVENTS_WITHOUT_POPULATION,
        /** All areas have the same centre. */
        ONE_POINT,
        /** No circle is within the caps. */
        NO_CIRCLE,
        /** It would take more memory or time than a scan may. */
        TOO_LARGE
    }
}
