package org.needscape.spatial;

/**
 * What the moments of a global statistic need of the weights (Cliff and Ord, 1981, Spatial Processes, chapter 2).
 *
 * @param s0 ΣΣ w
 * @param s1 ½ ΣΣ (w_ij + w_ji)²
 * @param s2 Σ (row sum + column sum)²
 */
record WeightSums(double s0, double s1, double s2) {

    static WeightSums of(Neighbours weighted) {
        int size = weighted.size();
        double[] margins = new double[size];
        double s0 = 0;
        double s1 = 0;
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < weighted.degree(i); k++) {
                int j = weighted.neighbour(i, k);
                double w = weighted.weight(i, k);
                s0 += w;
                margins[i] += w;
                margins[j] += w;
                // ½ Σ over ordered pairs of (w_ij + w_ji)² = Σ w_ij² + Σ w_ij w_ji.
                s1 += w * w + w * weightOf(weighted, j, i);
            }
        }
        double s2 = 0;
        for (double margin : margins) {
            s2 += margin * margin;
        }
        return new WeightSums(s0, s1, s2);
    }

    /** The weight of a link; 0 when there is none. */
    static double weightOf(Neighbours weighted, int from, int to) {
        for (int k = 0; k < weighted.degree(from); k++) {
            if (weighted.neighbour(from, k) == to) {
                return weighted.weight(from, k);
            }
        }
        return 0;
    }
}
