package org.needscape.spatial;

import java.util.List;
import java.util.OptionalDouble;
import org.needscape.area.AreaCode;

/**
 * A circle whose events differ from what was expected.
 *
 * @param centre the area at its centre
 * @param codes its areas, in the order in which they were given
 * @param observed c, events inside
 * @param expected E, events expected inside, above 0
 * @param total C, events of all areas scanned
 * @param population people inside
 * @param radiusMetres from its centre to the farthest centre inside; 0 for a single area
 * @param logLikelihoodRatio LLR, above 0
 * @param p the share of simulated maps, the real one among them, whose best circle has at least this LLR; above 0, at most 1. For every
 *     cluster but the first it is conservative
 */
public record ScanCluster(
        AreaCode centre,
        List<AreaCode> codes,
        int observed,
        double expected,
        int total,
        double population,
        double radiusMetres,
        double logLikelihoodRatio,
        double p) {

    public ScanCluster {
        codes = List.copyOf(codes);
    }

    /** c / E: events inside per event expected there. */
    public double observedToExpected() {
        return observed / expected;
    }

    /** (c / E) / ((C - c) / (C - E)): the rate inside over the rate outside; empty when there are no events outside. */
    public OptionalDouble relativeRisk() {
        return observed == total
                ? OptionalDouble.empty()
                : OptionalDouble.of(observedToExpected() / ((total - observed) / (total - expected)));
    }
}
