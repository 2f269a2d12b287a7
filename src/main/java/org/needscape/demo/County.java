package org.needscape.demo;

import java.util.List;
import org.needscape.spatial.Contiguity;

/**
 * The whole fictional county of one seed: its areas and everything that is known about them.
 *
 * @param seed the seed
 * @param mesh the land
 * @param areas its LSOAs in the order of their codes; numbers of areas elsewhere are places in this list
 * @param planting the patterns put in on purpose
 * @param deprivation how deprived areas are
 * @param indices the same as ranks and scores
 * @param residents who lives there
 * @param factors circumstances linked with need
 * @param caseload help and protection
 * @param lookedAfter what the children looked after consist of
 */
record County(
        long seed,
        LsoaMesh mesh,
        List<DemoArea> areas,
        Planting planting,
        DeprivationField deprivation,
        DeprivationIndices indices,
        Residents residents,
        RiskFactors factors,
        Caseload caseload,
        LookedAfter lookedAfter) {

    County {
        areas = List.copyOf(areas);
    }

    /** Builds the county; the same seed gives the same county on any machine. */
    static County of(long seed) {
        LsoaMesh mesh = new LsoaMesh(seed);
        List<DemoArea> areas = mesh.areas();
        Planting planting = Planting.in(
                areas,
                Contiguity.QUEEN.neighboursOf(
                        areas.stream().map(DemoArea::boundary).toList()));
        DeprivationField deprivation = new DeprivationField(seed, areas, planting);
        DeprivationIndices indices = new DeprivationIndices(seed, areas, deprivation);
        Residents residents = new Residents(seed, areas, deprivation, planting);
        RiskFactors factors = new RiskFactors(seed, areas, deprivation, residents);
        Caseload caseload = new Caseload(seed, areas, indices, residents);
        LookedAfter lookedAfter = new LookedAfter(seed, areas, indices, residents, caseload);
        return new County(seed, mesh, areas, planting, deprivation, indices, residents, factors, caseload, lookedAfter);
    }
}
