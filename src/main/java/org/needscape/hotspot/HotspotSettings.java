package org.needscape.hotspot;

import java.util.List;
import org.needscape.spatial.Permutations;
import org.needscape.stats.Alternative;
import org.needscape.stats.FalseDiscoveryRate;

/**
 * How hotspots are looked for.
 *
 * @param methods at least one, none twice
 * @param neighbours at least one, none twice; the scan uses none of them
 * @param permutations of local Moran, Gi and the join count, and replicates of the scan; 0 for p-values from the normal distribution, the scan then has
 *     {@value #SCAN_REPLICATES}
 * @param seed the same seed gives the same result
 * @param alternative which side counts
 * @param correction for the number of areas tested
 * @param falseDiscoveryFraction q, and for the scan p, at or below which something is found; above 0, below 1
 * @param maxPopulationShare the largest share of the people that a circle of the scan may hold, above 0, at most 1
 */
public record HotspotSettings(
        List<HotspotMethod> methods,
        List<NeighbourKind> neighbours,
        int permutations,
        long seed,
        Alternative alternative,
        FalseDiscoveryRate correction,
        double falseDiscoveryFraction,
        double maxPopulationShare) {

    /** The most permutations. */
    public static final int MOST_PERMUTATIONS = Permutations.STANDARD_DRAWS;

    /** How many maps a scan is compared with where no number is given, and at most. */
    static final int SCAN_REPLICATES = 9_999;

    /** The join count of an area has no p-value but that of permutations. */
    public static final int LEAST_JOIN_DRAWS = 99;

    /** What is used when nobody chooses. */
    public static final HotspotSettings USUAL = new HotspotSettings(
            List.of(HotspotMethod.GI_STAR, HotspotMethod.LOCAL_MORAN),
            NeighbourKinds.USUAL,
            MOST_PERMUTATIONS,
            1,
            Alternative.TWO_SIDED,
            FalseDiscoveryRate.BENJAMINI_HOCHBERG,
            0.05,
            0.25);

    public HotspotSettings {
        methods = List.copyOf(methods);
        neighbours = List.copyOf(neighbours);
        if (methods.isEmpty() || methods.stream().distinct().count() < methods.size()) {
            throw new IllegalArgumentException("Choose at least one method, none twice.");
        }
        if (methods.contains(HotspotMethod.GI) && methods.contains(HotspotMethod.LOCAL_MORAN)) {
            throw new IllegalArgumentException(
                    "Gi and local Moran are one test, up to the sign: choose one of them, or it would have two votes.");
        }
        if (methods.contains(HotspotMethod.JOIN_COUNT) && (methods.size() > 1 || permutations < LEAST_JOIN_DRAWS)) {
            throw new IllegalArgumentException(
                    "The join count stands alone and needs at least " + LEAST_JOIN_DRAWS + " permutations.");
        }
        if (neighbours.isEmpty() || neighbours.stream().distinct().count() < neighbours.size()) {
            throw new IllegalArgumentException("Choose at least one kind of neighbours, none twice.");
        }
        if (permutations < 0 || permutations > MOST_PERMUTATIONS) {
            throw new IllegalArgumentException(
                    "Permutations are 0 to " + MOST_PERMUTATIONS + ", not " + permutations + ".");
        }
        if (!(falseDiscoveryFraction > 0 && falseDiscoveryFraction < 1)) {
            throw new IllegalArgumentException("The false discovery rate lies between 0 and 1.");
        }
        if (!(maxPopulationShare > 0 && maxPopulationShare <= 1)) {
            throw new IllegalArgumentException("The largest share of people is above 0 and at most 1.");
        }
    }

    /** How many settings have a vote: each method with each kind of neighbours, the scan once. */
    public int votes() {
        int local =
                (int) methods.stream().filter(method -> !method.needsCounts()).count();
        return local * neighbours.size() + methods.size() - local;
    }

    /** Whether flags are asked about, and not values. */
    public boolean areJoins() {
        return methods.contains(HotspotMethod.JOIN_COUNT);
    }

    /** Without permutations: p-values from the normal distribution. */
    public HotspotSettings analytic() {
        return new HotspotSettings(
                methods, neighbours, 0, seed, alternative, correction, falseDiscoveryFraction, maxPopulationShare);
    }

    /** With other methods. */
    public HotspotSettings with(List<HotspotMethod> others) {
        return new HotspotSettings(
                others,
                neighbours,
                permutations,
                seed,
                alternative,
                correction,
                falseDiscoveryFraction,
                maxPopulationShare);
    }
}
